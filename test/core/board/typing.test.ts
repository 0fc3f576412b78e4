import { describe, expect, test } from 'vitest';
import { createRubric } from '../../support/rubrics.js';
import { createTypedBoard } from '../../support/typed-board.js';

const rubric = createRubric([
  { id: 'first', weight: 60 },
  { id: 'second', weight: 40 },
]);
const board = () => createTypedBoard(rubric);

describe('the line', () => {
  test('takes what is typed, and only Enter does anything', () => {
    const typed = board().press('4 q/yes<left>n');
    expect(typed.state.line.text).toBe('4 q/yens');
    expect(typed.changes).toEqual([]);
  });

  test.each([
    ['Ctrl-U clears, Ctrl-Y brings back', 'one two<ctrl-u>x<ctrl-y>', 'xone two'],
    ['Ctrl-W takes a word', 'one two <ctrl-w>x', 'one x'],
    ['Alt-B goes back a word, Alt-D takes the next', 'one two<meta-b><meta-d>x', 'one x'],
    ['Alt-F goes on a word', 'one two<home><meta-f>x', 'onex two'],
    ['Ctrl-K takes the rest', 'one two<home><meta-f><ctrl-k>', 'one'],
    ['Backspace takes a character as people see it', 'e\u0301数👩‍👩‍👧<backspace><backspace>', 'e\u0301'],
    ['Ctrl-D takes the next character', 'abc<home><ctrl-d>', 'bc'],
    ['a key that means nothing does nothing', 'a<ctrl-g><meta-x><insert>b', 'ab'],
  ])('%s', (_name, keys, expected) => {
    expect(board().press(keys).state.line.text).toBe(expected);
  });

  test('keeps the line breaks of a paste, and none of its controls', () => {
    const pasted = board().press('ab<left>').paste('1\r\n2\u001b[A').press('<return>');
    expect(pasted.changes).toMatchObject([{ type: 'note', text: 'a1\n2[Ab' }]);
    expect(pasted.state.line.text).toBe('');
  });
});

describe('keys that change nothing', () => {
  test.each([
    '<return>',
    '<escape>',
    '<pagedown>',
    '<pageup>',
    '<up>',
    '<down>',
    '<left>',
    '<right>',
    '<home>',
    '<end>',
    '<backspace>',
    '<ctrl-y>',
  ])('%s on an empty line', (key) => {
    expect(board().press(`${key}${key}`).changes).toEqual([]);
  });

  test.each(['<escape>', '<tab>', '<shift-tab>', '<pagedown>', '<pageup>', '<up>', '<down>'])(
    '%s, and it leaves words in the line',
    (key) => {
      const typed = board().press(`words${key}`);
      expect(typed.changes).toEqual([]);
      expect(typed.state.line).toMatchObject({ text: 'words', cursor: 5 });
    },
  );
});

describe('what the board shows', () => {
  const place = (keys: string) => {
    const { place } = board().press(keys).scene;
    if (place.type !== 'dimension') throw new Error(`it shows the ${place.type}`);
    return place;
  };

  test('an anchor before Enter, and after it until the next line', () => {
    expect(place('4').anchors.filter(({ isPreviewed }) => isPreviewed)).toMatchObject([{ rating: 4 }]);
    expect(place('4x').anchors.filter(({ isPreviewed }) => isPreviewed)).toEqual([]);
    expect(place('4<return>').anchors.filter(({ isJustGiven }) => isJustGiven)).toMatchObject([
      { rating: 4, isGiven: true },
    ]);
    expect(place('4<return>x<return>').anchors.filter(({ isJustGiven }) => isJustGiven)).toEqual([]);
  });

  test.each([
    ['', 'Enter notes your words · a number alone rates · Tab: next question · / more'],
    ['4', 'Enter rates 1 First 4 · type on and it is a note'],
    ['6', 'Enter notes it on 1 First'],
    ['words', 'Enter notes it on 1 First'],
    ['/2 words', 'Enter notes it on 2 Second, and stays here'],
    ['/2 4', 'Enter rates 2 Second 4, and stays here'],
    ['/0 words', 'Enter notes it on the whole, and stays here'],
    ['/2', 'Enter goes to 2 Second'],
    ['/', 'Enter does it · Ctrl-U clears · // writes a note that begins with /'],
    ['/flag 1', 'Enter flags ⚑ stopper · go on with what was seen'],
    ['/flag 1 said so', 'Enter flags ⚑ stopper, seen as it stands here'],
    ['/flag said so', 'Enter notes it with ⚑ on 1 First · which flag is said later'],
    ['/skip', 'Enter leaves out 1 First: not assessed · go on with why'],
    ['/undo', 'Enter: take the last thing back'],
    ['words<return><up>', 'mending note 1 of 1 · Enter saves · empty deletes · ↓ leaves it as it was'],
    ['/review<return>', 'Words say why · a verdict word alone decides · /5 goes to 5 · PgDn'],
    ['/review<return>why', 'Enter notes why, on the whole'],
    ['/review<return>yes', 'Enter gives the verdict yes and shows the score'],
    ['/review<return>yes<return>no', 'Enter makes no the verdict; the first is kept'],
    ['/review<return>yes<return>/submit', 'Enter seals: later changes are amendments'],
  ])('says what Enter does with %j: %s', (keys, hint) => {
    expect(board().press(keys).scene.hint).toBe(hint);
  });

  test('the commands that a line can become', () => {
    const keys = (typed: string) => place(typed).overlay?.rows.map(({ key }) => key);
    expect(keys('/')).toEqual(expect.arrayContaining(['/1', '/2', '/ask', '/quit']));
    expect(keys('/re')).toEqual(['/review']);
    expect(keys('/2')).toEqual(['/2']);
    expect(keys('/2 ')).toBeUndefined();
    expect(keys('//')).toBeUndefined();
    expect(keys('/zzz')).toBeUndefined();
  });

  test('one red flag in full, with what to ask first, once its number stands there', () => {
    expect(place('/flag<return>').overlay?.rows).toHaveLength(2);
    expect(place('/flag<return>2').overlay?.rows).toMatchObject([
      { key: '2', text: 'concern: Something that worries' },
    ]);
  });

  test('whose words the line takes', () => {
    const label = (keys: string) => board().press(keys).scene.line.label;
    expect(label('')).toBe('1 First');
    expect(label('a<return><up>')).toBe('mend');
    expect(label('/review<return>')).toBe('verdict');
    expect(label('/review<return>yes<return>')).toBe('whole');
  });

  test('nothing of the score before the verdict', () => {
    const { place } = board().press('/review<return>').scene;
    expect(place).toMatchObject({ type: 'review', result: undefined, verdict: undefined });
    expect(board().press('4<return>/2 4<return>/review<return>yes<return>').scene.place).toMatchObject({
      verdict: { is: 'yes' },
      result: { score: 'score 4.00 of 5, covered 100%', recommendation: 'yes' },
    });
  });

  test('in private nothing of what was written or rated', () => {
    const { scene } = board().press('secret<return>4<return>/private<return>hidden');
    expect(scene.place).toEqual({ type: 'private', ask: 'Tell me about first.', notes: 1, overlay: undefined });
    expect(scene.line.isHidden).toBe(true);
  });
});
