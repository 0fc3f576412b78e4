import { resolve } from 'node:path';
import { clean, say } from '../../../core/text/safe-text.js';
import { ScorecardError } from '../../../errors.js';
import { caseFilesIn, casesBeside, isCaseFile } from '../../../io/rubrics/case-files.js';
import { type RubricPath, shownPath } from '../../../io/rubrics/rubric-folder.js';
import { type LibraryOptions, nearestRubricFolder } from '../../../io/rubrics/rubric-library.js';
import { rubricPaths, withoutRepeats } from '../../../io/rubrics/rubric-paths.js';
import { exists, isFolder } from '../../../io/system/files.js';
import type { Host } from '../../../io/system/host.js';

/**
 * The files with cases that are meant by files of cases, rubrics, roles and folders; without a name, those of the
 * nearest folder of rubrics.
 *
 * @throws ScorecardError where there is none
 */
export function casePaths(named: readonly string[], options: LibraryOptions, host: Host): readonly RubricPath[] {
  if (named.length === 0) {
    const folder = nearestRubricFolder(host, options);
    return inFolder({ path: folder, shown: shownPath(host, folder) });
  }
  const found = named.flatMap((name): readonly RubricPath[] => {
    const path = resolve(host.cwd, name);
    if (isFolder(path)) return inFolder({ path, shown: name });
    if (isCaseFile(name)) return [{ path, shown: name }];
    return rubricPaths([name], host, options).map(beside);
  });
  return withoutRepeats(found);
}

function inFolder(folder: RubricPath): readonly RubricPath[] {
  const files = caseFilesIn(folder);
  if (files.length > 0) return files;
  throw new ScorecardError(`${folder.shown}: there are no tests in this folder`, {
    hint: say`a test stands beside its rubric: sre.test.yaml beside sre.yaml`,
  });
}

function beside(rubric: RubricPath): RubricPath {
  const cases = casesBeside(rubric);
  if (exists(cases.path)) return cases;
  throw new ScorecardError(`${rubric.shown} has no test`, { hint: say`write ${clean(cases.shown)} beside it` });
}
