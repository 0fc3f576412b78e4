import { findPerson } from '../person/find-person.js';
import { nameKey } from '../person/name.js';
import { parsePerson } from '../person/parse-person.js';
import { createPeople, type Pair, type Person } from '../person/person.js';
import { slugOf } from '../text/slug.js';

/** The person whose data is asked for, under all their names. */
export interface Subject {
  /** As they are shown. */
  readonly person: Person;
  /** Every spelling of their names, and their ids. */
  readonly spellings: readonly string[];
  /** Their names and ids as parts of file names. */
  readonly slugs: readonly string[];
  /** `maybe`: a name alone that several people have. */
  is(person: Person): 'yes' | 'maybe' | 'no';
  /** Whether a text holds one of their names or ids, or what file names make of them, whole: "Al" is not in "also". */
  isNamedIn(text: string): boolean;
}

export type SubjectMatch =
  | {
      readonly type: 'found';
      readonly subject: Subject;
      /** Whether a whole name or id was typed, and not its beginning. */
      readonly isExact: boolean;
    }
  | { readonly type: 'ambiguous'; readonly people: readonly Person[] };

/**
 * Whom a typed name or id means among those who are known; `same` says which names and ids are one person. Somebody who
 * isn't known may still be mentioned.
 */
export function findSubject(typed: string, known: readonly Person[], same: readonly Pair[]): SubjectMatch {
  const paired = same.flat().map((text): Person => ({ name: text }));
  const everybody = [...known, ...paired];
  const people = createPeople(known, same);
  const keyOf = (person: Person) => people.keyOf(person) ?? `?${nameKey(person.name)}`;
  const one = new Map<string, Person>();
  for (const person of everybody) {
    const key = keyOf(person);
    const shown = one.get(key);
    if (!shown || (person.id && !shown.id)) one.set(key, person);
  }
  // Whoever is known by several names is found by each of them, once.
  const spelt = new Map(
    everybody.map((person) => [`${keyOf(person)}\n${nameKey(person.name)}\n${person.id ?? ''}`, person]),
  );
  const match = findPerson(typed, [...spelt.values()]);
  if (match.type === 'unknown')
    return { type: 'found', subject: createSubject({ name: typed }, [{ name: typed }], () => 'no'), isExact: true };
  const keys = new Set((match.type === 'found' ? [match.person] : match.people).map(keyOf));
  const [key = '', second] = keys;
  if (second !== undefined) return { type: 'ambiguous', people: [...keys].flatMap((each) => one.get(each) ?? []) };
  const own = everybody.filter((person) => keyOf(person) === key);
  const subject = createSubject(one.get(key) ?? { name: typed }, own, (person) => {
    const whose = people.keyOf(person);
    if (whose !== undefined) return whose === key ? 'yes' : 'no';
    return own.some(({ name }) => nameKey(name) === nameKey(person.name)) ? 'maybe' : 'no';
  });
  const { name, id } = parsePerson(typed);
  const wanted = nameKey(id ?? name);
  return { type: 'found', subject, isExact: subject.spellings.some((text) => nameKey(text) === wanted) };
}

function createSubject(person: Person, own: readonly Person[], is: Subject['is']): Subject {
  const texts = own.flatMap(({ name, id }) => (id === undefined ? [name] : [name, id]));
  const spellings = [...new Map(texts.map((text) => [nameKey(text), text])).values()];
  const slugs = [...new Set(spellings.map(slugOf))];
  const keys = [...new Set([...spellings.map(nameKey), ...slugs])].filter((key) => key !== '');
  return {
    person,
    spellings,
    slugs,
    is,
    isNamedIn: (text) => {
      const searched = nameKey(text);
      return keys.some((key) => holdsWord(searched, key));
    },
  };
}

/** Scripts that put no space between words: there a name has no edges. */
const WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const IN_WORD = /[\p{L}\p{M}\p{N}]/u;

/** Whether the text holds the word where neither of its ends goes on. */
export function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + word.length, at + word.length + 2)];
    if (!goesOn(lastOf(before), word) && !goesOn(firstOf(after), word)) return true;
  }
  return false;
}

function goesOn(letter: string, word: string): boolean {
  return IN_WORD.test(letter) && !WITHOUT_SPACES.test(letter) && !WITHOUT_SPACES.test(word);
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x20);
}

function lastOf(text: string): string {
  return [...text].at(-1) ?? ' ';
}
