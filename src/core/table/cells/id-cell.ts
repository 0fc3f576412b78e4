import { badCell, type Cell } from './cell.js';
import { cellWords, isNotApplicable, isNothing } from './cell-text.js';

/** How a spreadsheet shows a number that is too long for it: the digits are lost. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d{2,}$/i;

/**
 * A person's id: an e-mail address, a number or code of another system; `undefined` for a cell that says nothing. What
 * a table writes where it knows no id is none: were it one, all of them would be one person.
 */
export function parseId(text: string): Cell<string | undefined> {
  const cell = text.trim();
  const words = cellWords(cell);
  if (isNothing(words) || isNotApplicable(words) || words === 'unknown') return { ok: true, value: undefined };
  if (SCIENTIFIC.test(cell)) return badCell('scientific-id', { cell }, { cell: text });
  // A whole number that went through a column of fractions.
  return { ok: true, value: cell.replace(/^(\d+)\.0$/, '$1') };
}
