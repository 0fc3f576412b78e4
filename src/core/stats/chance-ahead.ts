import { normalDistribution } from './distributions/normal.js';

/**
 * The chance that one value is truly above another that is measured `difference` lower, both with normal errors and
 * nothing known beside: Φ(difference / √(error² + other²)). 0.5 where they are level; 1 or 0 where neither errs.
 *
 * @param error the standard errors of the two values, each 0 or more
 * @throws RangeError when an error is below 0, or anything isn't a finite number
 * @example chanceAhead(0.5, 0.4, 0.4) // 0.811…
 */
export function chanceAhead(difference: number, error: number, other: number): number {
  if (!Number.isFinite(difference)) throw new RangeError(`a difference is a finite number, not ${difference}`);
  for (const one of [error, other]) {
    if (!(one >= 0 && one < Infinity)) throw new RangeError(`a standard error is 0 or more, not ${one}`);
  }
  const both = Math.hypot(error, other);
  if (both === 0) return difference === 0 ? 0.5 : Number(difference > 0);
  return normalDistribution.lower(difference / both);
}
