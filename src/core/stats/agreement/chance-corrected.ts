import { tDistribution } from '../distributions/t.js';
import { at, sumOf } from '../ratings/at.js';
import { around, type IntervalEstimate, noValue } from '../ratings/no-value.js';
import type { Category } from '../ratings/ratings.js';
import { withoutRounding } from '../ratings/rounding.js';
import type { Matrix } from './weights.js';

/** An agreement of any number of interviewers less what chance would give, over what chance leaves. */
export interface ChanceCorrected extends IntervalEstimate {
  /** Weighted share of agreement, a mean over the candidates whom two or more rated. */
  readonly observed: number | undefined;
  /** The share that chance would give. */
  readonly expected: number | undefined;
  /** Of the sampling of candidates, the interviewers taken as they are. */
  readonly standardError: number | undefined;
  /** Candidates with a rating. */
  readonly candidates: number;
  /** Candidates with two or more. */
  readonly pairable: number;
}

/** What chance would give, from how often each rating is given (shares), and one candidate's part in it. */
export interface Chance {
  readonly expected: number;
  readonly partOf: (shares: readonly number[]) => number;
}

/** How the rows were drawn. */
export interface Sampling {
  readonly level: number;
  /** For each row, whose it is; unless given, each is of another candidate. */
  readonly clusters?: readonly Category[] | undefined;
}

/**
 * A coefficient of Gwet's framework from the counts of each rating for each candidate. Candidates with a single rating
 * count in how often ratings are given, not in the agreement.
 *
 * @see Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapters 2, 3 and 5 (with its errata)
 */
export function chanceCorrected(
  counts: readonly (readonly number[])[],
  weights: Matrix,
  { level, clusters }: Sampling,
  chanceOf: (shares: readonly number[]) => Chance,
): ChanceCorrected {
  if (clusters && clusters.length !== counts.length) throw new RangeError('clusters name one candidate for each row');
  const rated = counts.filter((count) => sumOf(count) > 0);
  const drawn = (clusters ?? counts.map((_count, row) => row)).filter((_one, row) => sumOf(at(counts, row)) > 0);
  const candidates = rated.length;
  const agreements = rated.map((count) => agreementOf(count, weights));
  const pairable = agreements.filter((agreement) => agreement !== undefined).length;
  const none = { candidates, pairable, observed: undefined, expected: undefined };
  const unsure = { standardError: undefined, interval: undefined };
  if (candidates === 0) return { ...noValue('no-ratings'), ...none, ...unsure };
  if (pairable === 0) return { ...noValue('no-pairs'), ...none, ...unsure };

  const rows = rated.map((count) => count.map((times) => times / sumOf(count)));
  const chance = chanceOf(weights.map((_row, position) => sumOf(rows.map((row) => at(row, position))) / candidates));
  const { expected } = chance;
  const observed = sumOf(agreements.map((agreement) => agreement ?? 0)) / pairable;
  if (!(1 - expected > 1e-12)) return { ...noValue('all-identical'), ...none, observed, expected, ...unsure };

  const value = (observed - expected) / (1 - expected);
  const parts = new Map<Category, number>();
  rows.forEach((row, candidate) => {
    const agreement = agreements[candidate];
    const own = agreement === undefined ? 0 : ((agreement - expected) * candidates) / pairable;
    const part = (own - 2 * (1 - value) * (chance.partOf(row) - expected)) / (1 - expected) - value;
    parts.set(at(drawn, candidate), (parts.get(at(drawn, candidate)) ?? 0) + part);
  });
  const units = parts.size;
  if (units === 1) return { value, observed, expected, candidates, pairable, ...unsure };
  const squares = withoutRounding(sumOf([...parts.values()].map((part) => part ** 2)), 1, 0);
  const standardError = Math.sqrt((squares * units) / (units - 1)) / candidates;
  const interval = around(value, standardError * tDistribution(units - 1).quantile((1 + level) / 2));
  return { value, interval, observed, expected, standardError, candidates, pairable };
}

/** Of all pairs of one candidate's ratings, the weighted share that agrees; `undefined` for a single rating. */
function agreementOf(count: readonly number[], weights: Matrix): number | undefined {
  const given = sumOf(count);
  if (given < 2) return undefined;
  const agreeing = count.map((times, a) => times * (sumOf(count.map((other, b) => at(at(weights, a), b) * other)) - 1));
  return sumOf(agreeing) / (given * (given - 1));
}
