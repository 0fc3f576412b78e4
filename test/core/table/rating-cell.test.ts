import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOnScale } from '../../../src/core/rubric/scale.js';
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
  ['4.', 4],
  [' 4 ', 4],
  ['\u00a04\t', 4],
  ['4\u200b', 4],
  ['\ufeff4', 4],
  ['４', 4],
  ['+4', 4],
  ['04', 4],
  ["'4", 4],
  ['="4"', 4],
  ['=4', 4],
  ['"4"', 4],
  ['4.00E+00', 4],
  ['4e0', 4],
  ['0,4E+01', 4],
  ['4/5', 4],
  ['4 / 5', 4],
  ['4/5.0', 4],
  ['4 of 5', 4],
  ['4 out of 5', 4],
  ['4 Out Of 5', 4],
  ['8⁄2', 4],
  ['★★★★☆', 4],
  ['★★★★★', 5],
  ['⭐️⭐️☆☆☆', 2],
  ['4 - Above the bar', 4],
  ['4/5 - Above the bar', 4],
  ['4 – above the bar', 4],
  ['4: Above the Bar', 4],
  ['4 (Above the bar)', 4],
  ['4. Above the bar', 4],
  ['Above the bar', 4],
  ['="Above the bar"', 4],
  ['ABOVE  THE BAR', 4],
  ['above_the_bar', 4],
])('%j is a rating', (text, rating) => {
  expect(read(text)).toBe(rating);
});

const NOTHING = [
  '',
  '  ',
  '\u00a0',
  'not assessed',
  'Not-assessed',
  'not asked',
  'no answer',
  'NA',
  'na',
  '-',
  '–',
  '—',
];
const NOTHING_OF_MACHINES = [
  '#N/A',
  'NaN',
  'nan',
  'null',
  'NULL',
  'None',
  '(blank)',
  '<NA>',
  'nil',
  '.',
  '\\N',
  '="-"',
];

describe('what is written for a blank is not assessed, never zero', () => {
  test.each([...NOTHING, ...NOTHING_OF_MACHINES])('%j, on an optional dimension too', (text) => {
    expect([read(text), read(text, { optional: true })]).toEqual(['not-assessed', 'not-assessed']);
  });
});

test.each(['n/a', 'N/A', 'n / a', 'n.a.', 'N.A.'])('%j is not applicable where that may be', (text) => {
  expect([read(text), read(text, { optional: true })]).toEqual(['not-assessed', 'not-applicable']);
});

test.each(['not applicable', 'not-applicable'])('%j is not applicable, or a mistake', (text) => {
  expect([read(text), read(text, { optional: true })]).toEqual(['not-optional', 'not-applicable']);
});

test('a label is a label, whatever else it could say', () => {
  const labels = { ...scale.labels, 1: 'None', 2: 'NA', 3: 'Yes', 4: 'Hire' };
  const rating = (text: string) =>
    parseRating(text, { dimension: { id: 'craft', optional: true }, scale: { ...scale, labels }, words: 'ours' });
  expect(['none', 'NA', 'yes', 'hire', '4 - Hire'].map(rating)).toEqual(
    [1, 2, 3, 4, 4].map((value) => ({ ok: true, value })),
  );
});

test.each([
  ['6', 'off-scale'],
  ['0', 'off-scale'],
  ['-1', 'off-scale'],
  ['−1', 'off-scale'],
  ['45', 'off-scale'],
  ['½', 'off-scale'],
  ['4,000,000', 'unknown-rating'],
  ['3.5', 'between-ratings'],
  ['3,5', 'between-ratings'],
  ['3½', 'between-ratings'],
  ['3 ½', 'between-ratings'],
  ['3 1/2', 'between-ratings'],
  ['3.5/5', 'between-ratings'],
  ['3⅓', 'between-ratings'],
  ['8/10', 'other-denominator'],
  ['4 of 4', 'other-denominator'],
  ['1/2', 'other-denominator'],
  ['4 - Below the bar', 'unknown-rating'],
  ['4/5/2026', 'unknown-rating'],
  ['4/5 or so', 'unknown-rating'],
  ['3-4', 'unknown-rating'],
  ['3 or 4', 'unknown-rating'],
  ['3 .5', 'unknown-rating'],
  ['3 /4', 'other-denominator'],
  ['3 n/a', 'unknown-rating'],
  ['3 4', 'unknown-rating'],
  ['four', 'unknown-rating'],
  ['4 stars', 'unknown-rating'],
  ['4?', 'unknown-rating'],
  ['?', 'unknown-rating'],
  ['4+', 'unknown-rating'],
  ['(4)', 'unknown-rating'],
  ['0x4', 'unknown-rating'],
  ['80%', 'unknown-rating'],
  ['4 %', 'unknown-rating'],
  // Of how many?
  ['★★★★', 'unknown-rating'],
  ['★★★★☆☆', 'unknown-rating'],
  ['☆', 'unknown-rating'],
  ['#DIV/0!', 'unknown-rating'],
  ['4⁄0', 'unknown-rating'],
  ['constructor', 'unknown-rating'],
])('%j is an error, not a guess', (text, code) => {
  expect(read(text)).toBe(code);
});

