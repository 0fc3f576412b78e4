import { formatCsvRow } from '../../core/table/csv-cell.js';
import type { CsvText } from '../../core/text/safe-text.js';

type Cell = string | number | undefined;

/** A CSV document: a head and rows; `undefined` is an empty cell. */
export function renderCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): CsvText {
  return [head, ...rows].map((cells) => formatCsvRow(cells.map((cell) => String(cell ?? '')))).join('');
}
