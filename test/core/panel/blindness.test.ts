import { describe, expect, test } from 'vitest';
import {
  type Authored,
  type AuthoredDraft,
  type PlanInForce,
  splitByVisibility,
} from '../../../src/core/panel/blindness.js';
import { whoIsWho } from '../../../src/core/panel/who.js';
import type { Person } from '../../../src/core/person/person.js';
import { parsePlan } from '../../../src/core/plan/parse-plan.js';

const [ada, bo, me, other] = ['Ada Example', 'Bo Sample', 'R. Panel', 'S. Other'].map((name): Person => ({ name }));
const draft: AuthoredDraft = { candidate: ada, interviewer: me, role: 'small' };
const card = (change: Partial<Authored> = {}): Authored => ({ ...draft, interviewer: other, ...change });

function split(drafts: readonly AuthoredDraft[], cards: readonly Authored[], reader: Person | undefined = me) {
  const who = whoIsWho([...drafts, ...cards]);
  return splitByVisibility({ drafts, plans: [], sealed: [] }, cards, { authorOf: (one) => one, me: reader, who });
}

describe('while a draft of one’s own on the candidate and role is open', () => {
  test.each<[string, Authored, boolean]>([
    ["another interviewer's card is hidden", card(), true],
    ['spelling does not get around it', card({ candidate: { name: '  ada EXAM\u200bPLE ' } }), true],
    ['an id does not get around it', card({ candidate: { ...ada, id: 'ada@example.com' } }), true],
    ['a card whose interviewer is not known counts as somebody else', card({ interviewer: undefined }), true],
    ['the own card is shown', card({ interviewer: { name: 'r. panel' } }), false],
    ['a card on another candidate is shown', card({ candidate: bo }), false],
    ['a card for another role is shown', card({ role: 'large' }), false],
  ])('%s', (_title, one, isHidden) => {
    const { visible, hidden, hiding } = split([draft], [one]);
    expect({ visible, hidden }).toEqual(isHidden ? { visible: [], hidden: [one] } : { visible: [one], hidden: [] });
    expect(hiding).toEqual(isHidden ? [draft] : []);
  });

  test('the cards of everybody whom the name may mean are hidden', () => {
    const cards = ['1', '2'].map((id) => card({ candidate: { ...ada, id } }));
    expect(split([draft], cards).hidden).toEqual(cards);
    expect(split([{ ...draft, candidate: { ...ada, id: '1' } }], cards).hidden).toEqual(cards.slice(0, 1));
  });
});

test('a draft of somebody else hides nothing, and is told', () => {
  const theirs = { ...draft, interviewer: { name: 'T. Third' } };
  const idle = { ...theirs, candidate: bo };
  const { visible, hiding, waiting } = split([theirs, idle], [card()]);
  expect(visible).toEqual([card()]);
  expect(hiding).toEqual([]);
  expect(waiting).toEqual([theirs]);
});

test('who does not know who they are may be anybody', () => {
  const who = whoIsWho([draft, card()]);
  const { hidden } = splitByVisibility({ drafts: [draft], plans: [], sealed: [] }, [card()], {
    authorOf: (one: Authored) => one,
    me: undefined,
    who,
  });
  expect(hidden).toEqual([card()]);
});

test('the drafts that hide are named once each, and those that hide nothing are not', () => {
  const idle = { ...draft, candidate: bo };
  const second = { ...draft, interviewer: { name: 'r.  panel' } };
  const { hidden, hiding } = split([idle, draft, second], [card(), card({ role: 'large' }), card()]);
  expect(hidden).toHaveLength(2);
  expect(hiding).toEqual([draft, second]);
});

test('the order of the cards is kept', () => {
  const cards = ['c', 'a', 'b'].map((name) => card({ candidate: { name } }));
  expect(split([draft], cards).visible).toEqual(cards);
  expect(split([], cards).visible).toBe(cards);
});

describe('a plan', () => {
  const planned = (visible: string) => {
    const checked = parsePlan({ candidate: ada.name, role: 'small', visible, interviewers: [me.name, other.name] });
    return { candidate: ada, role: 'small', plan: checked.ok ? checked.value : undefined };
  };
  const split = (plan: PlanInForce, cards: readonly Authored[], drafts: readonly AuthoredDraft[] = []) => {
    const who = whoIsWho([...cards, draft, card()]);
    return splitByVisibility({ drafts, plans: [plan], sealed: [] }, cards, { authorOf: (one) => one, me, who });
  };

  test('hides the cards of its candidate and role that are not one’s own, and is told', () => {
    const plan = planned('after-own');
    const cards = [card(), card({ interviewer: me }), card({ candidate: bo }), card({ role: 'large' })];
    const { hidden, visible, hidingPlans } = split(plan, cards);
    expect(hidden).toEqual(cards.slice(0, 1));
    expect(visible).toEqual(cards.slice(1));
    expect(hidingPlans).toEqual([plan]);
  });

  test('that shows all from the beginning overrules the own draft', () => {
    expect(split(planned('always'), [card()], [draft]).hidden).toEqual([]);
    expect(split({ ...planned('always'), candidate: bo }, [card()], [draft]).hidden).toEqual([card()]);
  });

  test('with mistakes hides what it may mean to hide', () => {
    expect(
      split({ candidate: ada, role: 'small', plan: undefined }, [card(), card({ interviewer: me })]).hidden,
    ).toEqual([card()]);
  });
});
