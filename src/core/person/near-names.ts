import { nameKey } from './name.js';
import type { Pair, People, Person } from './person.js';

/** Two people who may be one. */
export type NearPeople = readonly [Person, Person];

/** Who is said not to be one person: `people` knows who is meant. */
interface Apart {
  readonly people: People;
  readonly different: readonly Pair[];
}

/** More names of one kind than this are no typos of each other; nor is anything found by comparing them all. */
const MOST_ALIKE = 50;

/** Nobody reads more. */
const MOST_PAIRS = 1000;

/** Shorter words are names of their own when a letter differs: Ben and Len. */
const SHORTEST_TYPO = 4;

/**
 * The pairs among different people whose names are nearly one: but for accents, spaces and signs, for the order of the
 * words, for a middle name or an initial, or for one letter of one word. Two who both have ids are two. Figures are no
 * typos: Candidate 12 and 13 are two. Linear in the number of names.
 */
export function nearPeople(people: readonly Person[]): readonly NearPeople[] {
  const buckets = new Map<string, Spelt[]>();
  const pairs = new Map<string, NearPeople>();
  people.forEach((person, at) => {
    const spelt = spell(person, at);
    for (const key of keysOf(spelt)) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(spelt);
      else buckets.set(key, [spelt]);
    }
  });
  for (const [key, bucket] of buckets) {
    if (bucket.length < 2 || pairs.size >= MOST_PAIRS) continue;
    const kind = KINDS[key.charAt(0)];
    if (kind === undefined) for (const near of typosIn(bucket, Number(key.charAt(1)))) add(near[0], near[1]);
    else if (bucket.length <= MOST_ALIKE) eachPair(bucket, (a, b) => kind(a, b) && add(a, b));
  }
  return [...pairs.values()];

  function add(a: Spelt, b: Spelt): void {
    if (a.at === b.at || (a.person.id && b.person.id)) return;
    const [first, second] = a.at < b.at ? [a, b] : [b, a];
    pairs.set(`${first.at} ${second.at}`, [first.person, second.person]);
  }
}

/** The pairs that nobody has said to be different. */
export function withoutDifferent(pairs: readonly NearPeople[], { people, different }: Apart): readonly NearPeople[] {
  if (different.length === 0) return pairs;
  const keyOf = (name: string) => people.keyOf({ name }) ?? nameKey(name);
  const known = new Set(different.map(([a, b]) => pairKey(keyOf(a), keyOf(b))));
  return pairs.filter(([a, b]) => {
    const [one, other] = [people.keyOf(a), people.keyOf(b)];
    return one === undefined || other === undefined || !known.has(pairKey(one, other));
  });
}

function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

/** What `--same` takes to say that two people are one: ids where there are any. */
export function samePair([a, b]: NearPeople): string {
  return `${a.id || a.name}=${b.id || b.name}`;
}

/** A name without what is mistyped most: words of letters alone. */
interface Spelt {
  readonly person: Person;
  readonly at: number;
  readonly words: readonly string[];
}

function spell(person: Person, at: number): Spelt {
  const words = plainLetters(nameKey(person.name))
    .replace(/['’`´ʼ]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  return { person, at, words };
}

/** Letters without accents. */
export function plainLetters(text: string): string {
  if (ASCII.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[øłđıðæœþ]/g, (letter) => STROKED[letter] ?? letter);
}

const ASCII = /^[ -~]*$/;

/** Letters that are not made of another and an accent. */
const STROKED: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** Under which keys a name is put beside those that may be near: the kind, then what they share. */
function keysOf({ words }: Spelt): readonly string[] {
  const [first = '', ...rest] = words;
  const last = words.at(-1) ?? '';
  const keys = [`w${[...words].sort().join(' ')}`];
  if (words.length > 1) {
    keys.push(`j${words.join('')}`, `m${first} ${last}`, `i${first.charAt(0)} ${rest.join(' ')}`);
  } else keys.push(`j${first}`);
  words.forEach((word, at) => {
    if (at < 10 && isTypable(word)) keys.push(`${TYPO}${at}${words.with(at, '*').join(' ')}`);
  });
  return keys;
}

const TYPO = 't';

function isTypable(word: string): boolean {
  return word.length >= SHORTEST_TYPO && !/\p{N}/u.test(word);
}

/** What still has to hold of two names under one key of a kind. */
const KINDS: Readonly<Record<string, ((a: Spelt, b: Spelt) => boolean) | undefined>> = {
  w: () => true,
  j: () => true,
  m: (a, b) => areMiddlesAlike(a.words.slice(1, -1), b.words.slice(1, -1)),
  i: (a, b) => isInitial(a) !== isInitial(b),
};

function isInitial({ words }: Spelt): boolean {
  return words[0]?.length === 1;
}

/** One has no middle names, or each is the beginning of the other's. */
function areMiddlesAlike(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const shared = Math.min(a.length, b.length);
  return Array.from({ length: shared }, (_, at) => [a[at] ?? '', b[at] ?? ''] as const).every(
    ([one, other]) => one.startsWith(other) || other.startsWith(one),
  );
}

/**
 * The pairs of which one word differs by a letter, or by two that changed places. Words with a deletion in common are
 * compared.
 */
function typosIn(bucket: readonly Spelt[], at: number): readonly (readonly [Spelt, Spelt])[] {
  const near: (readonly [Spelt, Spelt])[] = [];
  const byRest = new Map<string, Spelt[]>();
  for (const spelt of bucket) {
    const word = spelt.words[at] ?? '';
    const rests = new Set([word]);
    for (let cut = 0; cut < word.length; cut += 1) rests.add(word.slice(0, cut) + word.slice(cut + 1));
    for (const rest of rests) {
      const others = byRest.get(rest) ?? [];
      if (others.length >= MOST_ALIKE || near.length >= MOST_PAIRS) continue;
      for (const other of others) {
        if (isTypo(word, other.words[at] ?? '')) near.push([spelt, other]);
      }
      others.push(spelt);
      byRest.set(rest, others);
    }
  }
  return near;
}

/** Whether one letter was changed, added or left out, or two neighbours changed places. */
function isTypo(a: string, b: string): boolean {
  if (a === b) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [left, right] = [a.slice(from, endA), b.slice(from, endB)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function eachPair(items: readonly Spelt[], visit: (a: Spelt, b: Spelt) => void): void {
  items.forEach((a, at) => {
    for (const b of items.slice(at + 1)) visit(a, b);
  });
}
