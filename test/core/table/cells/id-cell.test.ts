import { expect, test } from 'vitest';
import { parseId } from '../../../../src/core/table/cells/id-cell.js';

test.each([
  [' ada@example.com ', 'ada@example.com'],
  ['00123', '00123'],
  ['12345.0', '12345'],
  ['5e10', '5e10'],
  ['', undefined],
  ['N/A', undefined],
  ['nan', undefined],
  ['–', undefined],
  ['Unknown', undefined],
  ['(blank)', undefined],
])('%j as an id', (text, value) => {
  expect(parseId(text)).toEqual({ ok: true, value });
});

test.each(['1.23457E+11', '1,23E+11', '5E+10'])('%s was a number, and is no id any more', (text) => {
  expect(parseId(text)).toMatchObject({ ok: false, code: 'scientific-id' });
});
