import { join, relative } from 'node:path';
import { replay } from '../../core/interview/session.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { exists, isReadable, readRegularFile } from '../system/files.js';
import { type JournalFile, shutOut } from './journal/journal-files.js';
import { type ReadJournal, readJournal } from './journal/read-journal.js';
import { draftFiles, draftsFolder, scorecardPaths } from './layout.js';
import type { Draft, DraftList, UnreadableDraft } from './store.js';

/** The scorecard of this name, where there is one: its draft was submitted then, wherever it is. */
export function findScorecard(folder: string, id: string): string | undefined {
  const { json } = scorecardPaths(folder, id);
  return exists(json) ? json : undefined;
}

/** The names of the drafts that are open. */
export function draftIds(folder: string): readonly string[] {
  return openFiles(folder).map(({ id }) => id);
}

/** The drafts that are open. */
export function openFiles(folder: string): readonly JournalFile[] {
  return draftFiles(folder).files.filter((file) => !isWritten(folder, file));
}

/** The names of drafts that have a scorecard: the program ended before it could put them away. */
export function submittedIds(folder: string): readonly string[] {
  return draftFiles(folder).files.flatMap((file) => (isWritten(folder, file) ? file.id : []));
}

/**
 * Whether the scorecard of this draft stands, and not only another's that has the name. Of a colleague's draft nobody
 * knows.
 */
export function isWritten(folder: string, { id, path }: JournalFile): boolean {
  const { json } = scorecardPaths(folder, id);
  if (!exists(json) || ![json, path].every(isReadable)) return false;
  const beginning = firstEvent(path)?.at;
  return beginning === undefined || readScorecardData(folder, id)?.startedAt === beginning;
}

/** The data of the scorecard of this name, unchecked; `undefined` where there is none that can be read. */
export function readScorecardData(folder: string, id: string): Readonly<Record<string, unknown>> | undefined {
  const { json } = scorecardPaths(folder, id);
  return isReadable(json) ? parseText(readRegularFile(json)) : undefined;
}

/** The first event of a journal, unchecked; `undefined` where there is none. */
function firstEvent(path: string): Readonly<Record<string, unknown>> | undefined {
  const bytes = readRegularFile(path);
  return bytes && parseText(bytes.subarray(0, Math.max(0, bytes.indexOf(0x0a))));
}

/** Text as a map of keys; `undefined` where it is anything else. */
function parseText(bytes: Buffer | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(bytes?.toString('utf8') ?? '');
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

export function listDrafts({ path, shown }: { readonly path: string; readonly shown: string }): DraftList {
  const drafts: Draft[] = [];
  const unreadable: UnreadableDraft[] = [];
  for (const file of openFiles(path)) {
    const { id } = file;
    const location = join(shown, relative(path, file.path));
    // A colleague's, from before each had a folder.
    if (!isReadable(file.path)) continue;
    try {
      const { events } = readDraft(file, location);
      drafts.push({ id, location, session: replay(events) });
    } catch (error) {
      if (!(error instanceof ScorecardError)) throw error;
      unreadable.push({ id, location, error });
    }
  }
  return { drafts, unreadable, submitted: submittedIds(path), shut: shutOut(draftsFolder(path)) };
}

/** @throws ScorecardError when it cannot be read, is damaged, or names itself as another draft */
export function readDraft({ id, path }: JournalFile, shown = path): ReadJournal {
  const journal = readJournal(path, shown);
  const [open] = journal.events;
  // The id in the journal decides where the scorecard will be written.
  if (open.id === id) return journal;
  throw new ScorecardError(`${shown}: the draft calls itself "${open.id}"`, {
    hint: say`a draft can only be read under the name it started with: rename the file, or move it out of the drafts`,
  });
}
