import type { About, ProblemCode } from '../../problem-words.js';
import { type ColumnOrder, dayInOrder, readDay } from '../../text/read-day.js';
import { badCell, type Cell } from './cell.js';
import { cellWords, isNotApplicable, isNothing, plainCell } from './cell-text.js';

interface Context {
  /** How days and months are ordered here, where that is known. */
  readonly order?: ColumnOrder;
  /** The day on which it is read, `2026-11-26`: no interview was held later. Absent: not looked at. */
  readonly today?: string;
  readonly where: 'table' | 'answers';
}

/** What is written where a date is not known yet. */
const NO_DATE: ReadonlySet<string> = new Set(['unknown', 'tbd']);

/** The day on which an interview was held, `2026-11-26`; `undefined` for a blank cell. What may be two days is neither. */
export function parseDate(text: string, { order, today, where }: Context): Cell<string | undefined> {
  const words = cellWords(plainCell(text));
  if (isNothing(words) || isNotApplicable(words) || NO_DATE.has(words)) return { ok: true, value: undefined };
  const cell = text.trim();
  const bad = <Code extends ProblemCode>(code: Code, about: About<Code>) => badCell(code, about, { cell: text });
  const written = readDay(plainCell(text));
  if (written === undefined) return bad('not-a-date', { cell });
  if (written.type === 'serial') return bad('spreadsheet-date', { cell, day: written.day });
  const day = dayInOrder(written, order);
  if (day === undefined) {
    const { dmy, mdy } = written.type === 'numbers' ? written.days : {};
    if (dmy === undefined || mdy === undefined) return bad('not-a-date', { cell, order });
    return bad('ambiguous-date', { cell, dmy, mdy, isMixed: order === 'mixed', where });
  }
  return today !== undefined && day > today ? bad('future-date', { day, today }) : { ok: true, value: day };
}
