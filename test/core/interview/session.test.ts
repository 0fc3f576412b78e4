import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SessionChange, SessionEvent, SessionEvents } from '../../../src/core/interview/event.js';
import { applyEvent, createSession, isAtReview, replay, type Session } from '../../../src/core/interview/session.js';
import { openedWith } from '../../support/opening.js';
import { createRubric } from '../../support/rubrics.js';

const RUBRIC = createRubric([
  { id: 'a', weight: 50 },
  { id: 'b', weight: 30 },
  { id: 'c', weight: 20, optional: true },
]);
const OPEN = openedWith(RUBRIC);

/** Events at second intervals after the opening. */
function hold(...changes: SessionChange[]): Session {
  return replay([OPEN, ...changes.map((change, at) => stamp(change, at + 1))]);
}

function stamp(change: SessionChange, seconds: number): SessionEvent {
  return { at: new Date(Date.parse(OPEN.at) + 1000 * seconds).toISOString(), ...change };
}

const rate = (dimension: string, rating: number): SessionChange => ({ type: 'rate', dimension, rating });
const ratings = (session: Session) => session.content.dimensions.map((dimension) => dimension.rating);

test('the reason that was said last counts, and undo does not take it back', () => {
  const session = hold({ type: 'reason', text: 'one' }, { type: 'reason', text: 'two' }, rate('a', 4), {
    type: 'undo',
  });
  expect(session.reason).toBe('two');
  expect(applyEvent(session, stamp({ type: 'undo' }, 9)).reason).toBe('two');
});

describe('a rating', () => {
  test('goes to the next dimension without one', () => {
    expect(hold(rate('a', 4)).content.cursor).toBe(1);
    expect(hold(rate('b', 3), { type: 'go', to: 0 }, rate('a', 4)).content.cursor).toBe(2);
  });

  test('on the last dimension goes back to the first open one, then to the review', () => {
    expect(hold({ type: 'go', to: 2 }, rate('c', 4)).content.cursor).toBe(0);
    expect(isAtReview(hold(rate('a', 4), rate('b', 3), rate('c', 5)))).toBe(true);
  });

  test('keeps the notes when it changes', () => {
    const session = hold({ type: 'note', dimension: 'a', text: 'said so' }, rate('a', 4), rate('a', 2));
    expect(session.content.dimensions[0]).toMatchObject({ notes: [{ text: 'said so' }], asked: [], rating: 2 });
  });

  test('of an unknown dimension changes nothing', () => {
    expect(hold(rate('z', 4)).content).toEqual(createSession(OPEN).content);
  });
});

test('clear takes a rating back to undecided, which is not the same as not assessed', () => {
  expect(ratings(hold(rate('a', 4), { type: 'clear', dimension: 'a' }))).toEqual([undefined, undefined, undefined]);
});

