import { tDistribution } from '../distributions/t.js';
import { meanOf, sumOf } from '../ratings/at.js';
import { around, type Interval } from '../ratings/no-value.js';
import { withoutRounding } from '../ratings/rounding.js';

/**
 * The interval of a statistic by leaving out one of `units` after the other, by t with one degree of freedom less than
 * units. `undefined` where there are fewer than two, the statistic has no value without some, or has the same whichever is
 * left out.
 *
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 11
 */
export function jackknifeInterval(
  value: number,
  units: number,
  level: number,
  statistic: (leftOut: number) => number | undefined,
): Interval | undefined {
  const without = Array.from({ length: units }, (_unit, leftOut) => statistic(leftOut));
  const values = without.filter((one) => one !== undefined);
  if (units < 2 || values.length < units) return undefined;
  const mean = meanOf(values);
  const squares = withoutRounding(sumOf(values.map((one) => (one - mean) ** 2)), 0, mean * Math.sqrt(units));
  const error = Math.sqrt(((units - 1) / units) * squares);
  return around(value, error * tDistribution(units - 1).quantile((1 + level) / 2));
}
