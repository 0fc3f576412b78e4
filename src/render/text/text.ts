import truncatedWidth from 'fast-string-truncated-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { type Sayable, say, type TerminalText } from '../../core/text/safe-text.js';
import { wrapPlain } from './wrap-plain.js';

/**
 * Text whose characters take one cell each: ASCII and the bars of a profile. Most text is such, and needs no tables of
 * Unicode.
 */
const PLAIN = /^[ -~…·–—‘’“”✎⚑›●∙⏎✔▁-█]*$/;

/** The same on several lines. */
const PLAIN_LINES = new RegExp(PLAIN.source.replace('[', '[\\n'));

/** How many cells the text takes on a terminal: CJK and emoji take two each. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : truncatedWidth(text).width;
}

let segmenter: Intl.Segmenter | undefined;

/** Characters as people see them. The segmenter is made when it is first needed: it costs more than most runs. */
function charactersOf(text: TerminalText): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** The text in at most `cells` cells, ending in `…` where something was cut. */
export function truncate(text: TerminalText, cells: number, ellipsis = say`…`): TerminalText {
  if (cells <= 0) return say``;
  const isPlain = PLAIN.test(text);
  if ((isPlain ? text.length : widthOf(text)) <= cells) return text;
  const end = widthOf(ellipsis) < cells ? ellipsis : say``;
  if (isPlain) return say`${text.slice(0, cells - widthOf(end))}${end}`;
  let kept = say``;
  for (const { segment } of charactersOf(text)) {
    const more = say`${kept}${segment as TerminalText}`;
    if (widthOf(say`${more}${end}`) > cells) break;
    kept = more;
  }
  return say`${kept}${end}`;
}

export function spaces(cells: number): TerminalText {
  return say` `.repeat(Math.max(0, cells));
}

export function padEnd(text: TerminalText, cells: number): TerminalText {
  return say`${text}${spaces(cells - widthOf(text))}`;
}

export function padStart(text: TerminalText, cells: number): TerminalText {
  return say`${spaces(cells - widthOf(text))}${text}`;
}

/** Words wrapped to lines of at most `cells` cells; a longer word is cut. */
export function wrap(text: TerminalText, cells: number): readonly TerminalText[] {
  const width = Math.max(1, cells);
  if (PLAIN_LINES.test(text)) return wrapPlain(text, width) as readonly TerminalText[];
  return wrapAnsi(text, width, { hard: true, trim: true }).split('\n') as TerminalText[];
}

/** A hanging paragraph: `first` before its first line, as many spaces before the others. */
export function hang(first: TerminalText, text: TerminalText, cells: number): readonly TerminalText[] {
  const indent = widthOf(first);
  return wrap(text, cells - indent).map((line, at) => say`${at === 0 ? first : spaces(indent)}${line}`);
}

/** `1 note`, `2 notes`. */
export function count<const One extends string, const Many extends string>(
  number: number,
  one: One & Sayable<One>,
  many?: Many & Sayable<Many>,
): TerminalText {
  return `${number} ${number === 1 ? one : (many ?? `${one}s`)}` as TerminalText;
}
