import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Category,
  cohenKappa,
  fleissKappa,
  gwetAC,
  krippendorffAlpha,
  percentAgreement,
  type Ratings,
  weightedKappa,
} from '../../../../src/core/stats/library.js';

const FIVE = { min: 1, max: 5 };

/** One row for each two ratings, from how often the two came together. */
function expand(table: readonly (readonly number[])[]): number[][] {
  return table.flatMap((row, a) => row.flatMap((times, b) => Array.from({ length: times }, () => [a + 1, b + 1])));
}

/** One row for each candidate, from how often each category was given. */
function fromCounts(counts: readonly (readonly number[])[]): number[][] {
  return counts.map((row) => row.flatMap((times, category) => Array.from({ length: times }, () => category + 1)));
}

// Cohen (1960), table 1, 200 cases; Cohen (1968) weighs the same proportions.
const COHEN = expand([
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]);

// Krippendorff (2011), part D: twelve units, four observers, missing data.
const _ = undefined;
const KRIPPENDORFF = [
  [1, 1, _, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [_, 5, 5, 5],
  [_, _, 1, 1],
  [_, _, 3, _],
];

// Fleiss (1971), table 1: thirty patients, six psychiatrists each, five diagnoses.
const FLEISS = fromCounts([
  [0, 0, 0, 6, 0],
  [0, 3, 0, 0, 3],
  [0, 1, 4, 0, 1],
  [0, 0, 0, 0, 6],
  [0, 3, 0, 3, 0],
  [2, 0, 4, 0, 0],
  [0, 0, 4, 0, 2],
  [2, 0, 3, 1, 0],
  [2, 0, 0, 4, 0],
  [0, 0, 0, 0, 6],
  [1, 0, 0, 5, 0],
  [1, 1, 0, 4, 0],
  [0, 3, 3, 0, 0],
  [1, 0, 0, 5, 0],
  [0, 2, 0, 3, 1],
  [0, 0, 5, 0, 1],
  [3, 0, 0, 1, 2],
  [5, 1, 0, 0, 0],
  [0, 2, 0, 4, 0],
  [1, 0, 2, 0, 3],
  [0, 0, 0, 0, 6],
  [0, 1, 0, 5, 0],
  [0, 2, 0, 1, 3],
  [2, 0, 0, 4, 0],
  [1, 0, 0, 4, 1],
  [0, 5, 0, 1, 0],
  [4, 0, 0, 0, 2],
  [0, 2, 0, 4, 0],
  [1, 0, 5, 0, 0],
  [0, 0, 0, 0, 6],
]);

describe('published examples', () => {
  test('Cohen (1960), table 1: .492, of .70 observed and .41 expected', () => {
    const kappa = cohenKappa(COHEN);
    expect(kappa.value).toBeCloseTo(0.492, 3);
    expect(kappa.observed).toBeCloseTo(0.7, 12);
    expect(kappa.expected).toBeCloseTo(0.41, 12);
    expect(kappa.candidates).toBe(200);
  });

  test('Cohen (1968): .348 with disagreements of 1, 3 and 6', () => {
    const disagreement = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ];
    expect(weightedKappa(COHEN, { scale: [1, 2, 3], weights: { disagreement } }).value).toBeCloseTo(0.348, 3);
    const agreement = disagreement.map((row) => row.map((apart) => 1 - apart / 6));
    expect(weightedKappa(COHEN, { scale: [1, 2, 3], weights: { agreement } }).value).toBeCloseTo(0.348, 3);
  });

  test('Fleiss (1971): .430', () => {
    const kappa = fleissKappa(FLEISS);
    expect(kappa.value).toBeCloseTo(0.43, 3);
    expect(kappa.observed).toBeCloseTo(0.556, 3);
    expect(kappa.expected).toBeCloseTo(0.22, 3);
  });

  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('Krippendorff (2011): %s alpha is %d, of 40 pairable ratings', (metric, expected) => {
    const alpha = krippendorffAlpha(KRIPPENDORFF, { metric });
    expect(alpha.value).toBeCloseTo(expected, 3);
    expect(alpha).toMatchObject({ pairable: 40, candidates: 11, metric });
  });

  // Krippendorff (2011), parts A and B: two observers.
  test('Krippendorff (2011): .095 of ten binary units, .692 of twelve nominal ones', () => {
    const binary = transpose([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]);
    expect(krippendorffAlpha(binary, { metric: 'nominal' }).value).toBeCloseTo(0.095, 3);
    const nominal = transpose([...'aabbdcccedda'], [...'babbbccceddd']);
    expect(krippendorffAlpha(nominal, { metric: 'nominal' }).value).toBeCloseTo(0.692, 3);
  });

  // Gwet (2014), pages 55 and 56 with the errata: the same twelve units.
  test.each([
    ['unweighted', 0.77544, 0.14295, 0.76117],
    ['linear', 0.85874, 0.11733, 0.81794],
    ['quadratic', 0.914, 0.10396, 0.86494],
    ['ordinal', 0.89894, 0.1069, 0.85021],
  ] as const)(
    'Gwet (2014): with %s weights AC is %d, its standard error %d, and Fleiss’ kappa %d',
    (weights, ac, error, kappa) => {
      const result = gwetAC(KRIPPENDORFF, { scale: FIVE, weights });
      expect(result.value).toBeCloseTo(ac, 5);
      expect(result.standardError).toBeCloseTo(error, 5);
      expect(result).toMatchObject({ candidates: 12, pairable: 11 });
      expect(fleissKappa(KRIPPENDORFF, { scale: FIVE, weights }).value).toBeCloseTo(kappa, 5);
    },
  );
});

