import type { Scorecard } from './scorecard.js';

type Versioned = Pick<Scorecard, 'amends' | 'digest' | 'submittedAt'>;

/**
 * The scorecards in whose place no other one of them stands: of each chain of amendments the newest. Where two amend one
 * scorecard, the later counts; the other stays out, and all that amends it.
 */
export function newestOf<Item>(items: readonly Item[], cardOf: (item: Item) => Versioned): readonly Item[] {
  const successors = new Map<string, Item>();
  for (const item of items) {
    const { amends } = cardOf(item);
    if (amends === undefined) continue;
    const known = successors.get(amends.digest);
    if (known === undefined || timeOf(cardOf(item)) >= timeOf(cardOf(known))) successors.set(amends.digest, item);
  }
  const own = new Set(items.map((item) => cardOf(item).digest));
  const ends = items
    .filter((item) => {
      const { amends } = cardOf(item);
      return amends === undefined || !own.has(amends.digest);
    })
    .map((first) => endOf(first, (item) => successors.get(cardOf(item).digest ?? '')));
  return [...new Set(ends)];
}

function endOf<Item>(first: Item, nextOf: (item: Item) => Item | undefined): Item {
  const seen = new Set([first]);
  let last = first;
  for (let next = nextOf(first); next !== undefined && !seen.has(next); next = nextOf(next)) {
    seen.add(next);
    last = next;
  }
  return last;
}

function timeOf({ submittedAt }: Versioned): number {
  return submittedAt === undefined ? 0 : Date.parse(submittedAt);
}
