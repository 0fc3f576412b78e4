import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyName } from '../../../src/core/board/key-press.js';
import { editLine, lineOf } from '../../../src/core/board/line-edit.js';
import { keepHalfTyped, looksPasted } from '../../../src/core/board/text.js';
import { FIRST_VIEW } from '../../../src/core/board/view.js';
import { actionOf, KEYS } from '../../../src/core/interview/keys.js';
import { PLAIN_KEYS } from '../../../src/core/interview/plain-command.js';
import { createTestBoard } from '../../support/board.js';
import { AROUND_ZERO, createRubric, createScaledRubric, TENTHS } from '../../support/rubrics.js';

const rubric = createRubric([
  { id: 'a', weight: 40 },
  { id: 'b', weight: 30, optional: true },
  { id: 'c', weight: 20 },
  { id: 'd', weight: 10 },
]);
const board = () => createTestBoard(rubric);

describe('keys', () => {
  test('no key of the board does two things, and each action has a place', () => {
    const keys = KEYS.flatMap(({ keys }) => keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { keys, does } of KEYS) for (const key of keys) expect(actionOf(key)).toBe(does);
  });

  test('a letter does the same at the plain prompts as on the board', () => {
    for (const { letter, type } of PLAIN_KEYS) if (letter.length === 1) expect(actionOf(letter)).toBe(type);
  });

  test.each([
    ['caps lock', { sequence: 'N', name: 'n', shift: true }, 'n'],
    ['a full-width digit', { sequence: '４' }, '4'],
    ['a lone Esc', { name: 'escape', meta: true, sequence: '\u001b' }, 'escape'],
    ['Shift-Tab', { name: 'tab', shift: true, sequence: '\u001b[Z' }, 'shift-tab'],
  ])('%s is read as what it means', (_name, key, expected) => {
    expect(keyName(key)).toBe(expected);
  });
});

