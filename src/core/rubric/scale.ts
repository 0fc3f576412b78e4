import type { Fraction } from '../numbers/fraction.js';
import type { Border } from './rating-key.js';
import type { Rubric } from './rubric.js';

export type Scale = Rubric['scale'];

/**
 * What says which ratings a scale has. `step` is 1 where it is not given, as in what was sealed before there was one.
 */
export interface ScaleRange {
  readonly min: number;
  readonly max: number;
  readonly step?: Scale['step'] | undefined;
}

/** More cannot be told apart; 0 to 10 in halves has so many. */
export const MOST_RATINGS = 21;

/** Up to so many whole ratings each have an anchor and a label. */
const MOST_ANCHORED = 7;

/**
 * What one dimension got: a number on the scale, or one of the two ways of having none. They are never the same thing.
 */
export type Rating = number | 'not-assessed' | 'not-applicable';

export function isRated(rating: Rating | 'not-held'): rating is number {
  return typeof rating === 'number';
}

/** Steps in a point: 1, or 2 on a scale with halves. */
export function stepsInPoint({ step }: Pick<ScaleRange, 'step'>): 1 | 2 {
  return step === 0.5 ? 2 : 1;
}

/** How many steps above the lowest rating a rating is: 0 to `stepCount`. Whole for every rating of the scale. */
export function stepOf(rating: number, scale: ScaleRange): number {
  return (rating - scale.min) * stepsInPoint(scale);
}

/** Steps from the lowest rating to the highest: 4 on a scale from 1 to 5. */
export function stepCount(scale: ScaleRange): number {
  return stepOf(scale.max, scale);
}

/** All ratings of the scale, from lowest to highest. */
export function ratingsOf(scale: ScaleRange): readonly number[] {
  return Array.from({ length: stepCount(scale) + 1 }, (_, step) => scale.min + step / stepsInPoint(scale));
}

/** The ratings that can have an anchor and a label: a half lies between two of them. */
export function wholeRatingsOf(scale: ScaleRange): readonly number[] {
  return ratingsOf(scale).filter(Number.isInteger);
}

/** The ratings that must have an anchor and a label: each whole one up to 7 of them, else the ends and the bar. */
export function anchoredRatings(scale: ScaleRange & { readonly bar?: number | undefined }): readonly number[] {
  const whole = wholeRatingsOf(scale);
  if (whole.length <= MOST_ANCHORED) return whole;
  return whole.filter((rating) => rating === scale.min || rating === scale.max || rating === scale.bar);
}

/** Whether each rating has to have an anchor; else there are some between those that have. */
export function areAllAnchored(scale: ScaleRange & { readonly bar?: number | undefined }): boolean {
  return anchoredRatings(scale).length === ratingsOf(scale).length;
}

/**
 * The mean of `count` ratings that sum to `sum`, as a fraction of whole numbers: every rating is a whole number of
 * halves.
 */
export function meanRating(sum: number, count: number): Fraction {
  return { numerator: 2 * sum, denominator: 2 * count };
}

/** The rating a step above or below; `undefined` at the end of the scale. */
export function nextRating(rating: number, step: 'up' | 'down', scale: ScaleRange): number | undefined {
  const ratings = ratingsOf(scale);
  const at = ratings.indexOf(rating);
  return at < 0 ? undefined : ratings[step === 'up' ? at + 1 : at - 1];
}

export function isOnScale(rating: number, scale: ScaleRange): boolean {
  return isInRange(rating, scale) && Number.isInteger(stepOf(rating, scale));
}

/** Whether a number lies between the ends of the scale, on a rating or between two. */
export function isInRange(value: number, { min, max }: Pick<ScaleRange, 'min' | 'max'>): boolean {
  return value >= min && value <= max;
}

/** The scale as a scorecard keeps it: without the step where it is 1, as before there was one. */
export function copyOfScale<T extends ScaleRange>({ step, ...scale }: T): Omit<T, 'step'> & Pick<ScaleRange, 'step'> {
  return step === 0.5 ? { ...scale, step } : scale;
}

/** Whether a border is between two ratings with none between them, or between two whole ones that are a point apart. */
export function areNeighbours({ low, high }: Border, scale: ScaleRange): boolean {
  if (!isOnScale(low, scale) || !isOnScale(high, scale)) return false;
  return high === nextRating(low, 'up', scale) || (Number.isInteger(low) && high === low + 1);
}

export function areSameScale(a: ScaleRange, b: ScaleRange): boolean {
  return a.min === b.min && a.max === b.max && stepsInPoint(a) === stepsInPoint(b);
}
