import { cleanLines } from './text.js';

/** Text from outside on one line of Markdown: nothing in it can begin markup, a table cell or HTML. */
export function escapeMarkdown(text: string): string {
  const folded = cleanLines(text).replace(/\s+/g, ' ').trim();
  return folded
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&(?=#|\w+;)/g, '\\&')
    .replace(/^(#{1,6}|[-+=]+)(?=\s|$)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** A GFM table of cells that are already escaped. `right` names the columns with numbers. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const rule = head.map((_cell, at) => (right.includes(at) ? '---:' : '---'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** Escaped items, one bullet each. */
export function markdownList(items: readonly string[]): string {
  return items.map((item) => `- ${item}\n`).join('');
}

/** A YAML string for front matter, always quoted. */
export function frontMatter(entries: Readonly<Record<string, string | number | undefined>>): string {
  const lines = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}\n`],
  );
  return `---\n${lines.join('')}---\n\n`;
}
