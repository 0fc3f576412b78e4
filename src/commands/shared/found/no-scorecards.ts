import { resolve } from 'node:path';
import { say } from '../../../core/text/safe-text.js';
import { EXIT, ScorecardError } from '../../../errors.js';
import { givenStore, storeFolder } from '../../../io/store/layout.js';
import { planNames } from '../../../io/store/plans/plan-names.js';
import { exists } from '../../../io/system/files.js';
import type { Host } from '../../../io/system/host.js';

interface Places {
  readonly store?: string | undefined;
  /** Files and folders that were named. */
  readonly paths?: readonly string[];
}

/** Nothing is there to show yet: the same words and the same exit code in every command. */
export function noScorecards({ store, paths = [] }: Places, host: Host): ScorecardError {
  const begin =
    planNames(storeFolder(host, store), givenStore(host, store)).length > 0
      ? say`panels are planned, and who is waited for is told by: ${host.program} panel status`
      : say`begin: ${host.program} interview, or name another folder: --store DIR`;
  const places = store === undefined && paths.length > 0 ? paths : [givenStore(host, store), ...paths];
  return new ScorecardError(`no scorecards in ${places.join(', ')} yet`, {
    hint: begin,
    exitCode: EXIT.no,
  });
}

/** @throws ScorecardError where a folder that was named isn't there: the usual one need not be there yet */
export function checkStore(store: string | undefined, { cwd }: Pick<Host, 'cwd'>): void {
  if (store === undefined || exists(resolve(cwd, store))) return;
  throw new ScorecardError(`${store}: there is no such folder`);
}
