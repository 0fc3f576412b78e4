import { at } from '../ratings/at.js';

/** One rating, and where it belongs. */
export interface Cell {
  readonly rating: number;
  /** Positions of its candidate and its other facets. */
  readonly place: readonly number[];
}

/** What ratings vary by: the facets whose positions together make one of its levels. */
export interface Effect<Name extends string = string> {
  readonly name: Name;
  readonly facets: readonly number[];
}

/** Cells by the levels of one effect. */
export interface Levels {
  /** For each cell, the number of its level. */
  readonly of: Int32Array;
  /** Cells at each level. */
  readonly counts: readonly number[];
  /** Sum of the ratings at each level. */
  readonly sums: readonly number[];
}

export function levelsOf(cells: readonly Cell[], { facets }: Effect): Levels {
  const known = new Map<string, number>();
  const of = new Int32Array(cells.length);
  const counts: number[] = [];
  const sums: number[] = [];
  cells.forEach(({ rating, place }, position) => {
    const key = facets.map((facet) => at(place, facet)).join(' ');
    const level = known.get(key) ?? known.size;
    known.set(key, level);
    of[position] = level;
    counts[level] = (counts[level] ?? 0) + 1;
    sums[level] = (sums[level] ?? 0) + rating;
  });
  return { of, counts, sums };
}