describe('undo', () => {
  test('takes back the last change and stands where it was made', () => {
    const session = hold(rate('a', 4), rate('b', 2), { type: 'undo' });
    expect(ratings(session)).toEqual([4, undefined, undefined]);
    expect(session.content.cursor).toBe(1);
  });

  test('passes over moves', () => {
    expect(ratings(hold(rate('a', 4), { type: 'go', to: 2 }, { type: 'go', to: 1 }, { type: 'undo' }))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('with nothing to take back does nothing', () => {
    expect(hold({ type: 'undo' }).content).toEqual(createSession(OPEN).content);
  });

  test('redo brings it back, and a new change ends that', () => {
    expect(ratings(hold(rate('a', 4), { type: 'undo' }, { type: 'redo' }))).toEqual([4, undefined, undefined]);
    expect(ratings(hold(rate('a', 4), { type: 'undo' }, rate('a', 1), { type: 'redo' }))).toEqual([
      1,
      undefined,
      undefined,
    ]);
  });

  test('as many undos as changes lead back to the beginning', () => {
    const change = fc.oneof(
      fc.record({
        type: fc.constant('rate' as const),
        dimension: fc.constantFrom('a', 'b', 'c'),
        rating: fc.integer({ min: 1, max: 5 }),
      }),
      fc.record({
        type: fc.constant('note' as const),
        dimension: fc.constantFrom('a', 'b', 'c'),
        text: fc.string({ minLength: 1 }),
      }),
      fc.record({ type: fc.constant('flag' as const), flag: fc.constantFrom('stopper', 'worry') }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const undone = hold(...changes, ...changes.map((): SessionChange => ({ type: 'undo' })));
        expect(undone.content).toEqual(createSession(OPEN).content);
        const redone = changes.reduce((session) => applyEvent(session, stamp({ type: 'redo' }, 99)), undone);
        expect(redone.content).toEqual(hold(...changes).content);
      }),
    );
  });
});

test('a red flag observed twice stands once, with the later evidence', () => {
  const session = hold({ type: 'flag', flag: 'worry' }, { type: 'flag', flag: 'worry', evidence: 'said so' });
  expect(session.content.flags).toMatchObject([{ id: 'worry', evidence: [{ text: 'said so' }] }]);
  expect(hold({ type: 'flag', flag: 'worry' }, { type: 'unflag', flag: 'worry' }).content.flags).toEqual([]);
});

describe('the clock', () => {
  test('gives time to the dimension that was current', () => {
    expect(hold({ type: 'go', to: 1 }, { type: 'go', to: 0 }).clock.spent).toEqual([1000, 1000, 0, 0]);
  });

  test('stands still while paused and while the program was closed', () => {
    const events: SessionEvents = [
      OPEN,
      stamp({ type: 'pause' }, 1),
      stamp({ type: 'resume' }, 600),
      stamp({ type: 'reopen' }, 9000),
      stamp(rate('a', 3), 9002),
    ];
    expect(replay(events).clock.spent).toEqual([3000, 0, 0, 0]);
  });

  test('does not run backwards when the system clock does', () => {
    expect(replay([OPEN, stamp(rate('a', 3), -50)]).clock.spent).toEqual([0, 0, 0, 0]);
  });
});

describe('many notes', () => {
  const many = <T>(make: (at: number) => T, length = 100_000): T[] => Array.from({ length }, (_, at) => make(at));
  const text = (at: number) => `note ${at}`;

  // With a list made anew for each note, and kept for undo, this takes minutes and gigabytes.
  test('are folded one after the other, with what is done between them, and undone', () => {
    const changes = many<SessionChange>((at) => {
      if (at % 2 === 0) return { type: 'note', dimension: 'a', text: text(at) };
      return at % 4 === 1 ? rate('a', 1 + (at % 5)) : { type: 'note', text: text(at) };
    });
    const undo: SessionChange = { type: 'undo' };
    const session = replay([OPEN, ...[...changes, undo, undo].map((change, at) => stamp(change, at))]);
    expect(session.content.dimensions[0]?.notes).toHaveLength(49_999);
    expect(session.content.dimensions[0]?.notes.at(-1)?.text).toBe(text(99_996));
    expect(session.content.notes).toHaveLength(24_999);
  }, 120_000);

  test('are mended from the first on, moved and deleted, and each state is kept for undo', () => {
    const notes = many<SessionChange>((at) => ({ type: 'note', dimension: 'a', text: text(at) }), 40_000);
    const mended = many<SessionChange>((at) => {
      const from = { type: 'mend' as const, dimension: 'a' };
      if (at % 4 === 0) return { ...from, note: at % 1000 };
      return at % 4 === 1
        ? { ...from, note: 0, text: text(at), to: 'b' }
        : { ...from, note: at % 1000, text: 'mended' };
    }, 40_000);
    const session = replay([OPEN, ...[...notes, ...mended].map((change, at) => stamp(change, at))]);
    expect(session.content.dimensions[0]?.notes).toHaveLength(20_000);
    expect(session.content.dimensions[1]?.notes).toHaveLength(10_000);
  }, 120_000);

  test('are written anew at once, and keep their times', () => {
    const texts = many(text);
    const session = hold(
      { type: 'note', dimension: 'a', text: text(5) },
      { type: 'notes', dimension: 'a', texts },
      { type: 'notes', dimension: 'a', texts },
    );
    const times = new Set(session.content.dimensions[0]?.notes.map(({ at }) => at));
    expect(session.content.dimensions[0]?.notes).toHaveLength(100_000);
    expect([...times]).toEqual([stamp(rate('a', 1), 2).at, stamp(rate('a', 1), 1).at]);
  });
});

describe('what a line leads to', () => {
  const note = (text: string, more: object = {}): SessionChange => ({ type: 'note', dimension: 'a', text, ...more });
  const texts = ({ content }: Session) => content.dimensions.map(({ notes }) => notes.map(({ text }) => text));

  test('a rating that stays marks the question that stood there, and goes nowhere', () => {
    const session = hold({ type: 'rate', dimension: 'a', rating: 4, question: 1, stays: true });
    expect(session.content).toMatchObject({ cursor: 0, question: 1 });
    expect(session.content.dimensions[0]).toMatchObject({ rating: 4, asked: [1] });
  });

  test('a note on another dimension leaves the question at hand alone', () => {
    const session = hold({ type: 'go', to: 1, question: 1 }, note('later thought', { question: 0 }));
    expect(session.content).toMatchObject({ cursor: 1, question: 1 });
    expect(session.content.dimensions[0]?.asked).toEqual([0]);
  });

  test('undo takes the mark of the question back with the note', () => {
    const session = hold(note('held its load', { question: 0 }), { type: 'undo' });
    expect(session.content).toEqual(createSession(OPEN).content);
  });

  test('a note is mended in its place, moved, deleted, and each undone', () => {
    const first = [note('one'), note('two'), note('three')];
    const mended: SessionChange = { type: 'mend', dimension: 'a', note: 1, text: 'deux' };
    const moved: SessionChange = { type: 'mend', dimension: 'a', note: 0, text: 'un', to: 'b' };
    const deleted: SessionChange = { type: 'mend', dimension: 'a', note: 2 };
    expect(texts(hold(...first, mended))).toEqual([['one', 'deux', 'three'], [], []]);
    expect(texts(hold(...first, moved))).toEqual([['two', 'three'], ['un'], []]);
    expect(texts(hold(...first, deleted))).toEqual([['one', 'two'], [], []]);
    for (const change of [mended, moved, deleted]) {
      expect(texts(hold(...first, change, { type: 'undo' }))).toEqual([['one', 'two', 'three'], [], []]);
    }
    expect(hold(...first, mended).content.dimensions[0]?.notes[1]?.at).toBe('2026-11-20T14:00:02.000Z');
  });

  test('a note that is not there cannot be mended', () => {
    expect(texts(hold(note('one'), { type: 'mend', dimension: 'a', note: 7, text: 'x' }))).toEqual([['one'], [], []]);
  });

  test('to and from the interview as a whole, where it is a reason no more once it has moved', () => {
    const session = hold(
      { type: 'note', text: 'why', reason: true },
      { type: 'mend', note: 0, text: 'why', to: 'b' },
      { type: 'mend', dimension: 'b', note: 0, text: 'why', to: null },
    );
    expect(session.content.notes).toEqual([{ text: 'why', at: '2026-11-20T14:00:01.000Z' }]);
  });

  test('no time passes while the machine sleeps', () => {
    const session = replay([
      OPEN,
      stamp({ type: 'away', since: '2026-11-20T14:00:10.000Z' }, 3600),
      stamp({ type: 'note', text: 'back' }, 3605),
    ]);
    expect(session.clock.spent[0]).toBe(15_000);
  });
});
