import { expect, test } from 'vitest';
import { repeatedKeyProblems } from '../../../src/core/scorecard/repeated-keys.js';

test.each<[string, string, readonly [number, number][]]>([
  ['no key twice', '{"a": 1, "b": {"a": "a"}, "c": [{"a": 1}, {"a": 2}]}', []],
  ['one twice', '{"a": 1,\n "a": 2}', [[2, 2]]],
  ['one twice, written otherwise', '{"a": 1, "\\u0061": 2}', [[1, 10]]],
  ['one twice below', '{"x": [{"a": 1, "b": [], "a": 2}]}', [[1, 26]]],
  ['strings that look like keys', '{"a": "\\"a\\": 1, {", "b": ["a", "a"]}', []],
  ['a number at the top', '7', []],
])('%s', (_what, json, places) => {
  expect(repeatedKeyProblems(json).map(({ line, column }) => [line, column])).toEqual(places);
});

test('a string of a million quotes takes no time to speak of', () => {
  const json = JSON.stringify({ a: '"'.repeat(1_000_000), b: '\\ '.repeat(1_000_000) });
  const start = performance.now();
  expect(repeatedKeyProblems(json)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(2000);
});
