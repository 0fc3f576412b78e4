import { resolve } from 'node:path';
import { ScorecardError } from '../../errors.js';
import { isSameFile } from '../../io/system/files.js';
import { refuseExisting } from '../../io/system/sink.js';
import { askToReplace } from '../shared/deliver.js';
import type { BatchContext } from './batch-prepare.js';

export interface BatchPath {
  /** Absolute. */
  readonly path: string;
  /** As the user named it. */
  readonly shown: string;
  readonly mayReplace: boolean;
}

/** Where a batch writes; `undefined` stands for stdout, and for rejects that are only told. */
export interface BatchPaths {
  readonly output: BatchPath | undefined;
  readonly rejects: BatchPath | undefined;
}

/** @throws ScorecardError, before any work is done, where a file exists or is the table itself */
export async function resultPaths({ file, options, host }: BatchContext): Promise<BatchPaths> {
  const { output, rejects, force } = options;
  const hasFile = output !== undefined && output !== '-';
  const beside = hasFile ? `${output.replace(/\.[a-z]+$/i, '')}.rejects.csv` : undefined;
  const pathOf = async (shown: string | undefined): Promise<BatchPath | undefined> => {
    if (shown === undefined) return undefined;
    const path = resolve(host.cwd, shown);
    if (file !== '-' && isSameFile(path, resolve(host.cwd, file))) {
      throw new ScorecardError(`${shown} is the table that is read; it is never written over`, {
        hint: 'pass another name with -o, or with --rejects',
      });
    }
    const mayReplace = await askToReplace(path, { output: shown, ...(force ? { force } : {}) }, host);
    refuseExisting(path, { mayReplace, shown });
    return { path, shown, mayReplace };
  };
  return { output: await pathOf(hasFile ? output : undefined), rejects: await pathOf(rejects ?? beside) };
}