describe('rating', () => {
  test('goes to the next unrated dimension, and from the last to the review', () => {
    const { state } = board().press('4352');
    expect(state.session.content.dimensions.map(({ rating }) => rating)).toEqual([4, 3, 5, 2]);
    expect(state.session.content.cursor).toBe(4);
  });

  test('a rating off the scale says so and records nothing', () => {
    const pressed = board().press('8');
    expect(pressed.changes).toEqual([]);
    expect(pressed.state.view.message).toBe('8 is outside the scale 1 to 5');
  });

  test('0 clears, u brings it back, Ctrl-R clears again', () => {
    const pressed = board().press('4<left>0');
    const rating = () => pressed.state.session.content.dimensions[0]?.rating;
    expect(rating()).toBeUndefined();
    pressed.press('u');
    expect(rating()).toBe(4);
    pressed.press('<ctrl-r>');
    expect(rating()).toBeUndefined();
  });

  test('s skips with a reason or without; Tab there is "not applicable", for optional dimensions alone', () => {
    const { state } = board().press('sran out of time<return>s<tab>s<tab>');
    expect(state.session.content.dimensions.map(({ rating, reason }) => [rating, reason])).toEqual([
      ['not-assessed', 'ran out of time'],
      ['not-applicable', undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(state.view).toMatchObject({ mode: { type: 'text' }, message: 'this dimension is not optional' });
  });
});

test.each([
  ['g and a number', 'g3', 2],
  ['next and back', '<right><tab><return>b', 2],
  ['Esc from the list', 'g<escape>', 0],
  ['r', 'r', 4],
])('%s moves', (_name, keys, cursor) => {
  expect(board().press(keys).state.session.content.cursor).toBe(cursor);
});

test('x marks the question that shows, then the next one; chosen with the arrows it is taken back', () => {
  const pressed = board().press('xx');
  const asked = () => pressed.state.session.content.dimensions[0]?.asked;
  expect(asked()).toEqual([0, 1]);
  pressed.press('c<down>x');
  expect(asked()).toEqual([0]);
});

test('f picks a red flag, takes its evidence, changes it, and x takes it back', () => {
  const pressed = board().press('f<down><return>said so<return>');
  const flags = () => pressed.state.session.content.flags;
  expect(flags()).toMatchObject([{ id: 'worry', evidence: [{ text: 'said so' }] }]);
  pressed.press('f2 twice<return>');
  expect(flags()).toMatchObject([{ id: 'worry', evidence: [{ text: 'said so twice' }] }]);
  pressed.press('f<down>x');
  expect(flags()).toEqual([]);
});

test('t stops the timer and starts it again', () => {
  expect(
    board()
      .press('tt')
      .changes.map(({ type }) => type),
  ).toEqual(['pause', 'resume']);
});

describe('the review', () => {
  test('takes the verdict, and asks why where it differs from the recommendation', () => {
    const pressed = board().press('4444').press('2');
    expect(pressed.state.view.mode).toMatchObject({ type: 'text', purpose: { type: 'reason', verdict: 'no' } });
    pressed.press('not now<return>');
    expect(pressed.state.session.content.verdict).toEqual({ is: 'no', reason: 'not now' });
  });

  test('submits with y alone, and only after the verdict', () => {
    const pressed = board().press('4444y');
    expect(pressed.ending).toBeUndefined();
    expect(pressed.press('3<return>').ending).toBeUndefined();
    expect(pressed.press('y').ending).toBe('submit');
  });

  test('asks once more where a 1 or a 5 has no evidence', () => {
    const pressed = board().press('54443y');
    expect(pressed.state.view.mode.type).toBe('extremes');
    expect(pressed.ending).toBeUndefined();
    expect(pressed.press('n').ending).toBeUndefined();
    expect(pressed.press('yy').ending).toBe('submit');
  });

  test('asks nothing more where the 5 has a note', () => {
    expect(board().press('nfive nines<return>54443y').ending).toBe('submit');
  });
});

describe('text', () => {
  test('a pasted text goes into the note being typed, its line breaks kept, its escape codes not', () => {
    const { state } = board().press('nbefore ').paste('one\r\ntwo\u001b[2J').press(' after<return>');
    expect(state.session.content.dimensions[0]?.notes.map(({ text }) => text)).toEqual(['before one\ntwo[2J after']);
  });

  test.each([
    ['4352', false],
    ['uuuuuuuu', false],
    ['n', false],
    ['\u001b[A\u001b[A', false],
    ['Kubernetes', true],
    ['she led the change', true],
    ['5 regions\rquit early', true],
    ['משמרת לילה', true],
  ])('%j in one piece looks pasted: %s', (chunk, expected) => {
    expect(looksPasted(chunk, FIRST_VIEW)).toBe(expected);
  });

  test('a character as people see it goes with one key', () => {
    const family = '👩‍👩‍👧';
    expect(editLine(lineOf(`a${family}`), { name: 'backspace' })).toEqual({ text: 'a', cursor: 1 });
    expect(editLine(lineOf('cafe\u0301'), { name: 'left' })?.cursor).toBe(3);
  });

  test.each([
    ['one two', 'one '],
    ['one two  ', 'one '],
    ['   ', ''],
    // To begin anew at each letter would take minutes.
    [`${'x'.repeat(400_000)} y`, `${'x'.repeat(400_000)} `],
  ])('ctrl-w takes the last word of %.20j and the white space behind it', (text, rest) => {
    expect(editLine(lineOf(text), { name: 'w', ctrl: true })?.text).toBe(rest);
  });

  test('whatever is typed and edited, the cursor stays within the text', () => {
    const key = fc.constantFrom(
      'left',
      'right',
      'home',
      'end',
      'backspace',
      'delete',
      'ctrl-w',
      'ctrl-u',
      'ctrl-k',
      '👩‍👩‍👧',
      'x',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        let line = lineOf('some e\u0301 text');
        for (const name of keys) {
          const press = name.startsWith('ctrl-')
            ? { name: name.slice(5), ctrl: true }
            : name.length > 3 && /^[a-z]+$/.test(name)
              ? { name }
              : { sequence: name };
          line = editLine(line, press) ?? line;
          expect(line.cursor).toBeGreaterThanOrEqual(0);
          expect(line.cursor).toBeLessThanOrEqual(line.text.length);
        }
      }),
    );
  });
});

describe('rating on a scale that one key does not cover', () => {
  const two = [{ id: 'a' }, { id: 'b' }];
  const tenths = () => createTestBoard(createScaledRubric(TENTHS, two));
  const ratings = (pressed: ReturnType<typeof tenths>) =>
    pressed.state.session.content.dimensions.map(({ rating }) => rating);

  test.each([
    ['10<return>', [10, undefined]],
    ['1<return>', [1, undefined]],
    ['0<return>2.5<return>', [0, 2.5]],
    ['7,5<return>', [7.5, undefined]],
    ['1', [undefined, undefined]],
    ['1<escape>', [undefined, undefined]],
    ['8<return><left>3<backspace><return>', [undefined, undefined]],
  ])('%s gives %j', (keys, expected) => {
    expect(ratings(tenths().press(keys))).toEqual(expected);
  });

  test.each([
    ['11', '"11" is no rating of the scale 0 to 10 in halves'],
    ['2.3', '"2.3" is no rating of the scale 0 to 10 in halves'],
    ['7-8', '"7-8" is no rating of the scale 0 to 10 in halves'],
  ])('%s and Enter rates nothing, says why, and can be typed on', (typed, message) => {
    const pressed = tenths().press(`${typed}<return>`);
    expect(pressed.state.view.message).toBe(message);
    expect(pressed.state.view.mode.type).toBe('text');
    expect(pressed.changes).toEqual([]);
  });

  test('a minus sign begins a rating where there is one below 0, and nothing elsewhere', () => {
    expect(ratings(createTestBoard(createScaledRubric(AROUND_ZERO, two)).press('-1<return>0<return>'))).toEqual([
      -1, 0,
    ]);
    expect(tenths().press('-').state.view.mode.type).toBe('board');
  });

  test('half a rating is not kept when the program is asked to end', () => {
    expect(keepHalfTyped(tenths().press('1').state)).toEqual([]);
  });
});
