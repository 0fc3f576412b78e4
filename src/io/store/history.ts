import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ScorecardError, systemCode } from '../../errors.js';
import { reason } from '../system/files.js';
import { draftsFolder, historyFolder, isJournalOf } from './layout.js';
import { type ReadJournal, readJournal } from './read-journal.js';
import type { History } from './store.js';

/** The journal of the interview of this name, put away or still among the drafts. */
export function readHistory(folder: string, id: string): History {
  const found: ReadJournal[] = [];
  const failures: string[] = [];
  const attempt = <Value>(read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ScorecardError)) throw error;
      failures.push(error.message);
      return undefined;
    }
  };
  for (const path of [historyFolder(folder), draftsFolder(folder)]) {
    for (const name of attempt(() => journalsOf(path, id)) ?? []) {
      const journal = attempt(() => readJournal(join(path, name), name));
      if (journal) found.push(journal);
    }
  }
  // Of one that was begun again there are several; another scorecard's name may look like a second one of this.
  const own = found.map(({ events }) => events).filter(([open]) => open.id === id);
  const events = own.findLast((journal) => journal.some(({ type }) => type === 'submit')) ?? own.at(-1);
  if (events) return { type: 'found', events };
  const [why] = failures;
  return why === undefined ? { type: 'none' } : { type: 'unreadable', why };
}

/** Oldest first. @throws ScorecardError when the folder can't be listed */
function journalsOf(path: string, id: string): readonly string[] {
  try {
    const names = readdirSync(path).filter((name) => isJournalOf(name, id));
    return names.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new ScorecardError(`journals: ${reason(error)}`);
  }
}
