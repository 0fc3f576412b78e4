import { unlinkSync } from 'node:fs';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { slugOf } from '../../core/text/slug.js';
import { ScorecardError } from '../../errors.js';
import { exists, reason, writeAtomically } from '../system/files.js';
import { draftPath, scorecardPaths } from './layout.js';
import type { Naming, WrittenScorecard } from './store.js';

/** A name that neither a file nor a draft of the folder has. */
export function freeId(folder: string, { candidate, interviewer, role, startedAt }: Naming): string {
  const name = `${startedAt.slice(0, 10)}-${slugOf(candidate)}-${role}-${slugOf(interviewer)}`;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? name : `${name}-${number}`;
    const taken = [draftPath(folder, id), ...Object.values(scorecardPaths(folder, id))];
    if (!taken.some(exists)) return id;
  }
}

/** The one way in which a scorecard becomes text: two spaces, one newline at the end. */
export function scorecardText(card: Scorecard): string {
  return `${JSON.stringify(card, undefined, 2)}\n`;
}

/**
 * Writes the JSON and the Markdown of a scorecard, each whole or not at all and never over another file. Returns the
 * path of the JSON.
 *
 * @throws ScorecardError that names the file
 */
export function writeScorecard(folder: string, { card, markdown }: WrittenScorecard): string {
  const paths = scorecardPaths(folder, card.id);
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
  return paths.json;
}
