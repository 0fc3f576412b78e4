import { expect, test } from 'vitest';
import { uniqueCards } from '../../../src/core/panel/unique-cards.js';
import { createCards } from '../../support/scorecards.js';

test('a scorecard that stands twice counts once', () => {
  const [card, copy] = createCards([{ ratings: [4, 3, 2] }, { ratings: [4, 3, 2] }]);
  expect(uniqueCards([card, copy])).toMatchObject({ cards: [card], repeated: 1, problems: [] });
});

test('an id that says two things is told, and the second is left out', () => {
  const [card, other] = createCards([{ ratings: [4, 3, 2] }, { ratings: [4, 3, 1] }]);
  const unique = uniqueCards([card, other]);
  expect(unique.cards).toEqual([card]);
  expect(unique.problems).toMatchObject([{ code: 'same-id', file: 'card 2' }]);
});

test('what is submitted supersedes its draft, in either order', () => {
  const [draft, submitted] = createCards([{ ratings: [4], isDraft: true }, { ratings: [4, 3, 2] }]);
  expect(uniqueCards([draft, submitted]).cards).toEqual([submitted]);
  expect(uniqueCards([submitted, draft]).cards).toEqual([submitted]);
});

test('rows of a batch are the same row only when all that they say is the same', () => {
  const [card, other] = createCards([{ ratings: [4, 3, 2] }, { ratings: [4, 3, 1] }]);
  const row = { ...card, id: undefined, line: 2 };
  const unique = uniqueCards([
    row,
    { ...row, source: 'again.json' },
    { ...row, line: 3 },
    { ...other, id: undefined, line: 2 },
  ]);
  expect(unique.cards).toHaveLength(3);
  expect(unique.repeated).toBe(1);
});
