import { wholeUnits } from '../numbers/decimal.js';
import { fromWhole, type Rational, toNumber } from '../numbers/rational.js';
import { weightFlips } from './weight-flip.js';

/** A change of one weight, the others keeping their proportions, at which two weighted means become equal. */
export interface PlainWeightFlip {
  /** Position of the criterion whose weight changes. */
  readonly criterion: number;
  /** Shares of the whole weight, 0 to 1: the present one, and the one beyond which the order is reversed. */
  readonly from: number;
  readonly to: number;
}

/**
 * For each criterion, the weight beyond which the one ahead falls behind when that weight alone changes; criteria that
 * can't do it at any weight are left out. Empty when none can, which is always so where the one ahead is at least as good
 * on every criterion, and when it isn't ahead. Decided exactly, on the decimals as they are written.
 *
 * Of a criterion of which less is better, give the values with the opposite sign.
 *
 * @throws RangeError when the lists differ in length, a value isn't a finite number, or a weight is below 0
 * @see Triantaphyllou & Sánchez (1997), https://doi.org/10.1111/j.1540-5915.1997.tb01306.x (the smallest change of a weight)
 * @example weightFlips([5, 2], [3, 4], [60, 40]) // [{ criterion: 0, from: 0.6, to: 0.5 }, { criterion: 1, from: 0.4, to: 0.5 }]
 */
export function plainWeightFlips(
  ahead: readonly number[],
  behind: readonly number[],
  weights: readonly number[],
): readonly PlainWeightFlip[] {
  if (ahead.length !== behind.length || ahead.length !== weights.length) {
    throw new RangeError('a value of each of the two and a weight are needed for each criterion');
  }
  if (![...ahead, ...behind, ...weights].every(Number.isFinite)) throw new RangeError('values are finite numbers');
  if (weights.some((weight) => weight < 0)) throw new RangeError('weights are not below 0');
  const values = exact([...ahead, ...behind]);
  const flips = weightFlips(values.slice(0, ahead.length), values.slice(ahead.length), exact(weights));
  return flips.map(({ criterion, from, to }) => ({ criterion, from: toNumber(from), to: toNumber(to) }));
}

/** In whatever unit makes all of them whole: flips don't depend on it. */
function exact(values: readonly number[]): readonly Rational[] {
  return wholeUnits(values).map(fromWhole);
}
