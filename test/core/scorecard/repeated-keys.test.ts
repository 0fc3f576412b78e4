import { expect, test } from 'vitest';
import { repeatedKeyProblems } from '../../../src/core/scorecard/repeated-keys.js';

test.each<[string, string, readonly [number, number][]]>([
  ['no key twice', '{"a": 1, "b": {"a": "a"}, "c": [{"a": 1}, {"a": 2}]}', []],
  ['one twice', '{"a": 1,\n "a": 2}', [[2, 2]]],
  ['one twice, written otherwise', '{"a": 1, "\\u0061": 2}', [[1, 10]]],
  [
    'several, each on its line',
    '{"a": 1,\n"b":\n2,\n "a": 2, "b": 3}',
    [
      [4, 2],
      [4, 10],
    ],
  ],
  ['a text that is not closed', '{"a": 1, "a": "b', [[1, 10]]],
  ['one twice below', '{"x": [{"a": 1, "b": [], "a": 2}]}', [[1, 26]]],
  ['strings that look like keys', '{"a": "\\"a\\": 1, {", "b": ["a", "a"]}', []],
  ['a number at the top', '7', []],
])('%s', (_what, json, places) => {
  expect(repeatedKeyProblems(json).map(({ line, column }) => [line, column])).toEqual(places);
});

// Going over the text once for each of these would take minutes.
test.each([
  ['a text of a million quotes', JSON.stringify({ a: '"'.repeat(1_000_000), b: '\\ '.repeat(1_000_000) }), 0],
  ['a text of half a million quotes that is never closed', `{"a": "${'\\"'.repeat(500_000)}`, 0],
  ['a hundred thousand keys of one name, each on a line', `{${'"a": 1,\n'.repeat(100_000)}"b": 1}`, 99_999],
])('%s is gone over once', (_what, json, count) => {
  expect(repeatedKeyProblems(json)).toHaveLength(count);
});
