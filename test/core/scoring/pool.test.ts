import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowestTerms } from '../../../src/core/numbers/fraction.js';
import { type PoolRule, poolRatings } from '../../../src/core/scoring/pool.js';

const RULES: readonly PoolRule[] = ['mean', 'median', 'trimmed'];

/** `7/2 median`: the pooled rating in lowest terms, and how it came about. */
function pooled(ratings: readonly number[], rule: PoolRule): string {
  const { numerator, denominator } = lowestTerms(poolRatings(ratings, rule));
  return `${denominator === 1 ? numerator : `${numerator}/${denominator}`} ${poolRatings(ratings, rule).by}`;
}

describe('worked by hand', () => {
  test.each([
    [[1, 4, 5, 5], '15/4 mean', '9/2 median', '9/2 trimmed'],
    [[2, 3, 5], '10/3 mean', '3 median', '10/3 mean'],
    [[1, 1, 1, 5], '2 mean', '1 median', '1 trimmed'],
    [[5, 1, 3, 4, 4], '17/5 mean', '4 median', '11/3 trimmed'],
    [[-2, -1, 0, 2, 2], '1/5 mean', '0 median', '1/3 trimmed'],
    [[2.5, 3, 4, 4.5], '7/2 mean', '7/2 median', '7/2 trimmed'],
    [[4], '4 mean', '4 mean', '4 mean'],
  ])('%j', (ratings, mean, median, trimmed) => {
    expect(RULES.map((rule) => pooled(ratings, rule))).toEqual([mean, median, trimmed]);
  });
});

describe('by whatever rule', () => {
  const rating = fc.integer({ min: -4, max: 10 }).map((halves) => halves / 2);
  const ratings = fc.array(rating, { minLength: 1, maxLength: 12 });
  const rule = fc.constantFrom(...RULES);
  const value = (given: readonly number[], by: PoolRule) => {
    const { numerator, denominator } = poolRatings(given, by);
    return { numerator, denominator };
  };
  /** Whether a ≤ b, without rounding. */
  const isAtMost = (a: { numerator: number; denominator: number }, b: { numerator: number; denominator: number }) =>
    a.numerator * b.denominator <= b.numerator * a.denominator;
  const whole = (number: number) => ({ numerator: 2 * number, denominator: 2 });

  test('it lies between the lowest and the highest', () => {
    fc.assert(
      fc.property(ratings, rule, (given, by) => {
        expect(isAtMost(whole(Math.min(...given)), value(given, by))).toBe(true);
        expect(isAtMost(value(given, by), whole(Math.max(...given)))).toBe(true);
      }),
    );
  });

  test('ratings that are all the same are that', () => {
    fc.assert(
      fc.property(rating, fc.integer({ min: 1, max: 12 }), rule, (one, count, by) => {
        const given = Array.from({ length: count }, () => one);
        expect(lowestTerms(value(given, by))).toEqual(lowestTerms(whole(one)));
      }),
    );
  });

  test('the order doesn’t matter', () => {
    const shuffled = ratings.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray([...given], { minLength: given.length, maxLength: given.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, rule, ([there, back], by) => {
        expect(poolRatings(back, by)).toEqual(poolRatings(there, by));
      }),
    );
  });

  test('a higher rating never lowers it', () => {
    fc.assert(
      fc.property(ratings, fc.nat(), fc.integer({ min: 1, max: 8 }), rule, (given, place, halves, by) => {
        const at = place % given.length;
        const raised = given.with(at, (given[at] ?? 0) + halves / 2);
        expect(isAtMost(value(given, by), value(raised, by))).toBe(true);
      }),
    );
  });

  test('of two ratings it is the mean', () => {
    fc.assert(
      fc.property(rating, rating, rule, (a, b, by) => {
        expect(poolRatings([a, b], by)).toEqual(poolRatings([a, b], 'mean'));
      }),
    );
  });
});
