/** An exact number of any size: lowest terms, the denominator above 0. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

/** @throws RangeError when the denominator is 0 */
export function rational(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 0n) throw new RangeError('the denominator is 0');
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  const sign = denominator < 0n ? -1n : 1n;
  const positive = divisor < 0n ? -divisor : divisor;
  return { numerator: (sign * numerator) / positive, denominator: (sign * denominator) / positive };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

export function fromWhole(value: number): Rational {
  return { numerator: BigInt(value), denominator: 1n };
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @throws RangeError when `b` is 0 */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Below 0, 0 or above 0: whether `a` is smaller than, equal to or larger than `b`. */
export function compareRational(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export function signOf({ numerator }: Rational): -1 | 0 | 1 {
  return numerator === 0n ? 0 : numerator < 0n ? -1 : 1;
}

export function absolute(value: Rational): Rational {
  return value.numerator < 0n ? { ...value, numerator: -value.numerator } : value;
}

/** The number in units of 10^-places, rounded half up, towards plus infinity: 2/3 in hundredths is 67, -1/8 is -12. */
export function roundHalfUp({ numerator, denominator }: Rational, places: number): bigint {
  const doubled = 2n * numerator * 10n ** BigInt(places) + denominator;
  const quotient = doubled / (2n * denominator);
  return doubled < 0n && doubled % (2n * denominator) !== 0n ? quotient - 1n : quotient;
}

/** A decimal with `places` digits, rounded half up: 2/3 is `0.67`. */
export function formatRational(value: Rational, places: number): `${number}` {
  const units = roundHalfUp(value, places);
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const sign = units < 0n ? '-' : '';
  const text = places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return text as `${number}`;
}

/** The nearest floating-point number: for statistics that are estimates, and for JSON beside the exact value. */
export function toNumber({ numerator, denominator }: Rational): number {
  const [over, under] = [Number(numerator), Number(denominator)];
  if (Number.isFinite(over) && Number.isFinite(under)) return over / under;
  // Both without the digits that no floating-point number has room for.
  const excess = BigInt(Math.max(0, ...[numerator, denominator].map((value) => value.toString(16).length * 4 - 1000)));
  return Number(numerator >> excess) / Number(denominator >> excess);
}
