import { checkDegreesOfFreedom, type Distribution, fromTails } from './distribution.js';
import { incompleteGamma } from './gamma.js';

/**
 * Chi-square, with degrees of freedom that can be a fraction.
 *
 * @throws RangeError when degrees of freedom aren't above 0
 * @see Abramowitz & Stegun (1964), 26.4.19
 * @example chiSquareDistribution(1).upper(3.84) // 0.0500…
 */
export function chiSquareDistribution(degreesOfFreedom: number): Distribution {
  checkDegreesOfFreedom(degreesOfFreedom);
  return fromTails(
    (x) => incompleteGamma(degreesOfFreedom / 2, x / 2).lower,
    (x) => incompleteGamma(degreesOfFreedom / 2, x / 2).upper,
  );
}
