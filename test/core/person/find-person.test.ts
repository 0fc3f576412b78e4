import { expect, test } from 'vitest';
import { findPerson, labelsOf, peopleLike } from '../../../src/core/person/find-person.js';

const ada = { name: 'Ada Example', id: 'ada.one@example.com' };
const other = { name: 'Ada Example', id: 'ada.two@example.org' };
const adam = { name: 'Adam Sample' };
const taro = { name: '山田 太郎' };

test('a person is found by name, else by the beginnings of its words, when only one fits', () => {
  const known = [ada, adam, taro];
  expect(findPerson('ADA EXAMPLE', known)).toEqual({ type: 'found', person: ada });
  expect(findPerson('ada ex', known)).toEqual({ type: 'found', person: ada });
  expect(findPerson('山田', known)).toEqual({ type: 'found', person: taro });
  expect(findPerson('ada', known)).toEqual({ type: 'ambiguous', people: [ada, adam] });
  expect(findPerson('xample', known)).toEqual({ type: 'unknown' });
  expect(findPerson('  ', known)).toEqual({ type: 'unknown' });
});

test('where two share a name, the id tells which', () => {
  const known = [ada, other, adam];
  expect(findPerson('Ada Example', known)).toEqual({ type: 'ambiguous', people: [ada, other] });
  expect(findPerson('ADA.TWO@example.org', known)).toEqual({ type: 'found', person: other });
  expect(findPerson('Ada Example <ada.two@example.org>', known)).toEqual({ type: 'found', person: other });
  expect(findPerson('Ada Example <ada.three@example.org>', known)).toEqual({ type: 'unknown' });
  expect(findPerson('Adam Sample <adam@example.org>', known)).toEqual({ type: 'found', person: adam });
});

test('people are shown by name, and with the id where two share it', () => {
  expect(labelsOf([ada, other, { ...adam, id: 'adam@example.org' }])).toEqual([
    'Ada Example <ada.one@example.com>',
    'Ada Example <ada.two@example.org>',
    'Adam Sample',
  ]);
});

test('while a name is typed, those stand there of whom words begin with it, accents, order and case aside', () => {
  const maya = { name: 'Maya Fernández', id: 'maya@example.com' };
  const known = [ada, adam, taro, maya];
  expect(peopleLike('fernan ma', known)).toEqual([maya]);
  expect(peopleLike('Fernández', known)).toEqual([maya]);
  expect(peopleLike('山', known)).toEqual([taro]);
  expect(peopleLike('AD', known)).toEqual([ada, adam]);
  expect(peopleLike('xample', known)).toEqual([]);
  expect(peopleLike('ada.one', known)).toEqual([ada]);
  expect(peopleLike(' ', known)).toEqual(known);
});
