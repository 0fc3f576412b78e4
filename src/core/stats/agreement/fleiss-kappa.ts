import { at, sumOf } from '../ratings/at.js';
import { codeRatings } from '../ratings/coded.js';
import { checkLevel } from '../ratings/no-value.js';
import { type Category, checkCategories, type DeclaredScale, type Ratings } from '../ratings/ratings.js';
import { type ChanceCorrected, chanceCorrected } from './chance-corrected.js';
import { requireScale } from './weighted-kappa.js';
import { type AgreementWeights, weightMatrix } from './weights.js';

export interface FleissOptions {
  /** Needed with weights; without them it is only checked against. */
  readonly scale?: DeclaredScale | undefined;
  /** `unweighted` unless given, as Fleiss had it. */
  readonly weights?: AgreementWeights | undefined;
  /** Of the interval; 0.95 unless given. */
  readonly level?: number | undefined;
}

/**
 * Fleiss' kappa: agreement of any number of interviewers, who needn't be the same for each candidate, on mere
 * categories. With missing cells and weights as Gwet generalised it.
 *
 * No value where nobody was rated by two, or all ratings are the same.
 *
 * @throws RangeError when rows differ in length, a rating isn't a finite number or text, or not on the scale
 * @see Fleiss (1971), https://doi.org/10.1037/h0031619; Gwet (2014), chapters 2 and 5 (missing cells, weights, its error)
 * @example fleissKappa([['a', 'a', 'b'], ['b', 'b', 'b']]).value // 0.25
 */
export function fleissKappa(ratings: Ratings<Category>, options: FleissOptions = {}): ChanceCorrected {
  const named = options.weights ?? 'unweighted';
  const scale = named === 'unweighted' ? options.scale : requireScale(options.scale);
  const { values, counts } = codeRatings(checkCategories(ratings), scale);
  const weights = weightMatrix(named, values);
  return chanceCorrected(counts, weights, { level: checkLevel(options.level ?? 0.95) }, (shares) => {
    const near = weights.map((row, k) =>
      sumOf(row.map((weight, l) => ((weight + at(at(weights, l), k)) / 2) * at(shares, l))),
    );
    const partOf = (own: readonly number[]) => sumOf(own.map((share, k) => share * at(near, k)));
    return { expected: partOf(shares), partOf };
  });
}
