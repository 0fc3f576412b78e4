import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recommend } from '../../../src/core/scoring/recommendation.js';
import { rulesOf } from '../../../src/core/scoring/rules.js';
import { computeScore } from '../../../src/core/scoring/scoring.js';
import { coverageOf, weigh } from '../../../src/core/scoring/weighted-sum.js';
import { SCALE } from '../../support/weighted-cards.js';

const RULES = { coverageAtLeast: 70, bands: { 'strong-yes': 4.2, yes: 3, no: 2 } };

describe('the rules from score to recommendation are data', () => {
  test('bands from best to worst, then what caps them, by position', () => {
    const rules = rulesOf({
      recommendation: RULES,
      dimensions: [{}, { minimum: 2 }],
      redFlags: [{ severity: 'concern' }, { severity: 'stop' }],
    });
    expect(rules).toEqual({
      coverageAtLeast: 70,
      bands: [
        { band: 'strong-yes', from: 4.2 },
        { band: 'yes', from: 3 },
        { band: 'no', from: 2 },
        { band: 'strong-no', from: undefined },
      ],
      caps: [
        { type: 'minimum', dimension: 1, minimum: 2, atMost: 'no' },
        { type: 'stop', flag: 1, atMost: 'no' },
      ],
      borderline: undefined,
    });
  });

  test('and so are the reasons: each rule that acted, with what it acted on', () => {
    const dimensions = [
      { id: 'depth', name: 'Depth', weight: 60, rating: 5 },
      { id: 'influence', name: 'Influence', weight: 40, rating: 1, minimum: 2 },
    ];
    const redFlags = [
      { id: 'blames', flag: 'Blames a person', severity: 'concern' },
      { id: 'invents', flag: 'Invents a result', severity: 'stop' },
    ] as const;
    const { recommendation, reasons } = recommend({
      score: computeScore(dimensions),
      dimensions,
      redFlags,
      rules: RULES,
      scale: { min: 1, max: 5 },
    });
    expect(recommendation).toBe('no');
    expect(reasons).toMatchObject([
      {
        type: 'band',
        band: 'yes',
        hundredths: 340,
        exact: { numerator: 340, denominator: 100 },
        from: 3,
        below: 4.2,
      },
      { type: 'minimum', dimension: { id: 'influence', name: 'Influence' }, rating: 1, minimum: 2, atMost: 'no' },
      { type: 'stop', flag: { id: 'invents', flag: 'Invents a result' }, atMost: 'no' },
      { type: 'concern', flag: { id: 'blames', flag: 'Blames a person' } },
    ]);
  });
});

test('what is not applicable weighs nothing, what was not assessed lowers coverage alone', () => {
  const weighed = { sum: 150, rated: 50, applicable: 80 };
  expect(weigh([50, 30, 20], [4, 'not-assessed', 'not-applicable'], SCALE)).toEqual(weighed);
  expect(weigh([50, 30], [4], SCALE)).toEqual(weighed);
  expect(coverageOf(weigh([50], ['not-applicable'], SCALE))).toEqual({ numerator: 0, denominator: 1 });
});

test('coverage is never above one', () => {
  const dimension = fc.tuple(fc.integer({ min: 1, max: 100 }), fc.constantFrom(1, 5, 'not-assessed', 'not-applicable'));
  fc.assert(
    fc.property(fc.array(dimension), (all) => {
      const { numerator, denominator } = coverageOf(
        weigh(
          all.map(([units]) => units),
          all.map(([, rating]) => rating as 1 | 'not-assessed'),
          SCALE,
        ),
      );
      expect(numerator).toBeLessThanOrEqual(denominator);
    }),
  );
});
