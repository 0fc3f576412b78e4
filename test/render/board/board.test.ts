import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KEYS } from '../../../src/core/interview/keys.js';
import { layoutBoard } from '../../../src/render/board/board.js';
import { renderKeys } from '../../../src/render/help/keys.js';
import { asciiGlyphs, unicodeGlyphs } from '../../../src/render/text/glyphs.js';
import { createStyle, plainStyle } from '../../../src/render/text/style.js';
import { widthOf } from '../../../src/render/text/text.js';
import { createTestBoard } from '../../support/board.js';
import { createRubric } from '../../support/rubrics.js';

const look = { glyphs: unicodeGlyphs, style: plainStyle };
const NAMES = [
  'Ada Example',
  '山田 太郎 '.repeat(9),
  'Zoe\u0308 👩‍👩‍👧 🇩🇪 ❤️',
  'עדי\u202e דוגמה',
  'a'.repeat(300),
  '\u001b[31mred\n',
];

const rubrics = [
  createRubric([{ id: 'one', weight: 100 }]),
  createRubric(
    Array.from({ length: 10 }, (_, at) => ({
      id: `d${at}`,
      weight: 10,
      optional: at % 3 === 0,
      minutes: 8,
      name: `Dimension ${at} ${'of many words '.repeat(at)}`,
      anchors: Object.fromEntries(
        [1, 2, 3, 4, 5].map((rating) => [rating, 'shows the thing in figures '.repeat(at * 2 + 1)]),
      ),
    })),
  ),
  createRubric(Array.from({ length: 20 }, (_, at) => ({ id: `d${at}`, weight: 5 }))),
];

const keys = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom(...KEYS.flatMap(({ keys }) => keys.map((key) => (key.length > 1 ? `<${key}>` : key)))),
    },
    { weight: 2, arbitrary: fc.constantFrom('<escape>', '<return>', 'y', '<backspace>', '<ctrl-u>', '<home>') },
    { weight: 1, arbitrary: fc.constantFrom('山', '👩‍👩‍👧', 'e\u0301', 'ع', ' ') },
  ),
  { maxLength: 60 },
);

