import { describe, expect, test } from 'vitest';
import type { PanelCard } from '../../../src/core/panel/card.js';
import { countingCards } from '../../../src/core/panel/counting-cards.js';
import { whoIsWho } from '../../../src/core/panel/who.js';
import { createCards } from '../../support/scorecards.js';

const [BASE] = createCards([{ ratings: [3, 3, 3] }]) as [PanelCard];

/** A scorecard of R. Panel for Ada Example; `digest` and `source` are its name. */
function card(name: string, change: Partial<PanelCard> = {}): PanelCard {
  return { ...BASE, id: name, digest: name, source: name, ...change };
}

function settle(cards: readonly PanelCard[], altered: readonly PanelCard[] = []) {
  const { repeats, problems, shadows, ...rest } = countingCards(cards, whoIsWho([...cards, ...altered]), altered);
  const names = (some: readonly PanelCard[]) => some.map(({ source }) => source);
  return {
    counting: names(rest.cards),
    repeats: repeats.map(({ type, counting, replaced }) => [type, names(counting), names(replaced)]),
    problems: problems.map(({ code, file }) => `${code} ${file}`),
    shadows: names(shadows),
  };
}

test('one scorecard each counts, and nothing is told', () => {
  const other = card('c', { session: 'technical', ratings: ['not-held', 'not-held', 'not-held'] });
  const cards = [card('a'), card('b', { interviewer: { name: 'S. Panel' } }), other];
  expect(settle(cards)).toEqual({ counting: ['a', 'b', 'c'], repeats: [], problems: [], shadows: [] });
});

describe('sessions', () => {
  const making = card('making', { session: 'making', ratings: [3, 4, 'not-held'] });
  const telling = card('telling', {
    session: 'telling',
    ratings: ['not-held', 'not-held', 2],
    at: '2026-11-21T14:00:00Z',
  });

  test('of one interviewer all count, and the later replaces none', () => {
    expect(settle([telling, making])).toEqual({
      counting: ['telling', 'making'],
      repeats: [],
      problems: [],
      shadows: [],
    });
  });

  test('that were sealed again or amended are replaced by those of the same session alone', () => {
    const again = card('again', {
      ...making,
      id: 'again',
      source: 'again',
      digest: 'again',
      at: '2026-11-22T14:00:00Z',
    });
    expect(settle([making, telling, again])).toMatchObject({
      counting: ['telling', 'again'],
      repeats: [['repeated', ['again'], ['making']]],
    });
    expect(settle([making, telling, { ...again, amends: 'making' }])).toMatchObject({
      counting: ['telling', 'again'],
      repeats: [['amended', ['again'], ['making']]],
    });
  });

  test('that rate a dimension which the whole interview rated too all count, and are told', () => {
    const whole = card('whole', { at: '2026-11-19T14:00:00Z' });
    expect(settle([making, whole])).toMatchObject({
      counting: ['making', 'whole'],
      repeats: [['overlapping', ['whole', 'making'], []]],
    });
  });
});

describe('amendments', () => {
  const first = card('first');
  const second = card('second', { amends: 'first', at: '2026-11-21T14:00:00Z' });
  const third = card('third', { amends: 'second', at: '2026-11-22T14:00:00Z' });

  test.each([[[first, second, third]], [[third, first, second]], [[second, third, first]]])(
    'the newest counts for its whole chain, in whatever order they are read',
    (cards) => {
      expect(settle(cards)).toMatchObject({
        counting: ['third'],
        repeats: [['amended', ['third'], expect.anything()]],
      });
    },
  );

  test('an amendment counts though the clock says that it is older', () => {
    expect(settle([first, { ...second, at: '2026-11-01T14:00:00Z' }]).counting).toEqual(['second']);
  });

  test('where two stand in place of one, the later counts', () => {
    const other = card('other', { amends: 'first', at: '2026-11-20T20:00:00Z' });
    expect(settle([first, second, other])).toMatchObject({
      counting: ['second'],
      repeats: [['forked', ['second'], ['first', 'other']]],
    });
  });

  test('a chain is one, though what stood between was not read', () => {
    expect(settle([third, card('other', { amends: 'second' })])).toMatchObject({ counting: ['third'] });
  });

  test('a circle, which no digest can make, ends', () => {
    const circle = [card('a', { amends: 'b' }), card('b', { amends: 'a' })];
    expect(settle(circle).counting).toHaveLength(1);
  });
});

