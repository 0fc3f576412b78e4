import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cronbachAlpha,
  type IccForm,
  icc,
  kendallW,
  type Ratings,
  rwg,
  standardErrorOfMeasurement,
} from '../../../../src/core/stats/library.js';

// Shrout & Fleiss (1979), table 2: six targets, four judges.
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
const _ = undefined;

describe('intraclass correlations', () => {
  const FORMS = Object.keys(icc(SHROUT_FLEISS).forms) as IccForm[];

  // Shrout & Fleiss (1979), table 4. The limits are those of R's psych (Revelle), for the same table; irr 0.84.1 has .039
  // and .929 for ICC(2,k), without the erratum to McGraw & Wong (1996).
  test.each([
    ['ICC(1,1)', 0.17, -0.133, 0.723],
    ['ICC(2,1)', 0.29, 0.019, 0.761],
    ['ICC(3,1)', 0.71, 0.342, 0.946],
    ['ICC(1,k)', 0.44, -0.884, 0.912],
    ['ICC(2,k)', 0.62, 0.071, 0.927],
    ['ICC(3,k)', 0.91, 0.676, 0.986],
  ] as const)('Shrout & Fleiss (1979): %s is %d, from %d to %d', (form, value, low, high) => {
    const found = icc(SHROUT_FLEISS).forms[form];
    expect(found.value).toBeCloseTo(value, 2);
    expect(found.interval![0]).toBeCloseTo(low, 3);
    expect(found.interval![1]).toBeCloseTo(high, 3);
  });

  // Shrout & Fleiss (1979), table 3.
  test('the mean squares are those of their analysis of variance', () => {
    const squares = icc(SHROUT_FLEISS).meanSquares!;
    expect(squares.candidates).toBeCloseTo(11.24, 2);
    expect(squares.within).toBeCloseTo(6.26, 2);
    expect(squares.interviewers).toBeCloseTo(32.49, 2);
    expect(squares.residual).toBeCloseTo(1.02, 2);
  });

  test('candidates with a missing cell are left out, counted, and the policy is named', () => {
    const holes: Ratings = [...SHROUT_FLEISS, [1, _, 3, 4], [5, 5, 5, null]];
    expect(icc(holes)).toEqual({ ...icc(SHROUT_FLEISS), dropped: 2 });
    expect(icc(holes)).toMatchObject({ missing: 'listwise', candidates: 6, ratingsPerCandidate: 4 });
  });

  test('one-way, all ratings count: by hand, with k0 = (6 − 14/6)/2', () => {
    const found = icc(
      [
        [1, 3, _],
        [4, _, _],
        [5, 7, 6],
        [_, _, _],
      ],
      { missing: 'one-way' },
    );
    expect(found).toMatchObject({ missing: 'one-way', candidates: 3, dropped: 1 });
    expect(found.ratingsPerCandidate).toBeCloseTo((6 - 14 / 6) / 2, 12);
    expect(found.meanSquares!.candidates).toBeCloseTo(58 / 6, 12);
    expect(found.meanSquares!.within).toBeCloseTo(4 / 3, 12);
    expect(found.forms['ICC(1,1)'].value).toBeCloseTo((58 / 6 - 4 / 3) / (58 / 6 + (5 / 6) * (4 / 3)), 12);
    expect(found.forms['ICC(1,k)'].value).toBeCloseTo(1 - 4 / 3 / (58 / 6), 12);
    expect(found.forms['ICC(2,1)']).toMatchObject({ value: undefined, reason: 'missing-cells' });
  });

  test('one-way and without a hole, the forms are those of listwise', () => {
    const [all, oneWay] = [icc(SHROUT_FLEISS), icc(SHROUT_FLEISS, { missing: 'one-way' })];
    for (const form of ['ICC(1,1)', 'ICC(1,k)'] as const) {
      expect(oneWay.forms[form].value).toBeCloseTo(all.forms[form].value!, 12);
      expect(oneWay.forms[form].interval![0]).toBeCloseTo(all.forms[form].interval![0], 10);
    }
  });

  test('interviewers a constant apart are consistent by exactly 1, with no interval and no noise', () => {
    const { forms, meanSquares } = icc([
      [1.1, 1.3, 0.7],
      [2.1, 2.3, 1.7],
      [4.1, 4.3, 3.7],
    ]);
    expect(meanSquares!.residual).toBe(0);
    for (const form of ['ICC(3,1)', 'ICC(3,k)'] as const)
      expect(forms[form]).toEqual({ value: 1, interval: undefined });
    expect(forms['ICC(2,1)'].value).toBeLessThan(1);
    expect(forms['ICC(2,1)'].interval).toBeDefined();
  });

  test('who agree on everything agree by 1 in every form', () => {
    for (const { value } of Object.values(
      icc([
        [1, 1, 1],
        [3, 3, 3],
        [5, 5, 5],
      ]).forms,
    ))
      expect(value).toBe(1);
  });

  test.each([
    [
      'all ratings the same',
      [
        [0.1, 0.1, 0.1],
        [0.1, 0.1, 0.1],
      ],
      'all-identical',
    ],
    ['one candidate', [[1, 2, 3]], 'too-few-candidates'],
    ['one interviewer', [[1], [2], [3]], 'too-few-interviewers'],
    [
      'nobody whom all rated',
      [
        [1, _],
        [_, 3],
      ],
      'too-few-candidates',
    ],
    ['nothing at all', [], 'no-ratings'],
  ])('%s: no value, and why', (_what, ratings, reason) => {
    for (const form of FORMS)
      expect(icc(ratings).forms[form]).toEqual({ value: undefined, reason, interval: undefined });
  });

  test('where candidates’ means are the same, those of the mean aren’t minus infinity', () => {
    const { forms } = icc([
      [1, 2, 3],
      [2, 3, 1],
      [3, 1, 2],
    ]);
    expect(forms['ICC(1,1)'].value).toBe(-0.5);
    for (const form of ['ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'] as const)
      expect(forms[form].reason).toBe('no-candidate-variance');
  });

  // 3/2 + (2/3 − 31/6)/3 is 0; of doubles it is 1e-16 in one order and −1e-16 in another.
  test('where what agreement is measured against is 0, the order of interviewers decides nothing', () => {
    const rows = [
      [1, 3],
      [2, 5],
      [5, 2],
    ];
    for (const ratings of [rows, rows.map((row) => row.toReversed()), rows.toReversed()])
      expect(icc(ratings).forms['ICC(2,k)']).toEqual({
        value: undefined,
        reason: 'no-candidate-variance',
        interval: undefined,
      });
  });

  test('an interval that would begin at minus infinity is none, in whatever unit', () => {
    for (const factor of [1, 0.1, 3]) {
      const rows = [
        [3, 1, 3],
        [1, 2, 3],
      ].map((row) => row.map((rating) => factor * rating + 0.3));
      expect(icc(rows).forms['ICC(2,k)'].interval).toBeUndefined();
    }
    const near = [
      [5, 1, 3],
      [4, 4, 3],
    ];
    expect(icc(near).forms['ICC(2,k)']).toMatchObject({ value: expect.any(Number), interval: undefined });
  });

  test('where the approximation leaves a value outside its interval, there is none', () => {
    const { value, interval } = icc([
      [3, 8, 9, 9],
      [9, 7, 9, 5],
    ]).forms['ICC(2,1)'];
    expect(value).toBeCloseTo(-4 / 7, 10);
    expect(interval).toBeUndefined();
  });

  const table = fc.tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 2, max: 5 })).chain(([n, k]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: k, maxLength: k }), {
      minLength: n,
      maxLength: n,
    }),
  );

  test('nothing is NaN or infinite, values lie in their intervals, and order changes nothing', () => {
    fc.assert(
      fc.property(table, (ratings) => {
        const turned = [...ratings].reverse().map((row) => [...row].reverse());
        const [one, other] = [icc(ratings).forms, icc(turned).forms];
        for (const form of FORMS) {
          const { value, interval, reason } = one[form];
          if (value === undefined) expect(reason).toBeDefined();
          else {
            expect(Number.isFinite(value) && value <= 1).toBe(true);
            expect(other[form].value).toBeCloseTo(value, 8);
          }
          for (const limit of interval ?? []) expect(Number.isFinite(limit)).toBe(true);
          if (interval) expect(interval[0] <= value! && value! <= interval[1]).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a lenient interviewer lowers agreement (2) and leaves consistency (3) as it was', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 20, max: 40 }), (ratings, leniency) => {
        const moved = ratings.map(([first = 0, ...others]) => [first + leniency, ...others]);
        const [before, after] = [icc(ratings).forms, icc(moved).forms];
        const consistency = before['ICC(3,1)'].value;
        if (consistency !== undefined) expect(after['ICC(3,1)'].value).toBeCloseTo(consistency, 8);
        const [agreement, lowered] = [before['ICC(2,1)'].value, after['ICC(2,1)'].value];
        if (agreement !== undefined && agreement > 0.05) expect(lowered).toBeLessThan(agreement);
      }),
      { numRuns: 500 },
    );
  });

  test('the mean of k is Spearman and Brown’s of one', () => {
    fc.assert(
      fc.property(table, (ratings) => {
        const { forms } = icc(ratings);
        const k = ratings[0]!.length;
        for (const kind of [1, 2, 3] as const) {
          const [single, mean] = [forms[`ICC(${kind},1)`].value, forms[`ICC(${kind},k)`].value];
          if (single === undefined || mean === undefined || 1 + (k - 1) * single < 0.05) continue;
          expect(mean).toBeCloseTo((k * single) / (1 + (k - 1) * single), 6);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('Cronbach’s alpha', () => {
  test('across interviewers it is ICC(3,k), its interval too (Shrout & Fleiss, .91)', () => {
    const [alpha, { forms }] = [cronbachAlpha(SHROUT_FLEISS), icc(SHROUT_FLEISS)];
    expect(alpha.value).toBeCloseTo(0.91, 2);
    expect(alpha.value).toBeCloseTo(forms['ICC(3,k)'].value!, 12);
    expect(alpha.interval![0]).toBeCloseTo(forms['ICC(3,k)'].interval![0], 10);
    expect(alpha.interval![1]).toBeCloseTo(forms['ICC(3,k)'].interval![1], 10);
  });

  test('an item that goes against the others lowers alpha, and correlates below 0 with the rest', () => {
    const contrary = SHROUT_FLEISS.map((row, at) => [...row, [1, 9, 3, 8, 2, 7][at]!]);
    const { value, items } = cronbachAlpha(contrary);
    expect(items).toHaveLength(5);
    expect(items[4]!.alphaIfDropped.value).toBeCloseTo(cronbachAlpha(SHROUT_FLEISS).value!, 12);
    expect(items[4]!.alphaIfDropped.value!).toBeGreaterThan(value!);
    expect(items[4]!.correctedItemTotal.value!).toBeLessThan(0);
    expect(items[0]!.correctedItemTotal.value!).toBeGreaterThan(0.2);
  });

  test('of missing cells, the policy is named: whole rows left out, or only where they are missing', () => {
    const holes: Ratings = [...SHROUT_FLEISS, [2, _, 3, 3], [_, _, _, _]];
    expect(cronbachAlpha(holes)).toEqual({ ...cronbachAlpha(SHROUT_FLEISS), dropped: 2 });
    const pairwise = cronbachAlpha(holes, { missing: 'pairwise' });
    expect(pairwise).toMatchObject({ missing: 'pairwise', candidates: 7, dropped: 1 });
    expect(pairwise.value).not.toBeCloseTo(cronbachAlpha(holes).value!, 3);
    expect(cronbachAlpha(SHROUT_FLEISS, { missing: 'pairwise' }).value).toBe(cronbachAlpha(SHROUT_FLEISS).value);
  });

  test.each([
    ['one item', [[1], [2]], 'too-few-dimensions'],
    ['one candidate', [[1, 2]], 'too-few-candidates'],
    [
      'all the same',
      [
        [3, 3],
        [3, 3],
      ],
      'all-identical',
    ],
    [
      'sums that don’t vary',
      [
        [1, 3],
        [3, 1],
      ],
      'no-candidate-variance',
    ],
  ])('%s: no value, and why', (_what, ratings, reason) => {
    expect(cronbachAlpha(ratings)).toMatchObject({ value: undefined, reason, interval: undefined });
  });
});

describe('Cronbach’s alpha where something cancels', () => {
  test('what goes with two opposite items has no correlation with their sum, whatever the unit and the order', () => {
    const table = [
      [0.6, 0.4, 0.3],
      [0.9, 0.2, 0.5],
      [0.1, 0.3, 0.4],
      [0.7, 0.8, -0.1],
    ];
    for (const factor of [1, 0.1, 3, 7, 1000]) {
      const rows = table.map(([item = 0, one = 0, other = 0]) =>
        [item, one, 0.7 - one, other].map((at) => at * factor),
      );
      for (const turned of [rows, rows.toReversed()]) {
        const [first] = cronbachAlpha(turned.map((row) => row.slice(0, 3))).items;
        expect(first!.correctedItemTotal.reason).toBe('no-candidate-variance');
        expect(first!.alphaIfDropped.reason).toBe('no-candidate-variance');
      }
    }
  });

  test('pairwise covariances that contradict each other give no value above 1', () => {
    const contradicting = [
      [_, 2, _, 3, 2],
      [5, 1, 3, 5, 3],
      [1, 1, 1, 2, 2],
    ];
    const { items } = cronbachAlpha(contradicting, { missing: 'pairwise' });
    expect(items.map(({ correctedItemTotal }) => correctedItemTotal.reason)).toContain('not-estimable');
    const alpha = cronbachAlpha(
      [
        [-5, -5],
        [-4, -4],
        [_, -5],
        [-5, -5],
        [-4, _],
      ],
      { missing: 'pairwise' },
    );
    expect(alpha).toMatchObject({ value: undefined, reason: 'not-estimable', interval: undefined });
  });
});

describe('Kendall’s W', () => {
  // Siegel (1956), Nonparametric Statistics, page 230: six applicants ranked by three executives.
  const APPLICANTS = [
    [1, 1, 6],
    [6, 5, 3],
    [3, 6, 2],
    [2, 4, 5],
    [5, 2, 4],
    [4, 3, 1],
  ];

  test('Siegel (1956), page 230: .16', () => {
    const found = kendallW(APPLICANTS);
    expect(found.value).toBeCloseTo(0.162, 3);
    expect(found.uncorrected).toBe(found.value);
    expect(found.chiSquare).toBeCloseTo(15 * (306 / 1890), 12);
    expect(found).toMatchObject({ degreesOfFreedom: 5, candidates: 6, dropped: 0 });
    expect(found.p).toBeCloseTo(0.787, 3);
  });

  test('the same order, however it is scaled and wherever it ties, is 1', () => {
    expect(
      kendallW([
        [1, 10, 2],
        [3, 30, 4],
        [2, 20, 3],
        [2, 20, 3],
      ]).value,
    ).toBeCloseTo(1, 12);
    expect(
      kendallW([
        [1, 10, 2],
        [3, 30, 4],
        [2, 20, 3],
        [2, 20, 3],
      ]).uncorrected,
    ).toBeLessThan(1);
    expect(
      kendallW([
        [1, 2],
        [2, 1],
      ]).value,
    ).toBe(0);
  });

  test('incomplete rows are left out; without any differences, or anybody, there is no value', () => {
    expect(kendallW([...APPLICANTS, [1, _, 3]])).toEqual({ ...kendallW(APPLICANTS), dropped: 1 });
    expect(
      kendallW([
        [2, 3],
        [2, 3],
      ]).reason,
    ).toBe('all-identical');
    expect(kendallW([[1], [2]]).reason).toBe('too-few-interviewers');
    expect(kendallW([[1, 2]]).reason).toBe('too-few-candidates');
  });
});

test('r*wg is 1 less the variance over 2 on a scale from 1 to 5, for each candidate', () => {
  const found = rwg(
    [
      [4, 5, _],
      [1, 5, 3],
      [3, 3, 3],
      [2, _, _],
    ],
    { scale: { min: 1, max: 5 } },
  );
  expect(found.map(({ value }) => value)).toEqual([0.75, -1, 1, undefined]);
  expect(found[3]).toEqual({ value: undefined, reason: 'no-pairs', variance: undefined, ratings: 1 });
  const halves = rwg([[4, 5]], { scale: { min: 1, max: 5, step: 0.5 } });
  expect(halves[0]!.value).toBeCloseTo(1 - 0.5 / ((9 ** 2 - 1) / 12 / 4), 12);
  expect(() => rwg([[6, 5]], { scale: { min: 1, max: 5 } })).toThrow('not on the scale');
});

test('a standard error of measurement is what reliability leaves of the deviation', () => {
  expect(standardErrorOfMeasurement(0.8, 0.75)).toBeCloseTo(0.4, 12);
  expect(standardErrorOfMeasurement(0.8, -0.3)).toBe(0.8);
  expect(standardErrorOfMeasurement(0.8, 1)).toBe(0);
  expect(() => standardErrorOfMeasurement(-1, 0.5)).toThrow(RangeError);
  expect(() => standardErrorOfMeasurement(1, 1.1)).toThrow(RangeError);
});

test('ratings that a double can’t hold exactly are the same all the same', () => {
  const tenths = Array.from({ length: 3 }, () => [0.1, 0.1, 0.1]);
  expect(cronbachAlpha(tenths).reason).toBe('all-identical');
  expect(kendallW(tenths).reason).toBe('all-identical');
  expect(icc(tenths, { missing: 'one-way' }).forms['ICC(1,1)'].reason).toBe('all-identical');
});

test('ratings of no size that anybody gives are refused, not squared to infinity', () => {
  for (const rate of [icc, cronbachAlpha, kendallW])
    expect(() =>
      rate([
        [1e300, 1],
        [1, 2],
      ]),
    ).toThrow('1e+300 is too large');
});
