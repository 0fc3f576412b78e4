import { beforeMisreading, hasLostSigns } from '../text/misread.js';

/** Names of a table that look as if they had been read in the wrong encoding. */
export interface MisreadNames {
  /** How many there are, and the first of them. */
  readonly count: number;
  readonly first: string | undefined;
  /** What the first one was; `undefined` where its signs are gone. */
  readonly before: string | undefined;
}

export interface NameCheck {
  readonly found: MisreadNames;
  add(name: string): void;
}

export function createNameCheck(): NameCheck {
  const found: { count: number; first: string | undefined; before: string | undefined } = {
    count: 0,
    first: undefined,
    before: undefined,
  };
  return {
    found,
    add: (name) => {
      const before = beforeMisreading(name);
      if (before === undefined && !hasLostSigns(name)) return;
      found.count += 1;
      if (found.count > 1) return;
      found.first = name;
      found.before = before;
    },
  };
}
