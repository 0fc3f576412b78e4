import { badCell, type Cell } from './cell.js';
import { cellWords, isNotApplicable, isNothing, plainCell } from './cell-text.js';

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', 'x', '1', 'seen', 'met', '✓', '✔', '☑', '✅']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', '0', 'not met', 'not seen', '✗', '✘', '☐', '❌']);

/** A cell that answers yes or no; `undefined` for a cell that says nothing. */
export function parseYesNo(text: string, what: string): Cell<boolean | undefined> {
  const words = cellWords(plainCell(text));
  if (isNothing(words) || isNotApplicable(words)) return { ok: true, value: undefined };
  if (YES.has(words)) return { ok: true, value: true };
  if (NO.has(words)) return { ok: true, value: false };
  return badCell('not-yes-or-no', { cell: text.trim(), subject: what }, { cell: text, meaning: 'YES-OR-NO' });
}
