import { renameSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { replay, type Session } from '../../core/interview/session.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { exists, readRegularFile, reason, syncFolder } from '../system/files.js';
import { sweepTemporaries } from '../system/write-file.js';
import { isWritten, readDraft } from './drafts.js';
import { readJournal } from './journal/read-journal.js';
import { keepRubric } from './kept-rubrics.js';
import {
  draftPath,
  draftsFolder,
  foldersOf,
  historyFolder,
  type JournalFile,
  journalPath,
  makePersonFolder,
  personSlug,
  scorecardPaths,
} from './layout.js';
import { takeLock } from './recorder.js';
import type { Recorder, Sealing, Submission, WrittenScorecard } from './store.js';
import { scorecardText, writeReport, writeScorecard } from './write-scorecard.js';

/**
 * Writes what a recorded submission consists of, then puts the draft away. In this order, so that what stands last says that
 * all before it stands: the scorecard, its signature, its report, the journal in the history.
 *
 * @throws ScorecardError when the scorecard or its report can't be written: the draft is kept
 */
export function submitDraft(folder: string, recorder: Recorder, sealing: Sealing): Submission {
  const written = sealing.write(recorder.session);
  const { id } = written.card;
  const { json } = scorecardPaths(folder, id);
  const unsigned = isOfAnotherVersion(folder, written) ? undefined : writeAll(folder, written, sealing);
  const unkept = keepUsed(folder, recorder.session);
  recorder.close();
  const left = putAway(folder, id);
  return { ...written, location: json, warnings: [unsigned, unkept, left].filter((words) => words !== undefined) };
}

/** For drafts of version 0.1, and those that could not have it kept when they were begun. Returns why it can't be. */
function keepUsed(folder: string, { open: { rubric, sha256, variant } }: Session): string | undefined {
  // With a variant applied it is not the rubric of that file any more.
  if (variant !== undefined) return undefined;
  try {
    keepRubric(folder, rubric, sha256);
    return undefined;
  } catch (error) {
    if (error instanceof ScorecardError) return `the rubric could not be kept: ${error.message}`;
    throw error;
  }
}

/** Whether the scorecard of this draft stands, and this version would write another: what is sealed stays as it is. */
function isOfAnotherVersion(folder: string, { card }: WrittenScorecard): boolean {
  if (!isWritten(folder, { id: card.id, path: draftPath(folder, card.id) })) return false;
  return readRegularFile(scorecardPaths(folder, card.id).json)?.equals(Buffer.from(scorecardText(card))) === false;
}

/** What stands already is left. Returns why it could not be signed. */
function writeAll(folder: string, written: WrittenScorecard, { sign }: Sealing): string | undefined {
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
    const unsigned = complete(folder, { id, path }, sealing);
    return [unsigned, putAway(folder, id)].filter((words) => words !== undefined);
  } finally {
    release();
  }
}

function complete(folder: string, file: JournalFile, sealing: Sealing): string | undefined {
  try {
    const session = replay(readDraft(file).events);
    // Version 0.1 recorded no submission: it wrote the scorecard last.
    if (session.submission === undefined) return undefined;
    const written = sealing.write(session);
    return isOfAnotherVersion(folder, written) ? undefined : writeAll(folder, written, sealing);
  } catch (error) {
    if (error instanceof ScorecardError) return error.message;
    throw error;
  }
}

/** Puts away a draft that has a scorecard, which is what counts. Returns why it could not. */
function putAway(folder: string, id: string): string | undefined {
  try {
    archiveDraft(folder, id);
    return undefined;
  } catch (error) {
    if (!(error instanceof ScorecardError)) throw error;
    return `${id} was submitted, and its draft could not be put away: ${error.message}`;
  }
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
  try {
    const [open] = readJournal(path).events;
    return personSlug(open.interviewer);
  } catch (error) {
    if (error instanceof ScorecardError) return UNKNOWN_PERSON;
    throw error;
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

/** Removes what killed programs left half-written in the folders of a store. */
export function sweepStore(folder: string): void {
  for (const place of foldersOf(folder)) sweepTemporaries(place);
}
