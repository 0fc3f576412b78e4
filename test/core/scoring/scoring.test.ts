import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRated } from '../../../src/core/rubric/scale.js';
import { evaluate } from '../../../src/core/scoring/evaluate.js';
import { bandOf, recommend } from '../../../src/core/scoring/recommendation.js';
import { BANDS, bandRules } from '../../../src/core/scoring/rules.js';
import { computeScore, type WeightedRating } from '../../../src/core/scoring/scoring.js';
import { card, SCALE, weights } from '../../support/weighted-cards.js';

const RULES = { coverageAtLeast: 70, bands: { 'strong-yes': 4.2, yes: 3, no: 2 } };

function judge(
  dimensions: readonly WeightedRating[],
  flags: readonly { id: string; flag: string; severity: 'stop' | 'concern' }[] = [],
  more: { readonly strongYesNeeds?: number; readonly borderline?: number } = {},
) {
  const named = dimensions.map((dimension, at) => ({ id: `d${at}`, name: `d${at}`, ...dimension }));
  return evaluate({ dimensions: named, redFlags: flags, recommendation: { ...RULES, ...more }, scale: SCALE }).result;
}

/** Each of the rules that a rubric may leave out, or not. */
const moreRules = fc.record(
  {
    strongYesNeeds: fc.integer({ min: 1, max: 5 }),
    borderline: fc.integer({ min: 1, max: 20_000 }).map((units) => units / 10_000),
  },
  { requiredKeys: [] },
);

describe('the score', () => {
  test.each([
    [
      'all dimensions rated',
      [
        [60, 4],
        [40, 3],
      ],
      { numerator: 360, denominator: 100 },
      3.6,
    ],
    [
      'not assessed stays out of the mean',
      [
        [60, 4],
        [40, 'not-assessed'],
      ],
      { numerator: 240, denominator: 60 },
      4,
    ],
    [
      'a half is rounded up',
      [
        [12.5, 4],
        [87.5, 3],
      ],
      { numerator: 3125, denominator: 1000 },
      3.13,
    ],
    [
      'a third is rounded down',
      [
        [33.3, 1],
        [66.7, 2],
      ],
      { numerator: 1667, denominator: 1000 },
      1.67,
    ],
  ] as const)('%s', (_name, pairs, exact, score) => {
    const result = judge(pairs.map(([weight, rating]) => ({ weight, rating })));
    expect(result).toMatchObject({ exact, score });
  });

  test('there is none when nothing was rated', () => {
    expect(judge([{ weight: 100, rating: 'not-assessed' }])).toEqual({
      coverage: 0,
      recommendation: 'incomplete',
      because: [{ rule: 'coverage', text: 'coverage 0% is below the 70% that a recommendation needs' }],
    });
  });

  test('lies between the lowest and the highest rating', () => {
    fc.assert(
      fc.property(card, (dimensions) => {
        const { exact } = computeScore(dimensions);
        const rated = dimensions.map(({ rating }) => rating).filter(isRated);
        if (!exact) {
          expect(rated).toEqual([]);
          return;
        }
        expect(exact.numerator).toBeGreaterThanOrEqual(Math.min(...rated) * exact.denominator);
        expect(exact.numerator).toBeLessThanOrEqual(Math.max(...rated) * exact.denominator);
      }),
    );
  });

  test('neither the score nor the recommendation falls when a rating rises', () => {
    const order = [...BANDS, 'incomplete'];
    fc.assert(
      fc.property(card, fc.nat(), moreRules, (dimensions, pick, more) => {
        const at = pick % dimensions.length;
        const { rating } = dimensions[at];
        if (!isRated(rating) || rating === 5) return;
        const raised = dimensions.with(at, { ...dimensions[at], rating: rating + 1 });
        const [before, after] = [computeScore(dimensions).exact, computeScore(raised).exact];
        expect((after?.numerator ?? 0) * (before?.denominator ?? 0)).toBeGreaterThan(
          (before?.numerator ?? 0) * (after?.denominator ?? 0),
        );
        expect(order.indexOf(judge(raised, [], more).recommendation)).toBeLessThanOrEqual(
          order.indexOf(judge(dimensions, [], more).recommendation),
        );
      }),
    );
  });

  test('does not depend on the order of the dimensions', () => {
    fc.assert(
      fc.property(card, moreRules, (dimensions, more) => {
        const { because: there, ...result } = judge(dimensions, [], more);
        const { because: back, ...reversed } = judge([...dimensions].reverse(), [], more);
        expect(reversed).toEqual(result);
        expect(back.map(({ text }) => text.length).toSorted()).toEqual(there.map(({ text }) => text.length).toSorted());
      }),
    );
  });

  test('does not depend on the size of the weights, only on their proportion', () => {
    fc.assert(
      fc.property(card, fc.integer({ min: 2, max: 9 }), moreRules, (dimensions, factor, more) => {
        const scaled = dimensions.map(({ weight = 1, rating }) => ({ weight: weight * factor, rating }));
        const { exact: _, ...result } = judge(dimensions, [], more);
        const { exact: _scaled, ...same } = judge(scaled, [], more);
        expect(same).toEqual(result);
      }),
    );
  });

  test('an unrated dimension counts as if the rubric lacked it, but for coverage', () => {
    fc.assert(
      fc.property(card, fc.integer({ min: 1, max: 50 }), (dimensions, weight) => {
        const more = [...dimensions, { weight, rating: 'not-assessed' as const }];
        expect(computeScore(more).exact).toEqual(computeScore(dimensions).exact);
        expect(judge(more).coverage).toBeLessThanOrEqual(judge(dimensions).coverage);
      }),
    );
  });

  test('is exactly r when every rating is r', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 5 }), (all, rating) => {
        const { exact, hundredths } = computeScore(all.map((weight) => ({ weight, rating })));
        expect(exact?.numerator).toBe(rating * (exact?.denominator ?? 0));
        expect(hundredths).toBe(100 * rating);
      }),
    );
  });

  test('the contributions add up to it, to the hundredth', () => {
    fc.assert(
      fc.property(card, (dimensions) => {
        const { contributions, hundredths } = computeScore(dimensions);
        const sum = contributions.reduce<number>((total, part) => total + (part ?? 0), 0);
        expect(sum).toBe(hundredths ?? 0);
        dimensions.forEach(({ rating }, at) => {
          expect(contributions[at] !== undefined).toBe(isRated(rating));
        });
      }),
    );
  });
});

