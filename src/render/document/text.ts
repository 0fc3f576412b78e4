import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { type Page, prosePage } from '../text/page.js';
import { renderTable } from '../text/table.js';
import { hang, padEnd, widthOf } from '../text/text.js';
import type { Block, Document, Section, Table } from './document.js';

/** The document for a terminal or a plain e-mail. */
export function documentText({ title, sections, layout }: Document, page: Page): TerminalText {
  const prose = prosePage(page);
  const heading = hang(say``, clean(title), prose.width);
  if (layout === 'sheet') {
    return [lines(heading.map(prose.style.title)), ...sections.map((section) => sheetPart(section, prose))].join('');
  }
  const head = [...heading.map(prose.style.title), say`=`.repeat(Math.max(...heading.map(widthOf)))];
  return [lines(head), ...sections.map((section) => sectionText(section, prose))].join('\n');
}

/** A section of a sheet: no line is spent on layout. */
function sheetPart({ title, blocks }: Section, page: Page): TerminalText {
  const heading = title === '' ? [] : hang(say``, clean(title), page.width).map(page.style.strong);
  return [lines(heading), ...blocks.map((block) => blockText(block, page))].join('');
}

function sectionText({ title, level, blocks }: Section, page: Page): TerminalText {
  const heading = hang(say``, clean(title), page.width);
  const widest = Math.max(...heading.map(widthOf));
  const rule = level === 4 ? [] : [(level === 2 ? say`-` : say`.`).repeat(widest)];
  const head = lines([...heading.map(page.style.strong), ...rule]);
  const rest = blocks.map((block) => blockText(block, page)).join('\n');
  if (title === '') return rest;
  // The lowest headings stand right above what they are of.
  return rest === '' || level === 4 ? say`${head}${rest}` : say`${head}\n${rest}`;
}

function blockText(block: Block, page: Page): TerminalText {
  const { width } = page;
  switch (block.type) {
    case 'paragraph':
      return lines(hang(say``, clean(block.text), width));
    case 'list':
      return lines([
        ...labelLines(block.label, width),
        ...block.items.flatMap((item) => hang(say`  - `, clean(item), width)),
      ]);
    case 'terms': {
      const widest = Math.max(...block.items.map(({ term }) => widthOf(clean(term))));
      return lines(
        block.items.flatMap(({ term, text }) => hang(say`  ${padEnd(clean(term), widest)}  `, clean(text), width)),
      );
    }
    case 'quote':
      return lines([...labelLines(block.label, width), ...hang(say`    `, clean(block.text), width)]);
    case 'table':
      return tableText(block, page);
    case 'blank':
      return lines([say`${clean(block.label)}:`, say``, say`_`.repeat(Math.min(40, width))]);
  }
}

function labelLines(label: string | undefined, width: number): readonly TerminalText[] {
  return label === undefined ? [] : hang(say``, clean(label), width);
}

function tableText({ head, rows, total, right }: Table, page: Page): TerminalText {
  const columns = head.map((title, at) => ({
    head: clean(title),
    cell: (row: readonly string[]) => clean(row[at] ?? ''),
    ...(right.includes(at) ? { align: 'right' as const } : { shrinkTo: 12 }),
  }));
  return renderTable(total ? [...rows, total] : rows, columns, page);
}

function lines(texts: readonly TerminalText[]): TerminalText {
  return texts.map((text) => say`${text}\n`).join('');
}
