import type { SceneLine } from '../../core/board/scene.js';
import { say, type TerminalText } from '../../core/text/safe-text.js';
import { spaces, widthOf } from '../text/text.js';
import { cut, safeText, type Theme } from './look.js';

/** The line as it is drawn, and where in it the cursor stands. */
export interface TypedLine {
  readonly lines: readonly TerminalText[];
  readonly row: number;
  readonly column: number;
}

/** So many cells behind the cursor stay in sight where a line is longer than its row. */
const AFTER = 8;
/** Below this width the label is its number. */
const LONG_LABEL = 72;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The line that is typed on, in at most `rows` rows: those around the cursor where it is longer. */
export function typedLine(
  line: SceneLine,
  theme: Theme,
  { columns, rows }: { columns: number; rows: number },
): TypedLine {
  const { glyphs, style } = theme;
  const most = Math.floor(columns / 2);
  const name = cut(safeText(columns < LONG_LABEL ? line.shortLabel : line.label, theme), most - 3, theme);
  const indent = widthOf(name) + widthOf(glyphs.prompt) + 2;
  // One cell stays free for the cursor at the end of a row.
  const room = Math.max(2, columns - indent - 1);
  const look = { theme, room, isHidden: line.isHidden };
  const near = nearCursor(line, room * (rows + 1) * 4);
  const whole = fold(near, look);
  // Longer than its one row, the line is moved sideways; longer than several, by rows.
  const isMoved = rows === 1 && whole.row > 0;
  const behind = Math.min(AFTER, Math.floor(room / 3), near.after.length);
  const { texts, row, column } = isMoved
    ? fold({ ...near, before: endOf(near.before, look, room - behind) }, look)
    : whole;
  const from = Math.min(Math.max(0, row - rows + 1), Math.max(0, texts.length - rows));
  const shown = texts.slice(from, from + rows);
  const isCut = near.isCut || isMoved || from > 0;
  const label = say`${name} ${isCut ? glyphs.ellipsis.slice(0, widthOf(glyphs.prompt)) : glyphs.prompt} `;
  return {
    lines: shown.map((text, at) => say`${at === 0 ? style.strong(label) : spaces(indent)}${text}`),
    row: row - from,
    column: Math.min(columns - 1, indent + column),
  };
}

/** The part of a long line that could be on the screen: somebody may have pasted a book. */
function nearCursor({ text, cursor }: SceneLine, reach: number) {
  const from = Math.max(0, cursor - reach);
  return { before: text.slice(from, cursor), after: text.slice(cursor, cursor + reach), isCut: from > 0 };
}

interface Look {
  readonly theme: Theme;
  /** Cells in a row. */
  readonly room: number;
  readonly isHidden: boolean;
}

/** As much of the end of a text as fits into so many cells. */
function endOf(text: string, { theme, isHidden }: Look, cells: number): string {
  const segments = [...segmenter.segment(text)];
  let width = 0;
  let at = segments.length;
  while (at > 0) {
    const sign = isHidden ? theme.glyphs.dot : signOf(segments[at - 1]?.segment ?? '', theme);
    width += widthOf(sign);
    if (width > cells) break;
    at -= 1;
  }
  return text.slice(segments[at]?.index ?? text.length);
}

interface Folded {
  readonly texts: readonly TerminalText[];
  readonly row: number;
  readonly column: number;
}

/** Characters folded into rows of `room` cells, as a terminal would. */
function fold({ before, after }: { before: string; after: string }, { theme, room, isHidden }: Look): Folded {
  const texts: TerminalText[] = [];
  let now = say``;
  let width = 0;
  const put = (text: string) => {
    for (const { segment } of segmenter.segment(text)) {
      const sign = isHidden ? theme.glyphs.dot : signOf(segment, theme);
      const cells = widthOf(sign);
      if (width + cells > room) {
        texts.push(now);
        now = say``;
        width = 0;
      }
      now = say`${now}${sign}`;
      width += cells;
    }
  };
  put(before);
  const place = { row: texts.length, column: width };
  put(after);
  return { texts: [...texts, now], ...place };
}

function signOf(segment: string, theme: Theme): TerminalText {
  if (/^[\r\n]+$/.test(segment)) return theme.glyphs.lineBreak;
  return /^\s$/.test(segment) ? say` ` : safeText(segment, theme);
}
