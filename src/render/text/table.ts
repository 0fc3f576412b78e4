import CliTable from 'cli-table3';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import type { Page } from './page.js';
import { plainStyle } from './style.js';
import { padEnd, padStart, truncate, widthOf } from './text.js';

export interface Column<Row> {
  readonly head: TerminalText;
  /** The cell's text, cleaned and without colours. */
  readonly cell: (row: Row) => TerminalText;
  readonly align?: 'right' | undefined;
  /** Left out first where the terminal is narrow: the highest number goes first; without one it stays. */
  readonly drop?: number | undefined;
  /** The cells to which the column may shrink; without it, it does not shrink. */
  readonly shrinkTo?: number | undefined;
  /** Colours the cell once it has its width. */
  readonly paint?: ((cell: TerminalText, row: Row) => TerminalText) | undefined;
}

interface Fitted<Row> {
  readonly column: Column<Row>;
  readonly cells: readonly TerminalText[];
  /** The cells that the widest text of the column needs. */
  readonly natural: number;
  width: number;
}

/** The cells between two columns. */
const BETWEEN = '  ';
const GAP = BETWEEN.length;

/**
 * cli-table3 takes quadratic time, and longer to load than a short command runs: above this many rows, and where
 * there are no colours (a pipe, a file), the same layout is written without it.
 */
const TABLE_ROWS = 200;

/**
 * Rows under their heads, without borders, fitted to `width` cells: columns are dropped by priority, then cut with
 * `…`.
 */
export function renderTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[], page: Page): TerminalText {
  return fitTable(rows, columns, page).text;
}

/** The same, with the columns that had room, for whoever explains them below it. */
export function fitTable<Row, Fit extends Column<Row>>(
  rows: readonly Row[],
  columns: readonly Fit[],
  { width, style }: Page,
): { readonly text: TerminalText; readonly columns: readonly Fit[] } {
  const fitted = fitColumns(rows, columns, width);
  const head = fitted.map(({ column, width }) => style.strong(align(column, truncate(column.head, width), width)));
  const body = rows.map((row, at) =>
    fitted.map(({ column, cells, width }) => {
      const cell = align(column, truncate(cells[at] ?? say``, width), width);
      return column.paint ? column.paint(cell, row) : cell;
    }),
  );
  const isPlain = style === plainStyle || rows.length > TABLE_ROWS;
  const lines = isPlain ? padded([head, ...body]) : tabled([head, ...body]);
  const text = lines.map((line) => say`${line.trimEnd()}\n`).join('');
  return { text, columns: columns.filter((column) => fitted.some((entry) => entry.column === column)) };
}

/**
 * The layout of `renderTable` for rows that come one at a time: widths are those that fit `sample`, and the room that
 * is left goes to the first column that may shrink. Later texts are cut to them; numbers never are.
 */
export function createRowLayout<Row>(
  sample: readonly Row[],
  columns: readonly Column<Row>[],
  { width, style }: Page,
): { readonly head: TerminalText; readonly line: (row: Row) => TerminalText } {
  const fitted = fitColumns(sample, columns, width);
  const spare = width - fitted.reduce((sum, column) => sum + column.width + GAP, -GAP);
  const growing = fitted.find(({ column }) => column.shrinkTo !== undefined);
  if (growing) growing.width += Math.max(0, spare);
  const join = (cells: readonly TerminalText[]) => say`${cells.join(BETWEEN).trimEnd()}\n`;
  return {
    head: join(fitted.map(({ column, width }) => style.strong(align(column, truncate(column.head, width), width)))),
    line: (row) =>
      join(
        fitted.map(({ column, width }) => {
          const text = column.cell(row);
          const cell = align(column, column.align === 'right' ? text : truncate(text, width), width);
          return column.paint ? column.paint(cell, row) : cell;
        }),
      ),
  };
}

function fitColumns<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width: number): readonly Fitted<Row>[] {
  let fitted: Fitted<Row>[] = columns.map((column) => {
    const cells = rows.map(column.cell);
    const natural = cells.reduce((most, cell) => Math.max(most, widthOf(cell)), widthOf(column.head));
    return { column, cells, natural, width: natural };
  });
  const over = () => fitted.reduce((sum, { width }) => sum + width + GAP, -GAP) - width;
  // What can shrink gives way first, down to a readable width; then columns go; then the rest is cut.
  shrink(fitted, over);
  while (over() > 0) {
    const droppable = fitted.filter(({ column }) => column.drop !== undefined);
    const last = droppable.sort((a, b) => (b.column.drop ?? 0) - (a.column.drop ?? 0))[0];
    if (!last) break;
    fitted = fitted.filter((entry) => entry !== last);
    for (const entry of fitted) entry.width = entry.natural;
    shrink(fitted, over);
  }
  const widest = [...fitted].sort((a, b) => b.width - a.width)[0];
  if (over() > 0 && widest) widest.width = Math.max(1, widest.width - over());
  return fitted;
}

function shrink<Row>(fitted: readonly Fitted<Row>[], over: () => number): void {
  while (over() > 0) {
    const room = fitted.filter(({ column, width }) => column.shrinkTo !== undefined && width > column.shrinkTo);
    const widest = room.sort((a, b) => b.width - a.width)[0];
    if (!widest) return;
    const next = room[1]?.width ?? 0;
    const step = Math.min(over(), Math.max(1, widest.width - next), widest.width - (widest.column.shrinkTo ?? 1));
    widest.width -= step;
  }
}

function align<Row>(column: Column<Row>, cell: TerminalText, width: number): TerminalText {
  return column.align === 'right' ? padStart(cell, width) : padEnd(cell, width);
}

function padded(rows: readonly (readonly TerminalText[])[]): readonly TerminalText[] {
  return rows.map((cells) => cells.join(BETWEEN));
}

function tabled(rows: readonly (readonly TerminalText[])[]): readonly TerminalText[] {
  const none = { top: say``, 'top-mid': say``, 'top-left': say``, 'top-right': say`` };
  const bottom = { bottom: say``, 'bottom-mid': say``, 'bottom-left': say``, 'bottom-right': say`` };
  const inner = { left: say``, 'left-mid': say``, mid: say``, 'mid-mid': say``, right: say``, 'right-mid': say`` };
  const table = new CliTable({
    chars: { ...none, ...bottom, ...inner, middle: BETWEEN },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...rows.map((cells) => [...cells]));
  // It puts nothing but spaces between safe cells.
  return table.toString().split('\n') as TerminalText[];
}
