import { createProblem, type Problem, problemAt } from '../problem.js';
import type { ColumnPlan } from '../table/columns.js';
import type { BatchRow } from '../table/row.js';

/** How the place begins where `--rejects` says that a row's shape is wrong: there is no column to name. */
const SHAPE = 'character ';

export function shapePlace(column: number): string {
  return `${SHAPE}${column}`;
}

/** Which of the columns of rejects holds the place. */
const PLACE = 1;

/**
 * Finds rows that are no rows of the table: damaged, or with other cells than the header. Cells that a row lacks at its
 * end are blank, unless it was torn: a line end inside a cell leaves two rows that have together one cell too many.
 *
 * @param row where it was asked about, how many rows came before it
 */
export function createShapeCheck({ count, named, rejectColumns }: ColumnPlan) {
  let tornAt = Number.NEGATIVE_INFINITY;
  const isTorn = (row: BatchRow, at: number): boolean => {
    // What an earlier run told, it tells again: its neighbours are gone.
    if (rejectColumns > PLACE) return row.text(PLACE).startsWith(SHAPE) || row.count <= rejectColumns;
    const next = row.nextCount() ?? 0;
    return (
      tornAt === at - 1 ||
      row.count === 1 ||
      next === 1 ||
      (next < count && row.count + next - 1 >= named && row.count + next - 1 <= count)
    );
  };
  return (row: BatchRow, at: number): Problem | undefined => {
    const { damage } = row;
    if (damage) return { ...problemAt(damage, []), line: damage.line, column: damage.column };
    let last = row.count;
    // Delimiters at the end of a row hold nothing.
    while (last > count && row.code(last - 1) === 0) last -= 1;
    if (last === count || (last >= named && last < count)) return undefined;
    if (last < named && !isTorn(row, at)) return undefined;
    if (last < named) tornAt = at;
    // As they are counted without the reasons of an earlier run.
    const cells = Math.max(0, row.count - rejectColumns);
    const problem = createProblem('ragged-row', { cells, headers: named - rejectColumns }, []);
    return { ...problem, ...row.place(Math.min(row.count, count)) };
  };
}
