import { expect, test } from 'vitest';
import { leastDifference } from '../../../src/core/stats/rank-range.js';
import { effectiveRaters, publishedError } from '../../../src/core/stats/score-error.js';

const SCALE = { min: 1, max: 5 };

// SD 0.8 and reliability .44 (Huffcutt and others 2013), by SD·√(1 − r) with Spearman-Brown.
test.each([
  [1, 0.6, 0.85],
  [3, 0.44, 0.62],
  [4, 0.39, 0.55],
])('%d interviewers: standard error %d, of a difference %d', (raters, error, difference) => {
  expect(publishedError(raters, SCALE)).toBeCloseTo(error, 2);
  expect(leastDifference(publishedError(raters, SCALE), publishedError(raters, SCALE)) / 1.96).toBeCloseTo(
    difference,
    1,
  );
});

test('a scale twice as wide has twice the error', () => {
  expect(publishedError(2, { min: 1, max: 9 })).toBeCloseTo(2 * publishedError(2, SCALE), 12);
});

test('without raters there is no error to tell', () => {
  expect(() => publishedError(0, SCALE)).toThrow(RangeError);
  expect(effectiveRaters([{ weight: 50, raters: 0 }])).toBeUndefined();
});

test('a dimension that few rated counts with its weight', () => {
  const parts = [
    { weight: 50, raters: 4 },
    { weight: 50, raters: 1 },
    { weight: 10, raters: 0 },
  ];
  expect(effectiveRaters(parts)).toBeCloseTo(1.6, 12);
});
