import { expect, test } from 'vitest';
import { parseVerdict } from '../../../../src/core/table/cells/verdict-cell.js';
import type { Vocabulary } from '../../../../src/core/table/header.js';

function read(text: string, words: Vocabulary = 'ours') {
  const cell = parseVerdict(text, words);
  return cell.ok ? cell.value : `${cell.code}: ${cell.meaning}`;
}

test.each([
  ['YES', 'yes'],
  ['No.', 'no'],
  ['strong_yes', 'strong-yes'],
  ['Strong no', 'strong-no'],
  ['Hire', 'yes'],
  ['no hire', 'no'],
  ['No-Hire', 'no'],
  ['Do not hire', 'no'],
  ['STRONG HIRE', 'strong-yes'],
  ['4 - Strong Hire', 'strong-yes'],
  ['1 – Strong No Hire', 'strong-no'],
  ['definitely_not', 'strong-no'],
  ['DEFINITELY_NO', 'strong-no'],
  ['Undecided', 'no-decision'],
  ['="hire"', 'yes'],
])('%j is a verdict, whoever says it', (text, verdict) => {
  expect(read(text)).toBe(verdict);
});

test.each(['', ' ', '-', '—', '#N/A', 'n/a', 'None', 'NULL'])('%j says nothing', (text) => {
  expect(read(text)).toBeUndefined();
});

test.each([
  ['Maybe', 'no-decision'],
  ['Reject', 'no'],
  ['Advance', 'yes'],
  ['on hold', 'no-decision'],
  ['srong yes', 'strong-yes'],
  // Whether the candidate passed, or we do.
  ['Pass', 'VERDICT'],
  ['4', 'VERDICT'],
  ['constructor', 'VERDICT'],
])('%j is told, with what it is likely to mean, and never taken', (text, meaning) => {
  expect(read(text)).toBe(`unknown-verdict: ${meaning}`);
});

test("a bare number is a verdict where the header says that it is Lever's", () => {
  expect([read('4', 'lever'), read('2', 'lever'), read('5', 'lever')]).toEqual([
    'strong-yes',
    'no',
    'unknown-verdict: VERDICT',
  ]);
});
