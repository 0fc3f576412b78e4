import { replay } from '../../core/interview/session.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { exists, readRegularFile } from '../system/files.js';
import { draftPath, journalIds, scorecardPaths } from './layout.js';
import { type ReadJournal, readJournal } from './read-journal.js';
import type { Draft, DraftList, UnreadableDraft } from './store.js';

/** The scorecard of this name, where there is one: its draft was submitted then, wherever it is. */
export function findScorecard(folder: string, id: string): string | undefined {
  const { json } = scorecardPaths(folder, id);
  return exists(json) ? json : undefined;
}

/** The names of the drafts that are open. */
export function draftIds(folder: string): readonly string[] {
  return journalIds(folder).filter((id) => !isWritten(folder, id));
}

/** The names of drafts that have a scorecard: the program ended before it could put them away. */
export function submittedIds(folder: string): readonly string[] {
  return journalIds(folder).filter((id) => isWritten(folder, id));
}

/** Whether the scorecard of this draft stands, and not only another's that has the name. */
function isWritten(folder: string, id: string): boolean {
  const { json } = scorecardPaths(folder, id);
  if (!exists(json)) return false;
  const beginning = firstLine(draftPath(folder, id))?.at;
  return beginning === undefined || parseText(readRegularFile(json))?.startedAt === beginning;
}

function firstLine(path: string): Readonly<Record<string, unknown>> | undefined {
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
  for (const id of draftIds(path)) {
    const location = draftPath(shown, id);
    try {
      const { events } = readDraft(path, id, location);
      drafts.push({ id, location, session: replay(events) });
    } catch (error) {
      if (!(error instanceof ScorecardError)) throw error;
      unreadable.push({ id, location, error });
    }
  }
  return { drafts, unreadable, submitted: submittedIds(path) };
}

/** @throws ScorecardError when it cannot be read, is damaged, or names itself as another draft */
export function readDraft(folder: string, id: string, shown = draftPath(folder, id)): ReadJournal {
  const journal = readJournal(draftPath(folder, id), shown);
  const [open] = journal.events;
  // The id in the journal decides where the scorecard will be written.
  if (open.id === id) return journal;
  throw new ScorecardError(`${shown}: the draft calls itself "${open.id}"`, {
    hint: say`a draft can only be read under the name it started with: rename the file, or move it out of the drafts`,
  });
}
