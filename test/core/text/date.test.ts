import { expect, test } from 'vitest';
import { dayInWords } from '../../../src/core/text/date.js';

test.each([
  ['2026-11-20T14:03:27+01:00', '20 November 2026'],
  ['2026-01-02', '2 January 2026'],
  ['2027-12-31', '31 December 2027'],
])('a letter has %s as %s', (timestamp, day) => {
  expect(dayInWords(timestamp)).toBe(day);
});
