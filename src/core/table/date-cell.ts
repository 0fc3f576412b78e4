import { type ColumnOrder, dayInOrder, readDay } from '../text/read-day.js';
import { badCell, type Cell } from './cells.js';

interface Context {
  /** How days and months are ordered here, where that is known. */
  readonly order?: ColumnOrder;
  /** The day on which it is read, `2026-11-26`: no interview was held later. Absent: not looked at. */
  readonly today?: string;
  readonly where: 'table' | 'answers';
}

/** What is written where no date is known. */
const NO_DATE = /^(?:n\/?a|#n\/a|none|null|nan|nat|unknown|tbd|[-–—])?$/i;

/** The day on which an interview was held, `2026-11-26`; `undefined` for a blank cell. What may be two days is neither. */
export function parseDate(text: string, { order, today, where }: Context): Cell<string | undefined> {
  const cell = text.trim();
  if (NO_DATE.test(cell)) return { ok: true, value: undefined };
  const written = readDay(cell);
  if (written === undefined) return badCell('not-a-date', { cell });
  if (written.type === 'serial') return badCell('spreadsheet-date', { cell, day: written.day });
  const day = dayInOrder(written, order);
  if (day === undefined) {
    const { dmy, mdy } = written.type === 'numbers' ? written.days : {};
    if (dmy === undefined || mdy === undefined) return badCell('not-a-date', { cell, order });
    return badCell('ambiguous-date', { cell, dmy, mdy, isMixed: order === 'mixed', where });
  }
  return today !== undefined && day > today ? badCell('future-date', { day, today }) : { ok: true, value: day };
}
