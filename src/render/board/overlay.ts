import type { Overlay, OverlayRow } from '../../core/board/scene.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { padEnd, widthOf } from '../text/text.js';
import { told } from './fit.js';
import { cut, type Size, safeText, signOf, type Theme } from './look.js';

/** Rows in two columns need as much. */
const TWO_COLUMNS = 60;

/** All lines of a list; in two columns where it asks for them, if there is room or one takes too many rows. */
export function overlayLines(overlay: Overlay, theme: Theme, { columns, rows }: Size): readonly TerminalText[] {
  const title =
    overlay.title === undefined
      ? []
      : told(say` `, overlay.title, { columns, theme }).map((line) => theme.style.strong(line));
  const groups = grouped(overlay.rows);
  const { isCut = false } = overlay;
  const one = [...title, ...groups.flatMap((group) => single(group, { theme, columns, isCut }))];
  const isNarrow = overlay.columns === 1 || columns < TWO_COLUMNS;
  const isTight = !groups.every((group) => fitsBeside(group, theme, columns));
  if (isNarrow || (isTight && one.length <= rows)) return one;
  return [...title, ...groups.flatMap((group) => double(group, theme, columns))];
}

/** Whether two columns cut nothing off. */
function fitsBeside(rows: readonly OverlayRow[], theme: Theme, columns: number): boolean {
  const width = keyWidth(rows, theme);
  return rows.every(
    (row) => widthOf(say`${labelOf(row, width, theme)}${safeText(row.text, theme)}`) < Math.floor(columns / 2),
  );
}

/** Rows with a mark, such as dimensions, and rows without one, such as commands, stand in blocks of their own. */
function grouped(rows: readonly OverlayRow[]): readonly (readonly OverlayRow[])[] {
  const groups: OverlayRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && (last[0]?.mark === '') === (row.mark === '')) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** A row without a key, such as a heading, begins where keys do. */
function labelOf(row: OverlayRow, width: number, theme: Theme): TerminalText {
  if (row.key === '') return say` `;
  const mark = row.mark === '' ? say`` : say`${signOf(row.mark, theme)} `;
  return say` ${padEnd(safeText(row.key, theme), width)} ${mark}`;
}

function keyWidth(rows: readonly OverlayRow[], theme: Theme): number {
  return Math.max(...rows.map(({ key }) => widthOf(safeText(key, theme))));
}

function single(
  rows: readonly OverlayRow[],
  { theme, columns, isCut }: { theme: Theme; columns: number; isCut: boolean },
): readonly TerminalText[] {
  const width = keyWidth(rows, theme);
  return rows.flatMap((row) => {
    const label = labelOf(row, width, theme);
    return isCut
      ? [cut(say`${label}${safeText(row.text, theme)}`, columns, theme)]
      : told(label, row.text, { columns, theme });
  });
}

function double(rows: readonly OverlayRow[], theme: Theme, columns: number): readonly TerminalText[] {
  const half = Math.ceil(rows.length / 2);
  const room = Math.floor(columns / 2);
  const left = rows.slice(0, half);
  const right = rows.slice(half);
  const cell = (row: OverlayRow, width: number, cells: number) =>
    cut(say`${labelOf(row, width, theme)}${safeText(row.text, theme)}`, cells, theme);
  const [leftWidth, rightWidth] = [keyWidth(left, theme), keyWidth(right, theme)];
  return left.map((row, at) => {
    const beside = right[at];
    const first = cell(row, leftWidth, room - 1);
    return beside ? say`${padEnd(first, room)}${cell(beside, rightWidth, columns - room)}` : first;
  });
}
