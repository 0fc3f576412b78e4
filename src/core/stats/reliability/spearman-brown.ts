import { decimalPlaces } from '../../numbers/decimal.js';
import { divide, multiply, ONE, type Rational, rational, subtract } from '../../numbers/rational.js';

/**
 * Spearman and Brown's formula: the reliability of the mean of `raters`, from that of one. `raters` may be a fraction.
 *
 * @throws RangeError for a reliability outside 0 to 1, or no raters
 * @see Spearman (1910) and Brown (1910), British Journal of Psychology 3
 * @example spearmanBrown(0.44, 3) // 0.702…
 */
export function spearmanBrown(single: number, raters: number): number {
  if (!(single >= 0 && single <= 1) || !(raters > 0)) throw new RangeError('a reliability lies between 0 and 1');
  return (raters * single) / (1 + (raters - 1) * single);
}

/**
 * How many raters it takes until their mean has a reliability, as a fraction: 5.1 means six people. Exact for decimals,
 * so that a target that is reached by four isn't taken for five.
 *
 * @throws RangeError where one of the two is not above 0 and below 1
 * @example ratersFor(0.44, 0.8) // 56/11, about 5.1
 */
export function ratersFor(single: number, target: number): Rational {
  if (!(single > 0 && single < 1 && target > 0 && target < 1)) {
    throw new RangeError('a reliability to reach, and one to begin with, lie between 0 and 1');
  }
  const [from, to] = [fromDecimal(single), fromDecimal(target)];
  return divide(multiply(to, subtract(ONE, from)), multiply(from, subtract(ONE, to)));
}

function fromDecimal(value: number): Rational {
  const power = 10 ** decimalPlaces(value);
  return rational(BigInt(Math.round(value * power)), BigInt(power));
}
