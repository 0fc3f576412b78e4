import type { Pair } from './person.js';

/** What was said of the people in a store. */
export interface Known {
  /** Names and ids that are one person. */
  readonly same: readonly Pair[];
  /** Names that are nearly one, and are not one person. */
  readonly different: readonly Pair[];
}

export const NOTHING_KNOWN: Known = { same: [], different: [] };

/** All that is known in one. */
export function joinKnown(all: readonly Known[]): Known {
  return { same: all.flatMap(({ same }) => same), different: all.flatMap(({ different }) => different) };
}