function transpose<Value>(first: readonly Value[], second: readonly Value[]): Value[][] {
  return first.map((value, at) => [value, second[at]!]);
}

describe('agreement in per cent', () => {
  const PANEL = [
    [3, 4, _],
    [2, 2, 5],
    [4, 4, 4],
    [_, 1, _],
  ];

  test('counts pairs of ratings, exactly and within a point, and for each two interviewers', () => {
    expect(percentAgreement(PANEL)).toMatchObject({ value: 4 / 7, agreed: 4, pairs: 7, unanimous: { value: 1 / 3 } });
    expect(percentAgreement(PANEL, { within: 1 })).toMatchObject({ value: 5 / 7, unanimous: { value: 2 / 3 } });
    expect(percentAgreement(PANEL).byPair).toEqual([
      { interviewers: [0, 1], candidates: 3, agreed: 2, value: 2 / 3 },
      { interviewers: [0, 2], candidates: 2, agreed: 1, value: 1 / 2 },
      { interviewers: [1, 2], candidates: 2, agreed: 1, value: 1 / 2 },
    ]);
  });

  test('a step of a tenth is a tenth, whatever a double makes of it', () => {
    expect(percentAgreement([[0.1, 0.2]], { within: 0.1 }).value).toBe(1);
    expect(percentAgreement([[1.1, 1.2]], { within: 0.1 }).value).toBe(1);
  });

  test('of nobody that two rated there is none', () => {
    expect(percentAgreement([[1, _]])).toMatchObject({ value: undefined, reason: 'no-pairs', pairs: 0 });
    expect(percentAgreement([])).toMatchObject({ value: undefined, byPair: [] });
  });
});

