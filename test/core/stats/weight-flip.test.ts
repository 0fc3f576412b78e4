import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compareRational,
  divide,
  fromWhole,
  ONE,
  type Rational,
  rational,
  subtract,
  toNumber,
  ZERO,
} from '../../../src/core/numbers/rational.js';
import { smallestFlip, weightFlips } from '../../../src/core/stats/weight-flip.js';
import { weightedMean } from '../../../src/core/stats/weighted-mean.js';
import { fromDecimal } from '../../support/rationals.js';

const wholes = (...values: readonly number[]) => values.map(fromWhole);
const decimals = (...values: readonly number[]) => values.map(fromDecimal);

/** A column divided by its sum; costs are turned into their reciprocals first. */
function normalised(column: readonly Rational[], objective: 'min' | 'max'): readonly Rational[] {
  const gains = objective === 'min' ? column.map((value) => divide(ONE, value)) : column;
  const total = gains.reduce(add, ZERO);
  return gains.map((value) => divide(value, total));
}

function weightedSums(
  rows: readonly (readonly number[])[],
  objectives: readonly ('min' | 'max')[],
  weights: readonly number[],
) {
  const matrix = rows.map((row) => decimals(...row));
  const columns = objectives.map((objective, at) =>
    normalised(
      matrix.map((row) => row[at]),
      objective,
    ),
  );
  return rows.map(
    (_row, at) =>
      weightedMean(
        columns.map((column) => column[at]),
        decimals(...weights),
      )!,
  );
}

describe('the weighted mean, on published examples', () => {
  test('Kracka, Brauers & Zavadskas (2010), as in scikit-criteria', () => {
    const rows = [
      [33.95, 23.78, 11.45, 39.97, 29.44, 167.1, 3.852],
      [38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184],
      [37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845],
      [30.44, 37.59, 13.91, 74.08, 45.1, 198.34, 2.186],
      [36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.61],
      [37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935],
    ];
    const sums = weightedSums(rows, ['min', 'min', 'min', 'min', 'max', 'min', 'max'], [20, 20, 20, 20, 20, 20, 20]);
    const expected = [0.12040426, 0.3458235, 0.13838192, 0.12841246, 0.12346084, 0.14351701];
    sums.forEach((sum, at) => {
      expect(toNumber(sum)).toBeCloseTo(expected[at], 6);
    });
  });

  test('two cars, from scikit-criteria’s quick start', () => {
    const sums = weightedSums(
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      ['max', 'max', 'min'],
      [0.5, 0.05, 0.45],
    );
    expect(sums.map(toNumber)).toEqual([expect.closeTo(0.41428571, 7), expect.closeTo(0.58571429, 7)]);
  });

  test('weights that don’t sum to 1, from pymcdm: its sums are 2 of them', () => {
    const rows = [
      [96, 83, 75, 7],
      [63, 5, 56, 9],
      [72, 30, 32, 48],
      [11, 4, 27, 9],
      [77, 21, 17, 11],
    ];
    const weights = [0.6153846154, 0.3846153846, 0.4615384615, 0.5384615385];
    const sums = weightedSums(rows, ['max', 'max', 'min', 'min'], weights);
    expect(sums.map((sum) => 2 * toNumber(sum))).toEqual(
      [0.609, 0.313, 0.334, 0.265, 0.479].map((value) => expect.closeTo(value, 3)),
    );
  });

  test('plain sums, from scikit-criteria', () => {
    expect(weightedMean(wholes(1, 0, 3), wholes(1, 1, 1))).toEqual(rational(4n, 3n));
    expect(weightedMean(wholes(0, 5, 6), wholes(1, 1, 1))).toEqual(rational(11n, 3n));
  });

  test('without weight there is no mean', () => {
    expect(weightedMean(wholes(1), wholes(0))).toBeUndefined();
    expect(() => weightedMean(wholes(1), [])).toThrow(RangeError);
  });
});

