import { describe, expect, test } from 'vitest';
import { type Authored, type OwnDraft, splitByVisibility } from '../../../src/core/panel/blindness.js';

const draft: OwnDraft = { candidate: 'Ada Example', interviewer: 'R. Panel', role: 'small' };
const card = (change: Partial<Authored> = {}): Authored => ({ ...draft, interviewer: 'S. Other', ...change });
const authorOf = (one: Authored) => one;

describe('while a draft on the candidate and role is open', () => {
  test.each<[string, Authored, boolean]>([
    ["another interviewer's card is hidden", card(), true],
    ['spelling does not get around it', card({ candidate: '  ada EXAMPLE ' }), true],
    ['a card whose interviewer is not known counts as somebody else', card({ interviewer: undefined }), true],
    ['the own card is shown', card({ interviewer: 'r. panel' }), false],
    ['a card on another candidate is shown', card({ candidate: 'Bo Sample' }), false],
    ['a card for another role is shown', card({ role: 'large' }), false],
  ])('%s', (_title, one, isHidden) => {
    const { visible, hidden, hiding } = splitByVisibility([draft], [one], authorOf);
    expect({ visible, hidden }).toEqual(isHidden ? { visible: [], hidden: [one] } : { visible: [one], hidden: [] });
    expect(hiding).toEqual(isHidden ? [draft] : []);
  });
});

test('the drafts that hide are named once each, and those that hide nothing are not', () => {
  const idle: OwnDraft = { ...draft, candidate: 'Bo Sample' };
  const second: OwnDraft = { ...draft, interviewer: 'T. Third' };
  const { hidden, hiding } = splitByVisibility(
    [idle, draft, second],
    [card(), card({ role: 'large' }), card()],
    authorOf,
  );
  expect(hidden).toHaveLength(2);
  expect(hiding).toEqual([draft, second]);
});

test('the order of the cards is kept', () => {
  const cards = ['c', 'a', 'b'].map((candidate) => card({ candidate }));
  expect(splitByVisibility([draft], cards, authorOf).visible).toEqual(cards);
  expect(splitByVisibility([], cards, authorOf).visible).toBe(cards);
});
