import { put } from '../../collections/put.js';
import type { Scorecard } from '../scorecard.js';

/** What says in whose place a scorecard stands. */
interface Version {
  readonly digest: string | undefined;
  /** The digest of the scorecard in whose place it stands. */
  readonly amends: string | undefined;
}

/** A scorecard and what stands in its place. */
export interface Chain<Item> {
  /** The one that counts. */
  readonly head: Item;
  /** The others, in the order given. */
  readonly others: readonly Item[];
  /** Whether two of them stand in place of one scorecard. */
  readonly isForked: boolean;
}

/**
 * Scorecards by what they amend. The newest counts; where two stand in place of one, the later, and the other stays out
 * with all that amends it. Amendments of one scorecard belong together also where it was not read itself.
 */
export function chainsOf<Item>(
  items: readonly Item[],
  versionOf: (item: Item) => Version,
  compare: (a: Item, b: Item) => number,
): readonly Chain<Item>[] {
  const byDigest = new Map(items.map((item) => [versionOf(item).digest, item]));
  const successors = new Map<string, Item[]>();
  const chains = new Map<string | Item, Item[]>();
  const rootOf = createRoots(byDigest, versionOf);
  for (const item of items) {
    const { amends } = versionOf(item);
    if (amends !== undefined) put(successors, amends, item);
    put(chains, rootOf(item), item);
  }
  const latest = (some: readonly Item[] = []) => [...some].sort(compare).at(-1);
  return [...chains].map(([root, chain]) => {
    // In a circle, which no digest can make, nobody is first.
    const first = typeof root === 'string' ? (byDigest.get(root) ?? latest(successors.get(root))) : root;
    const seen = new Set<Item>();
    let head = first ?? (chain[0] as Item);
    for (let next: Item | undefined = head; next !== undefined && !seen.has(next); ) {
      head = next;
      seen.add(head);
      next = latest(successors.get(versionOf(head).digest ?? ''));
    }
    return { head, others: chain.filter((item) => item !== head), isForked: isForked(chain, versionOf) };
  });
}

/** The digest of the scorecard with which a chain begins, read or not; the scorecard itself where it has none. */
function createRoots<Item>(byDigest: ReadonlyMap<string | undefined, Item>, versionOf: (item: Item) => Version) {
  const known = new Map<Item, string | Item>();
  return (item: Item): string | Item => {
    const way = new Set<Item>();
    let at = item;
    let root: string | Item | undefined;
    while (root === undefined) {
      way.add(at);
      const { digest, amends } = versionOf(at);
      const before = amends === undefined ? undefined : byDigest.get(amends);
      if (known.has(at)) root = known.get(at);
      else if (amends === undefined) root = digest ?? at;
      else if (before === undefined || way.has(before)) root = amends;
      else at = before;
    }
    for (const one of way) known.set(one, root);
    return root;
  };
}

function isForked<Item>(chain: readonly Item[], versionOf: (item: Item) => Version): boolean {
  const amended = chain.flatMap((item) => versionOf(item).amends ?? []);
  return new Set(amended).size < amended.length;
}

type Sealed = Pick<Scorecard, 'amends' | 'digest' | 'submittedAt'>;

/** The scorecards in whose place no other one of them stands: of each chain of amendments the one that counts. */
export function newestOf<Item>(items: readonly Item[], cardOf: (item: Item) => Sealed): readonly Item[] {
  return sealedChains(items, cardOf).map(({ head }) => head);
}

/** Scorecards by what they amend; of two in place of one the later by its seal. */
export function sealedChains<Item>(items: readonly Item[], cardOf: (item: Item) => Sealed): readonly Chain<Item>[] {
  const versionOf = (item: Item): Version => {
    const { digest, amends } = cardOf(item);
    return { digest, amends: amends?.digest };
  };
  const byTime = (a: Item, b: Item) => sealedAt(cardOf(a)) - sealedAt(cardOf(b));
  return chainsOf(items, versionOf, byTime);
}

/** When it was sealed, in milliseconds since the epoch; what was not counts as the oldest. */
export function sealedAt({ submittedAt }: Pick<Scorecard, 'submittedAt'>): number {
  return Date.parse(submittedAt ?? '') || 0;
}
