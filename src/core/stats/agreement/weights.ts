import { at } from '../ratings/at.js';
import type { Category } from '../ratings/ratings.js';

/** A square matrix over the ratings of the scale, in its order. */
export type Matrix = readonly (readonly number[])[];

/**
 * How much two different ratings agree. `unweighted`: not at all. `linear`, `quadratic`: 1 less the distance, or its
 * square, over the width of the scale. `ordinal`: Gwet's, by how many ratings lie between; it isn't Krippendorff's
 * ordinal metric. Or a matrix of one's own, of agreement (1 for the same rating) or of disagreement (0 for the same).
 */
export type AgreementWeights =
  | 'unweighted'
  | 'linear'
  | 'quadratic'
  | 'ordinal'
  | { readonly agreement: Matrix }
  | { readonly disagreement: Matrix };

/**
 * The agreement of each rating of the scale with each, 1 for the same. Text has no size: there the position counts.
 *
 * @throws RangeError when a matrix has not a row and a column for each rating, or all its disagreements are 0
 * @see Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapter 3 (linear, quadratic, ordinal)
 * @see Cohen (1968), https://doi.org/10.1037/h0026256 (weights of one's own)
 */
export function weightMatrix(weights: AgreementWeights, values: readonly Category[]): Matrix {
  if (typeof weights === 'string') return namedWeights(weights, values);
  if ('agreement' in weights) return checkMatrix(weights.agreement, values.length);
  const matrix = checkMatrix(weights.disagreement, values.length);
  const most = Math.max(...matrix.flat());
  if (!(most > 0)) throw new RangeError('weights of disagreement are above 0 for some two ratings');
  return matrix.map((row) => row.map((disagreement) => 1 - disagreement / most));
}

function namedWeights(name: Extract<AgreementWeights, string>, values: readonly Category[]): Matrix {
  const sizes = values.map((value, position) => (typeof value === 'number' ? value : position));
  const width = Math.max(...sizes) - Math.min(...sizes) || 1;
  const most = pairsAmong(values.length) || 1;
  const agreement: Record<typeof name, (a: number, b: number) => number> = {
    unweighted: () => 0,
    linear: (a, b) => 1 - Math.abs(at(sizes, a) - at(sizes, b)) / width,
    quadratic: (a, b) => 1 - ((at(sizes, a) - at(sizes, b)) / width) ** 2,
    ordinal: (a, b) => 1 - pairsAmong(Math.abs(a - b) + 1) / most,
  };
  const own = agreement[name];
  if (own === undefined)
    throw new RangeError(`weights are unweighted, linear, quadratic, ordinal or a matrix, not ${name}`);
  return values.map((_a, a) => values.map((_b, b) => (a === b ? 1 : own(a, b))));
}

function pairsAmong(count: number): number {
  return (count * (count - 1)) / 2;
}

function checkMatrix(matrix: Matrix, size: number): Matrix {
  if (matrix.length !== size || matrix.some((row) => row.length !== size || !row.every(Number.isFinite))) {
    throw new RangeError(`weights are ${size} rows of ${size} finite numbers, one for each rating of the scale`);
  }
  return matrix;
}
