import { dirname } from 'node:path';
import type { Rubric } from '../../core/rubric/rubric.js';
import { jsonDocument } from '../../core/text/safe-text.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { accessIn, makeFolder } from '../system/access.js';
import { exists, reason } from '../system/files.js';
import { writeAtomically } from '../system/write-file.js';
import { rubricPath } from './layout.js';

/**
 * Keeps a rubric that was used, once, so that what each rating would have meant can be read when its file has changed
 * or gone. `sha256` is that of the file, as scorecards name it.
 *
 * @throws ScorecardError when it can't be written
 */
export function keepRubric(folder: string, rubric: Rubric, sha256: string): void {
  // A journal that was changed by hand may say anything.
  if (!/^[0-9a-f]{64}$/.test(sha256)) return;
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
