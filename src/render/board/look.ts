import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Glyphs } from '../text/glyphs.js';
import type { Style } from '../text/style.js';
import { hang, spaces, truncate, widthOf, wrap } from '../text/text.js';

/** How the board looks on one terminal. */
export interface Theme {
  readonly glyphs: Glyphs;
  readonly style: Style;
}

/** Cells across, lines down. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Some lines of the body: when rows are short, every block gets its `least` by rank, then the rest by rank in turn. */
export interface Block {
  readonly lines: readonly TerminalText[];
  /** The rows without which the block says nothing. */
  readonly least: number;
  /** Which block gets its rows first: 1 before 2. */
  readonly rank: number;
  /** Colours a line once it is cut. */
  readonly paint?: (line: TerminalText, at: number) => TerminalText;
}

// What joins several characters into one: terminals disagree on how wide the result is.
const JOINED = /\u200d\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}\ufe0f\u20e3]/gu;

/** Text from outside, safe and in the terminal's letters; of a joined emoji its first part, which is as wide everywhere. */
export function safeText(text: string, { glyphs }: Theme): TerminalText {
  return glyphs.spell(clean(text.replace(JOINED, '')));
}

/** `safeText` with its line breaks shown. */
export function sayLines(text: string, theme: Theme): TerminalText {
  return text
    .split('\n')
    .map((line) => safeText(line, theme))
    .filter(Boolean)
    .join(theme.glyphs.lineBreak);
}

export function cut(text: TerminalText, cells: number, { glyphs }: Theme): TerminalText {
  return truncate(text, cells, glyphs.ellipsis);
}

/** Text beside a label, hanging; or below it, where the label takes most of the line. */
export function paragraph(label: TerminalText, text: TerminalText, columns: number): readonly TerminalText[] {
  return widthOf(label) > columns / 2 ? wrap(say`${label}${text}`, columns) : hang(label, text, columns);
}

/** Two texts at the ends of one line: the right one stays whole, the left one is cut. */
export function spread(
  left: TerminalText,
  right: TerminalText,
  { columns, theme }: { columns: number; theme: Theme },
): TerminalText {
  const room = columns - widthOf(right) - 1;
  if (right === '' || room < 8) return cut(left, columns, theme);
  const kept = cut(left, room, theme);
  return say`${kept}${spaces(columns - widthOf(kept) - widthOf(right))}${right}`;
}

/** The blocks in at most `size.rows` lines, each line in at most `size.columns` cells. */
export function stack(blocks: readonly Block[], { rows, columns }: Size, theme: Theme): readonly TerminalText[] {
  const order = blocks.map((_block, at) => at).sort((a, b) => rankOf(blocks, a) - rankOf(blocks, b));
  const given = blocks.map(() => 0);
  let left = rows;
  for (const at of order) {
    const block = blocks[at];
    const least = Math.min(block?.least ?? 0, block?.lines.length ?? 0);
    if (least > left) continue;
    given[at] = least;
    left -= least;
  }
  left = handOut(blocks, given, { order, left });
  return blocks.flatMap((block, at) => shown(block, given[at] ?? 0, { columns, theme }));
}

function rankOf(blocks: readonly Block[], at: number): number {
  return blocks[at]?.rank ?? 0;
}

/** Hands out the rows that are left, one at a time among blocks of one rank, the next rank when those are full. */
function handOut(
  blocks: readonly Block[],
  given: number[],
  { order, left }: { order: readonly number[]; left: number },
): number {
  const isFull = (at: number) => (given[at] ?? 0) >= (blocks[at]?.lines.length ?? 0);
  let rest = left;
  while (rest > 0) {
    const next = order.find((at) => !isFull(at));
    if (next === undefined) return rest;
    const rank = rankOf(blocks, next);
    for (const at of order) {
      if (rest === 0) return 0;
      if (isFull(at) || rankOf(blocks, at) !== rank) continue;
      given[at] = (given[at] ?? 0) + 1;
      rest -= 1;
    }
  }
  return rest;
}

function shown(
  block: Block,
  rows: number,
  { columns, theme }: { columns: number; theme: Theme },
): readonly TerminalText[] {
  const { ellipsis } = theme.glyphs;
  const lines = block.lines.slice(0, rows).map((line, at) => {
    const isCutHere = at === rows - 1 && rows < block.lines.length;
    if (!isCutHere) return cut(line, columns, theme);
    return widthOf(line) + widthOf(ellipsis) <= columns
      ? say`${line}${ellipsis}`
      : cut(say`${line}${spaces(widthOf(ellipsis))}`, columns, theme);
  });
  return block.paint ? lines.map(block.paint) : lines;
}

/** A part of a longer text, scrolled by `scroll` lines; its last line says how much is hidden. */
export function pane(
  lines: readonly TerminalText[],
  scroll: number,
  { size, theme }: { size: Size; theme: Theme },
): readonly TerminalText[] {
  const { rows, columns } = size;
  const fitted = lines.map((line) => (widthOf(line) > columns ? cut(line, columns, theme) : line));
  if (fitted.length <= rows) return fitted;
  const room = Math.max(1, rows - 1);
  const from = Math.min(Math.max(0, scroll), fitted.length - room);
  const { up = say``, down = say`` } = theme.glyphs.keys;
  const note = say`${from + 1} to ${from + room} of ${fitted.length} lines; ${up} ${down} scroll`;
  const part = fitted.slice(from, from + room);
  return rows > 1 ? [...part, theme.style.dim(cut(note, columns, theme))] : part;
}
