import { normalDistribution } from '../distributions/normal.js';
import { at, sumOf } from '../ratings/at.js';
import type { Coded } from '../ratings/coded.js';
import { around, checkLevel, type IntervalEstimate, noValue } from '../ratings/no-value.js';
import { withoutRounding } from '../ratings/rounding.js';
import { squaredDeviations } from '../standard-deviation.js';
import type { Matrix } from './weights.js';

/** An agreement less what chance would give, over what chance leaves: 1 at best, 0 no better than chance. */
export interface Kappa extends IntervalEstimate {
  /** Weighted share of agreement. */
  readonly observed: number | undefined;
  /** The share that chance would give. */
  readonly expected: number | undefined;
  /** For large samples. */
  readonly standardError: number | undefined;
  /** Candidates whom both rated. */
  readonly candidates: number;
}

export interface KappaOptions {
  /**
   * What becomes of candidates whom only one rated. `drop`: they are left out, as Cohen had it. `keep-in-margins`: they
   * count in how often that interviewer gives each rating, as Gwet (2014) has it.
   */
  readonly missing?: 'drop' | 'keep-in-margins' | undefined;
  /** Of the interval; 0.95 unless given. */
  readonly level?: number | undefined;
}

/**
 * Kappa of two interviewers with the agreement weights given, and its standard error, which takes all candidates to be
 * rated by both.
 *
 * @see Fleiss, Cohen & Everitt (1969), https://doi.org/10.1037/h0028106, equation 13 (the standard error)
 */
export function twoRaterKappa(
  coded: Coded,
  weights: Matrix,
  { missing = 'drop', level = 0.95 }: KappaOptions = {},
): Kappa {
  const deviate = normalDistribution.quantile((1 + checkLevel(level)) / 2);
  if (coded.codes.some((row) => row.length !== 2))
    throw new RangeError('this kappa takes two interviewers, in two columns');
  const shared = coded.codes.filter((row) => row[0] !== undefined && row[1] !== undefined);
  const candidates = shared.length;
  const none = { candidates, observed: undefined, expected: undefined, standardError: undefined, interval: undefined };
  if (candidates === 0) return { ...noValue(coded.codes.length === 0 ? 'no-ratings' : 'no-pairs'), ...none };

  const marginal = (column: number): readonly number[] =>
    shares(
      coded,
      (missing === 'drop' ? shared : coded.codes).map((row) => row[column]),
    );
  const [first, second] = [marginal(0), marginal(1)];
  const observed = sumOf(shared.map(([a, b]) => at(at(weights, a ?? 0), b ?? 0))) / candidates;
  const expected = sumOf(first.map((share, a) => share * meanWeight(at(weights, a), second)));
  if (!(1 - expected > 1e-12)) return { ...noValue('all-identical'), ...none, observed, expected };

  const value = (observed - expected) / (1 - expected);
  const rows = weights.map((row) => meanWeight(row, second));
  const columns = weights.map((_row, b) =>
    meanWeight(
      weights.map((row) => at(row, b)),
      first,
    ),
  );
  // About their own mean: what Fleiss, Cohen and Everitt subtract is that mean, unless margins are of other candidates too.
  const parts = shared.map(([a = 0, b = 0]) => at(at(weights, a), b) - (1 - value) * (at(rows, a) + at(columns, b)));
  const variance = withoutRounding(squaredDeviations(parts) / candidates, 1, 0);
  const standardError = Math.sqrt(variance / candidates) / (1 - expected);
  const interval = around(value, deviate * standardError);
  return { value, interval, observed, expected, standardError, candidates };
}

function shares({ values }: Coded, codes: readonly (number | undefined)[]): readonly number[] {
  const given = codes.filter((code) => code !== undefined);
  return values.map((_value, position) => given.filter((code) => code === position).length / given.length);
}

function meanWeight(weights: readonly number[], shares: readonly number[]): number {
  return sumOf(weights.map((weight, position) => weight * at(shares, position)));
}
