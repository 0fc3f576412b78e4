import { describe, expect, test } from 'vitest';
import { parseFlags, parseId, parseRequirement } from '../../../src/core/table/cells.js';

const FLAGS = [
  { id: 'blames', flag: 'Blames others', severity: 'stop' as const },
  { id: 'guesses', flag: 'Guesses', severity: 'concern' as const },
];
const YEARS = { id: 'years', name: 'Years', aliases: [], atLeast: 3, unit: 'years', required: true };

function flags(text: string) {
  const cell = parseFlags(text, FLAGS);
  return cell.ok ? cell.value : cell.code;
}

test.each([
  ['blames', [{ id: 'blames' }]],
  ['blames: said so twice', [{ id: 'blames', evidence: 'said so twice' }]],
  [' Blames others :at: nine ', [{ id: 'blames', evidence: 'at: nine' }]],
  ['blames:', 'unknown-flag'],
  [': blames', 'unknown-flag'],
])('the flags cell %j', (text, expected) => {
  expect(flags(text)).toEqual(expected);
});

test.each([
  ['5', 5],
  ['5+', 5],
  ['5 + years', 5],
  ['7,5 yrs.', 'not-a-number'],
  ['7,5 year.', 7.5],
])('the requirement cell %j', (text, expected) => {
  const cell = parseRequirement(text, YEARS);
  expect(cell.ok ? cell.value?.value : cell.code).toBe(expected);
});

// With an expression that tries each split of the white space anew, each of these takes minutes.
describe('a cell of half a million spaces is read in one go', () => {
  const spaces = ' '.repeat(500_000);

  test('as flags', () => {
    expect(flags(`a${spaces}b`)).toBe('unknown-flag');
  });

  test('as a requirement', () => {
    expect(parseRequirement(`1${spaces}!`, YEARS)).toMatchObject({ ok: false, code: 'not-a-number' });
  });
});

test.each([
  [' ada@example.com ', 'ada@example.com'],
  ['00123', '00123'],
  ['12345.0', '12345'],
  ['5e10', '5e10'],
  ['', undefined],
  ['N/A', undefined],
  ['nan', undefined],
  ['–', undefined],
])('%j as an id', (text, value) => {
  expect(parseId(text, 'id')).toEqual({ ok: true, value });
});

test.each(['1.23457E+11', '1,23E+11', '5E+10'])('%s was a number, and is no id any more', (text) => {
  expect(parseId(text, 'candidate id')).toMatchObject({ ok: false, code: 'scientific-id' });
});
