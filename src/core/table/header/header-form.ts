import { INVISIBLE } from '../../person/name.js';

/**
 * A header in the form in which headers are compared: case, width, white space, hyphens, underscores and signs that
 * nobody sees do not matter, and `&` is "and".
 */
export function normaliseHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[’‘]/g, "'")
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** Brackets that say what a column holds, as against how it is to be filled in. */
const KEPT = /^(?:greenhouse|lever|evidence|notes?|comments?)$/;
/** What stands in brackets, the innermost first. */
const BRACKETS = /\(([^()]*)\)|\[([^[\]]*)\]|\{([^{}]*)\}|<([^<>]*)>/g;
/** `3.`, `Q3:`, `Q3_1`, `(3)`, `#3`, `b)`, `Question 3 -`: only where something follows. */
const NUMBERING =
  /^(?:(?:q|qu|nr|no|item|question|criterion|section|part|#)[ .]*\d{1,3}(?:[ .]\d{1,3})*[a-z]?(?:[ .:)|/]|$)|\d{1,3}(?:\.\d{1,3})*[a-z]?(?:\.? *[:)|/]|\.(?!\d))|\d{1,3}(?:\.\d{1,3})* (?=\p{L})|[a-z][.)](?= )|[ivx]{1,4}[.)])[ .:)|/]*/u;
const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
/** `10 pts`, `/ 5`, `out of 5`, `1 5` (of 1-5), `1 to 5`, `10 %`, `weight 10`, `max. 5`, `| 3415`: at the end. */
const MEASURE = new RegExp(
  `(?:^| |[|/:;,.])(?:${[
    `${NUMBER} ?(?:%|percent|pts?|points?|marks?)`,
    `(?:out )?of ${NUMBER}`,
    `\\/ ?${NUMBER}`,
    `${NUMBER} ?(?:[–—~/…]|\\.{2,}|to) ?${NUMBER}`,
    '\\d+ \\d+',
    '\\d+[.,]\\d+',
    `(?:weight(?:ed|ing)?|worth|max(?:imum)?|points?|scale)\\.? ?[:=]? ?${NUMBER} ?%?(?: ?(?:to|[–—]) ?${NUMBER})?`,
    `[|] ?\\d+`,
    `[x×] ?${NUMBER}`,
  ].join('|')})\\.?$`,
  'u',
);
const PUNCTUATION = /^[\s:;,.?!*|/•·–—"'“”‘’„«»=]+|[\s:;,.?!*|/•·–—"'“”‘’„«»=]+$/gu;

/** At most so much of a header is taken apart: what is longer is text. */
const LONGEST = 1000;

/**
 * A normalised header without what says how to fill the column in: numbering, points, weights, instructions in brackets,
 * punctuation around it. What would leave nothing is left as it is.
 *
 * @example plainHeader('3. system design (10 pts)') // 'system design'
 */
export function plainHeader(header: string): string {
  if (header.length > LONGEST) return header;
  let plain = header;
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = withoutMeasure(withoutPunctuation(withoutBrackets(plain))).replace(NUMBERING, '');
    plain = withoutPunctuation(plain);
    if (plain === '') return before;
  }
  return plain;
}

function withoutBrackets(text: string): string {
  const bare = text.replace(BRACKETS, (whole, ...inner: readonly (string | undefined)[]) =>
    inner.slice(0, 4).some((part) => part !== undefined && KEPT.test(part.trim())) ? whole : ' ',
  );
  return fold(bare) === '' ? text : fold(bare);
}

function withoutMeasure(text: string): string {
  const bare = fold(text.replace(MEASURE, ''));
  return bare === '' ? text : bare;
}

function withoutPunctuation(text: string): string {
  const bare = text.replace(PUNCTUATION, '');
  return bare === '' ? text : bare;
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The words of a text, in the form in which headers are compared. */
export function wordsOf(normalised: string): readonly string[] {
  return normalised.match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? [];
}

/** Scripts that put no spaces between words: there a word is found wherever its signs stand. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Where `part` stands in `text` as whole words: positions from and to, in words or signs; `undefined` where it doesn't. */
export function placeOfWords(text: string, part: string): { readonly from: number; readonly to: number } | undefined {
  if (UNSPACED.test(part)) {
    const from = part.length < 2 ? -1 : text.indexOf(part);
    return from < 0 ? undefined : { from, to: from + part.length };
  }
  const words = wordsOf(text);
  const wanted = wordsOf(part);
  if (wanted.length === 0 || wanted.length > words.length) return undefined;
  for (let from = 0; from + wanted.length <= words.length; from += 1)
    if (wanted.every((word, at) => words[from + at] === word)) return { from, to: from + wanted.length };
  return undefined;
}
