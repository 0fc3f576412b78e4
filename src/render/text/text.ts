import truncatedWidth from 'fast-string-truncated-width';
import { wrapAnsi } from 'fast-wrap-ansi';

// C0 and C1 controls, and the marks that reorder text: what a name or a note must never do to a terminal.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text from outside, safe on one line of a terminal: white space folded, controls and bidi marks taken out. */
export function clean(text: string): string {
  return text.replace(/\s+/g, ' ').replace(UNSAFE, '').trim();
}

/** `clean` with the line breaks kept. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/\t/g, '  ').replace(UNSAFE, '').trimEnd())
    .join('\n');
}

/**
 * Text whose characters take one cell each: ASCII and the bars of a profile. Most text is such, and needs no tables of
 * Unicode.
 */
const PLAIN = /^[ -~…·–▁-█]*$/;

/** How many cells the text takes on a terminal: CJK and emoji take two each. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : truncatedWidth(text).width;
}

let segmenter: Intl.Segmenter | undefined;

/** Characters as people see them. The segmenter is made when it is first needed: it costs more than most runs. */
function charactersOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** The text in at most `cells` cells, ending in `…` where something was cut. */
export function truncate(text: string, cells: number, ellipsis = '…'): string {
  if (cells <= 0) return '';
  const isPlain = PLAIN.test(text);
  if ((isPlain ? text.length : widthOf(text)) <= cells) return text;
  const end = widthOf(ellipsis) < cells ? ellipsis : '';
  if (isPlain) return text.slice(0, cells - widthOf(end)) + end;
  const kept: string[] = [];
  for (const { segment } of charactersOf(text)) {
    if (widthOf(kept.join('') + segment + end) > cells) break;
    kept.push(segment);
  }
  return kept.join('') + end;
}

export function padEnd(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - widthOf(text)));
}

export function padStart(text: string, cells: number): string {
  return ' '.repeat(Math.max(0, cells - widthOf(text))) + text;
}

/** Words wrapped to lines of at most `cells` cells; a longer word is cut. */
export function wrap(text: string, cells: number): readonly string[] {
  return wrapAnsi(text, Math.max(1, cells), { hard: true, trim: true }).split('\n');
}

/** A hanging paragraph: `first` before its first line, as many spaces before the others. */
export function hang(first: string, text: string, cells: number): readonly string[] {
  const indent = widthOf(first);
  return wrap(text, cells - indent).map((line, at) => (at === 0 ? first : ' '.repeat(indent)) + line);
}

/** `1 note`, `2 notes`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
