import { expect, test } from 'vitest';
import { workedSum } from '../../../src/core/scoring/worked-sum.js';

test('what was not rated stands in neither sum', () => {
  expect(
    workedSum([
      { name: 'Craft', weight: 60, rating: 4 },
      { name: 'Care', weight: 30, rating: 'not-assessed' },
      { name: 'Talk', weight: 10, rating: 3 },
    ]),
  ).toEqual({
    lines: [
      { name: 'Craft', rating: 4, weight: 60, product: 240 },
      { name: 'Talk', rating: 3, weight: 10, product: 30 },
    ],
    weights: 70,
    products: 270,
  });
});

test('decimals add up as they do on paper', () => {
  const dimensions = [33.3333, 33.3333, 33.3334].map((weight) => ({ name: 'One', weight, rating: 3 }));
  expect(workedSum(dimensions)).toMatchObject({ weights: 100, products: 300 });
  expect(workedSum([{ name: 'One', weight: 0.1, rating: 3 }])).toMatchObject({ products: 0.3 });
});
