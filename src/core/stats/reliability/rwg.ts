import { codeRatings } from '../ratings/coded.js';
import { type Estimate, noValue } from '../ratings/no-value.js';
import { type CheckedRatings, checkRatings, type DeclaredScale, type Ratings } from '../ratings/ratings.js';
import { squaredDeviations } from '../standard-deviation.js';

export interface RwgOptions {
  /** All ratings that could be given. */
  readonly scale: DeclaredScale<number>;
}

/** How far the interviewers of one candidate agree. */
export interface Rwg extends Estimate {
  /** Of the candidate's ratings, n − 1 below the line. */
  readonly variance: number | undefined;
  readonly ratings: number;
}

/**
 * r*wg for each candidate: 1 less the variance of the ratings over the one that ratings by chance would have, all of the
 * scale being as likely: 2 from 1 to 5. 1 where all agree; below 0 where they differ more than by chance.
 *
 * No value for a candidate with fewer than two ratings.
 *
 * @throws RangeError when rows differ in length, a rating isn't on the scale, or it has only one
 * @see James, Demaree & Wolf (1984), https://doi.org/10.1037/0021-9010.69.1.85; Finn (1970) (a single item)
 * @example rwg([[4, 5], [1, 5]], { scale: { min: 1, max: 5 } }).map(({ value }) => value) // [0.75, -3]
 */
export function rwg(ratings: Ratings, { scale }: RwgOptions): readonly Rwg[] {
  const checked: CheckedRatings = checkRatings(ratings);
  const { values } = codeRatings(checked, scale);
  const byChance = squaredDeviations(values.map(Number)) / values.length;
  if (byChance === 0) throw new RangeError('on a scale of one rating nobody can differ');
  return checked.map((row) => {
    const given = row.filter((rating) => rating !== undefined);
    if (given.length < 2) return { ...noValue('no-pairs'), variance: undefined, ratings: given.length };
    const variance = squaredDeviations(given) / (given.length - 1);
    return { value: 1 - variance / byChance, variance, ratings: given.length };
  });
}
