import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Glyphs } from '../text/glyphs.js';
import type { Style } from '../text/style.js';
import { spaces, truncate, widthOf } from '../text/text.js';

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

// What joins several characters into one: terminals disagree on how wide the result is.
const JOINED = /\u200d\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}\ufe0f\u20e3]/gu;

/** Text from outside, safe and in the terminal's letters; of a joined emoji its first part, which is as wide everywhere. */
export function safeText(text: string, { glyphs }: Theme): TerminalText {
  return glyphs.spell(clean(text.replace(JOINED, '')));
}

/** Signs of a scene that this terminal's set has its own for: spelt as text, an open one would look like one left out. */
const SIGNS: Readonly<Record<string, 'open' | 'notAssessed' | 'notApplicable'>> = {
  '·': 'open',
  '–': 'notAssessed',
  '∅': 'notApplicable',
};

/** What a dimension or a question got, as one sign. */
export function signOf(mark: string, theme: Theme): TerminalText {
  const sign = SIGNS[mark];
  return sign ? theme.glyphs[sign] : safeText(mark, theme);
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
