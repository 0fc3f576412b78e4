import { expect, test } from 'vitest';
import { alignCards } from '../../../src/core/panel/joining/align-cards.js';
import { type SummaryOrder, summarise } from '../../../src/core/panel/summary.js';
import { createRubric } from '../../support/rubrics.js';
import { createCards, PANEL_RUBRIC } from '../../support/scorecards.js';

const LATER = createRubric(
  [
    { id: 'depth', weight: 30 },
    { id: 'talk', weight: 30 },
    { id: 'money', weight: 40 },
  ],
  { version: '1.10.0' },
);

const CARDS = createCards([
  { candidate: 'Bob', ratings: [4, 4, 4] },
  { candidate: 'Ada', ratings: [4, 4, 4] },
  { candidate: 'Cy', ratings: [5, undefined, undefined] },
  { candidate: 'Éva', ratings: [2, 5, 5] },
]);

function names(order: SummaryOrder) {
  return summarise(CARDS, order)[0].ranked.map(({ panel }) => panel.shown);
}

test.each<[SummaryOrder, string[]]>([
  ['score', ['Ada', 'Bob', 'Éva', 'Cy']],
  ['candidate', ['Ada', 'Bob', 'Cy', 'Éva']],
  ['coverage', ['Ada', 'Bob', 'Éva', 'Cy']],
  ['recommendation', ['Ada', 'Bob', 'Éva', 'Cy']],
])('sorted by %s, equals by name', (order, expected) => {
  expect(names(order)).toEqual(expected);
});

test('what is incomplete has a score and no rank', () => {
  const cy = summarise(CARDS, 'score')[0].ranked.at(-1)!;
  expect(cy.panel.hundredths).toBe(500);
  expect(cy.rank).toBeUndefined();
});

test('scores that are equal by different routes are equal, so that the name decides', () => {
  const rubric = createRubric([0, 1, 2].map((at) => ({ id: `d${at}`, weight: at === 0 ? 33.34 : 33.33 })));
  const cards = createCards([
    { candidate: 'B', rubric, ratings: [3, 3, 3] },
    { candidate: 'A', rubric, ratings: [3, 2, 4] },
  ]);
  expect(summarise(cards, 'score')[0].ranked.map(({ panel }) => panel.shown)).toEqual(['A', 'B']);
});

test('versions and variants are kept apart, the newest first', () => {
  const cards = createCards([
    { candidate: 'Ada', ratings: [4, 4, 4] },
    { candidate: 'Ada', ratings: [4, 4, 4], rubric: LATER },
    { candidate: 'Ada', ratings: [4, 4, 4], variant: 'startup' },
    { candidate: 'Ada', ratings: [4, 4, 4], rubric: { ...PANEL_RUBRIC, version: '1.9.0' } },
  ]);
  const groups = summarise(cards, 'score');
  expect(groups.map(({ edition }) => [edition.version, edition.variant])).toEqual([
    ['1.10.0', undefined],
    ['1.9.0', undefined],
    ['1.0.0', undefined],
    ['1.0.0', 'startup'],
  ]);
});

test('across versions all stand on the newest: what it doesn’t have falls out, what it has more is not assessed', () => {
  const cards = createCards([{ ratings: [4, 1, 5] }, { candidate: 'Bob', ratings: [3, 3, 3], rubric: LATER }]);
  const aligned = alignCards(cards);
  expect(aligned.cards[0].ratings).toEqual([4, 5, 'not-assessed']);
  expect(aligned.cards[0].edition).toBe(cards[1].edition);
  expect(aligned.merged).toEqual([{ edition: cards[1].edition, others: [cards[0].edition] }]);
});

test('versions with different scales stay apart', () => {
  const wide = { ...PANEL_RUBRIC, version: '2.0.0', scale: { ...PANEL_RUBRIC.scale, max: 6 } };
  const cards = createCards([{ ratings: [4, 1, 5] }, { candidate: 'Bob', ratings: [3], rubric: wide }]);
  expect(alignCards(cards)).toMatchObject({ unlike: ['sample'], merged: [] });
  expect(alignCards(cards).cards).toEqual(cards);
});
