import { escapeMarkdown, markdownList, markdownTable } from '../text/markdown.js';
import type { Block, Document, Section } from './document.js';

/** The document in GitHub's Markdown. */
export function documentMarkdown({ title, sections }: Document): string {
  return [`# ${escapeMarkdown(title)}\n`, ...sections.map(sectionMarkdown)].join('\n');
}

function sectionMarkdown({ title, level, blocks }: Section): string {
  return [`${'#'.repeat(level)} ${escapeMarkdown(title)}\n`, ...blocks.map(blockMarkdown)].join('\n');
}

function blockMarkdown(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `${escapeMarkdown(block.text)}\n`;
    case 'list':
      return `${labelMarkdown(block.label)}${markdownList(block.items.map(escapeMarkdown))}`;
    case 'quote':
      return `${labelMarkdown(block.label)}> ${escapeMarkdown(block.text)}\n`;
    case 'table': {
      const total = block.total.map((cell) => (cell === '' ? '' : `**${escapeMarkdown(cell)}**`));
      return markdownTable(
        block.head.map(escapeMarkdown),
        [...block.rows.map((cells) => cells.map(escapeMarkdown)), total],
        block.right,
      );
    }
    case 'blank':
      return `${escapeMarkdown(block.label)}: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n`;
  }
}

function labelMarkdown(label: string | undefined): string {
  return label === undefined ? '' : `${escapeMarkdown(label)}\n\n`;
}
