import { dirname, resolve } from 'node:path';
import { sealedChains } from '../../../core/scorecard/chain/newest.js';
import { clean, say } from '../../../core/text/safe-text.js';
import type { Host } from '../../../io/system/host.js';
import { type ReadCard, readFolder } from './read-found.js';

/** Tells of each of these scorecards that was amended which one counts in its place. */
export function tellNewer(cards: readonly ReadCard[], host: Host): void {
  const amongThese = newestInPlaceOf(cards);
  const folders = new Map<string, ReturnType<typeof newestInPlaceOf>>();
  const inFolder = (folder: string) => {
    const known = folders.get(folder) ?? newestInPlaceOf(readFolder(folder, host));
    folders.set(folder, known);
    return known;
  };
  for (const { card, path, by } of cards) {
    // A file that was named itself was read without what stands beside it.
    const newest = by === 'file' ? inFolder(dirname(resolve(host.cwd, path))) : amongThese;
    const id = newest.get(card.digest);
    if (id !== undefined) host.stderr.write(say`${clean(path)} was amended: the newest is ${clean(id)}\n`);
  }
}

/** The name of the scorecard that counts in place of each that was amended, by its digest. */
function newestInPlaceOf(read: readonly ReadCard[]): ReadonlyMap<string | undefined, string> {
  const cards = read.map(({ card }) => card);
  const amended = new Set(cards.flatMap(({ amends }) => amends?.digest ?? []));
  return new Map(
    sealedChains(cards, (card) => card).flatMap(({ head, others }) =>
      others.flatMap(({ digest }) => (digest !== undefined && amended.has(digest) ? [[digest, head.id] as const] : [])),
    ),
  );
}
