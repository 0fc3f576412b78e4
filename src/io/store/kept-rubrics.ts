import { dirname } from 'node:path';
import { parseRubric } from '../../core/rubric/parse-rubric.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { jsonDocument } from '../../core/text/safe-text.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { accessIn, makeFolder } from '../system/access.js';
import { exists, isReadable, readRegularFile, reason } from '../system/files.js';
import { parseJson } from '../system/parse-json.js';
import { writeAtomically } from '../system/write-file.js';
import { rubricPath } from './layout.js';

/** A file that was changed by hand may say anything, another path too. */
const SHA256 = /^[0-9a-f]{64}$/;

/** A rubric that was kept, by the SHA-256 that scorecards name; `undefined` where none can be read. */
export function readKeptRubric(folder: string, sha256: string): Rubric | undefined {
  if (!SHA256.test(sha256)) return undefined;
  const path = rubricPath(folder, sha256);
  const data = exists(path) && isReadable(path) ? parseJson(readRegularFile(path) ?? new Uint8Array()) : undefined;
  const checked = data === undefined ? undefined : parseRubric(data);
  return checked?.ok ? checked.value : undefined;
}

/**
 * Keeps a rubric that was used, once, so that what each rating would have meant can be read when its file has changed
 * or gone. `sha256` is what scorecards name it by; where it extends another, that of the file which is written here.
 *
 * @throws ScorecardError when it can't be written
 */
export function keepRubric(folder: string, rubric: Rubric, sha256: string): void {
  if (!SHA256.test(sha256)) return;
  const path = rubricPath(folder, sha256);
  try {
    const { folder: access, sealed } = accessIn(folder);
    makeFolder(dirname(path), access);
    if (exists(path)) return;
    writeAtomically(path, jsonDocument(rubric), { mayReplace: false, ...sealed });
  } catch (error) {
    if (error instanceof ScorecardError) throw error;
    // Another program was quicker.
    if (systemCode(error) !== 'EEXIST') throw new ScorecardError(`${path}: ${reason(error)}`);
  }
}
