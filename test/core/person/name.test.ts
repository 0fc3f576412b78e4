import { expect, test } from 'vitest';
import { nameKey } from '../../../src/core/person/name.js';

test.each([
  ['Ada  EXAMPLE', 'ada example'],
  ['Josè', 'jose\u0300'],
  ['Strauß', 'STRAUSS'],
  ['Ａda', 'ada'],
  ['Ada\u00a0\u3000Example', 'Ada Example'],
  ['Ada\u200b Exam\u00adple\ufeff', 'Ada Example'],
  ['\u202eAda Example\u202c', 'Ada Example'],
  ['Ada\ufe0f Example\u0007', 'Ada Example'],
  ['Ｊ.\u2060 Lee', 'j. lee'],
  ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
])('%j and %j are one name', (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b));
});

test.each([
  ['Jose', 'José'],
  ['AdaExample', 'Ada Example'],
  ['Ada\tExample', 'AdaExample'],
])('%j and %j are two names', (a, b) => {
  expect(nameKey(a)).not.toBe(nameKey(b));
});

test('the key of a key is the key itself', () => {
  for (const name of ['Ada  Example', 'ﬁ\u200bona', 'İpek', 'ǅ', 'ΐ', '\u1e9e', 'Ⅳ']) {
    expect(nameKey(nameKey(name))).toBe(nameKey(name));
  }
});

test('a name of millions of words is compared like any other', () => {
  expect(nameKey(`${'A '.repeat(5_000_000)}b`)).toHaveLength(10_000_001);
  expect(nameKey('')).toBe('');
  expect([' a', 'a ', 'a  b', 'a b', 'Ä'].map(nameKey)).toEqual(['a', 'a', 'a b', 'a b', 'ä']);
});
