import { MAX_DECIMALS, toUnits } from '../numbers/decimal.js';
import { add, type Rational, rational } from '../numbers/rational.js';
import { meanRating, nextRating } from '../rubric/scale.js';
import type { Judged, JudgedDimension } from './judged.js';

/** What the next rating of one dimension would make of a score. */
export interface NextStep {
  readonly dimension: JudgedDimension;
  readonly exact: Rational;
  /** All dimensions, with that rating. */
  readonly dimensions: readonly JudgedDimension[];
}

/**
 * For each dimension that was rated and is not at the end of the scale: the score with its next rating up or down; in a
 * panel, with that of one of its interviewers.
 */
export function nextSteps(
  { score: { exact, units }, dimensions, scale }: Pick<Judged, 'score' | 'dimensions' | 'scale'>,
  step: 'up' | 'down',
): readonly NextStep[] {
  if (!exact) return [];
  const now = rational(BigInt(exact.numerator), BigInt(exact.denominator));
  const rated = dimensions.reduce((sum, { rating }, at) => sum + (isUnrated(rating) ? 0 : (units[at] ?? 0)), 0);
  return dimensions.flatMap((dimension, at): readonly NextStep[] => {
    const ratings = ratingsIn(dimension);
    const position = ratings.findIndex((rating) => nextRating(rating, step, scale) !== undefined);
    const before = ratings[position];
    const after = before === undefined ? undefined : nextRating(before, step, scale);
    if (before === undefined || after === undefined) return [];
    const moved = ratings.with(position, after);
    const change = rational(
      BigInt(toUnits(after - before, MAX_DECIMALS)) * BigInt(units[at] ?? 0),
      BigInt(toUnits(ratings.length, MAX_DECIMALS)) * BigInt(rated),
    );
    const mean = meanRating(
      moved.reduce((sum, rating) => sum + rating, 0),
      moved.length,
    );
    const stepped = { ...dimension, rating: mean, ratings: moved };
    return [{ dimension, exact: add(now, change), dimensions: dimensions.with(at, stepped) }];
  });
}

function isUnrated(rating: JudgedDimension['rating']): boolean {
  return rating === 'not-assessed' || rating === 'not-applicable';
}

/** What each interviewer gave. */
function ratingsIn({ rating, ratings = [] }: JudgedDimension): readonly number[] {
  if (ratings.length > 0) return ratings;
  return typeof rating === 'number' ? [rating] : [];
}
