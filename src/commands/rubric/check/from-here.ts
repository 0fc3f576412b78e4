import { relative, resolve, sep } from 'node:path';
import type { Problem } from '../../../core/problem.js';
import type { Host } from '../../../io/system/host.js';

/** Problems with their files as other programs look for them: from the working folder, with slashes. */
export function fromHere(problems: readonly Problem[], { cwd }: Pick<Host, 'cwd'>): readonly Problem[] {
  return problems.map((problem) => {
    const { file } = problem;
    return file === undefined ? problem : { ...problem, file: relative(cwd, resolve(cwd, file)).split(sep).join('/') };
  });
}
