import { chiSquareDistribution } from './chi-square.js';
import type { Distribution } from './distribution.js';
import { rootOf } from './symmetric.js';

/**
 * The normal distribution with mean 0 and standard deviation 1: its square is chi-square with one degree of freedom.
 *
 * @see Abramowitz & Stegun (1964), 26.4.2
 * @example normalDistribution.quantile(0.975) // 1.959…
 */
export const normalDistribution: Distribution = rootOf(chiSquareDistribution(1));
