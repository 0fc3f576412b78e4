import { expect, test } from 'vitest';
import { parseDate } from '../../../../src/core/table/cells/date-cell.js';

const CONTEXT = { today: '2026-11-26', where: 'table' } as const;

test.each(['', ' ', 'n/a', 'NaN', '-', 'TBD'])('%j says no day', (cell) => {
  expect(parseDate(cell, CONTEXT)).toEqual({ ok: true, value: undefined });
});

test('today is a day on which an interview may have been held, tomorrow is not', () => {
  expect(parseDate('2026-11-26', CONTEXT)).toEqual({ ok: true, value: '2026-11-26' });
  expect(parseDate('2026-11-27', CONTEXT)).toMatchObject({ ok: false, code: 'future-date' });
});

test('what can be two days is told with both and with the option that decides', () => {
  expect(parseDate('03/04/2026', CONTEXT)).toMatchObject({
    ok: false,
    message: '"03/04/2026" may be 2026-04-03 or 2026-03-04; pass --date-order dmy or --date-order mdy',
  });
  expect(parseDate('03/04/2026', { ...CONTEXT, order: 'mixed' })).toMatchObject({
    message: expect.stringContaining('the column has days of both orders'),
  });
  expect(parseDate('03/04/2026', { ...CONTEXT, order: 'dmy' })).toEqual({ ok: true, value: '2026-04-03' });
});

test('a day that the given order does not have is none', () => {
  expect(parseDate('11/26/2026', { ...CONTEXT, order: 'dmy' })).toMatchObject({
    ok: false,
    message: '"11/26/2026" is not a date in the order dmy; write it as YYYY-MM-DD, such as 2026-11-20',
  });
});

test("a spreadsheet's number is told with the day that it may be", () => {
  expect(parseDate('45987', CONTEXT)).toMatchObject({
    code: 'spreadsheet-date',
    message: expect.stringContaining('2025-11-26'),
  });
});
