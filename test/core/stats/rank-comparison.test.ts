import { expect, test } from 'vitest';
import { compareRanks } from '../../../src/core/stats/rank-comparison.js';

// Spearman's own measure on the ranks of seven, by hand: 1 − 6·Σd²/(n³ − n), with d² adding up to 10.
test('ranks by Spearman and Kendall, and the places all have moved', () => {
  const found = compareRanks([1, 2, 3, 4, 5, 6, 7], [2, 1, 3, 6, 5, 4, 7]);
  expect(found.spearman).toBeCloseTo(1 - (6 * 10) / (343 - 7), 12);
  expect(found.kendall).toBeCloseTo((21 - 2 * 4) / 21, 12);
  expect(found.places).toBe(6);
});

test('scores serve as ranks do, and those that are level share places', () => {
  expect(compareRanks([10, 30, 20], [0.1, 0.3, 0.2])).toMatchObject({ kendall: 1, places: 0 });
  expect(compareRanks([1, 2, 3], [1, 2, 2]).places).toBe(1);
  expect(compareRanks([1, 2], [3, 3])).toEqual({ kendall: undefined, spearman: undefined, places: 1 });
  expect(() => compareRanks([1], [1, 2])).toThrow(RangeError);
});