describe('the layout', () => {
  test.each([
    ['unicode', unicodeGlyphs, true],
    ['ascii', asciiGlyphs, false],
  ])('never is wider or higher than the terminal, whatever was pressed (%s)', (_name, glyphs, hasColours) => {
    fc.assert(
      fc.property(
        fc.record({
          columns: fc.integer({ min: 20, max: 200 }),
          rows: fc.integer({ min: 7, max: 60 }),
          rubric: fc.constantFrom(...rubrics),
          candidate: fc.constantFrom(...NAMES),
          interviewer: fc.constantFrom(...NAMES),
          keys,
          pasted: fc.option(fc.string({ unit: 'grapheme', maxLength: 200 })),
          failure: fc.constantFrom(undefined, 'the disk is full'),
        }),
        ({ columns, rows, rubric, keys, pasted, failure, ...names }) => {
          const board = createTestBoard(rubric, names).press(keys.join(''));
          if (pasted !== null) board.paste(pasted);
          const { lines, cursor } = layoutBoard(
            { ...board.state, failure },
            { glyphs, style: createStyle(hasColours) },
            { columns, rows },
          );
          expect(lines.length).toBeLessThanOrEqual(rows);
          expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns);
          for (const line of lines)
            expect(line.replace(/\u001b\[\d+m/g, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
          if (board.state.view.mode.type === 'text') {
            expect(cursor?.row).toBeLessThan(lines.length);
            expect(cursor?.column).toBeLessThan(columns);
          } else expect(cursor).toBeUndefined();
        },
      ),
      { numRuns: 600 },
    );
  });

  test.each([20, 80, 200])('in ASCII has ASCII alone on every screen, at %i columns', (columns) => {
    const board = createTestBoard(rubrics[1]);
    for (const keys of [
      '',
      '4nseen<return>',
      's<tab><escape>',
      'c',
      'g',
      '<escape>f',
      '<escape>?',
      '<escape>r',
      '5',
      '<escape>p',
    ]) {
      const { lines } = layoutBoard(
        board.press(keys).state,
        { glyphs: asciiGlyphs, style: plainStyle },
        { columns, rows: 24 },
      );
      expect(lines.join('')).toMatch(/^[\u0020-\u007e]*$/);
    }
  });

  test('at 20 x 7 the name of the dimension, an anchor and the keys are there', () => {
    const { lines } = layoutBoard(createTestBoard(rubrics[2]).state, look, { columns: 20, rows: 7 });
    expect(lines).toHaveLength(7);
    expect(lines[0]).toMatch(/0\/20 +0:00$/);
    expect(lines[1]).toMatch(/^1\. Dimension d0/);
    expect(lines.some((line) => line.includes('3 three'))).toBe(true);
    expect(lines.at(-1)).toContain('1-5 rate');
  });

  test('of a text longer than the line, the part around the cursor is shown', () => {
    const board = createTestBoard(rubrics[0]).press(`n${'0123456789'.repeat(20)}`);
    const frame = layoutBoard(board.state, look, { columns: 40, rows: 12 });
    const line = frame.lines[frame.cursor?.row ?? 0];
    expect(line.endsWith('0123456789')).toBe(true);
    expect(frame.cursor?.column).toBe(39);
    board.press('<home>');
    const start = layoutBoard(board.state, look, { columns: 40, rows: 12 });
    expect(start.lines[start.cursor?.row ?? 0]).toMatch(/^✎ Note: 0123456789.*…$/);
    expect(start.cursor?.column).toBe(8);
  });

  test('before the verdict nothing of the score or the recommendation is on the review', () => {
    const board = createTestBoard(rubrics[0]).press('4');
    const before = layoutBoard(board.state, look, { columns: 100, rows: 30 }).lines.join('\n');
    expect(before).toContain('Your verdict?');
    expect(before).not.toMatch(/recommendation|4\.00|because/);
    board.press('3');
    const after = layoutBoard(board.state, look, { columns: 100, rows: 30 }).lines.join('\n');
    expect(after).toMatch(/4\.00 of 5 .* recommendation yes .* verdict yes/);
  });

  test('a borderline recommendation is called so on the review, with what would turn it', () => {
    const [rubric] = rubrics;
    const rules = { ...rubric.recommendation, borderline: 0.15 };
    const board = createTestBoard({ ...rubric, recommendation: rules })
      .press('3')
      .press('3');
    const screen = layoutBoard(board.state, look, { columns: 100, rows: 30 }).lines.join(' ').replace(/\s+/g, ' ');
    expect(screen).toContain('recommendation yes, borderline');
    expect(screen).toContain('one step down in "Dimension one" would turn it');
  });

  test('with privacy on, neither name nor rating nor note can be read', () => {
    const board = createTestBoard(rubrics[0]).press('nsecret note<return>4<left>p');
    for (const keys of ['', 'r', 'g', '<escape>?']) {
      const screen = layoutBoard(board.press(keys).state, look, { columns: 100, rows: 30 }).lines.join('\n');
      expect(screen).not.toMatch(/Ada|R\. Panel|secret|❯ 4|rated 4/);
    }
  });

  test('while something is not on disk, every screen says so', () => {
    const board = createTestBoard(rubrics[1]);
    for (const keys of ['', 'n', '<escape>f', '<escape>?', '<escape>r']) {
      const state = { ...board.press(keys).state, failure: 'the disk is full' };
      expect(layoutBoard(state, look, { columns: 80, rows: 12 }).lines.join('\n')).toContain(
        'Not on disk: the disk is full',
      );
    }
  });
});

test('the board of an amendment says so, in its review too', () => {
  const { state } = createTestBoard(rubrics[0]).press('4r');
  const amends = { digest: 'sha256:00', dimensions: {}, flags: [], notes: [] };
  const session = { ...state.session, open: { ...state.session.open, amends } };
  const [title] = layoutBoard({ ...state, session }, look, { columns: 80, rows: 24 }).lines;
  expect(title).toMatch(/^Review · Amendment · Ada Example · /);
});

test('the text of "help keys" has every key of the table, board and plain, and fits', () => {
  const text = renderKeys(200);
  for (const { help, plain, keys } of KEYS) {
    if (keys.length > 0) expect(text).toContain(help);
    if (plain) expect(text).toContain(plain.help ?? help);
  }
  for (const width of [40, 60, 80]) {
    for (const line of renderKeys(width).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
  }
});
