/** Weights, bands and coverage are decimals with at most this many digits after the point. */
export const MAX_DECIMALS = 4;

/** Digits after the point in the shortest decimal that names the number: 12.5 has 1, 1e-7 has 7. */
export function decimalPlaces(value: number): number {
  // The usual ones without printing: a whole number over 10^places is the nearest to the decimal, so equal to it.
  for (let places = 0; places <= MAX_DECIMALS; places += 1) {
    if (Math.round(value * 10 ** places) / 10 ** places === value) return places;
  }
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const fraction = mantissa.split('.')[1]?.length ?? 0;
  return Math.max(0, fraction - Number(exponent));
}

/**
 * A decimal as a whole number of units of 10^-places: `toUnits(12.5, 2)` is 1250. Exact for the decimals a rubric may
 * hold.
 */
export function toUnits(value: number, places: number): number {
  return Math.round(value * 10 ** places);
}

/** The exact sum of two decimals that a rubric may hold: 3.3 and -0.15 are 3.15. */
export function addDecimals(a: number, b: number): number {
  return (toUnits(a, MAX_DECIMALS) + toUnits(b, MAX_DECIMALS)) / 10 ** MAX_DECIMALS;
}

/** Decimals as whole numbers of the one smallest unit that all of them need: 12.5 and 10 are 125 and 100. */
export function wholeUnits(values: readonly number[]): readonly number[] {
  const places = values.reduce((most, value) => Math.max(most, decimalPlaces(value)), 0);
  return values.map((value) => toUnits(value, places));
}

/** `numerator / denominator` in hundredths, rounded half up: -1/8 is -12. Both are whole, the denominator above 0. */
export function hundredthsHalfUp(numerator: number, denominator: number): number {
  return Math.floor((200 * numerator + denominator) / (2 * denominator));
}

/** A number with two decimals. */
export function formatDecimal(value: number): `${number}` {
  return value.toFixed(2) as `${number}`;
}

/** Hundredths as a decimal: 383 is `3.83`. */
export function formatHundredths(hundredths: number): `${number}` {
  return formatDecimal(hundredths / 100);
}

/** The greatest common divisor of two whole numbers from 0; that of 0 and 0 is 0. */
export function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  // This ends for any two numbers: a remainder of NaN is not above 0.
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
