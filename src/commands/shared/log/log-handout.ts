import type { Seal } from '../../../core/log/entry.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { ScorecardError } from '../../../errors.js';
import { storesAround } from '../../../io/store/blindness.js';
import { exists } from '../../../io/system/files.js';
import type { Host } from '../../../io/system/host.js';
import { actor } from './actor.js';

interface Handout {
  /** The files of the scorecards. */
  readonly paths: readonly string[];
  readonly seals: readonly Seal[];
  /** The store that `--store` gives. */
  readonly given: string | undefined;
  readonly as: string | undefined;
}

/**
 * Logs that something of a candidate is handed out: in the folder that has it, where there is a log, else in the
 * user's own store. Where that can't be logged, it is told, and handed out all the same: they have a right to it.
 */
export async function logHandout(
  type: 'export' | 'explain',
  { paths, seals, given, as }: Handout,
  host: Host,
): Promise<void> {
  const [own, ...around] = storesAround(host, { paths, given });
  const stores = new Map(around.filter((store) => store.hasLog()).map((store) => [store.location, store]));
  const by = await actor(as, host);
  for (const store of stores.size > 0 ? stores.values() : [own]) {
    try {
      if (!store || !exists(store.location)) throw new ScorecardError('there is no store');
      store.log({ type, by, scorecards: seals });
    } catch (error) {
      if (!(error instanceof ScorecardError)) throw error;
      host.stderr.write(say`This could not be logged: ${clean(error.message)}\n`);
    }
  }
}
