import { renameSync } from 'node:fs';
import { ScorecardError, systemCode } from '../../errors.js';
import { exists, makePrivateFolder, reason, syncFolder } from '../system/files.js';
import { sweepTemporaries } from '../system/write-file.js';
import { isDraftOpen } from './draft-lock.js';
import { readScorecardData, submittedIds } from './drafts.js';
import { draftPath, draftsFolder, historyFolder, historyPath } from './layout.js';
import { logSubmission } from './log/log.js';

/**
 * Takes a journal out of the drafts and keeps it as history, the audit trail. Returns where it is now.
 *
 * @throws ScorecardError when it cannot be moved
 */
export function archiveDraft(folder: string, id: string): string {
  makePrivateFolder(historyFolder(folder));
  for (let number = 1; ; number += 1) {
    const target = historyPath(folder, id, number);
    if (exists(target)) continue;
    move(draftPath(folder, id), target);
    syncFolder(historyFolder(folder));
    return target;
  }
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another program put it away first.
    if (systemCode(error) === 'ENOENT') return;
    throw new ScorecardError(`${from}: ${reason(error)}`);
  }
}

/**
 * Puts away the drafts whose scorecards stand and that nobody has open, and removes what killed programs left half-written.
 * Returns what could not be put away, in words.
 */
export function tidyDrafts(folder: string): readonly string[] {
  sweepFolders(folder);
  try {
    return submittedIds(folder)
      .filter((id) => !isDraftOpen(draftPath(folder, id)))
      .flatMap((id) => archiveSubmitted(folder, id) ?? []);
  } catch (error) {
    if (error instanceof ScorecardError) return [error.message];
    throw error;
  }
}

/** Removes what killed programs left half-written in the folders of a store. */
export function sweepFolders(folder: string): void {
  for (const place of [folder, draftsFolder(folder), historyFolder(folder)]) sweepTemporaries(place);
}

/**
 * Logs that a draft's scorecard was submitted, then puts the draft away: where the one can't be, the other waits for the
 * next time. Returns why it could not, or `undefined`.
 */
export function archiveSubmitted(folder: string, id: string): string | undefined {
  let failing = 'that could not be logged';
  try {
    logSubmission(folder, readScorecardData(folder, id));
    failing = 'its draft could not be put away';
    archiveDraft(folder, id);
    return undefined;
  } catch (error) {
    if (!(error instanceof ScorecardError)) throw error;
    return `${id} was submitted, and ${failing}: ${error.message}`;
  }
}
