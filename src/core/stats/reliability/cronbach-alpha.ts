import { fDistribution } from '../distributions/f.js';
import { at, sumOf } from '../ratings/at.js';
import { completeRows } from '../ratings/complete-rows.js';
import { checkLevel, type Estimate, type Interval, type IntervalEstimate, noValue } from '../ratings/no-value.js';
import { checkRatings, type Ratings } from '../ratings/ratings.js';
import { withoutRounding } from '../ratings/rounding.js';
import { type Covariances, covariancesOf } from './covariances.js';

export interface CronbachOptions {
  /**
   * What becomes of missing cells. `listwise`, which is taken unless given: candidates with one are left out. `pairwise`:
   * each covariance is of the candidates who have both.
   */
  readonly missing?: 'listwise' | 'pairwise' | undefined;
  /** Of the interval; 0.95 unless given. */
  readonly level?: number | undefined;
}

export interface CronbachItem {
  /** Alpha of the others. */
  readonly alphaIfDropped: Estimate;
  /** Correlation of the item with the sum of the others. */
  readonly correctedItemTotal: Estimate;
}

export interface CronbachAlpha extends IntervalEstimate {
  readonly items: readonly CronbachItem[];
  readonly missing: 'listwise' | 'pairwise';
  /** Candidates that count. */
  readonly candidates: number;
  readonly dropped: number;
}

/**
 * Cronbach's alpha: how far several measures of the same candidates go together. Columns are items, which for a scorecard
 * are its dimensions: very high, it tells of halo. Across interviewers it is ICC(3,k).
 *
 * The interval is Feldt's, by F with n − 1 and (n − 1)(k − 1) degrees of freedom; for `pairwise` with all candidates as n.
 * No value for fewer than two candidates or items, when the candidates' sums don't vary, or when `pairwise` covariances
 * contradict each other, so that it would be above 1.
 *
 * @throws RangeError when rows differ in length or a rating isn't a finite number
 * @see Cronbach (1951), https://doi.org/10.1007/BF02310555; Feldt (1965), https://doi.org/10.1007/BF02289499
 * @example cronbachAlpha([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8]]).value // 0.891…
 */
export function cronbachAlpha(
  ratings: Ratings,
  { missing = 'listwise', level = 0.95 }: CronbachOptions = {},
): CronbachAlpha {
  const checked = checkRatings(ratings);
  checkLevel(level);
  const rated = checked.filter((row) => row.some((rating) => rating !== undefined));
  const used = missing === 'listwise' ? completeRows(checked).rows : rated;
  const candidates = used.length;
  const about = { missing, candidates, dropped: checked.length - candidates };
  const columns = checked[0]?.length ?? 0;
  const none = { interval: undefined, items: [], ...about };
  if (columns < 2) return { ...noValue('too-few-dimensions'), ...none };
  if (candidates < 2) return { ...noValue('too-few-candidates'), ...none };
  const covariances = covariancesOf(used);
  if (covariances === undefined) return { ...noValue('missing-cells'), ...none };

  const everything = covariances.map((_row, item) => item);
  const alpha = alphaOf(covariances, everything);
  const items = everything.map((item): CronbachItem => {
    const others = everything.filter((other) => other !== item);
    return { alphaIfDropped: alphaOf(covariances, others), correctedItemTotal: itemTotal(covariances, item, others) };
  });
  return { ...alpha, interval: feldt(alpha.value, candidates, columns, level), items, ...about };
}

function alphaOf(covariances: Covariances, items: readonly number[]): Estimate {
  const k = items.length;
  if (k < 2) return noValue('too-few-dimensions');
  const own = sumOf(items.map((item) => at(at(covariances, item), item)));
  const total = totalOf(covariances, items, items);
  if (!(total > 0)) return noValue(own === 0 ? 'all-identical' : 'no-candidate-variance');
  return atMost1((k / (k - 1)) * (1 - own / total));
}

function itemTotal(covariances: Covariances, item: number, others: readonly number[]): Estimate {
  const spread = at(at(covariances, item), item) * totalOf(covariances, others, others);
  if (!(spread > 0)) return noValue('no-candidate-variance');
  const correlation = totalOf(covariances, [item], others) / Math.sqrt(spread);
  const { value = undefined, ...none } = atMost1(Math.abs(correlation));
  return value === undefined ? { value, ...none } : { value: Math.sign(correlation) * value };
}

/** Covariances of different candidates can contradict each other, and what follows from them is then above 1. */
function atMost1(value: number): Estimate {
  return value > 1 + 1e-12 ? noValue('not-estimable') : { value: Math.min(1, value) };
}

/** The covariance of two sums; exactly 0 where covariances of both signs leave nothing but rounding. */
function totalOf(covariances: Covariances, rows: readonly number[], columns: readonly number[]): number {
  const all = rows.flatMap((row) => columns.map((column) => at(at(covariances, row), column)));
  return withoutRounding(sumOf(all), sumOf(all.map(Math.abs)), 0);
}

function feldt(alpha: number | undefined, n: number, k: number, level: number): Interval | undefined {
  if (alpha === undefined || 1 - alpha < 1e-12) return undefined;
  const f = fDistribution(n - 1, (n - 1) * (k - 1));
  return [1 - (1 - alpha) * f.quantile((1 + level) / 2), 1 - (1 - alpha) * f.quantile((1 - level) / 2)];
}
