import { describe, expect, test } from 'vitest';
import type { Vocabulary } from '../../../src/core/table/header.js';
import { parseRating } from '../../../src/core/table/rating-cell.js';

const scale = {
  min: 1,
  max: 5,
  step: 1,
  bar: 3,
  labels: {
    1: 'Far below the bar',
    2: 'Below the bar',
    3: 'Meets the bar',
    4: 'Above the bar',
    5: 'Well above the bar',
  },
} as const;

function read(text: string, { optional = false, words = 'ours' }: { optional?: boolean; words?: Vocabulary } = {}) {
  const cell = parseRating(text, { dimension: { id: 'craft', optional }, scale, words });
  return cell.ok ? cell.value : cell.code;
}

test.each([
  ['4', 4],
  ['4.0', 4],
  ['4,0', 4],
  [' 4 ', 4],
  ['\u00a04\t', 4],
  ['４', 4],
  ['4 - Above the bar', 4],
  ['4 – above the bar', 4],
  ['4: Above the Bar', 4],
  ['4 (Above the bar)', 4],
  ['4. Above the bar', 4],
  ['Above the bar', 4],
  ['ABOVE  THE BAR', 4],
  ['above_the_bar', 4],
])('%j is a rating', (text, rating) => {
  expect(read(text)).toBe(rating);
});

test.each(['', '  ', '\u00a0', 'n/a', 'N/A', 'na', 'not assessed', 'Not-assessed'])(
  '%j is not assessed, never zero',
  (text) => {
    expect(read(text)).toBe('not-assessed');
  },
);

test.each(['n/a', 'NA', 'not applicable', 'not-applicable'])(
  '%j is not applicable on an optional dimension',
  (text) => {
    expect(read(text, { optional: true })).toBe('not-applicable');
  },
);

test('a blank cell is not assessed on an optional dimension too', () => {
  expect(read('', { optional: true })).toBe('not-assessed');
});

test.each([
  ['not applicable', 'not-optional'],
  ['6', 'off-scale'],
  ['0', 'off-scale'],
  ['-1', 'off-scale'],
  ['3.5', 'off-scale'],
  ['45', 'off-scale'],
  ['4 - Below the bar', 'unknown-rating'],
  ['4/5', 'unknown-rating'],
  ['3-4', 'unknown-rating'],
  ['four', 'unknown-rating'],
  ['4?', 'unknown-rating'],
  ['4e0', 'unknown-rating'],
  ['0x4', 'unknown-rating'],
  ['-', 'unknown-rating'],
  ['strong_yes', 'unknown-rating'],
  ['constructor', 'unknown-rating'],
])('%j is an error, not a guess', (text, code) => {
  expect(read(text)).toBe(code);
});

describe("Greenhouse's words, where the header says so", () => {
  test.each([
    ['strong_yes', 5],
    ['Yes', 4],
    ['mixed', 3],
    ['no', 2],
    ['definitely_not', 1],
    ['no_decision', 'not-assessed'],
    ['', 'not-assessed'],
    ['4', 'unknown-rating'],
    ['toString', 'unknown-rating'],
  ])('%j', (text, expected) => {
    expect(read(text, { words: 'greenhouse' })).toBe(expected);
  });
});

describe("Lever's words, where the header says so: they have no middle", () => {
  test.each([
    ['4 - Strong Hire', 5],
    ['3 - Hire', 4],
    ['2 - No Hire', 2],
    ['1 - Strong No Hire', 1],
    ['hire', 4],
    ['4', 5],
    ['5', 'unknown-rating'],
    ['4 - Hire', 'unknown-rating'],
  ])('%j', (text, expected) => {
    expect(read(text, { words: 'lever' })).toBe(expected);
  });
});

test('a foreign scale of five does not fit a rubric with another scale', () => {
  const four = { ...scale, max: 4 };
  const cell = parseRating('yes', { dimension: { id: 'craft', optional: false }, scale: four, words: 'greenhouse' });
  expect(cell.ok ? '' : cell.code).toBe('foreign-scale');
});
