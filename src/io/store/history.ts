import { basename } from 'node:path';
import { isSamePerson } from '../../core/person/person.js';
import { slugOf } from '../../core/text/slug.js';
import { attempt } from '../../errors.js';
import { isJournalOf, type JournalFile, journalsIn } from './journal/journal-files.js';
import { type ReadJournal, readJournal } from './journal/read-journal.js';
import { draftsFolder, historyFolder } from './layout.js';
import type { History, Opening } from './store.js';

/** The journal of the interview of this name, put away or still among the drafts. */
export function readHistory(folder: string, id: string): History {
  const found: ReadJournal[] = [];
  const failures: string[] = [];
  const orFail = <Value>(read: () => Value): Value | undefined =>
    attempt(read, ({ message }) => {
      failures.push(message);
      return undefined;
    });
  for (const parent of [historyFolder(folder), draftsFolder(folder)]) {
    const journals = orFail(() => journalsIn(parent));
    for (const { path } of journals?.files.filter((file) => isJournalOf(file.id, id)).sort(byAge) ?? []) {
      const journal = orFail(() => readJournal(path, basename(path)));
      if (journal) found.push(journal);
    }
    if (journals?.isPartial) failures.push('private to a colleague');
  }
  // Of one that was begun again there are several; another scorecard's name may look like a second one of this.
  const own = found.map(({ events }) => events).filter(([open]) => open.id === id);
  const events = own.findLast((journal) => journal.some(({ type }) => type === 'submit')) ?? own.at(-1);
  if (events) return { type: 'found', events };
  const [why] = failures;
  return why === undefined ? { type: 'none' } : { type: 'unreadable', why };
}

/** Whether the interviewer looked at others' ratings in an earlier draft for the same candidate and role. */
export function hasLooked(folder: string, opening: Opening): boolean {
  const part = `-${slugOf(opening.candidate.name)}-${opening.rubric.id}-`;
  const earlier = [historyFolder(folder), draftsFolder(folder)].flatMap((parent) =>
    attempt(
      () => journalsIn(parent).files,
      () => [],
    ),
  );
  return earlier
    .filter(({ id }) => id.includes(part))
    .some(({ path }) => {
      const [open, ...later] = attempt(
        () => readJournal(path).events,
        () => [],
      );
      return open !== undefined && isOfSame(open, opening) && later.some(({ type }) => type === 'unblind');
    });
}

function isOfSame(a: Opening, b: Opening): boolean {
  return (
    isSamePerson(a.candidate, b.candidate) && isSamePerson(a.interviewer, b.interviewer) && a.rubric.id === b.rubric.id
  );
}

/** Of journals of one name: the oldest first. */
function byAge(a: JournalFile, b: JournalFile): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
