import { expect, test } from 'vitest';
import { digestOf } from '../../../src/core/scorecard/digest.js';
import type { Scorecard1 } from '../../../src/core/scorecard/scorecard-1.js';
import { verifyScorecard } from '../../../src/core/scorecard/verify-scorecard.js';

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
