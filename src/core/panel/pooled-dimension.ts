import { type Rational, rational } from '../numbers/rational.js';
import { isRated, type Rating } from '../rubric/scale.js';
import type { FormDimension } from './edition.js';
import type { Voice } from './member.js';

/** One dimension over the interviewers of a panel. */
export interface PooledDimension {
  readonly dimension: FormDimension;
  /** One for each voice, in their order. */
  readonly ratings: readonly Rating[];
  /** Rated when anybody rated it; else not applicable when anybody said so; else not assessed. */
  readonly state: 'rated' | 'not-assessed' | 'not-applicable';
  /** How many rated it, the sum of what they gave, the lowest and the highest; 0 where nobody did. */
  readonly count: number;
  readonly sum: number;
  readonly lowest: number;
  readonly highest: number;
}

/** The dimension at position `at` of the form. */
export function poolDimension(dimension: FormDimension, at: number, voices: readonly Voice[]): PooledDimension {
  const ratings = voices.map((voice) => voice.ratings[at] ?? 'not-assessed');
  let count = 0;
  let sum = 0;
  let lowest = 0;
  let highest = 0;
  for (const rating of ratings) {
    if (!isRated(rating)) continue;
    lowest = count === 0 ? rating : Math.min(lowest, rating);
    highest = count === 0 ? rating : Math.max(highest, rating);
    sum += rating;
    count += 1;
  }
  const unrated = ratings.includes('not-applicable') ? 'not-applicable' : 'not-assessed';
  return { dimension, ratings, state: count > 0 ? 'rated' : unrated, count, sum, lowest, highest };
}

/** The mean of what the interviewers gave; `undefined` where nobody rated. */
export function meanOf({ sum, count }: Pick<PooledDimension, 'sum' | 'count'>): Rational | undefined {
  return count === 0 ? undefined : rational(BigInt(sum), BigInt(count));
}
