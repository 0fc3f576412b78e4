import type { BatchRow } from './row.js';

/** A person's name in a row, from one column or from those of the first and the last name. */
export function nameIn(row: Pick<BatchRow, 'text'>, column: number, last: number | undefined): string {
  const name = row.text(column).trim();
  return last === undefined ? name : [name, row.text(last).trim()].filter((part) => part !== '').join(' ');
}
