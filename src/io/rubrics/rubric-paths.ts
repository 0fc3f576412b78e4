import { basename, join, resolve } from 'node:path';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { exists, isFolder } from '../system/files.js';
import type { Host } from '../system/host.js';
import { type RubricPath, rubricFilesIn, shownPath } from './rubric-folder.js';
import { findRubric, isRubricPath, type LibraryOptions, nearestRubricFolder } from './rubric-library.js';

/**
 * The files of what was named: the paths of files and folders, and roles. Without a name, those of the nearest folder
 * of rubrics. What is named twice is there once.
 *
 * @throws ScorecardError where there is no such role, or a folder has no rubric
 */
export function rubricPaths(named: readonly string[], host: Host, options: LibraryOptions): readonly RubricPath[] {
  const shown = (path: string): RubricPath => ({ path, shown: shownPath(host, path) });
  if (named.length === 0) return filesIn(shown(nearestRubricFolder(host, options)));
  const found = named.flatMap((name): readonly RubricPath[] => {
    const path = resolve(host.cwd, name);
    if (isFolder(path)) return filesIn({ path, shown: name });
    if (isRubricPath(name) || name.includes('/') || exists(path)) return [{ path, shown: name }];
    return [shown(findRubric(name, host, options).file)];
  });
  return withoutRepeats(found);
}

/** Files, each by the name by which it was found first. */
export function withoutRepeats(files: readonly RubricPath[]): readonly RubricPath[] {
  const paths = new Set<string>();
  return files.filter(({ path }) => !paths.has(path) && paths.add(path));
}

function filesIn({ path, shown }: RubricPath): readonly RubricPath[] {
  const files = rubricFilesIn(path);
  if (files.length > 0) return files.map((file) => ({ path: file, shown: join(shown, basename(file)) }));
  throw new ScorecardError(`${shown}: there is no rubric in this folder`, {
    hint: say`a rubric is a file whose name ends in .yaml`,
  });
}
