import { codeRatings } from '../ratings/coded.js';
import { type Category, checkCategories, type DeclaredScale, type Ratings } from '../ratings/ratings.js';
import { type Kappa, type KappaOptions, twoRaterKappa } from './two-rater-kappa.js';
import { type AgreementWeights, weightMatrix } from './weights.js';

export interface WeightedKappaOptions extends KappaOptions {
  /** All ratings that could be given: those that nobody gave change the value. */
  readonly scale: DeclaredScale;
  /** `quadratic` unless given. */
  readonly weights?: AgreementWeights | undefined;
}

/**
 * Cohen's kappa of two interviewers in which near ratings agree in part. Quadratic weights run higher than linear ones
 * on the same ratings: labels for one don't suit the other.
 *
 * Two columns. No value where nobody was rated by both, or all of it is one rating.
 *
 * @throws RangeError when there aren't two columns, a rating isn't on the scale, or a matrix of weights doesn't fit it
 * @see Cohen (1968), https://doi.org/10.1037/h0026256
 * @example weightedKappa([[1, 2], [4, 4], [3, 5]], { scale: { min: 1, max: 5 }, weights: 'linear' }).value // 0.4
 */
export function weightedKappa(ratings: Ratings<Category>, options: WeightedKappaOptions): Kappa {
  const coded = codeRatings(checkCategories(ratings), requireScale(options?.scale));
  return twoRaterKappa(coded, weightMatrix(options.weights ?? 'quadratic', coded.values), options);
}

/** @throws RangeError when there is none: to guess it from what occurs gives another number */
export function requireScale(scale: DeclaredScale | undefined): DeclaredScale {
  if (scale === undefined) throw new RangeError('weights depend on the scale: give it, such as { min: 1, max: 5 }');
  return scale;
}
