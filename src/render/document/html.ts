import { sha256Base64 } from '../../core/scorecard/digest.js';
import type { HtmlText } from '../../core/text/safe-text.js';
import { headingHtml, html, htmlPage, type SafeHtml } from '../text/html.js';
import { widthOf } from '../text/text.js';
import type { Block, Document, Section, Table } from './document.js';

/** The document as one page, to read on a phone or to print. */
export function documentHtml(document: Document): HtmlText {
  const { title, sections, layout } = document;
  const body = html`<main>
<h1>${title}</h1>
${sections.map(sectionHtml)}
</main>`;
  const style = layout === 'sheet' ? `${STYLE}${sheetStyle(document)}` : STYLE;
  return htmlPage({ title, style, body }, sha256Base64(style));
}

function sectionHtml({ title, level, blocks }: Section): SafeHtml {
  return html`
<section class="level-${level}">
${title === '' ? undefined : headingHtml(level, title)}
${blocks.map(blockHtml)}
</section>`;
}

function blockHtml(block: Block): SafeHtml {
  switch (block.type) {
    case 'paragraph':
      return html`<p>${block.text}</p>`;
    case 'list':
      return html`${labelHtml(block.label)}<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    case 'terms':
      return html`<dl>${block.items.map(({ term, text }) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>`;
    case 'quote':
      return html`${labelHtml(block.label)}<blockquote>${block.text}</blockquote>`;
    case 'table':
      return tableHtml(block);
    case 'blank':
      return html`<p class="blank">${block.label}:</p>`;
  }
}

function labelHtml(label: string | undefined): SafeHtml | undefined {
  return label === undefined ? undefined : html`<p class="label">${label}</p>`;
}

function tableHtml({ head, rows, total, right }: Table): SafeHtml {
  const cell = (text: string, at: number) =>
    at === 0
      ? html`<th scope="row">${text}</th>`
      : html`<td${right.includes(at) ? html` class="number"` : undefined}>${text}</td>`;
  return html`<table>
<thead><tr>${head.map((text, at) => html`<th scope="col"${right.includes(at) ? html` class="number"` : undefined}>${text}</th>`)}</tr></thead>
<tbody>${rows.map(
    (cells) => html`
<tr>${cells.map(cell)}</tr>`,
  )}
</tbody>${
    total &&
    html`
<tfoot><tr>${total.map(cell)}</tr></tfoot>`
  }
</table>`;
}

const STYLE = `
:root { color-scheme: light dark; --line: #8886; --soft: #8882; }
body { font: 17px/1.55 system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 1.2rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5em; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.25em; margin: 2.2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.1em; margin: 1.8rem 0 .4rem; }
h4 { font-size: 1em; margin: 1.4rem 0 .3rem; }
p { margin: .6rem 0; }
.label { margin: .9rem 0 0; font-weight: bold; font-size: .92em; }
ul { margin: .3rem 0; padding-left: 1.3rem; }
dl { margin: .4rem 0; }
dl div { display: grid; grid-template-columns: 3em 1fr; }
dt { opacity: .75; }
dd { margin: 0; }
blockquote { margin: .4rem 0; padding: .5rem .9rem; border-left: 4px solid var(--line); background: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: .92em; margin: .8rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .4rem; text-align: left; vertical-align: top; font-weight: normal; }
thead th, tfoot th, tfoot td { font-weight: bold; }
thead th { overflow-wrap: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.blank { border-bottom: 1px solid; padding-bottom: 2.4rem; }
@page { size: A4; margin: 16mm; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 10.5pt; line-height: 1.4; max-width: none; padding: 0; }
  h2, h3, h4, .label { break-after: avoid; }
  li, tr, blockquote, .blank { break-inside: avoid; }
}
`;

/** Two columns on a page of A4 with these margins, and room between them. */
const SHEET = { columns: 2, width: 267, height: 785, marginMm: 9 } as const;

/** Cells and lines in points, in parts of the size of the print; wide faces included. */
const CELL = 0.535;
const LINE = 1.24;

/** What is still read with ease, and what at all. */
const SIZES = { largest: 10, smallest: 6, step: 0.25 } as const;

function sheetStyle(document: Document): string {
  return `
main { max-width: none; }
@media (min-width: 60rem) { body { max-width: 76rem; } main { columns: 2; column-gap: 2.4rem; } h1, .level-2:first-of-type { column-span: all; } }
section { break-inside: avoid; }
.level-3 { margin-bottom: 1.1rem; }
h3 { margin: 0 0 .2rem; }
@page { margin: ${SHEET.marginMm}mm; }
@media print {
  body { font-size: ${printSize(document)}pt; line-height: ${LINE}; }
  main { columns: ${SHEET.columns}; column-gap: 5mm; }
  h1 { font-size: 1.3em; margin: 0 0 .2rem; }
  h3 { font-size: 1.05em; margin: 0 0 .1em; }
  .level-3 { margin-bottom: .5em; }
  p, ul, dl { margin: .15em 0; }
  section { break-inside: auto; }
  dl div { break-inside: avoid; }
}
`;
}

/** The largest print, in points, with which all of a sheet stands on one page. */
function printSize({ title, sections }: Document): number {
  const texts = [title, ...sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(textsOfBlock)])];
  const cells = texts.map((text) => widthOf(text) + 4);
  for (let size: number = SIZES.largest; size > SIZES.smallest; size -= SIZES.step) {
    const cellsInLine = SHEET.width / (size * CELL);
    const lines = cells.reduce((sum, each) => sum + Math.ceil(each / cellsInLine), 1.1 * sections.length);
    if (lines * size * LINE <= SHEET.columns * SHEET.height) return size;
  }
  return SIZES.smallest;
}

function textsOfBlock(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'quote':
      return [block.text];
    case 'list':
      return [block.label ?? '', ...block.items];
    case 'terms':
      return block.items.map(({ text }) => text);
    case 'table':
      return [block.head, ...block.rows, block.total ?? []].map((row) => row.join('  '));
    case 'blank':
      return [block.label, ''];
  }
}
