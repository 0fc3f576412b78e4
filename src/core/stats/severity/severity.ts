import { tDistribution } from '../distributions/t.js';
import { inverse } from '../linear/solve.js';
import { at, meanOf, sumOf } from '../ratings/at.js';
import { checkLevel, type IntervalEstimate, type NoValueReason, noValue } from '../ratings/no-value.js';
import { type Category, type CheckedRatings, checkRatings, type Ratings } from '../ratings/ratings.js';
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
  /**
   * For each row, whose it is, where a candidate has several (one for each dimension): errors are then independent only
   * between candidates.
   */
  readonly clusters?: readonly Category[] | undefined;
}

/**
 * How severely or leniently interviewers rate, by the additive model: rating = candidate + interviewer + error, by least
 * squares over the cells there are. A mean of what somebody gave also tells whom they met; this doesn't. Intervals are by
 * t, and take errors as independent; several ratings of one candidate by the same interviewer aren't, so that these need
 * `clusters`: the error is then that of leaving out one candidate after the other.
 *
 * No value for interviewers without a rating, or when two groups share no candidate; no interval where nothing is left
 * over to estimate an error from, or the connection hangs on a single candidate.
 *
 * @throws RangeError when rows differ in length, a rating isn't a finite number, or clusters aren't one for each row
 * @see Searle (1987), Linear Models for Unbalanced Data, chapter 4 (two-way without interaction)
 * @see Cameron & Miller (2015), https://doi.org/10.3368/jhr.50.2.317 (clusters, and their jackknife)
 * @example severity([[4, 3], [5, 4], [2, 2]]).interviewers.map(({ value }) => value) // [0.333…, -0.333…]
 */
