import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsOf } from '../../../src/core/scoring/points.js';

const FIVE = { min: 1, max: 5, bar: 3 };

test('the bar gives nothing, and what is not rated is left out', () => {
  const points = pointsOf(
    [
      { weight: 50, rating: 4 },
      { weight: 30, rating: 'not-assessed' },
      { weight: 12.5, rating: 3 },
      { weight: 7.5, rating: 1 },
    ],
    FIVE,
  );
  expect(points).toEqual({ each: [50, undefined, 0, -15], together: 35, weights: 70, most: 100 });
});

test('without weights each counts 1', () => {
  expect(pointsOf([{ rating: 3.5 }, { rating: 1 }], FIVE)).toEqual({
    each: [0.5, -2],
    together: -1.5,
    weights: 2,
    most: 2,
  });
});

test('the bar and the points over the weight are the weighted mean, whatever the weights', () => {
  const dimension = fc.record({
    weight: fc.integer({ min: 1, max: 9999 }).map((n) => n / 100),
    rating: fc.integer({ min: 2, max: 10 }).map((n) => n / 2),
  });
  fc.assert(
    fc.property(fc.array(dimension, { minLength: 1, maxLength: 8 }), (dimensions) => {
      const { together, weights } = pointsOf(dimensions, FIVE);
      const hundred = (number: number) => Math.round(number * 100);
      const sum = dimensions.reduce((all, { weight, rating }) => all + hundred(weight) * rating * 2, 0);
      // In whole numbers: 200 × (3 × weights + together) = Σ 100 w × 2 r.
      expect(hundred(weights) * 6 + Math.round(together * 200)).toBe(sum);
    }),
  );
});