describe('coverage', () => {
  test.each([
    [
      'not assessed lowers it',
      [
        [60, 4],
        [40, 'not-assessed'],
      ],
      60,
    ],
    [
      'not applicable does not',
      [
        [60, 4],
        [40, 'not-applicable'],
      ],
      100,
    ],
    [
      'it is rounded down, so that 100 means all',
      [
        [99.9, 4],
        [0.1, 'not-assessed'],
      ],
      99,
    ],
  ] as const)('%s', (_name, pairs, coverage) => {
    expect(judge(pairs.map(([weight, rating]) => ({ weight, rating }))).coverage).toBe(coverage);
  });
});

describe('the recommendation', () => {
  test('is incomplete below the coverage that the rubric asks for, and not at it', () => {
    expect(
      judge([
        { weight: 69.9, rating: 5 },
        { weight: 30.1, rating: 'not-assessed' },
      ]).recommendation,
    ).toBe('incomplete');
    expect(
      judge([
        { weight: 70, rating: 5 },
        { weight: 30, rating: 'not-assessed' },
      ]).recommendation,
    ).toBe('strong-yes');
  });

  test.each([
    [{ numerator: 42, denominator: 10 }, 'strong-yes'],
    [{ numerator: 419999, denominator: 100000 }, 'yes'],
    [{ numerator: 3, denominator: 1 }, 'yes'],
    [{ numerator: 2999999, denominator: 1000000 }, 'no'],
    [{ numerator: 2, denominator: 1 }, 'no'],
    [{ numerator: 199, denominator: 100 }, 'strong-no'],
  ] as const)('a score of %o is in the band %s: edges belong to the band above', (exact, band) => {
    expect(bandOf(exact, bandRules(RULES.bands))).toBe(band);
  });

  test('a score that would round up to the next band is shown below it', () => {
    const result = judge([
      { weight: 99.7, rating: 3 },
      { weight: 0.3, rating: 2 },
    ]);
    expect(result).toMatchObject({ score: 2.99, recommendation: 'no' });
    expect(result.because).toEqual([{ rule: 'band', text: 'score 2.99 is in the band "no": at least 2, below 3' }]);
  });

  test('a rating below a minimum caps it at no, and never lifts it', () => {
    const dimensions = [
      { id: 'security', name: 'Security', weight: 10, minimum: 2, rating: 1 },
      { id: 'rest', name: 'Rest', weight: 90, rating: 5 },
    ];
    const high = evaluate({ dimensions, redFlags: [], recommendation: RULES, scale: SCALE }).result;
    expect(high.recommendation).toBe('no');
    expect(high.because).toHaveLength(2);
    const low = evaluate({
      dimensions: dimensions.map((d) => ({ ...d, rating: 1 })),
      redFlags: [],
      recommendation: RULES,
      scale: SCALE,
    }).result;
    expect(low.recommendation).toBe('strong-no');
  });

  test('a rating at its minimum caps nothing', () => {
    const dimensions = [{ id: 'security', name: 'Security', weight: 100, minimum: 3, rating: 3 }];
    expect(evaluate({ dimensions, redFlags: [], recommendation: RULES, scale: SCALE }).result.recommendation).toBe(
      'yes',
    );
  });

  test('a rating below what a strong yes needs allows a yes at most', () => {
    const dimensions = [
      { weight: 90, rating: 5 },
      { weight: 10, rating: 2 },
    ];
    const { recommendation, because } = judge(dimensions, [], { strongYesNeeds: 3 });
    expect(recommendation).toBe('yes');
    expect(because.at(-1)).toEqual({
      rule: 'strong-yes-needs',
      dimension: 'd1',
      text: 'd1 is rated 2, below the 3 that "strong-yes" needs in each dimension: at most "yes"',
    });
    expect(judge(dimensions, [], { strongYesNeeds: 2 }).recommendation).toBe('strong-yes');
  });

  test('what a strong yes needs is not told where the score gives less, nor of what was not rated', () => {
    const more = { strongYesNeeds: 3 };
    const low = judge([{ weight: 100, rating: 2 }], [], more);
    expect(low.because.map(({ rule }) => rule)).toEqual(['band']);
    const open = judge(
      [
        { weight: 80, rating: 5 },
        { weight: 20, rating: 'not-assessed' },
      ],
      [],
      more,
    );
    expect(open.recommendation).toBe('strong-yes');
  });

  test.each([
    ['not-assessed', 'Security has a minimum of 2 and was not assessed'],
    ['not-applicable', 'Security has a minimum of 2 and was called not applicable'],
  ] as const)('a minimum is named where the dimension is %s, and limits nothing', (rating, text) => {
    const dimensions = [
      { id: 'rest', name: 'Rest', weight: 90, rating: 5 },
      { id: 'security', name: 'Security', weight: 10, minimum: 2, rating },
    ];
    const { result } = evaluate({ dimensions, redFlags: [], recommendation: RULES, scale: SCALE });
    expect(result.recommendation).toBe('strong-yes');
    expect(result.because.at(-1)).toEqual({ rule: 'minimum-not-rated', dimension: 'security', text });
  });

  test('of an incomplete scorecard the rules are told as what they would do', () => {
    const dimensions = [
      { id: 'security', name: 'Security', weight: 10, minimum: 2, rating: 1 },
      { id: 'depth', name: 'Depth', weight: 45, rating: 5 },
      { id: 'rest', name: 'Rest', weight: 45, rating: 'not-assessed' as const },
    ];
    const recommendation = { ...RULES, strongYesNeeds: 3, borderline: 2 };
    const redFlags = [{ id: 'lies', flag: 'Lies', severity: 'stop' }] as const;
    const { result } = evaluate({ dimensions, redFlags, recommendation, scale: SCALE });
    expect(result).toMatchObject({ recommendation: 'incomplete' });
    expect(result).not.toHaveProperty('borderline');
    expect(result.because.map(({ text }) => text)).toEqual([
      'coverage 55% is below the 70% that a recommendation needs',
      'Security is rated 1, below the 3 that "strong-yes" needs in each dimension: would be at most "yes"',
      'Security is rated 1, below its minimum of 2: would be at most "no"',
      'red flag (stop): Lies: would be at most "no"',
    ]);
  });

  test('a stop caps it at no; a concern changes nothing and is told', () => {
    const rated = [{ weight: 100, rating: 5 }];
    expect(judge(rated, [{ id: 'lies', flag: 'lies', severity: 'stop' }]).recommendation).toBe('no');
    const concern = judge(rated, [{ id: 'blames', flag: 'blames', severity: 'concern' }]);
    expect(concern.recommendation).toBe('strong-yes');
    expect(concern.because.at(-1)).toMatchObject({ rule: 'concern', flag: 'blames' });
  });

  test('an incomplete scorecard stays incomplete under a stop', () => {
    const score = computeScore([{ weight: 100, rating: 'not-assessed' }]);
    const { recommendation } = recommend({
      score,
      dimensions: [],
      redFlags: [{ id: 'lies', flag: 'lies', severity: 'stop' }],
      rules: RULES,
      scale: SCALE,
    });
    expect(recommendation).toBe('incomplete');
  });
});
