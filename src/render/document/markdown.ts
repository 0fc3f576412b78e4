import type { MarkdownText } from '../../core/text/safe-text.js';
import {
  type HeadingLevel,
  joinMarkdown,
  type Markdown,
  markdownHeading,
  markdownList,
  markdownTable,
  md,
} from '../text/markdown.js';
import type { Block, Document, Section } from './document.js';

/** The document in GitHub's Markdown. */
export function documentMarkdown(document: Document): MarkdownText {
  return markdownAt(document, 0);
}

/** The document as a part of another: one level below its heading. */
export function documentPartMarkdown(document: Document): MarkdownText {
  return markdownAt(document, 1);
}

function markdownAt({ title, sections }: Document, below: 0 | 1): MarkdownText {
  const heading = markdownHeading(below === 0 ? 1 : 2, title);
  return joinMarkdown([heading, ...sections.map((section) => sectionMarkdown(section, below))], '\n').text;
}

function sectionMarkdown({ title, level, blocks }: Section, below: 0 | 1): Markdown {
  const heading = title === '' ? [] : [markdownHeading((level + below) as HeadingLevel, title)];
  return joinMarkdown([...heading, ...blocks.map(blockMarkdown)], '\n');
}

function blockMarkdown(block: Block): Markdown {
  switch (block.type) {
    case 'paragraph':
      return md`${block.text}\n`;
    case 'list':
      return md`${labelMarkdown(block.label)}${markdownList(block.items)}`;
    case 'terms':
      // Lists would run into the ones beside them.
      return md`${joinMarkdown(
        block.items.map(({ term, text }) => md`**${term}:** ${text}`),
        '\\\n',
      )}\n`;
    case 'quote':
      return md`${labelMarkdown(block.label)}> ${block.text}\n`;
    case 'table': {
      const total = block.total?.map((cell) => (cell === '' ? '' : md`**${cell}**`));
      return markdownTable(block.head, total ? [...block.rows, total] : block.rows, block.right);
    }
    case 'blank':
      return md`${block.label}: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n`;
  }
}

function labelMarkdown(label: string | undefined): Markdown | undefined {
  return label === undefined ? undefined : md`${label}\n\n`;
}
