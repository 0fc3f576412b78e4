import { describe, expect, test } from 'vitest';
import { digestOf } from '../../../src/core/scorecard/digest.js';
import { parseScorecard } from '../../../src/core/scorecard/parse-scorecard.js';
import { isScorecard } from '../../../src/core/scorecard/quick-check.js';
import type { Scorecard } from '../../../src/core/scorecard/scorecard.js';
import type { Scorecard1 } from '../../../src/core/scorecard/scorecard-1.js';
import { verifyScorecard } from '../../../src/core/scorecard/verify-scorecard.js';
import { AROUND_ZERO, createRubric, createScaledRubric, TENTHS } from '../../support/rubrics.js';
import { createScorecard } from '../../support/scorecards.js';

const rubric = createRubric(
  [
    { id: 'depth', weight: 90 },
    { id: 'care', weight: 10 },
  ],
  {
    weightsRationale: 'For tests.',
    recommendation: {
      coverageAtLeast: 70,
      bands: { 'strong-yes': 3.9, yes: 3, no: 2 },
      strongYesNeeds: 3,
      borderline: 0.15,
    },
  },
);

function sealed(card: Scorecard): Scorecard {
  return { ...card, digest: digestOf(card) };
}

const problemsIn = (card: Scorecard) =>
  verifyScorecard(sealed(card)).map(({ code, path }) => `${code} ${path.join('.')}`);

test('a scorecard carries its rules, and agrees with them', () => {
  const card = createScorecard({ rubric, ratings: [3, 4] });
  expect(card.rubric.recommendation).toEqual(rubric.recommendation);
  expect(card.result).toMatchObject({ recommendation: 'yes', borderline: true });
  expect(verifyScorecard(card)).toEqual([]);
});

test.each<[string, (card: Scorecard) => Scorecard, readonly string[]]>([
  [
    'that it is borderline was taken out',
    ({ result: { borderline: _, ...result }, ...card }) => ({ ...card, result }),
    ['arithmetic result.borderline'],
  ],
  [
    'a dimension that would turn it was taken out',
    ({ result, ...card }) => ({
      ...card,
      result: {
        ...result,
        because: result.because.map((one) => ('dimensions' in one ? { ...one, dimensions: [] } : one)),
      },
    }),
    ['arithmetic result.because'],
  ],
  [
    'the rule was taken out',
    ({ rubric: { recommendation, ...about }, ...card }) => {
      const { borderline: _, ...rules } = recommendation;
      return { ...card, rubric: { ...about, recommendation: rules } };
    },
    ['arithmetic result.borderline', 'arithmetic result.because'],
  ],
])('told where %s', (_what, change, problems) => {
  expect(problemsIn(change(createScorecard({ rubric, ratings: [3, 4] })))).toEqual(problems);
});

test('what a strong yes needs is computed again', () => {
  const card = createScorecard({ rubric, ratings: [5, 2] });
  expect(card.result.recommendation).toBe('yes');
  expect(verifyScorecard(card)).toEqual([]);
  expect(problemsIn({ ...card, result: { ...card.result, recommendation: 'strong-yes' } })).toEqual([
    'arithmetic result.recommendation',
  ]);
});

test('version 1 agrees with the score as it was rounded then, up to the edge of the next band', () => {
  const dimension = (id: string, weight: number, rating: number, contribution: number) => ({
    id,
    name: id,
    weight,
    rating,
    contribution,
  });
  const card: Scorecard1 = {
    schemaVersion: 1,
    id: 'old',
    status: 'submitted',
    candidate: 'Ada Example',
    interviewer: 'R. Panel',
    rubric: {
      id: 'sample',
      version: '1.0.0',
      title: 'Sample role',
      sha256: 'f'.repeat(64),
      scale: { min: 1, max: 5, bar: 3, labels: {} },
      recommendation: { coverageAtLeast: 70, bands: { 'strong-yes': 4.2, yes: 3, no: 2 } },
    },
    startedAt: '2026-11-20T14:00:00+00:00',
    submittedAt: '2026-11-20T15:00:00+00:00',
    dimensions: [dimension('depth', 99.7, 3, 2.99), dimension('care', 0.3, 2, 0.01)],
    redFlags: [],
    result: {
      score: 3,
      exact: { numerator: 2997, denominator: 1000 },
      coverage: 100,
      recommendation: 'no',
      because: ['score 3.00 (before rounding 2997/1000) is in the band "no": at least 2, below 3'],
    },
  };
  const verify = (one: Scorecard1) =>
    verifyScorecard({ ...one, digest: digestOf(one) }).map(({ path }) => path.join('.'));
  expect(verify(card)).toEqual([]);
  expect(verify({ ...card, result: { ...card.result, score: 2.99 } })).toEqual(['result.score']);
});

describe('scales and equal weights', () => {
  const tenths = createScaledRubric(TENTHS, [{ id: 'depth' }, { id: 'care', minimum: 2.5 }]);

  test.each([
    [tenths, [2.5, 10]],
    [
      createScaledRubric(AROUND_ZERO, [
        { id: 'depth', weight: 33.3 },
        { id: 'care', weight: 66.7 },
      ]),
      [-1, -2],
    ],
  ])('a scorecard agrees with itself: %#', (of, ratings) => {
    const card = createScorecard({ rubric: of, ratings });
    expect(verifyScorecard(card)).toEqual([]);
    expect(parseScorecard(JSON.parse(JSON.stringify(card)))).toEqual({ ok: true, value: card });
    expect(isScorecard(JSON.parse(JSON.stringify(card)))).toBe(true);
  });

  test('it has a step only where there are halves, a weight only where they differ, an anchor only where there is one', () => {
    const card = createScorecard({ rubric: tenths, ratings: [2.5, 10] });
    expect(card.rubric.scale).toMatchObject({ min: 0, max: 10, step: 0.5 });
    expect(card.dimensions.map(({ weight, anchor }) => [weight, anchor])).toEqual([
      [undefined, undefined],
      [undefined, 'What a 10 is'],
    ]);
    expect(createScorecard({ rubric, ratings: [3, 4] }).rubric.scale).not.toHaveProperty('step');
  });

  test('a rating between two of the scale, and a weight among none, are told', () => {
    const card = createScorecard({ rubric: tenths, ratings: [2.5, 10] });
    const [depth, care] = card.dimensions;
    expect(problemsIn({ ...card, dimensions: [{ ...depth, rating: 2.25 }, care] })).toContain(
      'off-scale dimensions.0.rating',
    );
    expect(problemsIn({ ...card, dimensions: [{ ...depth, weight: 50 }, care] })).toEqual([
      'some-weights dimensions.1',
    ]);
  });
});
