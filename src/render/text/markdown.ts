import { clean, jsonText, type MarkdownText, type ShellText } from '../../core/text/safe-text.js';

/** Markdown from `md`. Everything else is escaped: a template can't forget it. */
export class Markdown {
  constructor(readonly text: MarkdownText) {}
}

type Part = string | number | undefined | Markdown | readonly Markdown[];

/**
 * Markdown from a template: strings are escaped, so that they can't begin markup, a table cell, a link or HTML;
 * `undefined` is nothing, lists are joined.
 */
export function md(strings: TemplateStringsArray, ...parts: readonly Part[]): Markdown {
  return new Markdown(strings.map((text, at) => text + textOf(parts[at])).join('') as MarkdownText);
}

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markdown) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return typeof part === 'number' ? String(part) : escapeMarkdown(part);
}

/**
 * Text from outside on one line. What would become a link by itself (`https://…`, `www.…`, an address) is shown as
 * code.
 */
function escapeMarkdown(text: string): string {
  if (PLAIN.test(text)) return text;
  return clean(text)
    .split(' ')
    .map((word) => (isLink(word) ? asCode(word) : escapeWord(word)))
    .join(' ')
    .replace(/^(#{1,6}|[-+=]+)(?=\s|$)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** Words and numbers, in which there is nothing to look for: most cells of long tables. */
const PLAIN = /^(?:[A-Za-z0-9]+(?: [A-Za-z0-9]+)*%?|\d+\.\d+)?$/;

function escapeWord(word: string): string {
  return word.replace(/[\\`*_[\]<>|~]/g, '\\$&').replace(/&(?=#|\w+;)/g, '\\&');
}

/** Whether GitHub would make a link of it; escapes don't keep every renderer from that. */
function isLink(word: string): boolean {
  return /(?:https?|ftp):\/\/|www\./i.test(word) || word.indexOf('.', word.indexOf('@') + 1 || word.length) >= 0;
}

const AROUND = new Set('()[]<>{}"\'.,;:!?*_~');

/** The word as code, the punctuation around it as text. */
function asCode(word: string): string {
  let from = 0;
  let to = word.length;
  while (from < to && AROUND.has(word.charAt(from))) from += 1;
  while (to > from && AROUND.has(word.charAt(to - 1))) to -= 1;
  const pieces = word.slice(from, to).split(/([`|]+)/);
  const inner = pieces.map((piece, at) => (at % 2 === 1 ? escapeWord(piece) : code(piece).text));
  return `${escapeWord(word.slice(0, from))}${inner.join('')}${escapeWord(word.slice(to))}`;
}

/** Text from outside as code, without what would end it. */
export function code(text: string): Markdown {
  const shown = clean(text.replace(/[`|]/g, ''));
  return new Markdown((shown === '' ? '' : `\`${shown}\``) as MarkdownText);
}

/** Lines to be copied to a shell, fenced by more backticks than any of them has in a row. */
export function codeBlock(lines: readonly ShellText[]): Markdown {
  const longest = Math.max(2, ...lines.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return new Markdown(`${fence}sh\n${lines.map((line) => `${line}\n`).join('')}${fence}\n` as MarkdownText);
}

/** Pieces with the same between them. */
export function joinMarkdown(pieces: readonly Markdown[], separator: '' | '; ' | '\n' | '\\\n' = ''): Markdown {
  return new Markdown(pieces.map(({ text }) => text).join(separator) as MarkdownText);
}

/** A GFM table. `right` names the columns with numbers. */
export function markdownTable(
  head: readonly (string | Markdown)[],
  rows: readonly (readonly (string | Markdown)[])[],
  right: readonly number[] = [],
): Markdown {
  const rule = head.map((_cell, at) => (right.includes(at) ? md`---:` : md`---`));
  return joinMarkdown([head, rule, ...rows].map(markdownRow));
}

export function markdownRow(cells: readonly (string | Markdown)[]): Markdown {
  return new Markdown(`| ${cells.map(textOf).join(' | ')} |\n` as MarkdownText);
}

/** Items, one bullet each. */
export function markdownList(items: readonly (string | Markdown)[]): Markdown {
  return joinMarkdown(items.map((item) => md`- ${item}\n`));
}

const HASHES = [md`#`, md`##`, md`###`, md`####`, md`#####`] as const;

/** Where a heading stands: 1 is the document's own. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5;

/** A heading on a line of its own. */
export function markdownHeading(level: HeadingLevel, title: string | Markdown): Markdown {
  return md`${HASHES[level - 1]} ${title}\n`;
}

type Entry = string | number | boolean | readonly string[] | undefined;

/** YAML for the front of a document; strings are always quoted. */
export function frontMatter(entries: Readonly<Record<string, Entry>>): Markdown {
  const lines = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${jsonText(value)}\n`],
  );
  return new Markdown(`---\n${lines.join('')}---\n\n` as MarkdownText);
}
