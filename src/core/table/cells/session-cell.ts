import type { Rubric } from '../../rubric/rubric.js';
import { nearest } from '../../text/wording.js';
import { normaliseHeader } from '../header/header-form.js';
import { badCell, type Cell } from './cell.js';
import { cellWords, isNotApplicable, isNothing, plainCell } from './cell-text.js';

/** A session of the interview plan by its id or title; `undefined` for a blank cell. */
export function parseSession(text: string, { id: role, sessions }: Rubric): Cell<string | undefined> {
  const cell = normaliseHeader(text);
  const found = sessions.find(({ id, title }) => [id, title].some((name) => normaliseHeader(name) === cell));
  if (found) return { ok: true, value: found.id };
  const words = cellWords(plainCell(text));
  if (cell === '' || isNothing(words) || isNotApplicable(words)) return { ok: true, value: undefined };
  const known = sessions.map(({ id }) => id);
  const about = { what: 'session', id: text.trim(), known, role } as const;
  return badCell('unknown-part', about, { cell: text, meaning: nearest(text, known) ?? 'SESSION' });
}
