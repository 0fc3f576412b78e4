import { add, divide, multiply, type Rational, ZERO } from '../numbers/rational.js';

/**
 * The weighted mean of values, exactly; weights need not add up to anything. `undefined` when they add up to 0.
 *
 * @throws RangeError when there are not as many weights as values
 * @example weightedMean([fromWhole(4), fromWhole(1)], [fromWhole(2), fromWhole(1)]) // 3
 */
export function weightedMean(values: readonly Rational[], weights: readonly Rational[]): Rational | undefined {
  if (values.length !== weights.length) throw new RangeError('as many weights as values are needed');
  const total = weights.reduce(add, ZERO);
  if (total.numerator === 0n) return undefined;
  const sum = values.reduce((sum, value, at) => add(sum, multiply(value, weights[at] ?? ZERO)), ZERO);
  return divide(sum, total);
}
