import { html, type SafeHtml } from '../../text/html.js';

/**
 * Tables of a page. On a narrow screen their rows become blocks, and a table that isn't laid out as one is no table to a
 * screen reader: so each part says what it is.
 */

export interface PageColumn<Row> {
  readonly head: string | SafeHtml;
  /** Classes of the column's cells, head included. */
  readonly className?: string;
  /** What stands before the value on a narrow screen, where the head is hidden. */
  readonly label?: string;
  readonly cell: (row: Row) => string | SafeHtml;
  /** Whether it says what the row is about. */
  readonly isRowHeader?: boolean;
  /** Classes of one cell. */
  readonly cellClass?: (row: Row) => string;
}

export interface PageTable<Row> {
  readonly className: string;
  readonly caption?: SafeHtml | string;
  /** What the table is about, for a screen reader, where the caption doesn't say it. */
  readonly name: string;
  readonly columns: readonly PageColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowClass?: (row: Row) => string;
  /** Cells of a last row, in the columns' order. */
  readonly total?: readonly (string | SafeHtml)[];
  /** Whether the head is only for a screen reader. */
  readonly isHeadHidden?: boolean;
}

export function pageTable<Row>({
  className,
  caption,
  name,
  columns,
  rows,
  rowClass,
  total,
  isHeadHidden,
}: PageTable<Row>): SafeHtml {
  const heads = columns.map(
    ({ head, className: own }) => html`<th role="columnheader" scope="col"${classes(own)}>${head}</th>`,
  );
  return html`<table role="table" class="${className}" aria-label="${name}">
${caption === undefined ? undefined : html`<caption><span>${caption}</span></caption>`}
<thead role="rowgroup"${classes(isHeadHidden ? 'unseen' : undefined)}><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (row) => html`
<tr role="row"${classes(rowClass?.(row))}>${columns.map((column) => bodyCell(column, row))}</tr>`,
  )}
</tbody>${total && totalRow(total, columns)}
</table>`;
}

function bodyCell<Row>({ className, label, cell, isRowHeader, cellClass }: PageColumn<Row>, row: Row): SafeHtml {
  const classNames = classes(className, cellClass?.(row));
  const before = label === undefined ? undefined : html` data-l="${label}"`;
  return isRowHeader
    ? html`<th role="rowheader" scope="row"${classNames}${before}>${cell(row)}</th>`
    : html`<td role="cell"${classNames}${before}>${cell(row)}</td>`;
}

function totalRow(cells: readonly (string | SafeHtml)[], columns: readonly PageColumn<never>[]): SafeHtml {
  const shown = cells.map((cell, at) => {
    const classNames = classes(columns[at]?.className);
    return columns[at]?.isRowHeader
      ? html`<th role="rowheader" scope="row"${classNames}>${cell}</th>`
      : html`<td role="cell"${classNames}>${cell}</td>`;
  });
  return html`
<tfoot role="rowgroup"><tr role="row">${shown}</tr></tfoot>`;
}

function classes(...names: readonly (string | undefined)[]): SafeHtml | undefined {
  const all = names.filter((name) => name !== undefined && name !== '');
  return all.length === 0 ? undefined : html` class="${all.join(' ')}"`;
}
