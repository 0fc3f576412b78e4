import { decimalPlaces, toUnits } from './decimal.js';

/** A fraction of whole numbers; the denominator is above 0. With `bigint` where a product could pass 2^53. */
export interface Fraction<Whole extends number | bigint = number> {
  readonly numerator: Whole;
  readonly denominator: Whole;
}

/** Whether `value` is at least the decimal `limit`: by cross-multiplication, so nothing is rounded. */
export function isAtLeast(value: Fraction<number | bigint>, limit: number): boolean {
  const places = decimalPlaces(limit);
  const units = toUnits(limit, places);
  const { numerator, denominator } = value;
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    return numerator * 10 ** places >= units * denominator;
  }
  return BigInt(numerator) * 10n ** BigInt(places) >= BigInt(units) * BigInt(denominator);
}
