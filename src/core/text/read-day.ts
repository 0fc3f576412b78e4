import { MONTHS } from './date.js';

/** Which comes first where the day and the month are numbers: `dmy` in 26/11/2026, `mdy` in 11/26/2026. */
export const DATE_ORDERS = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What the days of a column tell of their order: nothing, one, or both. */
export type ColumnOrder = DateOrder | 'mixed' | undefined;

/** A day as somebody wrote it. Days are `2026-11-26`. */
export type WrittenDay =
  | { readonly type: 'day'; readonly day: string }
  /** `26/11/2026`: the two readings that are days of the calendar, of which there is at least one. */
  | {
      readonly type: 'numbers';
      readonly days: Readonly<Partial<Record<DateOrder, string>>>;
      /** The order that is meant wherever this separator is used. */
      readonly usual: DateOrder | undefined;
    }
  /** `45987`: how a spreadsheet counts days, and the day that it is where they are counted from 1900. */
  | { readonly type: 'serial'; readonly day: string };

/** A time of day behind a day, with what may follow it: seconds, am or pm, a zone by offset or name. */
const TIME =
  '(?:(?:t|,? ?(?:at )?)(?:[上下]午|오전|오후)? ?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:[.,]\\d+)?(?: ?[ap]\\.? ?m\\.?)?(?: ?[a-z][a-z/_]*)?(?: ?[+-]\\d{1,2}(?::?\\d{2})?)?(?: \\([^)]{0,60}\\))?)?';

const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? )?';
const NTH = '(?:st|nd|rd|th)?';

const YEAR_FIRST = new RegExp(`^(\\d{4}) ?[-/.年] ?(\\d{1,2}) ?[-/.月] ?(\\d{1,2}) ?[日.]?${TIME}$`);
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:t\d{4,6}z?)?$/;
const NUMBERS = new RegExp(`^(\\d{1,2}) ?([-/.]) ?(\\d{1,2}) ?\\2 ?(\\d{4}|\\d{2})${TIME}$`);
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}(\\d{1,2})${NTH}[ .-]{0,2}(?:of )?([a-z]{3,9})\\.?,?[ -]?(\\d{4}|\\d{2})${TIME}$`,
);
const MONTH_FIRST = new RegExp(`^${WEEKDAY}([a-z]{3,9})\\.? ?(\\d{1,2})${NTH},? (\\d{4})${TIME}$`);
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/;

/** The day of which spreadsheets count, in milliseconds; and from 1954 to 2119 what a cell may mean by a number. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const SERIALS = { from: 20_000, to: 80_000 } as const;

/**
 * A day as people, forms and spreadsheets write it, alone or with a time: ISO 8601, `2026/11/26`, `26.11.2026`,
 * `26 Nov 2026`, `Nov 26, 2026`, `11/26/2026`, `11/26/26`. The day of a time is the one that is written, whatever the zone.
 * `undefined` for what is not a day of the calendar.
 */
export function readDay(text: string): WrittenDay | undefined {
  const cell = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  // Nothing that long is a day: no expression sees it.
  if (cell.length > 120) return undefined;
  const [, year, month, day] = YEAR_FIRST.exec(cell) ?? COMPACT.exec(cell) ?? [];
  if (year !== undefined) return dayOrNothing(calendarDay(Number(year), Number(month), Number(day)));
  return numbersDay(cell) ?? namedDay(cell) ?? serialDay(cell);
}

/** The day that is meant where this order is; `undefined` where nothing says which of two, and for a serial number. */
export function dayInOrder(written: WrittenDay, order: ColumnOrder): string | undefined {
  if (written.type !== 'numbers') return written.type === 'day' ? written.day : undefined;
  const { dmy, mdy } = written.days;
  const meant = order === 'mixed' ? undefined : (order ?? written.usual);
  if (meant !== undefined) return written.days[meant];
  return dmy === undefined || mdy === undefined ? (dmy ?? mdy) : undefined;
}

/** The order in which days are written here, as far as a day above 12 tells it; `mixed` where they tell both. */
export function orderOf(written: WrittenDay, before?: ColumnOrder): ColumnOrder {
  if (written.type !== 'numbers') return before;
  const { dmy, mdy } = written.days;
  if (dmy !== undefined && mdy !== undefined) return before;
  const order = dmy === undefined ? 'mdy' : 'dmy';
  return before === undefined || before === order ? order : 'mixed';
}

/** Whether this is a day of the calendar, `2026-11-26`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && calendarDay(Number(year), Number(month), Number(day)) === text;
}

function numbersDay(cell: string): WrittenDay | undefined {
  const [, first, separator, second, year] = NUMBERS.exec(cell) ?? [];
  if (first === undefined) return undefined;
  if (mayBeYearFirst([first, separator, second, year])) return undefined;
  const written = yearOf(year);
  const dmy = calendarDay(written, Number(second), Number(first));
  const mdy = calendarDay(written, Number(first), Number(second));
  if (dmy === mdy) return dayOrNothing(dmy);
  const days = { ...(dmy === undefined ? {} : { dmy }), ...(mdy === undefined ? {} : { mdy }) };
  return { type: 'numbers', days, usual: separator === '.' && dmy !== undefined ? 'dmy' : undefined };
}

function namedDay(cell: string): WrittenDay | undefined {
  const [, day, name, year] = DAY_FIRST.exec(cell) ?? inOrder(MONTH_FIRST.exec(cell)) ?? [];
  if (name === undefined) return undefined;
  const month = 1 + MONTHS.findIndex((one) => one.toLowerCase().startsWith(name));
  return month === 0 ? undefined : dayOrNothing(calendarDay(yearOf(year), month, Number(day)));
}

/** Whether a day of pairs of digits may as well begin with the year, as `25/11/26`; with points it never does. */
function mayBeYearFirst([first, separator, second, year]: readonly (string | undefined)[]): boolean {
  if (year?.length !== 2 || separator === '.' || Number(first) < 20) return false;
  return calendarDay(yearOf(first), Number(second), Number(year)) !== undefined;
}

/** Two digits are of this century: interviews of the last one are not in tables. */
function yearOf(year = ''): number {
  return Number(year) + (year.length === 2 ? 2000 : 0);
}

/** Month, day, year as day, month, year. */
function inOrder(found: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return found ? [found[0], found[2], found[1], found[3]] : undefined;
}

function serialDay(cell: string): WrittenDay | undefined {
  const days = Number(SERIAL.exec(cell)?.[1]);
  if (!(days >= SERIALS.from && days <= SERIALS.to)) return undefined;
  return { type: 'serial', day: new Date(SERIAL_ZERO + days * 86_400_000).toISOString().slice(0, 10) };
}

function dayOrNothing(day: string | undefined): WrittenDay | undefined {
  return day === undefined ? undefined : { type: 'day', day };
}

/** `month` counts from 1. */
function calendarDay(year: number, month: number, day: number): string | undefined {
  const two = (number: number) => String(number).padStart(2, '0');
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}
