import { incompleteBeta } from './beta.js';
import { checkDegreesOfFreedom, type Distribution, fromTails } from './distribution.js';

/**
 * Snedecor's F, with the degrees of freedom of the numerator and of the denominator; they can be fractions.
 *
 * @throws RangeError when degrees of freedom aren't above 0
 * @see Abramowitz & Stegun (1964), 26.6.2
 * @example fDistribution(3, 10).quantile(0.95) // 3.708…
 */
export function fDistribution(numerator: number, denominator: number): Distribution {
  checkDegreesOfFreedom(numerator);
  checkDegreesOfFreedom(denominator);
  const tails = (x: number) => {
    const scaled = numerator * x;
    const whole = scaled + denominator;
    if (whole === Infinity) return { lower: 1, upper: 0 };
    return incompleteBeta(numerator / 2, denominator / 2, scaled / whole, denominator / whole);
  };
  return fromTails(
    (x) => tails(x).lower,
    (x) => tails(x).upper,
  );
}
