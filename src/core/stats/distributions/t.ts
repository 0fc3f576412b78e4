import type { Distribution } from './distribution.js';
import { fDistribution } from './f.js';
import { rootOf } from './symmetric.js';

/**
 * Student's t: its square is F with 1 and as many degrees of freedom, which can be a fraction.
 *
 * @throws RangeError when degrees of freedom aren't above 0
 * @see Abramowitz & Stegun (1964), 26.7
 * @example tDistribution(10).quantile(0.975) // 2.228…
 */
export function tDistribution(degreesOfFreedom: number): Distribution {
  return rootOf(fDistribution(1, degreesOfFreedom));
}
