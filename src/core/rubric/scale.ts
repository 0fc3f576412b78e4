import type { Rubric } from './rubric.js';

export type Scale = Rubric['scale'];

/**
 * What one dimension got: a number on the scale, or one of the two ways of having none. They are never the same thing.
 */
export type Rating = number | 'not-assessed' | 'not-applicable';

export function isRated(rating: Rating): rating is number {
  return typeof rating === 'number';
}

/** All ratings of the scale, from lowest to highest. */
export function ratingsOf(scale: Pick<Scale, 'min' | 'max'>): readonly number[] {
  return Array.from({ length: scale.max - scale.min + 1 }, (_, step) => scale.min + step);
}

/** The rating a step above or below; `undefined` at the end of the scale. */
export function nextRating(rating: number, step: 'up' | 'down', scale: Pick<Scale, 'min' | 'max'>): number | undefined {
  const ratings = ratingsOf(scale);
  const at = ratings.indexOf(rating);
  return at < 0 ? undefined : ratings[step === 'up' ? at + 1 : at - 1];
}

export function isOnScale(rating: number, scale: Pick<Scale, 'min' | 'max'>): boolean {
  return Number.isInteger(rating) && rating >= scale.min && rating <= scale.max;
}
