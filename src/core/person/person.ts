import { createRoots } from '../collections/roots.js';
import { nameKey } from './name.js';

/** A candidate or an interviewer. */
export type Person = {
  readonly name: string;
  /** An e-mail address, or the id in an applicant tracking system. Where there is one, it is who they are. */
  readonly id?: string | undefined;
};

/** Two people, each by a name or an id. */
export type Pair = readonly [string, string];

/** Who is who among people that are known. */
export interface People {
  /** The same text for one person however they are written; `undefined` where a name may be one of several people. */
  keyOf(person: Person): string | undefined;
  /** Whether the two are one person; a name that may be one of several people is each of them. */
  isSame(a: Person, b: Person): boolean;
  /** Whether somebody else who is known has the name too: only the id tells them apart. */
  isShared(person: Person): boolean;
  /** The same text for all names that are one. */
  nameOf(person: Person): string;
  /** The ids of those who have the name. */
  idsOf(name: string): readonly string[];
}

/**
 * A person is their id where there is one, else their name. A name without an id is the one person of that name; where
 * several ids share it, nobody knows which it is. `same` says which names and ids are one person.
 */
export function createPeople(known: readonly Person[] = [], same: readonly Pair[] = []): People {
  const rootOf = rootsOf(same);
  const ids = new Map<string, Set<string>>();
  const addId = (name: string, id: string) => {
    const ofName = ids.get(name);
    if (ofName) ofName.add(id);
    else ids.set(name, new Set([id]));
  };
  for (const { name, id } of known) {
    if (!id) continue;
    addId(rootOf(name), rootOf(id));
    if (same.length > 0) addId(nameKey(name), rootOf(id));
  }
  const keyOf = ({ name, id }: Person): string | undefined => {
    const root = rootOf(id || name);
    if (id) return root;
    const ofName = ids.get(root);
    // A name may have been said to be an id.
    if (ofName === undefined || ofName.has(root)) return root;
    const [only, second] = ofName;
    return second === undefined ? only : undefined;
  };
  return {
    keyOf,
    isSame: (a, b) => {
      const [one, other] = [keyOf(a), keyOf(b)];
      return one !== undefined && other !== undefined ? one === other : rootOf(a.name) === rootOf(b.name);
    },
    isShared: ({ name }) => (ids.get(nameKey(name))?.size ?? 0) > 1,
    nameOf: ({ name }) => rootOf(name),
    idsOf: (name) => [...(ids.get(rootOf(name)) ?? [])],
  };
}

/**
 * One text for all the names and ids that are one person. Names and ids are looked up alike: nobody has another's id as
 * a name.
 */
function rootsOf(same: readonly Pair[]): (text: string) => string {
  const roots = createRoots();
  for (const [one, other] of same) roots.join(nameKey(one), nameKey(other));
  const keys = new Map<string, string>();
  return (text) => {
    const known = keys.get(text);
    if (known !== undefined) return known;
    const key = roots.of(nameKey(text));
    keys.set(text, key);
    return key;
  };
}
