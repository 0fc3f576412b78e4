import { expect, test } from 'vitest';
import { kendallTau } from '../../../src/core/stats/kendall-tau.js';

// scikit-criteria's tutorial on comparing rankings (rankcmp.ipynb): nine alternatives by three methods.
const TOPSIS = [6, 2, 1, 8, 5, 3, 4, 7, 9];
const WEIGHTED_SUM = [8, 2, 1, 7, 3, 5, 6, 4, 9];
const WEIGHTED_PRODUCT = [6, 2, 1, 9, 3, 5, 4, 7, 8];

test.each([
  [TOPSIS, WEIGHTED_SUM, 0.666667],
  [TOPSIS, WEIGHTED_PRODUCT, 0.777778],
  [WEIGHTED_SUM, WEIGHTED_PRODUCT, 0.666667],
])('%j and %j agree by %d', (a, b, expected) => {
  expect(kendallTau(a, b)).toBeCloseTo(expected, 6);
});

test('the same order is 1, the opposite one −1, and one with a tie in between', () => {
  expect(kendallTau([1, 2, 3], [10, 20, 30])).toBe(1);
  expect(kendallTau([1, 2, 3], [3, 2, 1])).toBe(-1);
  expect(kendallTau([1, 2, 3], [1, 2, 2])).toBeCloseTo(2 / Math.sqrt(6), 12);
});

test('where everything is level there is nothing to agree on', () => {
  expect(kendallTau([1, 1], [1, 2])).toBeUndefined();
  expect(() => kendallTau([1], [1, 2])).toThrow(RangeError);
});
