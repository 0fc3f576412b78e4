import { chiSquareDistribution } from '../distributions/chi-square.js';
import { at, meanOf, sumOf } from '../ratings/at.js';
import { completeRows } from '../ratings/complete-rows.js';
import { type Estimate, type NoValueReason, noValue } from '../ratings/no-value.js';
import { checkRatings, type Ratings } from '../ratings/ratings.js';
import { averageRanks } from './average-ranks.js';

export interface KendallW extends Estimate {
  /** Without the correction for ties. */
  readonly uncorrected: number | undefined;
  /** m(n − 1)W, which is about chi-square where there is no agreement, with n − 1 degrees of freedom. */
  readonly chiSquare: number | undefined;
  readonly degreesOfFreedom: number | undefined;
  /** The probability of such a chi-square or a larger one without any agreement. */
  readonly p: number | undefined;
  /** Candidates that count: those whom all rated. */
  readonly candidates: number;
  readonly dropped: number;
}

/**
 * Kendall's coefficient of concordance: how far interviewers put the candidates in the same order, from 0 to 1, with
 * average ranks for ties and corrected for them. Their levels don't count, only their order.
 *
 * No value for fewer than two candidates whom all rated, fewer than two interviewers, or when each gave only one rating.
 *
 * @throws RangeError when rows differ in length or a rating isn't a finite number
 * @see Kendall & Babington Smith (1939), https://doi.org/10.1214/aoms/1177732186; Siegel & Castellan (1988), 9.7
 * @example kendallW([[1, 2], [2, 1], [3, 3]]).value // 0.75
 */
export function kendallW(ratings: Ratings): KendallW {
  const checked = checkRatings(ratings);
  const { rows, dropped } = completeRows(checked);
  const [n, m] = [rows.length, checked[0]?.length ?? 0];
  const none = (reason: NoValueReason): KendallW => ({
    ...noValue(reason),
    uncorrected: undefined,
    chiSquare: undefined,
    degreesOfFreedom: undefined,
    p: undefined,
    candidates: n,
    dropped,
  });
  if (m < 2) return none('too-few-interviewers');
  if (n < 2) return none('too-few-candidates');
  const ranked = at(rows, 0).map((_rating, column) => averageRanks(rows.map((row) => at(row, column))));
  const sums = rows.map((_row, candidate) => sumOf(ranked.map(({ ranks }) => at(ranks, candidate))));
  const deviations = sumOf(sums.map((sum) => (sum - meanOf(sums)) ** 2));
  const most = m * m * (n ** 3 - n);
  const untied = most - m * sumOf(ranked.map(({ ties }) => ties));
  if (untied === 0) return none('all-identical');
  const value = (12 * deviations) / untied;
  const [chiSquare, degreesOfFreedom] = [m * (n - 1) * value, n - 1];
  const p = chiSquareDistribution(degreesOfFreedom).upper(chiSquare);
  return { value, uncorrected: (12 * deviations) / most, chiSquare, degreesOfFreedom, p, candidates: n, dropped };
}
