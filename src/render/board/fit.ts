import { say, type TerminalText } from '../../core/text/safe-text.js';
import { spaces, widthOf, wrap } from '../text/text.js';
import { cut, sayLines, type Theme } from './look.js';

/** Rows that are given away by rank: who asks first gets them. */
export interface Room {
  readonly left: number;
  /** The lines, if all of them fit; else none. */
  whole(lines: readonly TerminalText[]): readonly TerminalText[];
  /** As many of the lines as fit, the last with `…` where some are missing. */
  some(lines: readonly TerminalText[]): readonly TerminalText[];
}

export function createRoom(rows: number, { columns, theme }: { columns: number; theme: Theme }): Room {
  let left = Math.max(0, rows);
  const give = (lines: readonly TerminalText[]) => {
    left -= lines.length;
    return lines;
  };
  return {
    get left() {
      return left;
    },
    whole: (lines) => (lines.length > left ? [] : give(lines)),
    some: (lines) => give(shorten(lines, left, { columns, theme })),
  };
}

/** The first lines, the last of them with `…` where some are missing. */
export function shorten(
  lines: readonly TerminalText[],
  rows: number,
  { columns, theme }: { columns: number; theme: Theme },
): readonly TerminalText[] {
  if (lines.length <= rows) return lines;
  const kept = lines.slice(0, Math.max(0, rows));
  const last = kept.pop();
  if (last === undefined) return [];
  const { ellipsis } = theme.glyphs;
  const isRoomy = widthOf(last) + widthOf(ellipsis) <= columns;
  return [...kept, isRoomy ? say`${last}${ellipsis}` : cut(say`${last}${spaces(columns)}`, columns, theme)];
}

/** A text behind a label, hanging, in lines that all fit; where the label leaves no room, below it. */
export function told(
  label: TerminalText,
  text: string,
  { columns, theme }: { columns: number; theme: Theme },
): readonly TerminalText[] {
  // No terminal shows more of one text, and somebody may have pasted a book.
  const safe = sayLines(text.length > LONGEST ? text.slice(0, LONGEST) : text, theme);
  const indent = widthOf(label);
  if (indent > columns / 2) return wrap(say`${label}${safe}`, columns).map((line) => cut(line, columns, theme));
  return wrap(safe, columns - indent).map((line, at) =>
    cut(say`${at === 0 ? label : spaces(indent)}${line}`, columns, theme),
  );
}

const LONGEST = 20_000;

/** What a longer text shows of itself, and how far it can be scrolled. */
export interface Pane {
  readonly lines: readonly TerminalText[];
  readonly scroll: Scroll;
}

/** In lines: where the pane stands, where it stands at its end, how far one page goes. */
export interface Scroll {
  readonly offset: number;
  readonly last: number;
  readonly page: number;
}

/** A part of a longer text; its last line says how much follows. */
export function pane(
  lines: readonly TerminalText[],
  offset: number,
  { rows, columns, theme }: { rows: number; columns: number; theme: Theme },
): Pane {
  if (lines.length <= rows) return { lines, scroll: { offset: 0, last: 0, page: rows } };
  const room = Math.max(1, rows - 1);
  const last = lines.length - room;
  const from = Math.min(Math.max(0, offset), last);
  const part = lines.slice(from, from + room);
  const more = last - from;
  const words = more > 0 ? say`${more} more ${more === 1 ? 'line' : 'lines'}: PgDn` : say`the end: PgUp`;
  const foot = theme.style.dim(cut(say`${theme.glyphs.ellipsis} ${words}`, columns, theme));
  return { lines: rows > 1 ? [...part, foot] : part, scroll: { offset: from, last, page: room } };
}
