/** What a row is worth, and what is kept of it. */
interface Kept {
  readonly worth: number | undefined;
  readonly bytes: Uint8Array;
}

/** Rows that are gathered in any order and given out the best first; level ones as they came, those without worth last. */
export interface SortedRows {
  add(worth: number | undefined, bytes: Uint8Array): void;
  best(): AsyncIterable<Kept>;
  close(): void;
}

/** In memory, all of them or, with `most`, somewhat more than so many. */
export function sortInMemory(most = Number.POSITIVE_INFINITY): SortedRows {
  let kept: Kept[] = [];
  let enough = Math.max(4 * most, 1000);
  const sort = () => {
    kept.sort((a, b) => (b.worth ?? Number.NEGATIVE_INFINITY) - (a.worth ?? Number.NEGATIVE_INFINITY) || 0);
    return kept;
  };
  return {
    add: (worth, bytes) => {
      kept.push({ worth, bytes: bytes.slice() });
      if (kept.length < enough) return;
      const last = sort()[most - 1]?.worth;
      kept = kept.filter((row, at) => at < most || row.worth === last);
      // Where most are level, hardly any can be given up: they aren't looked through again at once.
      enough = Math.max(enough, 2 * kept.length);
    },
    best: async function* () {
      yield* sort();
    },
    close: () => {
      kept = [];
    },
  };
}
