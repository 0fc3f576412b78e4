import { dirname, resolve } from 'node:path';
import { clean, say } from '../../../core/text/safe-text.js';
import type { Host } from '../../../io/system/host.js';
import { type ReadCard, readFolder } from './read-found.js';

/** Tells of each of these scorecards that was amended which one counts in its place. */
export function tellNewer(cards: readonly ReadCard[], host: Host): void {
  const byCandidate = successorsOf(cards);
  for (const { card, path, by } of cards) {
    // A file that was named itself was read without what stands beside it.
    const around = by === 'file' ? successorsOf(readFolder(dirname(resolve(host.cwd, path)), host)) : byCandidate;
    const newest = newestAfter(card, around);
    if (newest) host.stderr.write(say`${clean(path)} was amended: the newest is ${clean(newest.id)}\n`);
  }
}

type Card = ReadCard['card'];

/** What amends a scorecard, by its digest; of two amendments the later. */
function successorsOf(cards: readonly ReadCard[]): ReadonlyMap<string, Card> {
  const time = ({ submittedAt = '' }: Card) => Date.parse(submittedAt) || 0;
  const inOrder = cards.map(({ card }) => card).sort((a, b) => time(a) - time(b));
  return new Map(inOrder.flatMap((card) => (card.amends ? [[card.amends.digest, card]] : [])));
}

function newestAfter(card: Card, successors: ReadonlyMap<string, Card>): Card | undefined {
  const seen = new Set<Card>();
  let newest: Card | undefined;
  for (let next = successors.get(card.digest ?? ''); next && !seen.has(next); ) {
    newest = next;
    seen.add(next);
    next = successors.get(next.digest ?? '');
  }
  return newest;
}
