import { dirname } from 'node:path';
import { type LoggedSeal, loggedSeals } from '../../core/log/logged-seals.js';
import { storeAt } from '../../io/store/folder-store.js';
import type { Histories, Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';

/** What is kept beside the scorecards of a folder, read once for all of them. */
export interface Neighbours {
  readonly store: Store;
  readonly histories: Histories;
  /** What the log tells of, by digest. */
  readonly logged: ReadonlyMap<string, LoggedSeal>;
  /** How many lines of the log say nothing to this version. */
  readonly unreadLines: number;
}

/** What is beside a file, by its absolute path. */
export type FindNeighbours = (path: string) => Neighbours;

export function createNeighbours(host: Host): FindNeighbours {
  const folders = new Map<string, Neighbours>();
  return (path) => {
    const folder = dirname(path);
    const known = folders.get(folder);
    if (known) return known;
    const store = storeAt(folder, host);
    const log = store.readLog();
    const logged = new Map(loggedSeals(log).map((seal) => [seal.digest, seal]));
    const neighbours = { store, histories: store.histories(), logged, unreadLines: log.unread.length };
    folders.set(folder, neighbours);
    return neighbours;
  };
}
