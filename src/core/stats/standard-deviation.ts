/**
 * Standard deviation of a sample: the square root of the squared deviations from the mean over n − 1.
 *
 * In the unit of the values; 0 when all are equal. `undefined` for fewer than two values, where n − 1 is 0.
 *
 * @see Bessel's correction, https://en.wikipedia.org/wiki/Bessel%27s_correction
 * @example standardDeviation([2, 4, 4, 4, 5, 5, 7, 9]) // 2.138…
 */
export function standardDeviation(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined;
  return Math.sqrt(squaredDeviations(values) / (values.length - 1));
}

/** Sum of the squared deviations from the mean; 0 for fewer than two values. */
export function squaredDeviations(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
