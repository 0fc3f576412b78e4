import { assert, double, property } from 'fast-check';
import { expect, test } from 'vitest';
import { chanceAhead } from '../../../src/core/stats/chance-ahead.js';
import { DEVIATE } from '../../../src/core/stats/rank-range.js';

const error = double({ min: 0.01, max: 3, noNaN: true });

test('the difference that 95% confidence needs gives a chance of 97.5%', () => {
  const both = Math.hypot(0.4, 0.3);
  expect(chanceAhead(DEVIATE * both, 0.4, 0.3)).toBeCloseTo(0.975, 4);
  // pnorm(0.5 / sqrt(0.32))
  expect(chanceAhead(0.5, 0.4, 0.4)).toBeCloseTo(0.8116204410942089, 12);
});

test('what one is likely to be ahead, the other is unlikely to, and more of a difference makes it surer', () => {
  assert(
    property(double({ min: -4, max: 4, noNaN: true }), error, error, (difference, one, other) => {
      const chance = chanceAhead(difference, one, other);
      expect(chance + chanceAhead(-difference, other, one)).toBeCloseTo(1, 12);
      expect(chanceAhead(difference + 0.1, one, other)).toBeGreaterThanOrEqual(chance);
    }),
  );
});

test('without any error it is sure, and level is even', () => {
  expect([chanceAhead(0.1, 0, 0), chanceAhead(-0.1, 0, 0), chanceAhead(0, 0, 0), chanceAhead(0, 1, 1)]).toEqual([
    ...[1, 0, 0.5, 0.5],
  ]);
  expect(() => chanceAhead(1, -1, 0)).toThrow(RangeError);
  expect(() => chanceAhead(Number.NaN, 1, 0)).toThrow(RangeError);
});
