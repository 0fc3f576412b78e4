import { expect, test } from 'vitest';
import { greatestCommonDivisor } from '../../../src/core/numbers/decimal.js';

test.each([
  [345, 90, 15],
  [23, 6, 1],
  [0, 4, 4],
  [0, 0, 0],
])('the greatest common divisor of %d and %d is %d', (a, b, divisor) => {
  expect(greatestCommonDivisor(a, b)).toBe(divisor);
});

test.each([
  [Number.NaN, 7],
  [7, Number.NaN],
  [Number.POSITIVE_INFINITY, 7],
  [7, Number.POSITIVE_INFINITY],
])('looking for the greatest common divisor of %d and %d comes to an end', (a, b) => {
  expect(() => greatestCommonDivisor(a, b)).not.toThrow();
});
