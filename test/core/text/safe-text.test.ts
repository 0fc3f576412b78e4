import { expect, test } from 'vitest';
import { clean, jsonText, say, type TerminalText, withoutControls } from '../../../src/core/text/safe-text.js';

test('say takes figures, fixed values and text that is safe, and the compiler refuses any other', () => {
  const raw: string = 'Ada\u009b31m';
  const word: 'yes' | 'no' = raw === '' ? 'yes' : 'no';
  const parts: TerminalText = [say`${clean(raw)}: ${word}`, say`${3}`].join(', ');
  expect(parts).toBe('Ada31m: no, 3');
  // @ts-expect-error: it was not cleaned
  say`${raw}`;
  // @ts-expect-error: neither was a part of it
  say`${`Ada ${raw}` as const}`;
  // @ts-expect-error: cut text is safe only where the whole was
  const cut: TerminalText = raw.slice(0, 3);
  expect(cut).toBe('Ada');
});

test('JSON means the same, and holds nothing that a terminal acts on', () => {
  const data = { name: 'a\u001b[31m\u007f\u009b\u202e\u2028b\nc' };
  const text = jsonText(data, 2);
  expect(text).toBe('{\n  "name": "a\\u001b[31m\\u007f\\u009b\\u202e\\u2028b\\nc"\n}');
  expect(JSON.parse(text)).toEqual(data);
});

test('layout outlives the controls around it', () => {
  expect(withoutControls('a\tb\r\nc\rd\u001b[31m\u202e')).toBe('a\tb\nc\nd[31m');
});

test.each([
  ['a b', 'a b'],
  ['a  b\tc\nd', 'a b c d'],
  ['a \t b\u00a0c\u2028\u3000d', 'a b c d'],
  [' a\u200f b\u0007 ', 'a b'],
])('clean folds all white space into single spaces: %j', (text, cleaned) => {
  expect(clean(text)).toBe(cleaned);
});
