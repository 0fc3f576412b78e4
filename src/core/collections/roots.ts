/** Which texts stand for one and the same. */
export interface Roots {
  /** The same text for all that were joined. */
  of(key: string): string;
  /** From now on the root of `one` stands for `other` and all that was joined to it. */
  join(one: string, other: string): void;
}

/** Keys of which none is joined yet; near-constant work for each, in whatever order they are joined. */
export function createRoots(): Roots {
  const parents = new Map<string, string>();
  const of = (key: string): string => {
    let root = key;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) {
      // The next search is half as long.
      parents.set(root, parents.get(up) ?? up);
      root = up;
    }
    return root;
  };
  return {
    of,
    join: (one, other) => {
      const [into, root] = [of(one), of(other)];
      if (root !== into) parents.set(root, into);
    },
  };
}
