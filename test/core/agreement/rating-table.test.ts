import { expect, test } from 'vitest';
import { ratingTables } from '../../../src/core/agreement/rating-table.js';
import { type PanelCard, readPanelCard } from '../../../src/core/panel/card.js';
import { countingCards } from '../../../src/core/panel/counting-cards.js';
import { createEditionRegistry } from '../../../src/core/panel/edition.js';
import { whoIsWho } from '../../../src/core/panel/who.js';
import type { Scorecard } from '../../../src/core/scorecard/scorecard.js';
import { amended, sealed } from '../../support/meetings.js';

function cardsOf(scorecards: readonly Scorecard[]): readonly PanelCard[] {
  const registry = createEditionRegistry();
  return scorecards.map((card) => {
    const read = readPanelCard(card, card.id, { registry, keepsEvidence: false, keepsDetail: true });
    if (!read?.ok) throw new Error(JSON.stringify(read));
    return read.value;
  });
}

function tablesOf(all: readonly PanelCard[]) {
  const who = whoIsWho(all);
  const { cards, repeats } = countingCards(all, who);
  return ratingTables({ cards, repeats, who, me: { name: 'J. Lee' } });
}

const ADA = { candidate: 'Ada Example', interviewer: 'J. Lee', ratings: [2, 3, 4] } as const;
const BO = { candidate: 'Bo Sample', interviewer: 'A. Novak', ratings: [4, 4, 4], day: '2026-11-26' } as const;

test('there is one rating for each interviewer, candidate and dimension, by name, with who reads', () => {
  const { tables } = tablesOf(cardsOf([sealed(ADA), sealed(BO), sealed({ ...ADA, ...BO, candidate: 'Ada Example' })]));
  expect(tables).toHaveLength(1);
  expect(tables[0]?.raters).toEqual([
    { shown: 'A. Novak', isMe: false },
    { shown: 'J. Lee', isMe: true },
  ]);
  expect(tables[0]?.rows.map(({ ratings }) => ratings)).toEqual([
    [4, 2],
    [4, 3],
    [4, 4],
    [4, undefined],
    [4, undefined],
    [4, undefined],
  ]);
  expect(tables[0]?.scores).toHaveLength(2);
});

test('ratings stand as before the talk about their candidate, and one about somebody else changes nothing', () => {
  const first = sealed(ADA);
  const later = amended(first, { ratings: [5, 5, 5], day: '2026-11-22' });
  const late = sealed({ ...ADA, interviewer: 'M. Okafor', ratings: [1, 1, 1], day: '2026-11-23' });
  const { tables, afterTalk } = tablesOf(cardsOf([first, later, late, sealed(BO)]));
  expect(tables[0]?.raters.map(({ shown }) => shown)).toEqual(['A. Novak', 'J. Lee']);
  expect(tables[0]?.rows.map(({ ratings }) => ratings)).toContainEqual([undefined, 2]);
  expect(tables[0]?.rows.map(({ ratings }) => ratings)).toContainEqual([4, undefined]);
  expect(afterTalk).toBe(1);
});

test('the same label for two candidates is nobody in particular', () => {
  const labelled = cardsOf([
    sealed({ ...ADA, interviewer: 'Interviewer A' }),
    sealed({ ...BO, interviewer: 'Interviewer A' }),
  ]).map((card) => ({ ...card, isLabelled: true }));
  const { tables } = tablesOf([...labelled, ...cardsOf([])]);
  expect(tables[0]).toMatchObject({ raters: [], unnamed: 2, candidates: 2, ratings: 6 });
});
