import { nameKey } from '../person/name.js';
import { holdsWord, type Subject } from './subject.js';

/** Shorter words are in too many sentences to tell anybody. */
const SHORTEST = 3;

/**
 * The name, the id, or the word of a name that stands in a text; `undefined` where it tells nothing of the person. What
 * is said of an erasure must not bring back who was erased.
 */
export function nameIn(text: string, { spellings }: Pick<Subject, 'spellings'>): string | undefined {
  const searched = nameKey(text);
  const words = spellings.flatMap((name) =>
    name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => [...word].length >= SHORTEST),
  );
  return [...spellings, ...words].find((word) => holdsWord(searched, nameKey(word)));
}
