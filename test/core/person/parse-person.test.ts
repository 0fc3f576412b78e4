import { expect, test } from 'vitest';
import { formatPerson, parsePerson } from '../../../src/core/person/parse-person.js';

test.each([
  ['Ada Example', { name: 'Ada Example' }],
  [' Ada Example <ada@example.com> ', { name: 'Ada Example', id: 'ada@example.com' }],
  ['Ada Example<C-1042>', { name: 'Ada Example', id: 'C-1042' }],
  ['"Example, Ada" <ada@example.com>', { name: 'Example, Ada', id: 'ada@example.com' }],
  ['<ada@example.com>', { name: 'ada@example.com', id: 'ada@example.com' }],
  ['ada@example.com', { name: 'ada@example.com', id: 'ada@example.com' }],
  ['Ada <>', { name: 'Ada <>' }],
  ['Ada <ada', { name: 'Ada <ada' }],
  ['Ada > Example', { name: 'Ada > Example' }],
  ['', { name: '' }],
])('%j is read as a person', (typed, person) => {
  expect(parsePerson(typed)).toEqual(person);
});

test('what is written is read again', () => {
  for (const person of [
    { name: 'Ada Example' },
    { name: 'Ada Example', id: 'C-1' },
    { name: 'ada@example.com', id: 'ada@example.com' },
  ]) {
    expect(parsePerson(formatPerson(person))).toEqual(person);
  }
});

test('a long text is read in one pass', () => {
  const start = performance.now();
  parsePerson(`${' <'.repeat(200_000)}x`);
  parsePerson(`a${' '.repeat(200_000)}>`);
  expect(performance.now() - start).toBeLessThan(1000);
});
