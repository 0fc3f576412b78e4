import { nameKey } from './name.js';
import { plainLetters } from './near-names.js';
import { formatPerson, parsePerson } from './parse-person.js';
import type { People, Person } from './person.js';

/** Whom typed text may mean. */
export type PersonMatch<P extends Person> =
  | { readonly type: 'found'; readonly person: P }
  | { readonly type: 'ambiguous'; readonly people: readonly P[] }
  | { readonly type: 'unknown' };

/**
 * The one person of that id or name, however it is spelt; else the one whose name has a word that begins with each word
 * typed: "ada" finds "Ada Example" where there is one Ada. `people` are different people.
 */
export function findPerson<P extends Person>(typed: string, people: readonly P[]): PersonMatch<P> {
  const { name, id } = parsePerson(typed);
  const wanted = nameKey(id ?? name);
  const byId = people.filter((person) => person.id !== undefined && nameKey(person.id) === wanted);
  if (byId.length > 0) return matchOf(byId);
  const key = nameKey(name);
  const named = people.filter((person) => nameKey(person.name) === key);
  // Whoever typed an id meant nobody with another.
  const exact = id === undefined ? named : named.filter((person) => person.id === undefined);
  if (exact.length > 0) return matchOf(exact);
  const parts = key.split(' ').filter(Boolean);
  if (id !== undefined || parts.length === 0) return { type: 'unknown' };
  return matchOf(
    people.filter((person) => {
      const words = nameKey(person.name).split(/[^\p{L}\p{M}\p{N}]+/u);
      return parts.every((part) => words.some((word) => word.startsWith(part)));
    }),
  );
}

/** The people of whom a word, be it without its accents, begins with each word typed, as while a name is typed. */
export function peopleLike<P extends Person>(typed: string, people: readonly P[]): readonly P[] {
  const parts = wordsIn(typed);
  if (parts.length === 0) return people;
  return people.filter(({ name, id = '' }) => {
    const words = wordsIn(`${name} ${id}`);
    return parts.every((part) => words.some((word) => word.startsWith(part)));
  });
}

function wordsIn(name: string): readonly string[] {
  return plainLetters(nameKey(name))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}

/**
 * The same among people who may each be written in several ways: by any name that is theirs, also one that none of
 * these spellings has. A name that may be one of several people is nobody's.
 */
export function findAmong<P extends Person>(typed: string, spellings: readonly P[], people: People): PersonMatch<P> {
  const key = people.keyOf(parsePerson(typed));
  const known = key === undefined ? undefined : spellings.find((person) => people.keyOf(person) === key);
  if (known) return { type: 'found', person: known };
  const match = findPerson(typed, spellings);
  if (match.type !== 'ambiguous') return match;
  return matchOf([...new Map(match.people.map((one) => [people.keyOf(one) ?? `? ${one.name}`, one])).values()]);
}

function matchOf<P extends Person>(people: readonly P[]): PersonMatch<P> {
  const [only, second] = people;
  if (only === undefined) return { type: 'unknown' };
  return second === undefined ? { type: 'found', person: only } : { type: 'ambiguous', people };
}

/** How each of these people is shown: by name, with the id where another of them has the same name. */
export function labelsOf(people: readonly Person[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { name } of people) times.set(nameKey(name), (times.get(nameKey(name)) ?? 0) + 1);
  return people.map((person) => ((times.get(nameKey(person.name)) ?? 0) > 1 ? formatPerson(person) : person.name));
}
