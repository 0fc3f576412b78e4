import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Problem } from '../../../core/problem.js';
import { exists } from '../../../io/system/files.js';
import type { Host } from '../../../io/system/host.js';

/**
 * Problems with their files as what reviews them looks for them: from the root of the repository, or from the working
 * folder where that is in none, with slashes. What lies outside has its whole path.
 */
export function fromRoot(problems: readonly Problem[], { cwd }: Pick<Host, 'cwd'>): readonly Problem[] {
  const root = repositoryOf(cwd) ?? cwd;
  return problems.map((problem) => {
    const { file } = problem;
    if (file === undefined) return problem;
    const path = resolve(cwd, file);
    const steps = relative(root, path).split(sep);
    return { ...problem, file: steps[0] === '..' ? path.split(sep).join('/') : steps.join('/') };
  });
}

/** The nearest folder with a `.git` in it, which a worktree has as a file. */
function repositoryOf(folder: string): string | undefined {
  if (exists(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryOf(above);
}
