import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { type JsonText, jsonDocument, say } from '../../core/text/safe-text.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { readRegularFile, reason } from '../system/files.js';
import { writeAtomically } from '../system/write-file.js';
import { scorecardPaths } from './layout.js';
import type { WrittenScorecard } from './store.js';

/** The one way in which a scorecard becomes text. */
export function scorecardText(card: Scorecard): JsonText {
  return jsonDocument(card);
}

/**
 * Writes the JSON of a scorecard, then the Markdown, each whole or not at all and never over another's. What stands
 * already as it would be written is left: so the same again goes on where a kill ended it. Returns the path of the JSON.
 *
 * @throws ScorecardError that names the file
 */
export function writeScorecard(folder: string, { card, markdown }: WrittenScorecard): string {
  const { json, markdown: report } = scorecardPaths(folder, card.id);
  // The record first: what is made from it can be made again.
  const isNew = writeOnce(json, scorecardText(card));
  if (isNew) replace(report, markdown);
  else if (readRegularFile(report) === undefined) writeOnce(report, markdown);
  return json;
}

/** Whether it was written; not, where the same stood already. */
function writeOnce(path: string, text: string): boolean {
  try {
    writeAtomically(path, text, { mayReplace: false });
    return true;
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw new ScorecardError(`${path}: ${reason(error)}`);
  }
  if (readRegularFile(path)?.equals(Buffer.from(text, 'utf8'))) return false;
  throw new ScorecardError(`${path} exists already, with different content`, {
    hint: say`move that file elsewhere, then submit again: the draft is kept`,
  });
}

/** A report whose record isn't there was left by a run of an earlier version that ended before the record. */
function replace(path: string, text: string): void {
  try {
    writeAtomically(path, text, { mayReplace: true });
  } catch (error) {
    throw new ScorecardError(`${path}: ${reason(error)}`);
  }
}
