import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../../src/core/interview/content.js';
import { createTestLine, type Key, type TestLine } from '../../support/line.js';

import { createRubric } from '../../support/rubrics.js';

const QUESTIONS = ['first', 'second'].map((one) => ({ ask: `The ${one}?`, core: true }));
const rubric = createRubric(
  Array.from({ length: 8 }, (_, at) => ({ id: `area-${at + 1}`, weight: 12.5, questions: QUESTIONS })),
);

/** What was entered, without where the interview stands. */
function entered({ cursor: _, question: __, ...content }: Content): unknown {
  return JSON.parse(JSON.stringify(content));
}

const lines = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('4', '/2 3', '/3 a note', 'a note', '/0', '/0 whole', 'yes', '/skip', '/flag 1 seen', '/flag seen'),
  fc.constantFrom('/undo', '/private', '/time', '/ask 2', '/flag', '/submit', '//x', '/1', ''),
);
const STILL: readonly Key[] = ['tab', 'shift-tab', 'escape', 'up', 'down', 'page-down', 'page-up'];

test('keys that move and look change nothing that was entered', () => {
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 8 }), fc.array(fc.constantFrom(...STILL)), (typed, keys) => {
      const board = createTestLine(rubric).enter(...typed);
      const before = entered(board.session.content);
      board.retype('').press(...keys);
      expect(entered(board.session.content)).toEqual(before);
      // Enter on an empty line, where no note is being mended.
      if (board.view.mending === undefined) {
        board.retype('').press('enter');
        expect(entered(board.session.content)).toEqual(before);
      }
    }),
    { numRuns: 200 },
  );
});

test('the words of any line are in a note, in a reason, in evidence, or still in the line', () => {
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 4 }), fc.string({ unit: 'grapheme' }), (before, typed) => {
      const board = createTestLine(rubric).enter(...before);
      board.retype(typed).press('enter');
      const squeeze = (text: string) => text.replace(/\s+/g, '');
      const kept = squeeze(JSON.stringify([...allTexts(board), board.line]));
      for (const word of wordsOf(typed)) expect(kept).toContain(squeeze(JSON.stringify(word).slice(1, -1)));
    }),
    { numRuns: 500 },
  );
});

/** The words of a line that is no command. */
function wordsOf(typed: string): readonly string[] {
  const text = typed.trim();
  if (/^[/／?？]/.test(text.normalize('NFKC')) || /^\d+$/.test(text.normalize('NFKC'))) return [];
  if (/^(strong[ -])?(yes|no)$|^undecided$/i.test(text)) return [];
  return text.split(/\s+/).filter(Boolean);
}

function allTexts({ session: { content } }: TestLine): readonly string[] {
  return [
    ...content.dimensions.flatMap(({ notes, reason }) => [...notes.map(({ text }) => text), reason ?? '']),
    ...content.flags.flatMap(({ evidence }) => evidence.map(({ text }) => text)),
    ...content.notes.map(({ text }) => text),
  ];
}

/** Sixteen questions, each answered by a note and each dimension rated, typed by somebody who never looks. */
function blindly(accident: { readonly at: number; readonly act: (board: TestLine) => void } | undefined): TestLine {
  const board = createTestLine(rubric);
  for (let question = 0; question < 16; question += 1) {
    if (accident?.at === question) accident.act(board);
    // Typing goes on behind whatever stands in the line.
    board.type(`answer ${question + 1}`).press('enter');
    if (question % 2 === 1) board.type('3').press('enter');
    board.press('tab');
  }
  return board;
}

describe('one accident in an interview by somebody who never looks', () => {
  const undisturbed = blindly(undefined).session.content.dimensions;

  test('without one, everything is where it belongs', () => {
    expect(undisturbed.map(({ notes, rating }) => [notes.map(({ text }) => text), rating])).toEqual(
      Array.from({ length: 8 }, (_, at) => [[`answer ${2 * at + 1}`, `answer ${2 * at + 2}`], 3]),
    );
  });

  test.each<[string, (board: TestLine) => void, 'nothing' | 'that line']>([
    ['a digit', (board) => board.type('4'), 'that line'],
    ['Enter', (board) => board.press('enter'), 'nothing'],
    ['Esc', (board) => board.press('escape'), 'nothing'],
    ['↓', (board) => board.press('down'), 'nothing'],
    ['↑', (board) => board.press('up'), 'that line'],
    ['PgDn', (board) => board.press('page-down'), 'nothing'],
    ['Tab amid words', (board) => board.type('she said ').press('tab'), 'that line'],
    ['Shift-Tab amid words', (board) => board.type('she said ').press('shift-tab'), 'that line'],
    ['a slash', (board) => board.type('/'), 'that line'],
    ['a paste', (board) => board.type('pasted\nlines '), 'that line'],
  ])('%s: nothing is lost, and nothing misfiled but that one line', (_name, act, touched) => {
    for (let at = 0; at < 16; at += 1) {
      const board = blindly({ at, act });
      const text = JSON.stringify(allTexts(board));
      for (let question = 1; question <= 16; question += 1) expect(text).toContain(`answer ${question}`);
      const changed = board.session.content.dimensions.filter(
        ({ notes, rating }, position) =>
          rating !== undisturbed[position]?.rating ||
          JSON.stringify(notes.map((note) => note.text)) !==
            JSON.stringify(undisturbed[position]?.notes.map((note) => note.text)),
      );
      expect(changed.length).toBeLessThanOrEqual(touched === 'nothing' ? 0 : 1);
      expect(board.session.content.flags).toEqual([]);
      expect(board.session.content.dimensions.every(({ rating }) => rating === 3)).toBe(true);
    }
  });
});
