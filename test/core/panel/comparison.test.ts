import { expect, test } from 'vitest';
import { rational } from '../../../src/core/numbers/rational.js';
import { adjacentPairs, comparePanels } from '../../../src/core/panel/comparison.js';
import { summarise } from '../../../src/core/panel/summary.js';
import { createCards } from '../../support/scorecards.js';

function compare(parts: Parameters<typeof createCards>[0]) {
  const [{ edition, basis, ranked }] = summarise(createCards(parts), 'score');
  return comparePanels(
    ranked.map(({ panel }) => panel),
    edition,
    basis,
  );
}

test('candidates are compared on the dimensions they share alone', () => {
  const comparison = compare([
    { candidate: 'Ada', ratings: [4, 4, 1] },
    { candidate: 'Bob', ratings: [4, 3, undefined] },
  ]);
  expect(comparison.isPartial).toBe(true);
  expect(comparison.shared).toEqual({ numerator: 80, denominator: 100 });
  expect(comparison.candidates.map(({ panel, shared }) => [panel.shown, shared])).toEqual([
    ['Ada', rational(4n, 1n)],
    ['Bob', rational(29n, 8n)],
  ]);
});

test('a dimension that nobody was rated on makes nothing partial', () => {
  const comparison = compare([
    { candidate: 'Ada', ratings: [4, 4, undefined] },
    { candidate: 'Bob', ratings: [4, 3, 'not-applicable'] },
  ]);
  expect(comparison.isPartial).toBe(false);
});

test('the best of a dimension is marked, unless all are alike', () => {
  const { rows } = compare([
    { candidate: 'Ada', ratings: [4, 4, 2] },
    { candidate: 'Bob', ratings: [4, 3, 2] },
    { candidate: 'Cy', ratings: [3, 4, 2] },
  ]);
  expect(rows.map(({ isBest }) => isBest)).toEqual([
    [true, true, false],
    [true, false, true],
    [false, false, false],
  ]);
});

test('without a shared dimension there is no order, and no weights to try', () => {
  const comparison = compare([
    { candidate: 'Ada', ratings: [4, undefined, undefined] },
    { candidate: 'Bob', ratings: [undefined, 3, undefined] },
  ]);
  expect(comparison.candidates.map(({ rank }) => rank)).toEqual([undefined, undefined]);
  expect(comparison.sensitivity).toBeUndefined();
  expect(adjacentPairs(comparison.candidates)).toEqual([]);
});

test('two single interviewers must be 1.66 points apart to be told apart', () => {
  const [near] = adjacentPairs(
    compare([
      { candidate: 'Ada', ratings: [5, 5, 5] },
      { candidate: 'Bob', ratings: [4, 4, 4] },
    ]).candidates,
  );
  expect(near.isDistinguishable).toBe(false);
  expect(near.needed).toBeCloseTo(1.66, 2);
  const [far] = adjacentPairs(
    compare([
      { candidate: 'Ada', ratings: [5, 5, 5] },
      { candidate: 'Bob', ratings: [3, 3, 3] },
    ]).candidates,
  );
  expect(far.isDistinguishable).toBe(true);
});

test('the panels’ own spread counts once it has ten degrees of freedom', () => {
  const panel = (interviewers: number) =>
    Array.from({ length: interviewers }, (_, at) => {
      const rating = at % 2 === 0 ? 4 : 3;
      return { candidate: 'Ada', interviewer: `Panel ${at}`, ratings: [rating, rating, rating] };
    });
  expect(compare(panel(10)).basis).toEqual({ type: 'published', degreesOfFreedom: 9 });
  expect(compare(panel(11)).basis).toMatchObject({ type: 'panels', degreesOfFreedom: 10 });
});

test('interviewers who shared the rubric out between them say nothing of how far they differ', () => {
  const shared = Array.from({ length: 12 }, (_, at) => ({
    candidate: 'Ada',
    interviewer: `Panel ${at}`,
    ratings: [at % 2 === 0 ? 5 : undefined, undefined, at % 2 === 0 ? undefined : 1],
  }));
  expect(compare(shared).basis).toEqual({ type: 'published', degreesOfFreedom: 0 });
});

test('a panel that agrees on everything is no proof that nobody errs', () => {
  const agreeing = Array.from({ length: 12 }, (_, at) => ({
    candidate: 'Ada',
    interviewer: `Panel ${at}`,
    ratings: [4, 4, 4],
  }));
  expect(compare(agreeing).basis.type).toBe('published');
});