describe('what there is no value for', () => {
  const SAME = [
    [4, 4],
    [4, 4],
    [4, 4],
  ];
  const ALL: Readonly<
    Record<string, (ratings: Ratings) => { value: number | undefined; reason?: string | undefined }>
  > = {
    cohenKappa: (ratings) => cohenKappa(ratings),
    weightedKappa: (ratings) => weightedKappa(ratings, { scale: FIVE }),
    fleissKappa: (ratings) => fleissKappa(ratings),
    krippendorffAlpha: (ratings) => krippendorffAlpha(ratings, { metric: 'ordinal' }),
    gwetAC: (ratings) => gwetAC(ratings, { scale: FIVE }),
    percentAgreement: (ratings) => percentAgreement(ratings),
  };

  test.each(['cohenKappa', 'weightedKappa', 'fleissKappa', 'krippendorffAlpha'])(
    '%s knows nothing of ratings that are all the same',
    (name) => expect(ALL[name]!(SAME)).toMatchObject({ value: undefined, reason: 'all-identical' }),
  );

  test.each(['gwetAC', 'percentAgreement'])('%s of them is 1', (name) => expect(ALL[name]!(SAME).value).toBe(1));

  test('who agree on everything are sure of nothing: there is no interval', () => {
    const alike = [
      [1, 1],
      [3, 3],
      [4, 4],
    ];
    const found = [
      gwetAC(alike, { scale: FIVE }),
      fleissKappa(alike),
      cohenKappa(alike),
      weightedKappa(alike, { scale: FIVE }),
    ];
    for (const { value, interval, standardError } of found) {
      expect(value).toBeCloseTo(1, 12);
      expect([standardError, interval]).toEqual([0, undefined]);
    }
  });

  test.each(Object.keys(ALL))('%s needs somebody whom two rated', (name) => {
    expect(
      ALL[name]!([
        [1, _],
        [_, 3],
      ]),
    ).toMatchObject({ value: undefined, reason: 'no-pairs' });
  });

  test.each(Object.keys(ALL))('%s refuses rows of different lengths, and what is no number', (name) => {
    expect(() => ALL[name]!([[1, 2], [3]])).toThrow('row 2 has 1 ratings, the first row has 2');
    expect(() =>
      ALL[name]!([
        [1, 2],
        [3, Number.NaN],
      ]),
    ).toThrow('row 2, column 2: NaN is ');
    expect(() => ALL[name]!([[Infinity, 2]])).toThrow('row 1, column 1: Infinity is ');
    expect(() => ALL[name]!([[1, {} as number]])).toThrow('row 1, column 2: {} is ');
  });

  test('null is missing, never a category of its own', () => {
    const nulls = KRIPPENDORFF.map((row) => row.map((rating) => rating ?? null));
    for (const metric of ['nominal', 'ordinal'] as const) {
      expect(krippendorffAlpha(nulls, { metric })).toEqual(krippendorffAlpha(KRIPPENDORFF, { metric }));
    }
    expect(gwetAC(nulls, { scale: FIVE })).toEqual(gwetAC(KRIPPENDORFF, { scale: FIVE }));
  });

  test('a rating off the declared scale is refused', () => {
    const off = [[1, 6]];
    for (const rate of [gwetAC, weightedKappa, cohenKappa, fleissKappa]) {
      expect(() => rate(off, { scale: FIVE })).toThrow('row 1, column 2: 6 is not on the scale 1, 2, 3, 4, 5');
    }
    expect(() => krippendorffAlpha(off, { metric: 'ordinal', scale: FIVE })).toThrow('not on the scale');
  });

  test('a scale is taken in halves, or as names in their order', () => {
    const halves = { min: 1, max: 5, step: 0.5 };
    expect(
      weightedKappa(
        [
          [1, 1.5],
          [3, 3],
          [5, 4.5],
        ],
        { scale: halves },
      ).value,
    ).toBeCloseTo(1 - 0.5 / 3 / (37.5 / 9), 12);
    const named = { scale: ['no', 'maybe', 'yes'], weights: 'linear' } as const;
    const coded = { scale: [1, 2, 3], weights: 'linear' } as const;
    const words: Ratings<Category> = [
      ['no', 'maybe'],
      ['yes', 'yes'],
      ['maybe', 'yes'],
      ['no', 'no'],
    ];
    expect(weightedKappa(words, named).value).toBe(
      weightedKappa(
        [
          [1, 2],
          [3, 3],
          [2, 3],
          [1, 1],
        ],
        coded,
      ).value,
    );
    expect(() => gwetAC([[1, 2]], { scale: { min: 5, max: 1 } })).toThrow(RangeError);
    expect(() => gwetAC([[1, 2]], {} as never)).toThrow('give it');
  });

  test('ratings that nobody gave change a weighted kappa, so that the scale is declared', () => {
    const ratings = [
      [1, 2],
      [2, 2],
      [3, 5],
      [5, 5],
      [1, 3],
    ];
    const [declared, occurring] = [FIVE, [1, 2, 3, 5]].map(
      (scale) => gwetAC(ratings, { scale, weights: 'quadratic' }).value,
    );
    expect(declared).not.toBeCloseTo(occurring!, 3);
  });

  test('kappa keeps those whom one rated in the margins, where that is asked for', () => {
    const half = [
      [1, _],
      [2, 3],
      [3, 3],
      [1, 1],
      [_, 3],
    ];
    const [dropped, kept] = [cohenKappa(half), cohenKappa(half, { missing: 'keep-in-margins' })];
    expect(dropped).toMatchObject({ candidates: 3, observed: 2 / 3, expected: 1 / 3 });
    expect(dropped.value).toBeCloseTo(0.5, 12);
    expect(kept.expected).toBeCloseTo((2 * 1 + 1 * 3) / 16, 12);
  });

  test('an error of kappa with margins of others too is a number, though what is left of a variance is below 0', () => {
    const [disagreeing, scale] = [
      [
        [3, 1],
        [1, _],
        [2, 1],
        [1, 2],
      ],
      { min: 1, max: 3 },
    ];
    for (const { standardError, interval } of [
      cohenKappa(disagreeing, { missing: 'keep-in-margins' }),
      weightedKappa(disagreeing, { missing: 'keep-in-margins', scale }),
    ]) {
      expect(standardError).toBeGreaterThan(0);
      expect(interval).toBeDefined();
    }
  });
});

