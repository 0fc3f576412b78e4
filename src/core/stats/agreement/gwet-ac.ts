import { at, sumOf } from '../ratings/at.js';
import { codeRatings } from '../ratings/coded.js';
import { checkLevel } from '../ratings/no-value.js';
import { type Category, checkCategories, type DeclaredScale, type Ratings } from '../ratings/ratings.js';
import { type ChanceCorrected, chanceCorrected } from './chance-corrected.js';
import { requireScale } from './weighted-kappa.js';
import { type AgreementWeights, weightMatrix } from './weights.js';

export interface GwetOptions {
  /** All ratings that could be given: those that nobody gave change the value. */
  readonly scale: DeclaredScale;
  /** AC1 is `unweighted`, which is taken unless given; AC2 any other. */
  readonly weights?: AgreementWeights | undefined;
  /** Of the interval; 0.95 unless given. */
  readonly level?: number | undefined;
  /** For each row, whose it is, where a candidate has several: only candidates are then taken as independent. */
  readonly clusters?: readonly Category[] | undefined;
}

/**
 * Gwet's AC1 and AC2: agreement of any number of interviewers that doesn't fall to 0 when almost all ratings are the
 * same, as kappa and alpha do. 1 where all are. The interval is by t with one degree of freedom less than candidates.
 *
 * Missing cells are allowed; no value where nobody was rated by two.
 *
 * @throws RangeError when rows differ in length, a rating isn't on the scale, or a matrix of weights doesn't fit it, or
 *   clusters aren't one for each row
 * @see Gwet (2008), https://doi.org/10.1348/000711006X126600 (AC1); Gwet (2014), chapters 3 and 5 (AC2, its error)
 * @example gwetAC([[4, 4], [4, 4], [4, 5]], { scale: { min: 1, max: 5 }, weights: 'quadratic' }).value // 0.971…
 */
export function gwetAC(ratings: Ratings<Category>, options: GwetOptions): ChanceCorrected {
  const { values, counts } = codeRatings(checkCategories(ratings), requireScale(options?.scale));
  const weights = weightMatrix(options.weights ?? 'unweighted', values);
  const total = sumOf(weights.map(sumOf));
  // On a scale of one rating nobody can differ: no chance to take off.
  const factor = values.length === 1 ? 0 : total / (values.length * (values.length - 1));
  const sampling = { level: checkLevel(options.level ?? 0.95), clusters: options.clusters };
  return chanceCorrected(counts, weights, sampling, (shares) => {
    const partOf = (own: readonly number[]) => factor * sumOf(own.map((share, k) => share * (1 - at(shares, k))));
    return { expected: partOf(shares), partOf };
  });
}
