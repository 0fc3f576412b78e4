import { basename, dirname } from 'node:path';
import { isScorecard } from '../../core/scorecard/quick-check.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { type JsonText, jsonDocument, type MarkdownText, say, type TerminalText } from '../../core/text/safe-text.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { accessIn, type FolderAccess } from '../system/access.js';
import { exists, readRegularFile, reason } from '../system/files.js';
import { parseJson } from '../system/parse-json.js';
import { writeAtomically } from '../system/write-file.js';
import { scorecardPaths } from './layout.js';
import type { WrittenScorecard } from './store.js';

/** The one way in which a scorecard becomes text. */
export function scorecardText(card: Scorecard): JsonText {
  return jsonDocument(card);
}

/**
 * Writes the JSON of a scorecard, whole or not at all and never over another's. Returns the path.
 *
 * @throws ScorecardError that names the file
 */
export function writeScorecard(folder: string, { card }: WrittenScorecard): string {
  const path = scorecardPaths(folder, card.id).json;
  const hint = say`move that file elsewhere, then submit again: the draft is kept`;
  writeSealed(path, scorecardText(card), { access: accessIn(folder), hint });
  return path;
}

/**
 * Writes the report beside a scorecard, and after it.
 *
 * @throws ScorecardError that names the file
 */
export function writeReport(folder: string, { card, markdown }: WrittenScorecard): void {
  writeBeside(scorecardPaths(folder, card.id).markdown, markdown, accessIn(folder));
}

interface Sealed {
  readonly access: FolderAccess;
  /** What to do where a file of that name has other content. */
  readonly hint: TerminalText;
}

/**
 * Writes what is sealed, whole or not at all and never over anything else. What stands already as it would be written is
 * left: so the same again goes on where a kill ended it.
 *
 * @throws ScorecardError that names the file
 */
export function writeSealed(path: string, text: JsonText, { access, hint }: Sealed): void {
  try {
    writeAtomically(path, text, { mayReplace: false, ...access.sealed });
    return;
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw new ScorecardError(`${path}: ${reason(error)}`);
  }
  if (readRegularFile(path)?.equals(Buffer.from(text, 'utf8'))) return;
  throw new ScorecardError(`${path} exists already, with different content`, { hint });
}

/**
 * Writes what stands beside a sealed file, and after it: what is made from it can be made again, and replaces what a run
 * left that ended before that.
 *
 * @throws ScorecardError that names the file
 */
export function writeBeside(path: string, text: MarkdownText, access: FolderAccess): void {
  try {
    if (readRegularFile(path)?.equals(Buffer.from(text, 'utf8'))) return;
    writeAtomically(path, text, { mayReplace: true, ...access.sealed });
  } catch (error) {
    throw new ScorecardError(`${path}: ${reason(error)}`);
  }
}

/**
 * Writes the report beside the scorecard at this path, where there is none. What can't be read is left to who verifies.
 *
 * @throws ScorecardError that names the file
 */
export function writeMissingReport(path: string, render: (card: Scorecard) => MarkdownText): void {
  const folder = dirname(path);
  const id = basename(path, '.json');
  if (exists(scorecardPaths(folder, id).markdown)) return;
  const stored = parseJson(readRegularFile(path) ?? Buffer.alloc(0));
  if (!isScorecard(stored) || stored.schemaVersion !== 2 || stored.id !== id) return;
  writeReport(folder, { card: stored, markdown: render(stored) });
}
