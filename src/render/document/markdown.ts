import type { MarkdownText } from '../../core/text/safe-text.js';
import { joinMarkdown, type Markdown, markdownList, markdownTable, md } from '../text/markdown.js';
import type { Block, Document, Section } from './document.js';

/** The document in GitHub's Markdown. */
export function documentMarkdown({ title, sections }: Document): MarkdownText {
  return joinMarkdown([md`# ${title}\n`, ...sections.map(sectionMarkdown)], '\n').text;
}

const HASHES = [md`#`, md`##`, md`###`, md`####`] as const;

function sectionMarkdown({ title, level, blocks }: Section): Markdown {
  const heading = title === '' ? [] : [md`${HASHES[level - 1]} ${title}\n`];
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
