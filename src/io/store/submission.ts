import { replay } from '../../core/interview/session.js';
import { ScorecardError } from '../../errors.js';
import { readRegularFile } from '../system/files.js';
import { sweepTemporaries } from '../system/write-file.js';
import { archiveDraft } from './archive.js';
import { isWritten, readDraft } from './drafts.js';
import { draftsFolder, historyFolder, scorecardPaths } from './layout.js';
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
  recorder.close();
  const kept = putAway(folder, id);
  return { ...written, location: json, warnings: [unsigned, kept].filter((words) => words !== undefined) };
}

/** Whether the scorecard of this draft stands, and this version would write another: what is sealed stays as it is. */
function isOfAnotherVersion(folder: string, { card }: WrittenScorecard): boolean {
  if (!isWritten(folder, card.id)) return false;
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
  const release = takeLock(folder, id);
  if (!release) return [];
  try {
    const unsigned = complete(folder, id, sealing);
    return [unsigned, putAway(folder, id)].filter((words) => words !== undefined);
  } finally {
    release();
  }
}

function complete(folder: string, id: string, sealing: Sealing): string | undefined {
  try {
    const session = replay(readDraft(folder, id).events);
    // Version 0.1 recorded no submission: it wrote the scorecard last.
    if (session.submittedAt === undefined) return undefined;
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

/** Removes what killed programs left half-written in the folders of a store. */
export function sweepStore(folder: string): void {
  for (const place of [folder, draftsFolder(folder), historyFolder(folder)]) sweepTemporaries(place);
}