test.each(['3½', ' 3,5', '="3.5"', '３.5'])('a message quotes %j as it was typed', (text) => {
  const cell = parseRating(text, { dimension: { id: 'craft', optional: false }, scale, words: 'ours' });
  expect(cell.ok ? '' : cell.message).toContain(`"${text.trim()}"`);
});

describe('a scale with halves', () => {
  const halves = { ...scale, step: 0.5 } as const;
  test.each([
    ['3.5', 3.5],
    ['3,5', 3.5],
    ['3½', 3.5],
    ['3 ½', 3.5],
    ['3 1/2', 3.5],
    ['7⁄2', 3.5],
    ['3.5/5', 3.5],
    ['3½ of 5', 3.5],
    ['="3,5"', 3.5],
    ['3¼', 'between-ratings'],
    ['½', 'off-scale'],
  ])('%j', (text, expected) => {
    const cell = parseRating(text, { dimension: { id: 'craft', optional: false }, scale: halves, words: 'ours' });
    expect(cell.ok ? cell.value : cell.code).toBe(expected);
  });
});

describe('every rating of any scale, in every way in which numbers are written', () => {
  const scales = [
    { min: 1, max: 5, step: 1 },
    { min: 1, max: 5, step: 0.5 },
    { min: 0, max: 10, step: 0.5 },
    { min: -2, max: 2, step: 0.5 },
    { min: 0, max: 100, step: 1 },
  ] as const;
  const same = (number: number) => number;
  /** How a number is written, and which it then is: some ways round. */
  const ways: readonly (readonly [(number: number, max: number) => string, (number: number) => number])[] = [
    [String, same],
    [(number) => number.toFixed(2), same],
    [(number) => number.toFixed(1).replace('.', ','), (number) => Number(number.toFixed(1))],
    [(number) => ` ${number}\u00a0`, same],
    [(number) => `\u200b${number}`, same],
    [(number) => `'${number}`, same],
    [(number) => `="${number}"`, same],
    [(number) => `=${number}`, same],
    [
      (number) => number.toExponential(2).replace(/e([+-])(\d)$/, 'E$10$2'),
      (number) => Number(number.toExponential(2)),
    ],
    [(number, max) => `${number}/${max}`, same],
    [(number, max) => `${number} / ${max}`, same],
    [(number, max) => `${number} out of ${max}`, same],
    [(number) => String(number).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))), same],
    [(number) => String(number).replace('-', '\u2212'), same],
    [(number) => `${Math.abs(Math.floor(number))}½`, (number) => Math.abs(Math.floor(number)) + 0.5],
  ];

  test('is read exactly, or told where it is no rating', () => {
    assert(
      property(
        constantFrom(...scales),
        constantFrom(...ways),
        integer({ min: -8, max: 420 }),
        (range, [write, exact], quarters) => {
          const written = write(quarters / 4, range.max);
          const value = exact(quarters / 4);
          const cell = parseRating(written, {
            dimension: { id: 'craft', optional: false },
            scale: { ...range, bar: range.max, labels: {} },
            words: 'ours',
          });
          if (isOnScale(value, range)) expect([written, cell]).toEqual([written, { ok: true, value }]);
          else expect(cell).toMatchObject({ ok: false });
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['Strong Yes', { system: 'greenhouse', isSure: true }],
  ['strong_yes', { system: 'greenhouse', isSure: true }],
  ['Mixed', { system: 'greenhouse', isSure: true }],
  ['Hire', { system: 'lever', isSure: true }],
  ['4 - Strong Hire', { system: 'lever', isSure: true }],
  // Many a form says yes and no.
  ['Yes', { system: 'greenhouse', isSure: false }],
  ['Good', undefined],
])('%j is no rating of ours, and is told with whose it may be', (text, words) => {
  const cell = parseRating(text, { dimension: { id: 'craft', optional: false }, scale, words: 'ours' });
  expect(cell.ok ? cell : cell.words).toEqual(words);
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

describe('on a scale of four', () => {
  const four = { ...scale, max: 4 };
  const rating = (text: string, words: Vocabulary) => {
    const cell = parseRating(text, { dimension: { id: 'craft', optional: false }, scale: four, words });
    return cell.ok ? cell.value : cell.code;
  };

  test("Lever's ratings are read as they stand, since the scale is the same", () => {
    const texts = ['4 - Strong Hire', '3', '2 – No Hire', 'strong no hire', '-', '4 - Hire', '5'];
    expect(texts.map((text) => rating(text, 'lever'))).toEqual([
      ...[4, 3, 2, 1],
      'not-assessed',
      'unknown-rating',
      'unknown-rating',
    ]);
  });

  test('five words of Greenhouse have no place', () => {
    expect(rating('yes', 'greenhouse')).toBe('foreign-scale');
  });
});
