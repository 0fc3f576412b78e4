import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonText, type MarkdownText, say } from '../../core/text/safe-text.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { makePrivateFolder, reason } from './files.js';
import { writeAtomically } from './write-file.js';

/** @throws ScorecardError when something is in the folder already; `shown` is how messages name it */
export function checkEmptyFolder(path: string, shown: string): void {
  if (isEmpty(path, shown)) return;
  throw new ScorecardError(`${shown} is not empty`, { hint: say`name a folder that does not exist yet` });
}

/**
 * Writes files into a folder that is new or empty, private to the user.
 *
 * @throws ScorecardError when it can't be written
 */
export function writeFolder(
  path: string,
  files: Readonly<Record<string, JsonText | MarkdownText>>,
  shown: string,
): void {
  makePrivateFolder(path);
  for (const [name, text] of Object.entries(files)) {
    try {
      writeAtomically(join(path, name), text, { mayReplace: false });
    } catch (error) {
      throw new ScorecardError(`${join(shown, name)}: ${reason(error)}`);
    }
  }
}

function isEmpty(path: string, shown: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return true;
    throw new ScorecardError(`${shown}: ${reason(error)}`);
  }
}
