import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainWeightFlips } from '../../../src/core/stats/plain-weight-flips.js';

test('the weights at which two are level, by hand', () => {
  expect(plainWeightFlips([5, 2], [3, 4], [60, 40])).toEqual([
    { criterion: 0, from: 0.6, to: 0.5 },
    { criterion: 1, from: 0.4, to: 0.5 },
  ]);
  // 0.1·w more on the one against 0.2 on the other: level where it has two thirds, in decimals no double holds.
  expect(plainWeightFlips([0.3, 0.1], [0.2, 0.3], [0.9, 0.1])[0]!.to).toBeCloseTo(2 / 3, 15);
});

test('where the one ahead is as good on every criterion, no weight can turn it, nor where it isn’t ahead', () => {
  expect(plainWeightFlips([20, -70], [10, -80], [1, 1])).toEqual([]);
  expect(plainWeightFlips([10, -70], [10, -80], [1, 1])).toEqual([]);
  expect(plainWeightFlips([1, 2], [3, 4], [1, 1])).toEqual([]);
  const values = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(values, values, (low, more) => {
      const high = low.map((value, at) => value + more[at]! - 1);
      expect(plainWeightFlips(high, low, [50, 30, 20])).toEqual([]);
    }),
  );
});

test('what has no weighted mean is refused', () => {
  expect(() => plainWeightFlips([1], [1, 2], [1])).toThrow('for each criterion');
  expect(() => plainWeightFlips([Number.NaN], [1], [1])).toThrow('finite');
  expect(() => plainWeightFlips([1, 2], [2, 1], [1, -1])).toThrow('not below 0');
  expect(plainWeightFlips([1, 2], [2, 1], [0, 0])).toEqual([]);
});
