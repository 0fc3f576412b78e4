import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromWhole, rational, subtract } from '../../../../src/core/numbers/rational.js';
import { fisherExact, type TwoByTwo } from '../../../../src/core/stats/impact/fisher-exact.js';

describe('Fisher’s exact test', () => {
  test('has the odds of the lady tasting tea (Fisher 1935) as whole numbers', () => {
    const { twoSided, greater } = fisherExact([
      [3, 1],
      [1, 3],
    ]);
    expect(greater.exact).toEqual(rational(17n, 70n));
    expect(twoSided.exact).toEqual(rational(34n, 70n));
    expect(
      fisherExact([
        [4, 0],
        [0, 4],
      ]).greater.exact,
    ).toEqual(rational(1n, 70n));
  });

  test.each<[string, TwoByTwo, number, number, number]>([
    [
      'men and women who diet (Wikipedia, “Fisher’s exact test”)',
      [
        [1, 9],
        [11, 3],
      ],
      0.0027594561852200836,
      0.0013797280926100418,
      0.9999663480953022,
    ],
    [
      'the written test of Connecticut v. Teal, 457 U.S. 440 (1982)',
      [
        [26, 22],
        [206, 53],
      ],
      0.0004041588085768439,
      0.00032839055578612103,
      0.9999083677331307,
    ],
    [
      'its promotions',
      [
        [11, 37],
        [35, 224],
      ],
      0.12078088556242958,
      0.9662128404360216,
      0.07690354628253764,
    ],
    [
      'Uniform Guidelines, Questions and Answers 11',
      [
        [12, 28],
        [48, 32],
      ],
      0.0034092217678491827,
      0.0017046108839245911,
      0.999562370753535,
    ],
    [
      'Questions and Answers 21',
      [
        [1, 9],
        [3, 17],
      ],
      1,
      0.5927750410509032,
      0.8232074438970991,
    ],
    [
      'the resume screening of 6 RCNY 5-301',
      [
        [555, 626],
        [667, 723],
      ],
      0.6344861896601153,
      0.32202942017255126,
      0.7058431271992167,
    ],
    [
      'one likely table',
      [
        [4, 1],
        [20, 1],
      ],
      0.35384615384615387,
      0.35384615384615387,
      0.9692307692307692,
    ],
  ])('of %s', (_name, table, twoSided, less, greater) => {
    const test = fisherExact(table);
    expect(test.twoSided.value).toBeCloseTo(twoSided, 12);
    expect(test.less.value).toBeCloseTo(less, 12);
    expect(test.greater.value).toBeCloseTo(greater, 12);
  });

  test('counts a table that is as likely as this one, which floating point may take for likelier', () => {
    const { twoSided, greater } = fisherExact([
      [0, 10],
      [10, 0],
    ]);
    expect(twoSided.exact).toEqual(rational(2n, 184756n));
    expect(greater.exact).toEqual(fromWhole(1));
  });

  test('is 1 where nobody was selected', () => {
    const nobody: TwoByTwo = [
      [0, 10],
      [0, 20],
    ];
    expect(fisherExact(nobody).twoSided.exact).toEqual(fromWhole(1));
  });

  test('has a value where the numbers of ways are larger than any floating-point number', () => {
    const { twoSided } = fisherExact([
      [2000, 3000],
      [2100, 2900],
    ]);
    expect(twoSided.value).toBeCloseTo(0.0437, 3);
  });

  test('does not depend on which group or outcome comes first', () => {
    const count = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const { exact } = fisherExact([
          [a, b],
          [c, d],
        ]).twoSided;
        for (const other of [
          [
            [c, d],
            [a, b],
          ],
          [
            [b, a],
            [d, c],
          ],
          [
            [a, c],
            [b, d],
          ],
        ] as const)
          expect(fisherExact(other).twoSided.exact).toEqual(exact);
      }),
    );
  });

  test('counts this table on both sides', () => {
    const count = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const { less, greater, twoSided } = fisherExact([
          [a, b],
          [c, d],
        ]);
        const both = less.value + greater.value;
        expect(both).toBeGreaterThan(1 - 1e-9);
        const own = subtract({ ...less.exact }, subtract(fromWhole(1), greater.exact));
        expect(Number(own.numerator)).toBeGreaterThan(0);
        expect(twoSided.value).toBeGreaterThanOrEqual(Number(own.numerator) / Number(own.denominator) - 1e-12);
      }),
    );
  });

  test('refuses what are no counts', () => {
    expect(() =>
      fisherExact([
        [1.5, 1],
        [1, 1],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      fisherExact([
        [-1, 1],
        [1, 1],
      ]),
    ).toThrow(RangeError);
  });
});
