import { tDistribution } from '../distributions/t.js';
import { at, sumOf } from '../ratings/at.js';
import { around, checkLevel, type IntervalEstimate, noValue } from '../ratings/no-value.js';
import { type Category, checkRatings, type Ratings } from '../ratings/ratings.js';
import { fitAdditive } from './additive-model.js';
import { connectedGroups } from './connected-groups.js';
import { clusteredErrors, independentErrors } from './effect-errors.js';

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
  /** Of that deviation. */
  readonly degreesOfFreedom: number;
}

export interface SeverityOptions {
  /** Of the intervals; 0.95 unless given. */
  readonly level?: number | undefined;
  /**
   * For each row, whose it is, where a candidate has several (one for each dimension). Ratings of the same candidate err
   * together, and taken one by one they would make an interval far too narrow.
   */
  readonly clusters?: readonly Category[] | undefined;
}

/**
 * How severely or leniently interviewers rate, by the additive model: rating = candidate + interviewer + error, by least
 * squares over the cells there are. A mean of what somebody gave also tells whom they met; this doesn't. Intervals are by
 * t.
 *
 * No value for interviewers without a rating, or when two groups share no candidate; no interval where nothing is left
 * over to estimate an error from.
 *
 * @throws RangeError when rows differ in length, a rating isn't a finite number, or clusters aren't as many as rows
 * @see Searle (1987), Linear Models for Unbalanced Data, chapter 4
 * @example severity([[4, 3], [5, 4], [2, 2]]).interviewers.map(({ value }) => value) // [0.333…, -0.333…]
 */
export function severity(ratings: Ratings, { level = 0.95, clusters }: SeverityOptions = {}): Severity {
  const checked = checkRatings(ratings);
  checkLevel(level);
  if (clusters && clusters.length !== checked.length) throw new RangeError('clusters name one candidate for each row');
  const groups = connectedGroups(checked);
  const model = groups.length === 1 ? fitAdditive(checked, at(groups, 0)) : undefined;
  const counts = (checked[0] ?? []).map((_rating, column) => countOf(checked.map((row) => row[column])));
  const candidates = checked.map((row, position) => ({
    adjusted: model?.candidates[position],
    ratings: countOf(row),
  }));
  const rated = candidates.filter((candidate) => candidate.ratings > 0).length;
  const fitted = rated + sumOf(groups.map(({ length }) => length - 1));
  const degreesOfFreedom = Math.max(0, sumOf(counts) - fitted);
  const isExact = !model || model.squares === 0 || degreesOfFreedom === 0;
  const found = model && (clusters ? clusteredErrors(model, clusters) : independentErrors(model, degreesOfFreedom));
  const deviate = found && tDistribution(found.degreesOfFreedom).quantile((1 + level) / 2);

  const interviewers = counts.map((given, column): InterviewerEffect => {
    const none = { interval: undefined, standardError: undefined, ratings: given };
    if (given === 0) return { ...noValue('no-ratings'), ...none };
    const position = model?.group.indexOf(column) ?? -1;
    const value = model?.effects[position];
    if (value === undefined) return { ...noValue('not-connected'), ...none };
    if (model?.group.length === 1) return { ...noValue('too-few-interviewers'), ...none };
    const standardError = found?.errors[position];
    if (standardError === undefined || deviate === undefined) return { value, ...none };
    return { value, interval: around(value, deviate * standardError), standardError, ratings: given };
  });
  const residualDeviation = isExact ? undefined : Math.sqrt(model.squares / degreesOfFreedom);
  return { interviewers, candidates, isConnected: groups.length === 1, groups, residualDeviation, degreesOfFreedom };
}

function countOf(ratings: readonly (number | undefined)[]): number {
  return ratings.filter((rating) => rating !== undefined).length;
}
