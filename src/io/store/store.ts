import { readdirSync, renameSync, unlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { OpenChange } from '../../core/interview/event.js';
import { replay, type Session } from '../../core/interview/session.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { slugOf } from '../../core/text/slug.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { exists, makePrivateFolder, reason, syncFolder, writeAtomically } from '../system/files.js';
import type { Host } from '../system/host.js';
import { readJournal } from './read-journal.js';

/** The folder in which scorecards and drafts are kept: `--store`, `$SCORECARD_STORE`, `./scorecards`. Absolute. */
export function storeFolder(host: Pick<Host, 'cwd' | 'env'>, store: string | undefined): string {
  return resolve(host.cwd, store ?? (host.env.SCORECARD_STORE || 'scorecards'));
}

const DRAFTS = '.drafts';
const JOURNAL = '.ndjson';

export function journalPath(store: string, id: string): string {
  return join(store, DRAFTS, `${id}${JOURNAL}`);
}

export interface Draft {
  readonly id: string;
  readonly path: string;
  readonly open: OpenChange;
  readonly session: Session;
}

/** The drafts of a store that can be read, oldest first. One whose scorecard stands already is put away as history. */
export function listDrafts(store: string): readonly Draft[] {
  return draftIds(store).flatMap((id) => {
    if (isSubmitted(store, id)) {
      archiveDraft(store, id);
      return [];
    }
    const path = journalPath(store, id);
    try {
      const session = replay(readJournal(path).events);
      return [{ id, path, open: session.open, session }];
    } catch (error) {
      if (error instanceof ScorecardError) return [];
      throw error;
    }
  });
}

/** Whether the scorecard of a draft has been written: the program ended before it could put the draft away. */
export function isSubmitted(store: string, id: string): boolean {
  return exists(scorecardPaths(store, id).json);
}

/** The names of all drafts, whether they can be read or not. */
export function draftIds(store: string): readonly string[] {
  try {
    return readdirSync(join(store, DRAFTS))
      .filter((name) => name.endsWith(JOURNAL))
      .map((name) => name.slice(0, -JOURNAL.length))
      .sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw new ScorecardError(`${join(store, DRAFTS)}: ${reason(error)}`);
  }
}

interface Named {
  readonly candidate: string;
  readonly interviewer: string;
  readonly role: string;
  /** ISO 8601; its date begins the name. */
  readonly startedAt: string;
}

/** A name that no scorecard and no draft of the store has: `2026-11-20-ada-example-head-infra-r-panel`, then `…-2`. */
export function freeId(store: string, { candidate, interviewer, role, startedAt }: Named): string {
  const name = `${startedAt.slice(0, 10)}-${slugOf(candidate)}-${role}-${slugOf(interviewer)}`;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? name : `${name}-${number}`;
    const taken = [journalPath(store, id), ...Object.values(scorecardPaths(store, id))];
    if (!taken.some(exists)) return id;
  }
}

/** Makes the store's folders, private to the user. */
export function prepareStore(store: string): void {
  makePrivateFolder(store);
  makePrivateFolder(join(store, DRAFTS));
}

export interface ScorecardPaths {
  readonly json: string;
  readonly markdown: string;
}

export function scorecardPaths(store: string, id: string): ScorecardPaths {
  return { json: join(store, `${id}.json`), markdown: join(store, `${id}.md`) };
}

/** The one way in which a scorecard becomes text: two spaces, one newline at the end. */
export function scorecardText(card: Scorecard): string {
  return `${JSON.stringify(card, undefined, 2)}\n`;
}

/**
 * Writes the JSON and the Markdown of a scorecard, each whole or not at all and never over another file.
 *
 * @throws ScorecardError that names the file
 */
export function writeScorecard(store: string, card: Scorecard, markdown: string): ScorecardPaths {
  const paths = scorecardPaths(store, card.id);
  const files = [
    [paths.markdown, markdown],
    // Last, since it is the record: where it stands, the report stands too.
    [paths.json, scorecardText(card)],
  ] as const;
  const written: string[] = [];
  for (const [path, text] of files) {
    try {
      writeAtomically(path, text, { mayReplace: false });
      written.push(path);
    } catch (error) {
      for (const other of written) unlinkSync(other);
      throw new ScorecardError(`${path}: ${reason(error)}`);
    }
  }
  return paths;
}

/** Where the journals of submitted and restarted interviews are kept: the audit trail. */
const HISTORY = '.history';

/** Takes a journal out of the drafts and keeps it as history. Returns where it is now. */
export function archiveDraft(store: string, id: string): string {
  const folder = join(store, HISTORY);
  makePrivateFolder(folder);
  for (let number = 1; ; number += 1) {
    const target = join(folder, `${number === 1 ? id : `${id}-${number}`}${JOURNAL}`);
    if (exists(target)) continue;
    renameSync(journalPath(store, id), target);
    syncFolder(folder);
    return target;
  }
}
