import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  compareRational,
  divide,
  formatRational,
  multiply,
  rational,
  roundHalfUp,
  subtract,
  toNumber,
} from '../../../src/core/numbers/rational.js';

const anyRational = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

test('a fraction is kept in lowest terms with the sign above', () => {
  expect(rational(345n, -90n)).toEqual({ numerator: -23n, denominator: 6n });
  expect(rational(0n, -7n)).toEqual({ numerator: 0n, denominator: 1n });
});

test('a denominator of 0 is refused', () => {
  expect(() => rational(1n, 0n)).toThrow(RangeError);
  expect(() => divide(rational(1n, 2n), rational(0n, 3n))).toThrow(RangeError);
});

test.each([
  [2n, 3n, '0.67'],
  [1n, 200n, '0.01'],
  [-1n, 200n, '0.00'],
  [-3n, 200n, '-0.01'],
  [227n, 60n, '3.78'],
  [-7n, 2n, '-3.50'],
])('%d/%d shows as %s, rounded half up', (numerator, denominator, expected) => {
  expect(formatRational(rational(numerator, denominator), 2)).toBe(expected);
});

test('without decimals there is no point', () => {
  expect(formatRational(rational(5n, 2n), 0)).toBe('3');
});

test('what is added can be taken away, and what is multiplied divided, at any size', () => {
  fc.assert(
    fc.property(anyRational, anyRational, (a, b) => {
      expect(subtract(add(a, b), b)).toEqual(a);
      if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
    }),
  );
});

test('comparison agrees with subtraction, and rounding is never more than half a unit off', () => {
  fc.assert(
    fc.property(anyRational, anyRational, (a, b) => {
      const difference = subtract(a, b).numerator;
      expect(compareRational(a, b)).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1);
      const off = subtract(rational(roundHalfUp(a, 2), 100n), a);
      expect(Math.abs(toNumber(off))).toBeLessThanOrEqual(0.005);
    }),
  );
});
