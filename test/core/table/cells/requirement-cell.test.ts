import { array, assert, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRequirement } from '../../../../src/core/table/cells/requirement-cell.js';

function requirement(atLeast: number, unit = 'years') {
  return { id: 'needed', name: 'Needed', aliases: [], atLeast, unit, required: true };
}

function read(text: string, atLeast = 3, unit?: string): string | number | boolean | undefined {
  const cell = parseRequirement(text, requirement(atLeast, unit));
  if (!cell.ok) return cell.code;
  if (!cell.value) return 'says nothing';
  const { value, isMet } = cell.value;
  return isMet ? `met ${value}` : `not met ${value}`;
}

describe('an exact number', () => {
  test.each([
    ['5', 'met 5'],
    ['2.9', 'not met 2.9'],
    ['2,5', 'not met 2.5'],
    ['7,5 yrs.', 'met 7.5'],
    ['7,5 year.', 'met 7.5'],
    ['3 yrs', 'met 3'],
    ['5yrs', 'met 5'],
    ['5 years of experience', 'met 5'],
    ['4 y', 'met 4'],
    ['18 months', 'not met 1.5'],
    ['36 mths', 'met 3'],
    ['2 years 6 months', 'not met 2.5'],
    ['2y 11mo', `not met ${35 / 12}`],
    ['eleven', 'met 11'],
    ['two years', 'not met 2'],
    ['twenty-five', 'met 25'],
    ['3½', 'met 3.5'],
    ['2 ½ years', 'not met 2.5'],
    ['５', 'met 5'],
    ["'4", 'met 4'],
    ['="4"', 'met 4'],
    ['4.', 'met 4'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['1200', 'met 1200'],
    ['1 200', 'met 1200'],
    ['1\u202f200', 'met 1200'],
    ["1'200", 'met 1200'],
    ['1’200 servers', 'met 1200'],
    ['1,200,000', 'met 1200000'],
    ['1.200.000', 'met 1200000'],
    ['12,00,000', 'met 1200000'],
    ['1.200,5', 'met 1200.5'],
    ['1,200.50', 'met 1200.5'],
    ['0.750', 'not met 0.75'],
    ['1,2', 'not met 1.2'],
    ['1.2E+03', 'met 1200'],
    ['2k', 'met 2000'],
  ])('of servers: %j', (text, expected) => {
    expect(read(text, 500, 'servers')).toBe(expected);
  });
});

describe('what may be two numbers', () => {
  test.each(['1,200', '1.200', '12,000'])('is neither where it matters: %j', (text) => {
    expect(read(text, 500, 'servers')).toBe('two-numbers');
  });

  test('decides where both are on one side', () => {
    expect([read('12,000', 5, 'servers'), read('1,200', 5000, 'servers')]).toEqual(['met 12', 'not met 1200']);
  });
});

describe('a range or a bound', () => {
  test.each([
    ['8-10', 8, 'met 8'],
    ['8–10 years', 11, 'not met 10'],
    ['8 to 10', 9, 'around-limit'],
    ['between 8 and 10', 5, 'met 8'],
    ['1 year to 30 months', 3, 'not met 2.5'],
    ['5+', 3, 'met 5'],
    ['5 + years', 3, 'met 5'],
    ['5+', 8, 'around-limit'],
    ['5 years or more', 5, 'met 5'],
    ['>500', 500, 'met 500'],
    ['> 500', 501, 'around-limit'],
    ['at least 3', 3, 'met 3'],
    ['up to 5', 8, 'not met 5'],
    ['up to 5', 5, 'around-limit'],
    ['<5', 5, 'not met false'],
    ['less than 5', 3, 'around-limit'],
    ['about 15', 5, 'met 15'],
    ['~15', 14, 'around-limit'],
    ['nearly 5', 5, 'around-limit'],
    ['approx. 2', 5, 'not met 2'],
  ])('%j of at least %s is %s', (text, atLeast, expected) => {
    expect(read(text, atLeast)).toBe(expected);
  });
});

test.each(['', '-', 'N/A', 'None', '#N/A', 'null'])('%j says nothing', (text) => {
  expect(read(text)).toBe('says nothing');
});

test.each([
  'many',
  'MSc',
  '$2M',
  '2M',
  '€500',
  '-5',
  '5 of 7',
  '5/7',
  '5 years ago',
  '5 monkeys',
  'since 2015',
  '2015',
  '2015-2019',
  '10-Aug',
  '1.2.3',
  '1,23,4',
  '5 5',
  'constructor',
  '?',
])('%j is no number of years, whatever it begins with', (text) => {
  expect(read(text)).toBe('not-a-number');
});

test('a yes or no is no number, and what says nothing is neither', () => {
  const permit = { id: 'permit', name: 'Permit', aliases: [], required: true };
  const met = (text: string) => {
    const cell = parseRequirement(text, permit);
    return cell.ok ? cell.value?.isMet : cell.code;
  };
  expect(['Yes', 'x', '✓', 'FALSE', '✗', 'None', 'NaN', 'MSc'].map(met)).toEqual([
    ...[true, true, true, false, false, undefined, undefined],
    'not-yes-or-no',
  ]);
});

test('a cell of half a million spaces is read in one go', () => {
  expect(read(`1${' '.repeat(500_000)}!`)).toBe('not-a-number');
});

describe('any number', () => {
  const groups = tuple(
    integer({ min: 1, max: 999 }),
    array(integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 3 }),
  );
  const written = ([first, rest]: [number, number[]], sign: string) =>
    [String(first), ...rest.map((group) => String(group).padStart(3, '0'))].join(sign);
  const meant = (parts: [number, number[]]) => Number(written(parts, ''));

  test('is read through the groups that a space or an apostrophe makes, on both sides of the limit', () => {
    assert(
      property(
        groups,
        constantFrom(' ', '\u00a0', '\u202f', "'", '\u2019'),
        integer({ min: 1 }),
        (parts, sign, limit) => {
          const number = meant(parts);
          const state = number >= limit ? 'met' : 'not met';
          expect(read(written(parts, sign), limit, 'servers')).toBe(`${state} ${number}`);
        },
      ),
    );
  });

  test('is never taken for the other one that it may be', () => {
    assert(
      property(groups, constantFrom(',', '.'), integer({ min: 1 }), (parts, sign, limit) => {
        const text = written(parts, sign);
        const number = meant(parts);
        const smaller = parts[1].length === 1 ? number / 1000 : number;
        const expected = smaller >= limit ? 'met' : number < limit ? 'not met' : 'two-numbers';
        expect(String(read(text, limit, 'servers')).replace(/ [\d.]+$/, '')).toBe(expected);
      }),
    );
  });
});
