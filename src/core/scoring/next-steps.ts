import { add, multiply, type Rational, rational, subtract } from '../numbers/rational.js';
import { nextRating } from '../rubric/scale.js';
import type { Judged, JudgedDimension } from './judged.js';
import { type PoolRule, poolRatings } from './pool.js';

/** What the next rating of one dimension would make of a score. */
export interface NextStep {
  readonly dimension: JudgedDimension;
  readonly exact: Rational;
  /** All dimensions, with that rating. */
  readonly dimensions: readonly JudgedDimension[];
}

/**
 * For each dimension that was rated: the score with its next rating up or down, where it is not at the end of the
 * scale; in a panel, with that of each of its interviewers.
 */
export function nextSteps(
  { score: { exact, units }, dimensions, scale, rules }: Pick<Judged, 'score' | 'dimensions' | 'scale' | 'rules'>,
  step: 'up' | 'down',
): readonly NextStep[] {
  if (!exact) return [];
  const now = rational(BigInt(exact.numerator), BigInt(exact.denominator));
  const rated = dimensions.reduce((sum, { rating }, at) => sum + (isUnrated(rating) ? 0 : (units[at] ?? 0)), 0);
  return dimensions.flatMap((dimension, at): readonly NextStep[] => {
    const ratings = ratingsIn(dimension);
    const pool = rules.pool ?? 'mean';
    // Whose of two equal ratings it is makes no difference.
    return [...new Set(ratings)].flatMap((before): readonly NextStep[] => {
      const after = nextRating(before, step, scale);
      if (after === undefined) return [];
      const moved = ratings.with(ratings.indexOf(before), after);
      const change = subtract(exactly(moved, pool), exactly(ratings, pool));
      const share = rational(BigInt(units[at] ?? 0), BigInt(rated));
      const stepped = { ...dimension, rating: poolRatings(moved, pool), ratings: moved };
      return [{ dimension, exact: add(now, multiply(change, share)), dimensions: dimensions.with(at, stepped) }];
    });
  });
}

function exactly(ratings: readonly number[], pool: PoolRule): Rational {
  const { numerator, denominator } = poolRatings(ratings, pool);
  return rational(BigInt(numerator), BigInt(denominator));
}

function isUnrated(rating: JudgedDimension['rating']): boolean {
  return rating === 'not-assessed' || rating === 'not-applicable';
}

/** What each interviewer gave. */
function ratingsIn({ rating, ratings = [] }: JudgedDimension): readonly number[] {
  if (ratings.length > 0) return ratings;
  return typeof rating === 'number' ? [rating] : [];
}
