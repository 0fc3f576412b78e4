import type { Rubric } from '../../rubric/rubric.js';
import { partsOf, type RubricPart } from '../header.js';
import { normaliseHeader, placeOfWords, plainHeader, wordsOf } from './header-form.js';

/** A dimension or a requirement that a header's words speak of. */
export interface Fit {
  readonly meaning: RubricPart['meaning'];
  readonly id: string;
  /** `part`: the header is only a part of the name. */
  readonly holds: 'name' | 'part';
}

/** Words of columns that sum up or rank: whatever else stands there, it is not a rating. */
const SUMMARY = new Set(
  'overall total subtotal average avg mean median sum max maximum min minimum rank ranking percentile percent percentage weight weighted weighting std stdev deviation variance cumulative combined composite aggregate count'.split(
    ' ',
  ),
);
/** Words of columns whose small numbers are no ratings. */
const COUNTED = new Set(
  'id ids number no nr index row line round day week month quarter year years age date timestamp attempt attempts experience minutes duration hours phone interviews position gpa salary cohort seat order'.split(
    ' ',
  ),
);
/** Headers that say "a score" without saying of what. */
const BARE = new Set(['score', 'scores', 'rating', 'ratings', 'result', 'results', 'grade', 'points', 'coverage']);
/** Words that are no name by themselves. */
const SMALL = new Set('and or the of for in with to a an on at by as is are'.split(' '));

/** Whether a header says that its column sums up others. */
export function isSummary(header: string): boolean {
  return wordsOf(normaliseHeader(header)).some((word) => SUMMARY.has(word));
}

/** Whether a column of small numbers under this header is something else than ratings. */
export function isCounted(header: string): boolean {
  const words = wordsOf(normaliseHeader(header));
  return words.some((word) => SUMMARY.has(word) || COUNTED.has(word)) || BARE.has(plainHeader(words.join(' ')));
}

/** At most so long is a header that is looked through: what is longer is an essay. */
const LONGEST = 600;

/**
 * What a header's words hold of the rubric, as whole words: a name that the header is a part of, or where there is none,
 * the names in the header. What lies within a longer name that fits too does not count.
 *
 * @example fitsOf('How would you rate System design?', rubric) // [{ id: 'design', … }]
 */
export function fitsOf(header: string, rubric: Rubric): readonly Fit[] {
  const whole = normaliseHeader(header);
  if (whole === '' || whole.length > LONGEST) return [];
  const plain = plainHeader(whole);
  // A header that is a part of a longer name says more than a shorter name within it.
  const around = isName(plain, 3) ? namesAround(plain, rubric) : [];
  if (around.length > 0) return around;
  for (const text of new Set([plain, whole])) {
    const found = namesIn(text, rubric);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether a text has a word of at least so many letters that is more than a particle. */
function isName(plain: string, letters: number): boolean {
  return wordsOf(plain).some((word) => !SMALL.has(word) && (word.length >= letters || /[^ -~]{2}/.test(word)));
}

function namesIn(text: string, rubric: Rubric): readonly Fit[] {
  const found = namedParts(rubric).flatMap(({ meaning, id, names }) => {
    const places = names.flatMap((name) => (isName(name, 2) ? (placeOfWords(text, name) ?? []) : []));
    const [widest] = places.sort((a, b) => b.to - b.from - (a.to - a.from));
    return widest ? [{ meaning, id, places }] : [];
  });
  const isCovered = ({ places, id }: (typeof found)[number]) =>
    places.every((place) =>
      found.some(
        (other) =>
          other.id !== id &&
          other.places.some(
            ({ from, to }) => from <= place.from && to >= place.to && to - from > place.to - place.from,
          ),
      ),
    );
  return found.filter((fit) => !isCovered(fit)).map(({ meaning, id }) => ({ meaning, id, holds: 'name' }));
}

function namesAround(plain: string, rubric: Rubric): readonly Fit[] {
  return namedParts(rubric).flatMap(({ meaning, id, names }): Fit[] =>
    names.some((name) => placeOfWords(name, plain) !== undefined) ? [{ meaning, id, holds: 'part' }] : [],
  );
}

interface NamedPart {
  readonly meaning: RubricPart['meaning'];
  readonly id: string;
  readonly names: readonly string[];
}

const KNOWN = new WeakMap<Rubric, readonly NamedPart[]>();

function namedParts(rubric: Rubric): readonly NamedPart[] {
  const known =
    KNOWN.get(rubric) ??
    partsOf(rubric).map(({ meaning, id, ranked }) => ({ meaning, id, names: formsOf(ranked.flat()) }));
  KNOWN.set(rubric, known);
  return known;
}

/** Each name as it is and in plain form. */
function formsOf(names: readonly string[]): readonly string[] {
  return [
    ...new Set(
      names.flatMap((name) => {
        const whole = normaliseHeader(name);
        return [whole, plainHeader(whole)];
      }),
    ),
  ].filter((name) => name !== '');
}
