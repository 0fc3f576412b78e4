import { codeRatings } from '../ratings/coded.js';
import { type Category, checkCategories, type DeclaredScale, type Ratings } from '../ratings/ratings.js';
import { type Kappa, type KappaOptions, twoRaterKappa } from './two-rater-kappa.js';
import { weightMatrix } from './weights.js';

export interface CohenKappaOptions extends KappaOptions {
  /** Checked against where given; without weights it changes nothing. */
  readonly scale?: DeclaredScale | undefined;
}

/**
 * Cohen's kappa of two interviewers, whose ratings are mere categories: a 4 against a 5 counts as much as against a 1.
 *
 * Two columns, numbers or text. No value where nobody was rated by both, or all of it is one category.
 *
 * @throws RangeError when there aren't two columns, or a rating isn't a finite number or text, or not on the scale
 * @see Cohen (1960), https://doi.org/10.1177/001316446002000104
 * @example cohenKappa([['yes', 'yes'], ['no', 'yes'], ['no', 'no']]).value // 0.4
 */
export function cohenKappa(ratings: Ratings<Category>, options: CohenKappaOptions = {}): Kappa {
  const coded = codeRatings(checkCategories(ratings), options.scale);
  return twoRaterKappa(coded, weightMatrix('unweighted', coded.values), options);
}
