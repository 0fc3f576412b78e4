import { readdirSync } from 'node:fs';
import { ScorecardError, systemCode } from '../../../errors.js';
import { reason } from '../../system/files.js';
import { isPlanName, plansFolder } from '../layout.js';

/** The names of a store's plans, in order; none where there is no folder of them. `shown` is how messages name the store. */
export function planNames(store: string, shown: string): readonly string[] {
  try {
    return readdirSync(plansFolder(store))
      .filter(isPlanName)
      .sort((a, b) => (stemOf(a) < stemOf(b) ? -1 : 1));
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new ScorecardError(`${plansFolder(shown)}: ${reason(error)}`);
  }
}

/** The name of a plan without its folder and ending. */
export function stemOf(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/i, '');
}
