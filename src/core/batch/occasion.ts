import { createMistake, type Mistake } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import { isRated, type Rating } from '../rubric/scale.js';
import type { Cell, CellMistake } from '../table/cells/cell.js';
import { parseDate } from '../table/cells/date-cell.js';
import type { FlagCell } from '../table/cells/flag-cell.js';
import { parseSession } from '../table/cells/session-cell.js';
import { type Values, withValues } from '../table/cells/values.js';
import type { ColumnPlan } from '../table/columns.js';
import type { BatchRow } from '../table/row.js';
import type { ColumnOrder } from '../text/read-day.js';
import { partOf } from './session-part.js';

/** When an interview was held, and which part of the plan it was. */
export interface Occasion {
  /** The day, `2026-11-26`; `undefined` where nothing says it. */
  held: string | undefined;
  /** The id of a session of the rubric's plan; `undefined`: all of it. */
  session: string | undefined;
}

/** What is known of the occasion of every row. */
export interface OccasionOptions {
  /** Of rows that name no day, and no session. */
  readonly held?: string | undefined;
  readonly session?: string | undefined;
  /** How the days of the column are written, where that is known. */
  readonly order?: ColumnOrder;
  readonly today: string;
}

interface Telling {
  /** What was said of texts in cells. */
  readonly values: Values;
  /** A cell that can't be read, and that its row can do without. */
  lose(mistake: CellMistake, row: BatchRow, column: number): void;
  /** What its row can't be scored with. */
  refuse(mistake: Mistake | CellMistake, row: BatchRow, column: number): void;
}

interface Read extends Occasion {
  ratings: Rating[];
  flags: readonly FlagCell[];
}

/**
 * Reads when the interview of a row was held, and in which session: of that one its dimensions alone are rated, and what
 * is rated or flagged beside them costs the row, since it would be lost.
 */
export function createOccasionReader(rubric: Rubric, plan: ColumnPlan, options: OccasionOptions & Telling) {
  const { order, today, values, lose, refuse } = options;
  const reader = <T>(column: number | undefined, parse: (text: string) => Cell<T>) => {
    const header = column === undefined ? undefined : plan.headers[column];
    return header === undefined
      ? parse
      : withValues(
          parse,
          values.for(header, (meaning) => parse(meaning).ok),
        );
  };
  const parseDay = reader(plan.date, (text) => parseDate(text, { order, today, where: 'table' }));
  const parsePart = reader(plan.session, (text) => parseSession(text, rubric));
  const dayIn = (row: BatchRow, column: number): string | undefined => {
    const cell = parseDay(row.text(column));
    if (cell.ok) return cell.value;
    lose(cell, row, column);
    return undefined;
  };
  const sessionIn = (row: BatchRow, column: number): string | undefined => {
    const cell = parsePart(row.text(column));
    if (cell.ok) return cell.value;
    refuse(cell, row, column);
    return undefined;
  };
  return (row: BatchRow, read: Read): void => {
    const { date, session } = plan;
    read.held = (date === undefined || row.isBlank(date) ? undefined : dayIn(row, date)) ?? options.held;
    const named = session === undefined || row.isBlank(session) ? undefined : sessionIn(row, session);
    read.session = named ?? options.session;
    if (read.session !== undefined) keepTo(read.session, row, read);
  };

  function keepTo(session: string, row: BatchRow, { ratings, flags }: Read): void {
    const { positions, rubric: part } = partOf(rubric, session);
    rubric.dimensions.forEach(({ id }, at) => {
      const rating = ratings[at];
      if (positions.includes(at) || rating === undefined) return;
      const about = { session, id, what: 'dimension' } as const;
      if (isRated(rating)) refuse(createMistake('outside-session', about), row, plan.ratings[at]?.column ?? 0);
      ratings[at] = 'not-assessed';
    });
    for (const { id } of flags) {
      if (part.redFlags.some((flag) => flag.id === id)) continue;
      const column = plan.flag[rubric.redFlags.findIndex((flag) => flag.id === id)] ?? plan.flags ?? 0;
      refuse(createMistake('outside-session', { session, id, what: 'flag' }), row, column);
    }
  }
}
