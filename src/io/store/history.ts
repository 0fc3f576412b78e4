import { basename } from 'node:path';
import { ScorecardError } from '../../errors.js';
import {
  draftsFolder,
  historyFolder,
  isJournalIn,
  isJournalOf,
  type JournalFile,
  journalsIn,
  namesakeOf,
  personSlug,
} from './layout.js';
import { type ReadJournal, readJournal } from './read-journal.js';
import type { Histories, History, SealedJournal } from './store.js';

/** The journal of the interview of this name, put away or still among the drafts. */
export function readHistory(folder: string, id: string): History {
  return openHistories(folder).read(id);
}

/** The journals of a store, listed once for as many as are asked for. */
export function openHistories(folder: string): Histories {
  const [history, drafts] = [historyFolder(folder), draftsFolder(folder)].map(listed);
  const places = [history, drafts].filter((place) => place !== undefined);
  const failures = places.flatMap(({ failure }) => failure ?? []);
  return {
    read: (id) => read(id, { files: places.flatMap(({ named }) => journalsOf(named, id)), failures }),
    hasJournalsOf: (person) => history?.files.some(({ path }) => isJournalIn(path, personSlug(person))) === true,
    sealedWithout: (isThere) =>
      (history?.files ?? []).filter(({ id }) => !isThere(id)).flatMap((file) => sealedIn(file, isThere)),
  };
}

interface Listed {
  readonly files: readonly JournalFile[];
  /** By their names, and by these without the number at the end. */
  readonly named: ReadonlyMap<string, readonly JournalFile[]>;
  /** Why not all could be listed. */
  readonly failure: string | undefined;
}

function listed(parent: string): Listed {
  try {
    const { files, isPartial } = journalsIn(parent);
    const named = new Map<string, JournalFile[]>();
    for (const file of files) {
      for (const name of new Set([file.id, namesakeOf(file.id)])) {
        const others = named.get(name);
        if (others) others.push(file);
        else named.set(name, [file]);
      }
    }
    return { files, named, failure: isPartial ? 'private to a colleague' : undefined };
  } catch (error) {
    if (!(error instanceof ScorecardError)) throw error;
    return { files: [], named: new Map(), failure: error.message };
  }
}

function journalsOf(named: Listed['named'], id: string): readonly JournalFile[] {
  return (named.get(id) ?? []).filter((file) => isJournalOf(file.id, id)).sort(byAge);
}

interface Found {
  readonly files: readonly JournalFile[];
  readonly failures: readonly string[];
}

function read(id: string, { files, failures }: Found): History {
  const found: ReadJournal[] = [];
  const unread: string[] = [];
  for (const { path } of files) {
    try {
      found.push(readJournal(path, basename(path)));
    } catch (error) {
      if (!(error instanceof ScorecardError)) throw error;
      unread.push(error.message);
    }
  }
  // Of one that was begun again there are several; another scorecard's name may look like a second one of this.
  const own = found.map(({ events }) => events).filter(([open]) => open.id === id);
  const events = own.findLast((journal) => journal.some(({ type }) => type === 'submit')) ?? own.at(-1);
  if (events) return { type: 'found', events };
  const [why] = [...unread, ...failures];
  return why === undefined ? { type: 'none' } : { type: 'unreadable', why };
}

/** A journal that was submitted, where the scorecard that it names is not there. */
function sealedIn({ path }: JournalFile, isThere: (id: string) => boolean): readonly SealedJournal[] {
  try {
    const { events } = readJournal(path);
    const { id } = events[0];
    return events.some(({ type }) => type === 'submit') && !isThere(id) ? [{ id, location: path, events }] : [];
  } catch (error) {
    // What cannot be read says nothing of a scorecard.
    if (error instanceof ScorecardError) return [];
    throw error;
  }
}

/** Of journals of one name: the oldest first. */
function byAge(a: JournalFile, b: JournalFile): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