describe('several scorecards without a word', () => {
  const later = { at: '2026-11-21T14:00:00Z' };

  test('the later by the day of the interview counts, then by the time of the seal', () => {
    const cards = [card('a', later), card('b', { at: '2026-11-22T09:00:00Z', held: '2026-11-19' })];
    expect(settle(cards)).toMatchObject({ counting: ['a'], repeats: [['repeated', ['a'], ['b']]] });
    expect(settle([card('a', later), card('b')]).counting).toEqual(['a']);
  });

  test('of one time the later in the file counts, by whatever route it was read', () => {
    const row = { id: undefined, digest: undefined, at: undefined };
    expect(settle([card('row 2', { ...row, line: 2 }), card('row 3', { ...row, line: 3 })]).counting).toEqual([
      'row 3',
    ]);
    // Files are read by name, where `x-2.json` stands before `x.json`.
    expect(settle([card('x-10'), card('x-2'), card('x')]).counting).toEqual(['x-10']);
    expect(settle([card('y', { line: 3 }), card('x', { line: 12 })]).counting).toEqual(['x']);
  });

  test('those that rate different dimensions are parts of one interview', () => {
    const parts = [
      card('a', { ratings: [3, 'not-assessed', 'not-assessed'] }),
      card('b', { ...later, ratings: ['not-assessed', 4, 4] }),
    ];
    expect(settle(parts)).toMatchObject({ counting: ['a', 'b'], repeats: [['parts', ['a', 'b'], []]] });
  });

  test('people are one by their ids', () => {
    const id = 'r@example.com';
    const cards = [
      card('a', { interviewer: { name: 'R. Panel', id } }),
      card('b', { ...later, interviewer: { name: 'Ruth Panel', id } }),
    ];
    expect(settle(cards).counting).toEqual(['b']);
  });

  test('rows that name nobody are an interviewer each', () => {
    const nobody = { interviewer: undefined, id: undefined };
    expect(settle([card('a', nobody), card('b', nobody)]).counting).toEqual(['a', 'b']);
  });
});

test('what somebody who learns to interview wrote never counts, and is told', () => {
  expect(settle([card('a'), card('b', { isShadow: true })])).toMatchObject({ counting: ['a'], shadows: ['b'] });
});

test('a name that two ids share counts for neither, and is told', () => {
  const of = (id: string | undefined) => ({ candidate: { name: 'Ada Example', ...(id ? { id } : {}) } });
  expect(settle([card('a', of('1')), card('b', of('2')), card('c', of(undefined))])).toMatchObject({
    counting: ['a', 'b'],
    problems: ['doubtful-person c'],
  });
  const by = (id: string | undefined) => ({ interviewer: { name: 'R. Panel', ...(id ? { id } : {}) } });
  expect(settle([card('a', by('1')), card('b', by('2')), card('c', by(undefined))])).toMatchObject({
    counting: ['a', 'b'],
    problems: ['doubtful-person c'],
  });
});

describe('a scorecard that was changed after it was sealed', () => {
  const first = card('first');
  const later = { at: '2026-11-21T14:00:00Z' };

  test.each([
    ['its amendment', card('second', { ...later, amends: 'first' })],
    ['a later one', card('second', later)],
    [
      'an amendment that was given another name',
      card('second', { ...later, amends: 'first', candidate: { name: 'Bo' } }),
    ],
  ])('does not let what it replaced come back: %s', (_what, altered) => {
    expect(settle([first], [altered])).toMatchObject({ counting: [], problems: ['replaced-by-altered first'] });
  });

  test('changes nothing where it was replaced itself', () => {
    expect(settle([card('second', { ...later, amends: 'first' })], [first]).counting).toEqual(['second']);
    expect(settle([card('second', later)], [first])).toMatchObject({ counting: ['second'], problems: [] });
  });

  test('changes nothing where a good copy of it was read', () => {
    expect(settle([first], [{ ...first, source: 'copy', ratings: [5, 5, 5] }]).counting).toEqual(['first']);
  });

  test('changes nothing for other interviewers', () => {
    expect(settle([first], [card('x', { ...later, interviewer: { name: 'S. Panel' } })]).counting).toEqual(['first']);
  });
});