describe('the change of one weight that turns the order', () => {
  test('the two cars are level when price has 0.6368 of the weight', () => {
    const columns = (['max', 'max', 'min'] as const).map((objective, at) =>
      normalised(
        [
          [1, 2, 3],
          [4, 5, 6],
        ].map((row) => fromWhole(row[at])),
        objective,
      ),
    );
    const [worse, better] = [0, 1].map((car) => columns.map((column) => column[car]));
    const flips = weightFlips(better, worse, decimals(0.5, 0.05, 0.45));
    const price = flips.find(({ criterion }) => criterion === 2)!;
    expect(toNumber(price.to)).toBeCloseTo(0.63679245, 8);
  });

  test('two dimensions, by hand: ahead by 2 on a half, behind by 1 on the other, level at a third', () => {
    const flips = weightFlips(wholes(5, 3), wholes(3, 4), wholes(50, 50));
    expect(flips).toEqual([
      { criterion: 0, from: rational(1n, 2n), to: rational(1n, 3n) },
      { criterion: 1, from: rational(1n, 2n), to: rational(2n, 3n) },
    ]);
    expect(smallestFlip(flips)).toBe(flips[0]);
  });

  test('who is at least as good on everything can’t be passed (scikit-criteria, test_dominance)', () => {
    // The second criterion is a cost.
    expect(weightFlips(wholes(20, -70), wholes(10, -80), wholes(1, 1))).toEqual([]);
    expect(weightFlips(wholes(10, -70), wholes(10, -80), wholes(1, 1))).toEqual([]);
  });

  test('drawing level at the very end is not passing', () => {
    // Level on the second criterion alone: even at all of the weight the order is not reversed.
    expect(weightFlips(wholes(5, 3), wholes(3, 3), wholes(60, 40))).toEqual([]);
  });

  test('who is level or behind has no order to lose', () => {
    expect(weightFlips(wholes(5, 3), wholes(3, 5), wholes(1, 1))).toEqual([]);
    expect(weightFlips(wholes(1, 1), wholes(2, 2), wholes(1, 1))).toEqual([]);
    expect(smallestFlip([])).toBeUndefined();
  });

  test('at the weight found the two are level; a hair before it the order holds, a hair beyond it is reversed', () => {
    const rating = fc.integer({ min: 1, max: 5 });
    const criterion = fc.tuple(rating, rating, fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.array(criterion, { minLength: 2, maxLength: 8 }), (criteria) => {
        const ahead = wholes(...criteria.map(([own]) => own));
        const behind = wholes(...criteria.map(([, other]) => other));
        const weights = wholes(...criteria.map(([, , weight]) => weight));
        const leadAt = (position: number, share: Rational) => leadWith(share, { ahead, behind, weights, position });
        for (const { criterion: position, from, to } of weightFlips(ahead, behind, weights)) {
          const hair = divide(subtract(to, from), fromWhole(1000000));
          expect(leadAt(position, from)).toBe(1);
          expect(leadAt(position, subtract(to, hair))).toBe(1);
          expect(leadAt(position, to)).toBe(0);
          expect(leadAt(position, add(to, hair))).toBe(-1);
        }
      }),
    );
  });

  test('no weight between 0 and 1 turns an order for which none was found', () => {
    const criterion = fc.tuple(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(
        fc.array(criterion, { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 0, max: 50 }),
        (criteria, step) => {
          const ahead = wholes(...criteria.map(([own]) => own));
          const behind = wholes(...criteria.map(([, other]) => other));
          const weights = wholes(...criteria.map(([, , weight]) => weight));
          if (compareRational(weightedMean(ahead, weights)!, weightedMean(behind, weights)!) <= 0) return;
          const flips = weightFlips(ahead, behind, weights);
          for (const position of criteria.keys()) {
            if (flips.some(({ criterion: found }) => found === position)) continue;
            const share = rational(BigInt(step), 50n);
            expect(leadWith(share, { ahead, behind, weights, position })).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
});

interface Case {
  readonly ahead: readonly Rational[];
  readonly behind: readonly Rational[];
  readonly weights: readonly Rational[];
  readonly position: number;
}

/**
 * 1, 0 or −1 as `ahead` is ahead, level or behind when one weight has this share and the rest keep their proportions.
 */
function leadWith(share: Rational, { ahead, behind, weights, position }: Case): number {
  const rest = weights.filter((_weight, at) => at !== position).reduce(add, ZERO);
  const changed = weights.map((weight, at) =>
    at === position ? share : divide(multiplyBy(weight, subtract(ONE, share)), rest),
  );
  return compareRational(weightedMean(ahead, changed)!, weightedMean(behind, changed)!);
}

function multiplyBy(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}
