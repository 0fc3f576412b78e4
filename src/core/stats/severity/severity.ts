import { tDistribution } from '../distributions/t.js';
import { inverse } from '../linear/solve.js';
import { at, meanOf, sumOf } from '../ratings/at.js';
import { checkLevel, type IntervalEstimate, type NoValueReason, noValue } from '../ratings/no-value.js';
import { type CheckedRatings, checkRatings, type Ratings } from '../ratings/ratings.js';
import { withoutRounding } from '../ratings/rounding.js';
import { connectedGroups } from './connected-groups.js';

export interface InterviewerEffect extends IntervalEstimate {
  /** In points, of the effect. `undefined` where there is none. */
  readonly standardError: number | undefined;
  /** Ratings that the interviewer gave. */
  readonly ratings: number;
}

export interface CandidateEffect {
  /** What the mean would be, had all interviewers rated the candidate. `undefined` without a rating or connection. */
  readonly adjusted: number | undefined;
  readonly ratings: number;
}

export interface Severity {
  /**
   * For each column, how far above the others the interviewer rates the same candidates, in points: above 0 leniently,
   * below 0 severely. The effects add up to 0.
   */
  readonly interviewers: readonly InterviewerEffect[];
  readonly candidates: readonly CandidateEffect[];
  /** Whether all who rated can be compared, if only through others. */
  readonly isConnected: boolean;
  /** Columns of those who can be compared with each other. */
  readonly groups: readonly (readonly number[])[];
  /** Of a single rating, in points, after candidate and interviewer. `undefined` where nothing is left over. */
  readonly residualDeviation: number | undefined;
  readonly degreesOfFreedom: number;
}

export interface SeverityOptions {
  /** Of the intervals; 0.95 unless given. */
  readonly level?: number | undefined;
}

/**
 * How severely or leniently interviewers rate, by the additive model: rating = candidate + interviewer + error, by least
 * squares over the cells there are. A mean of what somebody gave also tells whom they met; this doesn't. Intervals are by
 * t, and take errors as independent: several ratings of one candidate by the same interviewer aren't, so that a row is
 * better a candidate's mean than one dimension.
 *
 * No value for interviewers without a rating, or when two groups share no candidate; no interval where nothing is left
 * over to estimate an error from.
 *
 * @throws RangeError when rows differ in length or a rating isn't a finite number
 * @see Searle (1987), Linear Models for Unbalanced Data, chapter 4 (two-way without interaction)
 * @example severity([[4, 3], [5, 4], [2, 2]]).interviewers.map(({ value }) => value) // [0.333…, -0.333…]
 */
export function severity(ratings: Ratings, { level = 0.95 }: SeverityOptions = {}): Severity {
  const checked = checkRatings(ratings);
  checkLevel(level);
  const groups = connectedGroups(checked);
  const columns = (checked[0] ?? []).map((_rating, column) => checked.map((row) => row[column]));
  const counts = columns.map(countOf);
  const degreesOfFreedom = Math.max(
    0,
    sumOf(counts) - checked.filter((row) => countOf(row) > 0).length - sumOf(groups.map(({ length }) => length - 1)),
  );
  const fit = groups.length === 1 ? fitAdditive(checked, at(groups, 0)) : undefined;
  const reason: NoValueReason = groups.length === 0 ? 'no-ratings' : 'not-connected';
  const residual = fit && degreesOfFreedom > 0 ? squaresAround(checked, fit) : 0;
  const residualDeviation = residual > 0 ? Math.sqrt(residual / degreesOfFreedom) : undefined;
  const deviate = degreesOfFreedom > 0 ? tDistribution(degreesOfFreedom).quantile((1 + level) / 2) : 0;

  const interviewers = counts.map((given, interviewer): InterviewerEffect => {
    const value = fit?.effects.get(interviewer);
    const none = { interval: undefined, standardError: undefined, ratings: given };
    if (value === undefined) return { ...noValue(given === 0 ? 'no-ratings' : reason), ...none };
    if (at(groups, 0).length < 2) return { ...noValue('too-few-interviewers'), ...none };
    if (residualDeviation === undefined) return { value, ...none };
    const standardError = residualDeviation * Math.sqrt(fit?.variances.get(interviewer) ?? 0);
    const interval = [value - deviate * standardError, value + deviate * standardError] as const;
    return { value, interval, standardError, ratings: given };
  });
  const candidates = checked.map((row, candidate) => ({
    adjusted: fit?.candidates[candidate],
    ratings: countOf(row),
  }));
  return { interviewers, candidates, isConnected: groups.length === 1, groups, residualDeviation, degreesOfFreedom };
}

interface Fit {
  /** By column. */
  readonly effects: ReadonlyMap<number, number>;
  /** Of each effect, in units of the residual variance. */
  readonly variances: ReadonlyMap<number, number>;
  readonly candidates: readonly (number | undefined)[];
}

/** Least squares with effects that add up to 0, over the columns of one connected group. */
function fitAdditive(ratings: CheckedRatings, group: readonly number[]): Fit | undefined {
  const rows = ratings.map((row) => group.map((column) => row[column]));
  const size = group.length;
  // With the candidates eliminated, each row takes the mean of its ratings off them and links those who gave them.
  const matrix = group.map(() => new Array<number>(size).fill(1 / size));
  const side = new Array<number>(size).fill(0);
  for (const row of rows) {
    const given = row.flatMap((rating, position) => (rating === undefined ? [] : [{ rating, position }]));
    const mean = meanOf(given.map(({ rating }) => rating));
    for (const { rating, position } of given) {
      side[position] = at(side, position) + rating - mean;
      const own = at(matrix, position);
      own[position] = at(own, position) + 1;
      for (const other of given) own[other.position] = at(own, other.position) - 1 / given.length;
    }
  }
  const inverted = inverse(matrix);
  if (!inverted) return undefined;
  const effects = inverted.map((row) => sumOf(row.map((value, position) => value * at(side, position))));
  return {
    effects: new Map(group.map((column, position) => [column, at(effects, position)])),
    // What was added to each coefficient, so that effects add up to 0, is in the inverse too.
    variances: new Map(group.map((column, i) => [column, Math.max(0, at(at(inverted, i), i) - 1 / size)])),
    candidates: rows.map((row) => {
      const given = row.flatMap((rating, position) => (rating === undefined ? [] : [rating - at(effects, position)]));
      return given.length === 0 ? undefined : meanOf(given);
    }),
  };
}

/** The squares of what is left after both effects; 0 where that is nothing but rounding. */
function squaresAround(ratings: CheckedRatings, { effects, candidates }: Fit): number {
  const squares = sumOf(
    ratings.flatMap((row, candidate) =>
      row.map((rating, column) =>
        rating === undefined ? 0 : (rating - (candidates[candidate] ?? 0) - (effects.get(column) ?? 0)) ** 2,
      ),
    ),
  );
  const given = ratings.flat().filter((rating) => rating !== undefined);
  return withoutRounding(squares, 0, Math.sqrt(sumOf(given.map((rating) => rating ** 2))));
}

function countOf(ratings: readonly (number | undefined)[]): number {
  return ratings.filter((rating) => rating !== undefined).length;
}
