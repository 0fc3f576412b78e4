import { renameSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { replay, type Session } from '../../core/interview/session.js';
import { attempt, ScorecardError, systemCode } from '../../errors.js';
import { exists, readRegularFile, reason, syncFolder } from '../system/files.js';
import { sweepTemporaries } from '../system/write-file.js';
import { isWritten, readDraft, readScorecardData } from './drafts.js';
import {
  type JournalFile,
  journalPath,
  lockedPaths,
  makePersonFolder,
  personFolders,
  personSlug,
} from './journal/journal-files.js';
import { readJournal } from './journal/read-journal.js';
import { keepRubric } from './kept-rubrics.js';
import { draftPath, draftsFolder, foldersOf, historyFolder, scorecardPaths } from './layout.js';
import { logSubmission } from './log/log.js';
import { takeLock } from './recorder.js';
import type { Recorder, Sealing, Submission, WrittenScorecard } from './store.js';
import { scorecardText, writeReport, writeScorecard } from './write-scorecard.js';

/**
 * Writes what a recorded submission consists of, then puts the draft away. In this order, so that what stands last
 * says that all before it stands: the scorecard, its signature, its report, its line in the log, the journal in the
 * history.
 *
 * @throws ScorecardError when the scorecard or its report can't be written: the draft is kept
 */
export function submitDraft(folder: string, recorder: Recorder, sealing: Sealing): Submission {
  const written = sealing.write(recorder.session);
  const { id } = written.card;
  const { json } = scorecardPaths(folder, id);
  const unsigned = writeAll(folder, written, sealing);
  const unkept = keepUsed(folder, recorder.session);
  recorder.close();
  const left = putAway(folder, id);
  return { ...written, location: json, warnings: [unsigned, unkept, left].filter((words) => words !== undefined) };
}

/** For drafts of version 0.1, and those that could not have it kept when they were begun. Returns why it can't be. */
function keepUsed(folder: string, { open: { rubric, sha256, variant, session } }: Session): string | undefined {
  // With a variant applied, or the dimensions of one session alone, it is not the rubric of that file any more.
  if (variant !== undefined || session !== undefined) return undefined;
  return attempt(
    () => {
      keepRubric(folder, rubric, sha256);
      return undefined;
    },
    ({ message }) => `the rubric could not be kept: ${message}`,
  );
}

/** Whether the scorecard of this draft stands, and this version would write another: what is sealed stays as it is. */
function isOfAnotherVersion(folder: string, { card }: WrittenScorecard): boolean {
  if (!isWritten(folder, { id: card.id, path: draftPath(folder, card.id) })) return false;
  return readRegularFile(scorecardPaths(folder, card.id).json)?.equals(Buffer.from(scorecardText(card))) === false;
}

/** What stands already is left. Returns in words what could not be done, or is not as it should be. */
function writeAll(folder: string, written: WrittenScorecard, { sign }: Sealing): string | undefined {
  if (isOfAnotherVersion(folder, written)) {
    return `${scorecardPaths(folder, written.card.id).json} stands already, and not as this version writes it: scorecard verify checks it`;
  }
  const unsigned = sign(writeScorecard(folder, written));
  writeReport(folder, written);
  return unsigned;
}

/** Does what is left to do for a draft whose scorecard stands. Returns in words what could not be done. */
export function finishSubmission(folder: string, id: string, sealing: Sealing): readonly string[] {
  const path = draftPath(folder, id);
  const release = takeLock(path);
  if (!release) return [];
  try {
    const unsigned = attempt(
      () => complete(folder, { id, path }, sealing),
      ({ message }) => message,
    );
    return [unsigned, putAway(folder, id)].filter((words) => words !== undefined);
  } finally {
    release();
  }
}

function complete(folder: string, file: JournalFile, sealing: Sealing): string | undefined {
  const session = replay(readDraft(file).events);
  // Version 0.1 recorded no submission: it wrote the scorecard last.
  if (session.submission === undefined) return undefined;
  const written = sealing.write(session);
  return writeAll(folder, written, sealing);
}

/**
 * Logs that a draft's scorecard was submitted, then puts the draft away: where the one can't be, the other waits for
 * the next time. Returns why it could not.
 */
function putAway(folder: string, id: string): string | undefined {
  let failing = 'that could not be logged';
  return attempt(
    () => {
      logSubmission(folder, readScorecardData(folder, id));
      failing = 'its draft could not be put away';
      archiveDraft(folder, id);
      return undefined;
    },
    ({ message }) => `${id} was submitted, and ${failing}: ${message}`,
  );
}

/**
 * Takes a journal out of the drafts and keeps it as history, the audit trail. Returns where it is now.
 *
 * @throws ScorecardError when it cannot be moved
 */
export function archiveDraft(folder: string, id: string): string {
  const from = draftPath(folder, id);
  const place = makePersonFolder(historyFolder(folder), personFolderOf(folder, from));
  for (let number = 1; ; number += 1) {
    const target = journalPath(place, id, number);
    if (exists(target)) continue;
    move(from, target);
    // First the folder that has it now: after a power cut it may have both names, never none.
    for (const changed of [target, from]) syncFolder(dirname(changed));
    return target;
  }
}

/** Whose journal can't be read goes here. */
const UNKNOWN_PERSON = 'unknown';

/** The name of the folder that a draft is in, or would be in if it were not of version 0.1. */
function personFolderOf(folder: string, path: string): string {
  const place = dirname(path);
  if (place !== draftsFolder(folder)) return basename(place);
  return attempt(
    () => personSlug(readJournal(path).events[0].interviewer),
    () => UNKNOWN_PERSON,
  );
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
 * Removes what killed programs left half-written in the folders of a store, and their locks on drafts that never came
 * to be.
 */
export function sweepStore(folder: string): void {
  for (const place of foldersOf(folder)) sweepTemporaries(place);
  for (const place of personFolders(draftsFolder(folder))) sweepLocks(place);
}

function sweepLocks(place: string): void {
  for (const path of lockedPaths(place)) {
    // Whoever holds the lock may let go of it: nobody else does in between.
    if (!exists(path))
      attempt(
        () => takeLock(path)?.(),
        () => undefined,
      );
  }
}
