import type { Pair } from './person.js';

/** That somebody's data is kept, whatever their time is: until it is released. */
export interface Hold {
  /** A name or an id. */
  readonly person: string;
  readonly why: string;
  readonly since?: string;
  readonly by?: string;
}

/** What was said of the people in a store. */
export interface Known {
  /** Names and ids that are one person. */
  readonly same: readonly Pair[];
  /** Names that are nearly one, and are not one person. */
  readonly different: readonly Pair[];
  readonly holds: readonly Hold[];
}

export const NOTHING_KNOWN: Known = { same: [], different: [], holds: [] };

/** All that is known in one. */
export function joinKnown(all: readonly Known[]): Known {
  return {
    same: all.flatMap(({ same }) => same),
    different: all.flatMap(({ different }) => different),
    holds: all.flatMap(({ holds }) => holds),
  };
}
