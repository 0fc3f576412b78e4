import { assert, constantFrom, date, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ColumnOrder, dayInOrder, isDay, orderOf, readDay } from '../../../src/core/text/read-day.js';

const DAY = '2026-11-26';

describe('a day is read as forms, spreadsheets and people write it', () => {
  test.each([
    '2026-11-26',
    '2026-11-26T14:03:11+01:00',
    '2026-11-26T14:03:11.123Z',
    '2026-11-26 14:03:11 UTC',
    '2026-11-26 14:03:11 -0500',
    '20261126',
    '20261126T140311Z',
    '2026/11/26',
    '2026/11/26 2:03:27 PM GMT+1',
    '2026/11/26 下午 2:03:27',
    '2026年11月26日',
    '２０２６年１１月２６日',
    '2026. 11. 26',
    '2026. 11. 26. 오후 2:03:27',
    '26.11.2026',
    '26.11.2026 14:03',
    '26/11/2026 14:03:27',
    '11/26/2026 14:03:27',
    '11/26/26 14:03:27',
    '26.11.26',
    '11/26/2026, 2:03 p.m.',
    '26-11-2026',
    '26 Nov 2026',
    '26. November 2026',
    '26-Nov-2026',
    '26-Nov-26',
    '26th of November, 2026',
    'Nov 26, 2026',
    'November 26th 2026 at 14:03',
    'Thu, 26 Nov 2026 14:03:11 GMT',
    'Thu Nov 26 2026 14:03:11 GMT+0100 (Central European Standard Time)',
    ' 2026-11-26\u00a014:03 Europe/Berlin ',
  ])('%s', (text) => {
    const written = readDay(text);
    expect(written && dayInOrder(written, undefined)).toBe(DAY);
  });
});

test.each([
  '',
  'yesterday',
  'Q4',
  '2026-13-01',
  '2026-02-30',
  '2026-11',
  '26/11',
  '26/11/26',
  '26 Foo 2026',
  '32.11.2026',
  '31/31/2026',
  '11-26/2026',
  '1795701791',
  '4.5',
  '2026-11-26 to 2026-11-27',
  '2026-11-26, moved from 2026-11-20',
  `2026-11-26 ${'x'.repeat(200)}`,
])('%j is no day, and none is made of it', (text) => {
  expect(readDay(text)).toBeUndefined();
});

test('of two readings none is taken until an order is known', () => {
  const written = readDay('03/04/2026');
  const inOrder = (order: ColumnOrder) => written && dayInOrder(written, order);
  expect(inOrder(undefined)).toBeUndefined();
  expect(inOrder('mixed')).toBeUndefined();
  expect(inOrder('dmy')).toBe('2026-04-03');
  expect(inOrder('mdy')).toBe('2026-03-04');
});

test('with dots the day comes first, unless the column says otherwise', () => {
  const written = readDay('03.04.2026');
  expect(written && dayInOrder(written, undefined)).toBe('2026-04-03');
  expect(written && dayInOrder(written, 'mdy')).toBe('2026-03-04');
  expect(written && dayInOrder(written, 'mixed')).toBeUndefined();
});

test('a day that both readings give is no question', () => {
  expect(readDay('05/05/2026')).toEqual({ type: 'day', day: '2026-05-05' });
});

test('the number of a spreadsheet is told from a day', () => {
  expect(readDay('45987')).toEqual({ type: 'serial', day: '2025-11-26' });
  expect(readDay('45987.58')).toEqual({ type: 'serial', day: '2025-11-26' });
  expect(readDay('12345')).toBeUndefined();
});

test.each<readonly [readonly string[], ColumnOrder]>([
  [['2026-11-26', '03/04/2026'], undefined],
  [['03/04/2026', '26/11/2026', '01/02/2026'], 'dmy'],
  [['03/04/2026', '11/26/2026'], 'mdy'],
  [['26/11/2026', '11/26/2026', '26/11/2026'], 'mixed'],
])('a column of %j has the order %s', (texts, order) => {
  const found = texts.reduce<ColumnOrder>((before, text) => {
    const written = readDay(text);
    return written ? orderOf(written, before) : before;
  }, undefined);
  expect(found).toBe(order);
});

test('whatever is written, what is read is a day of the calendar', () => {
  assert(
    property(string({ unit: constantFrom(...'0123456789/-. :Tnovfeb年月日') }), (text) => {
      const written = readDay(text);
      const days = written === undefined ? [] : 'days' in written ? Object.values(written.days) : [written.day];
      expect(days.filter((day) => !isDay(day))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('every day in every order reads back as itself', () => {
  const days = date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  assert(
    property(days, constantFrom('dmy', 'mdy'), (at, order) => {
      const day = at.toISOString().slice(0, 10);
      const [year, month, date] = day.split('-');
      const written = readDay(order === 'dmy' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`);
      expect(written && dayInOrder(written, order as 'dmy' | 'mdy')).toBe(day);
    }),
  );
});
