import { describe, expect, test } from 'vitest';
import { parseFlags } from '../../../../src/core/table/cells/flag-cell.js';

const FLAGS = [
  { id: 'blames', flag: 'Blames others', severity: 'stop' as const },
  { id: 'guesses', flag: 'Guesses', severity: 'concern' as const },
];

function read(text: string, meaningOf?: (text: string) => string | undefined) {
  const { flags, unread } = parseFlags(text, FLAGS, meaningOf);
  return { flags, unread: unread.map(({ code, cell }) => `${code}: ${cell}`) };
}

test.each([
  ['blames', [{ id: 'blames' }]],
  ['blames: said so twice', [{ id: 'blames', evidence: 'said so twice' }]],
  [' Blames others :at: nine ', [{ id: 'blames', evidence: 'at: nine' }]],
  ['BLAMES\u200b; guesses', [{ id: 'blames' }, { id: 'guesses' }]],
  ['Guesses, Blames others', [{ id: 'guesses' }, { id: 'blames' }]],
  ['guesses: said so, twice', [{ id: 'guesses', evidence: 'said so, twice' }]],
  ['blames;blames', [{ id: 'blames' }]],
])('the flags cell %j', (text, flags) => {
  expect(read(text)).toEqual({ flags, unread: [] });
});

test.each([
  'none',
  'None.',
  'No',
  'n/a',
  '-',
  '–',
  'null',
  'No red flags',
  'no red-flags observed',
  'none observed',
  'None seen so far',
  'Nothing to report',
  'No concerns!',
  '0',
])('%j says that there is none', (text) => {
  expect(read(text)).toEqual({ flags: [], unread: [] });
});

test.each([
  ['Seemed rushed', [], ['unknown-flag: Seemed rushed']],
  ['No red flags, but seemed rushed', [], ['unknown-flag: No red flags, but seemed rushed']],
  ['No notice period', [], ['unknown-flag: No notice period']],
  ['blames; seemed rushed; guesses: once', ['blames', 'guesses'], ['unknown-flag: seemed rushed']],
  ['blames, late', ['blames'], ['unknown-flag: late']],
  ['blames:', [], ['unknown-flag: blames:']],
])('of %j the flags are taken, and the rest is told as it was typed', (text, ids, unread) => {
  const found = read(text);
  expect([found.flags.map(({ id }) => id), found.unread]).toEqual([ids, unread]);
});

describe('what somebody said that a text means', () => {
  const said = (text: string) => ({ BO: 'blames', 'seemed rushed': 'none' })[text];

  test('makes a flag of it, with the text as what was seen', () => {
    expect(read('BO; BO: twice; guesses', said).flags).toEqual([{ id: 'blames', evidence: 'BO' }, { id: 'guesses' }]);
    expect(read('BO: twice', said).flags).toEqual([{ id: 'blames', evidence: 'twice' }]);
  });

  test('or nothing', () => {
    expect(read('seemed rushed', said)).toEqual({ flags: [], unread: [] });
  });
});

// With an expression that tries each split of the white space anew, this takes minutes.
test('a cell of half a million spaces is read in one go', () => {
  expect(read(`a${' '.repeat(500_000)}b`).unread).toHaveLength(1);
});