describe('properties', () => {
  const rating = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 5 });
  const panel = fc
    .integer({ min: 2, max: 5 })
    .chain((columns) =>
      fc.array(fc.array(rating, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }),
    );
  const statistics: readonly ((ratings: Ratings) => number | undefined)[] = [
    ...(['nominal', 'ordinal', 'interval', 'ratio'] as const).map(
      (metric) => (ratings: Ratings) => krippendorffAlpha(ratings, { metric }).value,
    ),
    (ratings) => gwetAC(ratings, { scale: FIVE, weights: 'quadratic' }).value,
    (ratings) => fleissKappa(ratings).value,
    (ratings) => percentAgreement(ratings, { within: 1 }).value,
  ];

  test('who comes first among candidates or interviewers changes nothing', () => {
    fc.assert(
      fc.property(panel, (ratings) => {
        const turned = [...ratings].reverse().map((row) => [...row].reverse());
        for (const statistic of statistics) {
          const [one, other] = [statistic(ratings), statistic(turned)];
          if (one === undefined) expect(other).toBeUndefined();
          else expect(other).toBeCloseTo(one, 9);
        }
      }),
    );
  });

  test('nothing is ever NaN or infinite, and nothing is above 1', () => {
    fc.assert(
      fc.property(panel, (ratings) => {
        for (const statistic of statistics) {
          const value = statistic(ratings);
          if (value !== undefined) expect(value <= 1 + 1e-12 && value > -1000).toBe(true);
        }
      }),
    );
  });

  test('who agree on everything, and not always on the same, agree by 1', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 2 }), (given) => {
        const alike = given.map((value) => [value, value, value]);
        for (const statistic of statistics) expect(statistic(alike)).toBeCloseTo(1, 12);
        const two = given.map((value) => [value, value]);
        expect(cohenKappa(two).value).toBeCloseTo(1, 12);
        expect(weightedKappa(two, { scale: FIVE }).value).toBeCloseTo(1, 12);
      }),
    );
  });

  test('the alpha of counts is the one of each pair with each', () => {
    fc.assert(
      fc.property(panel, (ratings) => {
        const { value } = krippendorffAlpha(ratings, { metric: 'interval' });
        const slow = alphaByPairs(ratings);
        if (slow === undefined) expect(value).toBeUndefined();
        else expect(value).toBeCloseTo(slow, 9);
      }),
    );
  });
});

/** Krippendorff's alpha for intervals as it is defined: each pairable rating against each. */
function alphaByPairs(ratings: Ratings): number | undefined {
  const units = ratings
    .map((row) => row.filter((rating) => typeof rating === 'number'))
    .filter((row) => row.length > 1);
  const all = units.flat();
  const apart = (values: readonly number[]) =>
    values.reduce((sum, a) => sum + values.reduce((own, b) => own + (a - b) ** 2, 0), 0);
  const expected = apart(all) / (all.length - 1);
  if (!(expected > 0)) return undefined;
  return 1 - units.reduce((sum, row) => sum + apart(row) / (row.length - 1), 0) / expected;
}
