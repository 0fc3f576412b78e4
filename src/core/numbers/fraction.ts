import { decimalPlaces, greatestCommonDivisor, toUnits } from './decimal.js';

/** A fraction of whole numbers; the denominator is above 0. With `bigint` where a product could pass 2^53. */
export interface Fraction<Whole extends number | bigint = number> {
  readonly numerator: Whole;
  readonly denominator: Whole;
}

/** Whether `value` is at least the decimal `limit`: by cross-multiplication, so nothing is rounded. */
export function isAtLeast(value: Fraction<number | bigint>, limit: number): boolean {
  return compareToDecimal(value, limit) >= 0;
}

/** Whether `value` is at most the decimal `limit`, as exactly. */
export function isAtMost(value: Fraction<number | bigint>, limit: number): boolean {
  return compareToDecimal(value, limit) <= 0;
}

function compareToDecimal({ numerator, denominator }: Fraction<number | bigint>, limit: number): -1 | 0 | 1 {
  const places = decimalPlaces(limit);
  const units = toUnits(limit, places);
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    return signOf(numerator * 10 ** places, units * denominator);
  }
  return signOf(BigInt(numerator) * 10n ** BigInt(places), BigInt(units) * BigInt(denominator));
}

function signOf<Whole extends number | bigint>(left: Whole, right: Whole): -1 | 0 | 1 {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The same number with the smallest numerator and denominator: 10/4 is 5/2. */
export function lowestTerms({ numerator, denominator }: Fraction): Fraction {
  const divisor = greatestCommonDivisor(Math.abs(numerator), denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}