export function severity(ratings: Ratings, { level = 0.95, clusters }: SeverityOptions = {}): Severity {
  const checked = checkRatings(ratings);
  checkLevel(level);
  if (clusters && clusters.length !== checked.length) throw new RangeError('clusters name one candidate for each row');
  const groups = connectedGroups(checked);
  const columns = (checked[0] ?? []).map((_rating, column) => checked.map((row) => row[column]));
  const counts = columns.map(countOf);
  const degreesOfFreedom = Math.max(
    0,
    sumOf(counts) - checked.filter((row) => countOf(row) > 0).length - sumOf(groups.map(({ length }) => length - 1)),
  );
  const fit = groups.length === 1 ? fitAdditive(checked, at(groups, 0)) : undefined;
  const reason: NoValueReason = groups.length === 0 ? 'no-ratings' : 'not-connected';
  const residualDeviation =
    fit && degreesOfFreedom > 0 ? Math.sqrt(squaresAround(checked, fit) / degreesOfFreedom) : undefined;
  const errors = clusters && fit ? errorsByCluster(checked, at(groups, 0), clusters) : undefined;

  const interviewers = counts.map((given, interviewer): InterviewerEffect => {
    const value = fit?.effects.get(interviewer);
    const none = { interval: undefined, standardError: undefined, ratings: given };
    if (value === undefined) return { ...noValue(given === 0 ? 'no-ratings' : reason), ...none };
    if (at(groups, 0).length < 2) return { ...noValue('too-few-interviewers'), ...none };
    if (residualDeviation === undefined) return { value, ...none };
    const standardError = errors
      ? errors.get(interviewer)?.standardError
      : residualDeviation * Math.sqrt(fit?.variances.get(interviewer) ?? 0);
    if (standardError === undefined) return { value, ...none };
    const degrees = errors?.get(interviewer)?.degreesOfFreedom ?? degreesOfFreedom;
    const deviate = tDistribution(degrees).quantile((1 + level) / 2);
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

/** What is to be solved for the effects, from which the candidates were eliminated. */
interface NormalEquations {
  readonly matrix: number[][];
  readonly side: number[];
}

/** Least squares with effects that add up to 0, over the columns of one connected group. */
function fitAdditive(ratings: CheckedRatings, group: readonly number[]): Fit | undefined {
  const rows = ratings.map((row) => group.map((column) => row[column]));
  const size = group.length;
  const equations = noEquations(size);
  for (const row of rows) addRow(equations, row);
  const solved = solveEffects(equations);
  if (!solved) return undefined;
  const { inverted, effects } = solved;
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

function noEquations(size: number): NormalEquations {
  return {
    matrix: Array.from({ length: size }, () => new Array<number>(size).fill(0)),
    side: new Array<number>(size).fill(0),
  };
}

/** A row takes the mean of its ratings off them, and links those who gave them. */
function addRow({ matrix, side }: NormalEquations, row: readonly (number | undefined)[]): void {
  const given = row.flatMap((rating, position) => (rating === undefined ? [] : [{ rating, position }]));
  const mean = meanOf(given.map(({ rating }) => rating));
  for (const { rating, position } of given) {
    side[position] = at(side, position) + rating - mean;
    const own = at(matrix, position);
    own[position] = at(own, position) + 1;
    for (const other of given) own[other.position] = at(own, other.position) - 1 / given.length;
  }
}

/** `undefined` where not all can be compared. */
function solveEffects({ matrix, side }: NormalEquations) {
  const size = side.length;
  const inverted = inverse(matrix.map((row) => row.map((value) => value + 1 / size)));
  if (!inverted) return undefined;
  return { inverted, effects: inverted.map((row) => sumOf(row.map((value, i) => value * at(side, i)))) };
}

interface ClusterError {
  /** `undefined` where the connection hangs on one cluster, or there is only one. */
  readonly standardError: number | undefined;
  /** One less than the clusters in which the interviewer is held against another. */
  readonly degreesOfFreedom: number;
}

/** The jackknife: how the effects change when one cluster after the other is left out. */
function errorsByCluster(
  ratings: CheckedRatings,
  group: readonly number[],
  clusters: readonly Category[],
): ReadonlyMap<number, ClusterError> {
  const size = group.length;
  const whole = noEquations(size);
  const parts = new Map<Category, NormalEquations>();
  ratings.forEach((row, position) => {
    const cluster = at(clusters, position);
    const part = parts.get(cluster) ?? noEquations(size);
    parts.set(cluster, part);
    const own = group.map((column) => row[column]);
    addRow(part, own);
    addRow(whole, own);
  });
  const linking = [...parts.values()].filter(({ matrix }) => matrix.some((row, i) => at(row, i) > 0));
  const effects = solveEffects(whole)?.effects ?? [];
  const without = linking.map((part) => solveEffects(less(whole, part))?.effects);
  const isWhole = without.every((one) => one !== undefined);
  return new Map(
    group.map((column, i) => {
      const held = linking.filter(({ matrix }) => at(at(matrix, i), i) > 0).length;
      const squares = without.map((one) => ((one?.[i] ?? 0) - (effects[i] ?? 0)) ** 2);
      const count = linking.length;
      const standardError = isWhole && held > 1 ? Math.sqrt(((count - 1) / count) * sumOf(squares)) : undefined;
      return [column, { standardError, degreesOfFreedom: held - 1 }];
    }),
  );
}

function less(whole: NormalEquations, part: NormalEquations): NormalEquations {
  return {
    matrix: whole.matrix.map((row, i) => row.map((value, j) => value - at(at(part.matrix, i), j))),
    side: whole.side.map((value, i) => value - at(part.side, i)),
  };
}

function squaresAround(ratings: CheckedRatings, { effects, candidates }: Fit): number {
  return sumOf(
    ratings.flatMap((row, candidate) =>
      row.map((rating, column) =>
        rating === undefined ? 0 : (rating - (candidates[candidate] ?? 0) - (effects.get(column) ?? 0)) ** 2,
      ),
    ),
  );
}

function countOf(ratings: readonly (number | undefined)[]): number {
  return ratings.filter((rating) => rating !== undefined).length;
}
