import type { Fraction } from '../numbers/fraction.js';
import type { Rubric } from '../rubric/rubric.js';
import { meanRating } from '../rubric/scale.js';

/** How a panel's ratings of a dimension become one. */
export type PoolRule = NonNullable<Rubric['recommendation']['pool']>;

/** A rating that was pooled of several, exact, and how. */
export interface PooledFraction extends Fraction {
  /** What the rule comes to for so many ratings: of three, trimmed is the mean. */
  readonly by: PoolRule;
}

/** Ratings added up; every rule is the mean of some of them. */
export interface RatingSum {
  readonly sum: number;
  readonly count: number;
}

/** From so many ratings on, the highest and the lowest can be left out and more than one is left. */
const FEWEST_TO_TRIM = 4;

/** What a rule comes to for so many ratings. */
export function ruleFor(rule: PoolRule, count: number): PoolRule {
  // Of one or two ratings, the median is their mean.
  const isMean = rule === 'median' ? count < 3 : count < FEWEST_TO_TRIM;
  return isMean ? 'mean' : rule;
}

/** The ratings that a rule keeps, added up: all of them, the middle one or two, all but the highest and the lowest. */
export function keptRatings(ratings: readonly number[], rule: PoolRule): RatingSum {
  const acting = ruleFor(rule, ratings.length);
  if (acting === 'mean') return sumOf(ratings);
  const sorted = ratings.toSorted((a, b) => a - b);
  const { length } = sorted;
  const left = acting === 'trimmed' ? 1 : Math.floor((length - 1) / 2);
  return sumOf(sorted.slice(left, length - left));
}

/** Several ratings as one. */
export function poolRatings(ratings: readonly number[], rule: PoolRule): PooledFraction {
  const { sum, count } = keptRatings(ratings, rule);
  return { ...meanRating(sum, count), by: ruleFor(rule, ratings.length) };
}

function sumOf(ratings: readonly number[]): RatingSum {
  return { sum: ratings.reduce((all, rating) => all + rating, 0), count: ratings.length };
}
