import { INVISIBLE } from '../../person/name.js';

/** ½ and its like behind a digit: NFKC would make 31⁄2 of 3½. */
const FRACTION_BEHIND_DIGIT = /(?<=\p{Nd})(?=[\u00bc-\u00be\u2150-\u215e])/gu;

/**
 * A cell's text without what spreadsheets, phones and copying put around it: widths, signs that nobody sees, repeated
 * spaces, `="3"`, `=4`, `'4`. Case stays.
 */
export function plainCell(text: string): string {
  const plain = text
    .replace(FRACTION_BEHIND_DIGIT, ' ')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\u2212/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const [, quoted] = /^=?"([^"]*)"$/.exec(plain) ?? [];
  if (quoted !== undefined) return quoted.trim();
  return plain.replace(/^['\u2018\u2019](?=.)/, '').replace(/^=(?=[-+]?[.\d])/, '');
}

/** Words as they are compared: case, underscores, and hyphens between letters don't matter. */
export function cellWords(plain: string): string {
  return plain
    .toLowerCase()
    .replace(/_|(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * What gradebooks, spreadsheets, data frames and databases write where there is nothing. `n/a` is not among them: it
 * may say that something does not apply.
 */
const NOTHING: ReadonlySet<string> = new Set([
  ...['', '-', '--', '---', '\u2013', '\u2014', '\u2015', '.', '\\n'],
  ...['na', '#n/a', '<na>', '(na)', 'nan', 'nat', 'null', '(null)', 'none', '(none)', 'nil', 'undefined'],
  ...['blank', '(blank)', 'empty', '(empty)'],
]);

/** Whether words (see `cellWords`) say that there is no answer. `?` doesn't: somebody was in doubt. */
export function isNothing(words: string): boolean {
  return NOTHING.has(words);
}

/** Whether words (see `cellWords`) are `n/a`, with its stroke or its points. */
export function isNotApplicable(words: string): boolean {
  return /^n ?(?:\/ ?a|\. ?a)\.?$/.test(words);
}
