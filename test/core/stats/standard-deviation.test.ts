import { expect, test } from 'vitest';
import { squaredDeviations, standardDeviation } from '../../../src/core/stats/standard-deviation.js';

test('of a sample, over n − 1', () => {
  expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2.13809, 5);
  expect(squaredDeviations([2, 4, 4, 4, 5, 5, 7, 9])).toBe(32);
});

test('of equal values 0, of a single one undefined', () => {
  expect(standardDeviation([3, 3, 3])).toBe(0);
  expect(standardDeviation([3])).toBeUndefined();
});
