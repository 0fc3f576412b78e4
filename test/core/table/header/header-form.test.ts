import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseHeader, placeOfWords, plainHeader } from '../../../../src/core/table/header/header-form.js';

const plain = (header: string) => plainHeader(normaliseHeader(header));

describe('a header in plain form has no', () => {
  test.each([
    ['numbering', ['3. Delivery', 'Q3: Delivery', '(3) Delivery', 'Q3_1 Delivery', '2.1 Delivery', 'b) Delivery']],
    [
      'word before its number',
      ['Question 4 - Delivery', 'Criterion 12: Delivery', 'Section 1. Delivery', 'iv. Delivery'],
    ],
    [
      'points',
      [
        'Delivery (10 pts)',
        'Delivery / 5',
        'Delivery out of 5',
        'Delivery, max. 10',
        'Delivery 20 points',
        'Delivery [5.0]',
      ],
    ],
    ['scale', ['Delivery [1-5]', 'Delivery 1–5', 'Delivery (1 = low, 5 = high)', 'Delivery 1 to 5', 'Delivery (1…5)']],
    ['weight', ['Delivery (10%)', 'Delivery 10 %', 'Delivery - 12.5%', 'Delivery (weight: 30%)', 'Delivery x2']],
    ['instruction', ['Delivery (leave blank if n/a)', 'Delivery *', 'Delivery [required]', 'Delivery:', '"Delivery"?']],
    ["gradebook's number", ['Delivery [Total Pts: 5 Score] |3415', 'Delivery (123456)']],
    [
      'line end or sign that nobody sees',
      [
        '\u200bDelivery',
        'Deli\u00advery',
        'Delivery\u00a0',
        '\ufeffDelivery',
        '\u2067Delivery\u2069',
        'Delivery\n(10 pts)',
      ],
    ],
  ])('%s', (_what, headers) => {
    for (const header of headers) expect(plain(header)).toBe('delivery');
  });
});

test.each(['K8s', '5S', '3D design', 'CI/CD', 'Level 3 support', 'C++', 'Q12', '(10%)', 'Cloud (greenhouse)'])(
  '%s is a name as it stands',
  (header) => {
    expect(plain(header)).toBe(normaliseHeader(header));
  },
);

test('other scripts and widths are headers like any other', () => {
  expect(plain('1．システム設計（5点）')).toBe('システム設計');
  expect(plain('２）交付（满分10）')).toBe('交付');
});

test('the plain form of a plain form is itself, and never empty', () => {
  const part = constantFrom(
    'Delivery',
    '(10 pts)',
    '3.',
    'Q1:',
    '[',
    ')',
    '*',
    ' / 5',
    '10%',
    '\u200b',
    '—',
    'x2',
    ' ',
  );
  assert(
    property(
      array(part, { minLength: 1 }).map((parts) => parts.join('')),
      string(),
      (made, any) => {
        for (const header of [made, any].map(normaliseHeader)) {
          expect(plainHeader(plainHeader(header))).toBe(plainHeader(header));
          expect(plainHeader(header) === '').toBe(header === '');
        }
      },
    ),
  );
});

test('words are found as whole words, and signs of scripts without spaces wherever they stand', () => {
  expect(placeOfWords('how would you rate design?', 'design')).toEqual({ from: 4, to: 5 });
  expect(placeOfWords('designer', 'design')).toBeUndefined();
  expect(placeOfWords('設計力の評価', '設計力')).toBeDefined();
});
