import { basename } from 'node:path';
import { put } from '../../core/collections/put.js';
import { whoIsWho } from '../../core/panel/who.js';
import { attempt } from '../../errors.js';
import { readBytes } from '../system/files.js';
import {
  isJournalIn,
  isJournalOf,
  type JournalFile,
  journalsIn,
  namesakeOf,
  personSlug,
} from './journal/journal-files.js';
import { type ReadJournal, readJournal } from './journal/read-journal.js';
import { draftsFolder, historyFolder } from './layout.js';
import { mayTellOfLooks, readLog } from './log/log.js';
import { sameIn } from './people.js';
import { sealedParts } from './sealed-by.js';
import type { Histories, History, Opening, SealedJournal } from './store.js';

/** The journal of the interview of this name, put away or still among the drafts. */
export function readHistory(folder: string, id: string): History {
  return openHistories(folder).read(id);
}

/** The journals of a store, listed once for as many as are asked for. */
export function openHistories(folder: string): Histories {
  const history = listed(historyFolder(folder));
  const places = [history, listed(draftsFolder(folder))];
  const failures = places.flatMap(({ failure }) => failure ?? []);
  return {
    read: (id) => read(id, { files: places.flatMap(({ named }) => journalsOf(named, id)), failures }),
    hasJournalsOf: (person) => history.files.some(({ path }) => isJournalIn(path, personSlug(person))),
    sealedWithout: (isThere) =>
      history.files.filter(({ id }) => !isThere(id)).flatMap((file) => sealedIn(file, isThere)),
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
  return attempt(
    () => {
      const { files, isPartial } = journalsIn(parent);
      return { files, named: byName(files), failure: isPartial ? 'private to a colleague' : undefined };
    },
    ({ message }) => ({ files: [], named: new Map(), failure: message }),
  );
}

function byName(files: readonly JournalFile[]): Listed['named'] {
  const named = new Map<string, JournalFile[]>();
  for (const file of files) {
    for (const name of new Set([file.id, namesakeOf(file.id)])) put(named, name, file);
  }
  return named;
}

function journalsOf(named: Listed['named'], id: string): readonly JournalFile[] {
  return (named.get(id) ?? []).filter((file) => isJournalOf(file.id, id)).sort(byAge);
}

interface Found {
  readonly files: readonly JournalFile[];
  readonly failures: readonly string[];
}

function read(id: string, { files, failures }: Found): History {
  const unread: string[] = [];
  const found = files.flatMap(({ path }): readonly ReadJournal[] =>
    attempt(
      () => [readJournal(path, basename(path))],
      ({ message }) => {
        unread.push(message);
        return [];
      },
    ),
  );
  // Of one that was begun again there are several; another scorecard's name may look like a second one of this.
  const own = found.map(({ events }) => events).filter(([open]) => open.id === id);
  const events = own.findLast((journal) => journal.some(({ type }) => type === 'submit')) ?? own.at(-1);
  if (events) return { type: 'found', events };
  const [why] = [...unread, ...failures];
  return why === undefined ? { type: 'none' } : { type: 'unreadable', why };
}

/** A journal that was submitted, where the scorecard that it names is not there. */
function sealedIn({ path }: JournalFile, isThere: (id: string) => boolean): readonly SealedJournal[] {
  return attempt(
    () => {
      const { events } = readJournal(path);
      const { id } = events[0];
      return events.some(({ type }) => type === 'submit') && !isThere(id) ? [{ id, location: path, events }] : [];
    },
    // What cannot be read says nothing of a scorecard.
    () => [],
  );
}

/** Whether the interviewer looked at others' ratings for the same candidate and role, in an earlier draft or before. */
export function hasLooked(folder: string, opening: Opening): boolean {
  return hasLookedInDraft(folder, opening) || hasLookedBefore(folder, opening);
}

/** By the log, where there was no draft yet that could have kept it. */
function hasLookedBefore(folder: string, { candidate, interviewer, rubric }: Opening): boolean {
  const { entries } = attempt(
    () => (mayTellOfLooks(folder) ? readLog(folder) : { entries: [] }),
    () => ({ entries: [] }),
  );
  const looks = entries.filter(({ type }) => type === 'unblind');
  if (looks.length === 0) return false;
  const parts = sealedParts(folder).filter(({ role }) => role === rubric.id);
  const by = looks.map((look) => ({ candidate, interviewer: look.by }));
  const { candidates, interviewers } = whoIsWho([...parts, ...by, { candidate, interviewer }], sameIn(folder));
  const own = new Set(
    looks
      .filter((look) => interviewers.isSame(look.by, interviewer))
      .flatMap(({ scorecards }) => scorecards.map(({ digest }) => digest)),
  );
  return parts.some(({ digest, ...part }) => own.has(digest ?? '') && candidates.isSame(part.candidate, candidate));
}

function hasLookedInDraft(folder: string, opening: Opening): boolean {
  const journals = [historyFolder(folder), draftsFolder(folder)].flatMap((parent) =>
    attempt(
      () => journalsIn(parent).files,
      () => [],
    ),
  );
  // The candidate and the interviewer may be written otherwise now: of the file's name only the role is certain.
  const looked = journals
    .filter(({ id }) => id.includes(`-${opening.rubric.id}-`))
    .flatMap(({ path }) => openingOfLook(path) ?? [])
    .filter(({ rubric }) => rubric.id === opening.rubric.id);
  if (looked.length === 0) return false;
  const { candidates, interviewers } = whoIsWho([...looked, opening], sameIn(folder));
  return looked.some(
    ({ candidate, interviewer }) =>
      candidates.isSame(candidate, opening.candidate) && interviewers.isSame(interviewer, opening.interviewer),
  );
}

/** How the interview of a journal was opened, where its interviewer looked. */
function openingOfLook(path: string): Opening | undefined {
  return attempt(
    () => {
      // Most did not look, and need not be parsed.
      if (!Buffer.from(readBytes(path)).includes('"unblind"')) return undefined;
      const [open, ...later] = readJournal(path).events;
      return later.some(({ type }) => type === 'unblind') ? open : undefined;
    },
    () => undefined,
  );
}

/** Of journals of one name: the oldest first. */
function byAge(a: JournalFile, b: JournalFile): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
