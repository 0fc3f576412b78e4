import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRated } from '../../../src/core/rubric/scale.js';
import { evaluate, type Result } from '../../../src/core/scoring/evaluate.js';
import { isYes } from '../../../src/core/scoring/rules.js';
import type { WeightedRating } from '../../../src/core/scoring/scoring.js';
import { card, SCALE } from '../../support/weighted-cards.js';

const RULES = { coverageAtLeast: 70, bands: { 'strong-yes': 3.9, yes: 3, no: 2 }, borderline: 0.15 };

type Dimension = WeightedRating & { readonly minimum?: number | undefined };

function judge(dimensions: readonly Dimension[], rules: typeof RULES & { strongYesNeeds?: number } = RULES): Result {
  const named = dimensions.map((dimension, at) => ({ id: `d${at}`, name: `D${at}`, ...dimension }));
  return evaluate({ dimensions: named, redFlags: [], recommendation: rules, scale: SCALE }).result;
}

const reasonOf = ({ because }: Result) => because.find(({ rule }) => rule === 'borderline');

describe('a score near where yes begins', () => {
  test.each([
    ['at the distance below', [85, 15], [3, 2], 'no', true],
    ['a little farther below', [84.9, 15.1], [3, 2], 'no', undefined],
    ['at the edge', [50, 50], [3, 3], 'yes', true],
    ['at the distance above', [85, 15], [3, 4], 'yes', true],
    ['a little farther above', [84.9, 15.1], [3, 4], 'yes', undefined],
  ] as const)('%s', (_where, weights, ratings, recommendation, borderline) => {
    const result = judge(weights.map((weight, at) => ({ weight, rating: ratings[at] ?? 3 })));
    expect([result.recommendation, result.borderline]).toEqual([recommendation, borderline]);
  });

  test('is told with each dimension whose next step would turn it', () => {
    const yes = judge([
      { weight: 60, rating: 3 },
      { weight: 30, rating: 3 },
      { weight: 10, rating: 4 },
    ]);
    expect(reasonOf(yes)).toEqual({
      rule: 'borderline',
      dimensions: ['d0', 'd1'],
      text: 'borderline, at most 0.15 from the 3 where "yes" begins; one step down in "D0" or "D1" would turn it',
    });
    const no = judge([
      { weight: 85, rating: 3 },
      { weight: 15, rating: 2 },
    ]);
    expect(reasonOf(no)).toMatchObject({ dimensions: ['d0', 'd1'], text: expect.stringContaining('one step up') });
  });

  test('says so where no single step would turn it', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ weight: 5, rating: at < 2 ? 4 : 3 }));
    expect(reasonOf(judge(many))).toEqual({
      rule: 'borderline',
      dimensions: [],
      text: 'borderline, at most 0.15 from the 3 where "yes" begins; no single step down would turn it',
    });
  });

  test('a step below a minimum turns it too, however little it weighs', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({
      weight: 5,
      rating: at < 2 ? 4 : 3,
      minimum: at === 7 ? 3 : undefined,
    }));
    expect(reasonOf(judge(many))).toMatchObject({ dimensions: ['d7'] });
  });

  test('is not borderline where a minimum decides', () => {
    const capped = judge([
      { weight: 90, rating: 3 },
      { weight: 10, rating: 2, minimum: 3 },
    ]);
    expect(capped).not.toHaveProperty('borderline');
    expect(reasonOf(capped)).toBeUndefined();
  });
});

describe('whatever is rated', () => {
  const within = fc.integer({ min: 1, max: 9_000 }).map((units) => units / 10_000);
  // Alike on both sides of the yes: what is mirrored has the mirrored bands.
  const even = { coverageAtLeast: 0, bands: { 'strong-yes': 4, yes: 3, no: 2 } };

  test('borderline is the same on both sides of the edge', () => {
    fc.assert(
      fc.property(card, within, (dimensions, borderline) => {
        const mirrored = dimensions.map((one) => (isRated(one.rating) ? { ...one, rating: 6 - one.rating } : one));
        const rules = { ...even, borderline };
        expect(judge(mirrored, rules).borderline).toBe(judge(dimensions, rules).borderline);
      }),
    );
  });

  test('the dimensions that are told are those whose next rating turns the recommendation, and no others', () => {
    const minimums = fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 2, nil: undefined }), {
      minLength: 10,
      maxLength: 10,
    });
    const needs = fc.constantFrom(1, 3, 5);
    fc.assert(
      fc.property(card, minimums, within, needs, (plain, floors, borderline, strongYesNeeds) => {
        const dimensions = plain.map((one, at) => ({ ...one, minimum: floors[at] }));
        const rules = { ...RULES, borderline, strongYesNeeds };
        const result = judge(dimensions, rules);
        const step = isYes(result.recommendation) ? -1 : 1;
        const turning = dimensions.flatMap(({ rating }, at) => {
          if (!isRated(rating) || rating + step < SCALE.min || rating + step > SCALE.max) return [];
          const stepped = judge(dimensions.with(at, { ...dimensions[at], rating: rating + step }), rules);
          return isYes(stepped.recommendation) === isYes(result.recommendation) ? [] : [`d${at}`];
        });
        expect(reasonOf(result)?.dimensions).toEqual(result.borderline ? turning : undefined);
      }),
      { numRuns: 500 },
    );
  });
});
