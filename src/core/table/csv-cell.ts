/**
 * What makes a spreadsheet run a cell: an operator at its front, plain or full-width, with white space before it or
 * not.
 */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;

/** A number is not a formula, and stays as it is. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** Text as a CSV cell: quoted where it has to be, and with an apostrophe in front where a spreadsheet would run it. */
export function formatCsvCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row, with its line end. */
export function formatCsvRow(cells: readonly string[]): string {
  return `${cells.map(formatCsvCell).join(',')}\n`;
}
