import { type CsvText, withoutControls } from '../text/safe-text.js';

/**
 * What makes a spreadsheet run a cell: an operator at its front, plain or full-width, with white space before it or
 * not.
 */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^\t/;

/** A number is not a formula, and stays as it is. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Text as a CSV cell: without controls, quoted where it has to be, and with an apostrophe in front where a spreadsheet
 * would run it.
 */
export function formatCsvCell(text: string): CsvText {
  const shown = withoutControls(text);
  const safe = FORMULA.test(shown) && !NUMBER.test(shown) ? `'${shown}` : shown;
  return (/[",\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe) as CsvText;
}

/** One row, with its line end. */
export function formatCsvRow(cells: readonly string[]): CsvText {
  return `${cells.map(formatCsvCell).join(',')}\n` as CsvText;
}
