import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBorder, RATING_KEY } from '../../../src/core/rubric/rating-key.js';

test.each([
  ['2-3', { low: 2, high: 3 }],
  ['-1-0', { low: -1, high: 0 }],
  ['-2--1', { low: -2, high: -1 }],
  ['2.5-3', { low: 2.5, high: 3 }],
  ['-0.5-0', { low: -0.5, high: 0 }],
  ['9-10', { low: 9, high: 10 }],
  ['3', undefined],
  ['-3', undefined],
  ['3-', undefined],
  ['--1-0', undefined],
  ['1.25-2', undefined],
  ['01-2', undefined],
  ['1 - 2', undefined],
])('the border %j is %o', (key, border) => {
  expect(parseBorder(key)).toEqual(border);
});

test('any two ratings with a hyphen between them are read as those two', () => {
  const rating = fc.integer({ min: -20, max: 200 }).map((halves) => halves / 2);
  fc.assert(
    fc.property(rating, rating, (low, high) => {
      expect(RATING_KEY.test(String(low))).toBe(true);
      expect(parseBorder(`${low}-${high}`)).toEqual({ low, high });
    }),
  );
});
