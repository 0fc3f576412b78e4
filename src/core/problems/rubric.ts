import { didYouMean, mayStand, scaleInWords, shorten } from '../text/wording.js';

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step?: number | undefined;
}

/** What has to be on a scale. */
type Rated =
  | { readonly what: 'rating'; readonly value: number | string; readonly dimension?: string }
  | { readonly what: 'bar' | 'minimum' | 'strongYesNeeds'; readonly value: number }
  | { readonly what: 'band'; readonly value: number; readonly name: string }
  | { readonly what: 'key' | 'tick'; readonly value: string };

/** What the parts of a rubric, or answers that are held against one, do not agree on. */
export const RUBRIC_WORDS = {
  'no-question': ({ dimension }: { dimension: string | number }) =>
    `dimension ${dimension} has no question; write at least one`,
  range: ({ from, to, unit }: { from: number; to: number; unit?: 'minutes' }) =>
    `${from} to ${to}${unit === undefined ? '' : ` ${unit}`} runs backwards`,
  'duplicate-id': ({ id, what }: { id: string; what: string }) =>
    `the id "${id}" is used for two ${what}s; give each its own`,
  'duplicate-name': ({ name, owner }: { name: string; owner: string }) =>
    `"${name}" already names the dimension ${owner}; a CSV header must mean one dimension`,
  'taken-header': ({ header, owner }: { header: string; owner: string }) =>
    `a CSV header "${header}" also means ${owner}: one of the two columns would be lost; choose another name`,
  'unknown-dimension': (about: Unknown & { role?: string; names?: readonly string[] }) => unknown('dimension', about),
  'same-dimension': ({ first, second, dimension }: { first: string; second: string; dimension: string }) =>
    `"${shorten(first)}" and "${shorten(second)}" both name the dimension ${dimension}; remove one of them`,
  'unknown-part': ({ what, ...about }: Unknown & { what: 'variant' | 'session'; role: string }) =>
    unknown(what, { ...about, names: [] }),
  'unknown-requirement': (about: Unknown & { role: string }) => unknown('requirement', about),
  'unknown-flag': ({ id, known, inCell, tellsAll }: Unknown & { inCell?: true; tellsAll?: true }) =>
    `the rubric has no red flag "${shorten(id)}"${inCell ? ' (semicolons go between several)' : ''}${tellsAll ? meantOrAll(id, known, []) : didYouMean(id, known)}`,
  /** `count`: how many questions there are. */
  'unknown-question': ({ dimension, question, count }: UnknownQuestion) =>
    `${dimension} has no question ${typeof question === 'number' ? question : `"${shorten(question)}"`}; write its number, ${count === 1 ? '1' : `1 to ${count}`}, or its words`,
  'unknown-advice': ({ id, known }: Unknown) => `"${id}" is not the code of any advice${didYouMean(id, known)}`,
  scale: ({ min, max }: Scale) => `the scale runs from ${min} to ${max}; max must be above min`,
  'too-many-ratings': ({ scale, count, most }: { scale: Scale; count: number; most: number }) =>
    `the scale ${scaleInWords(scale)} has ${count} ratings; more than ${most} cannot be told apart`,
  half: ({ what, half }: { what: 'anchor' | 'label'; half: number }) =>
    `${half} lies between the ${what}s of ${half - 0.5} and ${half + 0.5}, and has none of its own; remove it`,
  'off-scale': (about: Rated & { scale: Scale; allowed?: string | undefined }) =>
    `${offScale(about)}${mayStand(about.allowed)}`,
  'not-optional': ({ dimension, where }: { dimension: string; where: 'cell' | 'answers' | 'scorecard' }) =>
    `${dimension} is not optional, so it cannot be "not-applicable"${INSTEAD[where]}`,
  'missing-label': (about: MissingTexts) => missingTexts('label', about),
  'missing-anchor': (about: MissingTexts) => missingTexts('anchor', about),
  'missing-point': ({ system, ratings, scale }: { system: string; ratings: readonly number[]; scale: Scale }) =>
    `the map for ${system} says nothing of ${ratings.join(', ')}; each rating from ${scaleInWords(scale)} needs a point there`,
  'other-pack': ({ version, now }: { version: string; now: string }) =>
    `the answers were rated by version ${version} of the rubric, which is at ${now}: rate them again`,
  'unknown-answer': ({ key, known }: { key: string; known: readonly string[] }) =>
    `there is no answer "${shorten(key)}"${didYouMean(key, known)}`,
  border: ({ border }: { border: string }) =>
    `"${border}" is not a border: name two neighbouring ratings of the scale, such as "3-4"`,
  'bands-order': ({
    name,
    value,
    below,
    belowValue,
  }: {
    name: string;
    value: number;
    below: string;
    belowValue: number;
  }) => `the band "${name}" begins at ${value}, not above "${below}" at ${belowValue}; bands must ascend`,
  'weights-sum': ({ sum, off }: { sum: number; off: number }) =>
    `the weights sum to ${sum}, not 100: ${off} too ${sum > 100 ? 'much' : 'little'}`,
  /** `has`: whether it is the one of few that have a weight, or of few that have none. */
  'some-weights': ({ dimension, has }: { dimension: string | number; has: boolean }) =>
    `dimension ${dimension} has ${has ? 'a weight, and others have none' : 'no weight, and others have one'}; give every one a weight, or none of them`,
  'too-many-decimals': ({ name, value, most }: { name?: string; value: number; most: number }) =>
    `${name === undefined ? '' : `"${name}" `}${value} has more than ${most} digits after the point`,
  'variant-weights': ({ missing }: { missing: readonly string[] }) =>
    `the variant gives no weight for ${missing.join(', ')}; it needs one for each dimension`,
  'unknown-base': ({ id, known }: Unknown) => `there is no rubric "${id}" to extend${didYouMean(id, known)}`,
  'broken-base': ({ id, file }: { id: string; file: string }) => `${id} has mistakes of its own; mend ${file} first`,
  'no-base': ({ id }: { id: string }) => `the rubric ${id}, from which dimensions are to be filled, was not given`,
  'extends-itself': () => 'a rubric cannot extend itself',
  'extends-chain': ({ id, base }: { id: string; base: string }) =>
    `${id} itself extends ${base}; extend a rubric that extends none`,
  'other-scale': ({ base, own }: { base: Scale & { id: string; bar: number }; own: Scale & { bar: number } }) =>
    `the scale is ${withBar(own)}, that of ${base.id} is ${withBar(base)}; a dimension can be filled only from the same scale`,
  'partly-filled': ({ key, base }: { key: string; base: string }) =>
    `"${key}" cannot stand in a dimension that is filled from ${base}: give its id and weight alone, or write it out`,
  'no-level': () => 'there is no column or topic with a level; a ladder has one for each',
  'no-competency': () => 'there is no row with a competency and a text',
  'homeless-item': ({ id, item }: { id: string; item: string }) =>
    `nothing in the rubric is the home of "${id}" (${shorten(item)}); add it to homes`,
  'unknown-home': (about: Unknown) =>
    `no part of the rubric has the id "${about.id}"${didYouMean(about.id, about.known)}`,
  'silent-home': ({ home, id, words }: { home: string; id: string; words: readonly string[] }) =>
    `${home} is the home of "${id}", and has none of the words ${words.map((word) => `"${word}"`).join(', ')}`,
  'unknown-item': ({ id, known }: Unknown) => `the document has no item "${id}"${didYouMean(id, known)}`,
  'other-document': ({ document, listed }: { document: string; listed: string }) =>
    `the items are those of ${listed}, not of ${document}`,
  'other-rubric': ({ id, expected }: { id: string; expected: string }) =>
    `these are samples of ${id}; beside this rubric stand those of ${expected}`,
  'sample-border': ({ border, rating }: { border: string; rating: number }) =>
    `"${border}" is not a border of ${rating}: name two neighbouring ratings, this one among them`,
} satisfies Record<string, (about: never) => string>;

/** `option`: where it was named, if not in a file. */
interface Unknown {
  readonly id: string;
  readonly known: readonly string[];
  readonly option?: '--map';
}

interface UnknownQuestion {
  readonly dimension: string;
  readonly question: number | string;
  readonly count: number;
}

/** With `names`, by which it may be called too: all that there are are told where none is near. */
interface UnknownIn extends Unknown {
  readonly role?: string;
  readonly names?: readonly string[];
}

function unknown(what: string, { id, known, role, option, names }: UnknownIn): string {
  const owner = role === undefined ? 'there is' : `${option === undefined ? '' : `${option}: `}the rubric ${role} has`;
  const meant = names === undefined ? didYouMean(id, known) : meantOrAll(id, known, names);
  return `${owner} no ${what} "${names === undefined ? id : shorten(id)}"${meant}`;
}

/** What was meant; where nothing is near, all that may stand there. */
function meantOrAll(id: string, known: readonly string[], names: readonly string[]): string {
  return didYouMean(id, [...known, ...names]) || (known.length === 0 ? '; it has none' : mayStand(known.join(', ')));
}

function withBar(scale: Scale & { readonly bar: number }): string {
  return `${scaleInWords(scale)} with the bar at ${scale.bar}`;
}

const INSTEAD = { cell: '; leave the cell blank', answers: '; "not-assessed" is allowed', scorecard: '' } as const;

function offScale(about: Rated & { readonly scale: Scale }): string {
  const scale = `the scale ${scaleInWords(about.scale)}`;
  const off = `${whereOf(about.value, about.scale)} ${scale}`;
  switch (about.what) {
    case 'rating':
      return `rating ${about.value} is ${off}${about.dimension === undefined ? '' : ` (${about.dimension})`}`;
    case 'band':
      return `the band "${about.name}" begins at ${about.value}, outside ${scale}`;
    case 'tick':
      return `[${about.value}] is ${off}`;
    case 'key':
      return `${about.value} is ${off}`;
    case 'bar':
    case 'minimum':
      return `the ${about.what} ${about.value} is ${off}`;
    case 'strongYesNeeds':
      return `${about.what} is ${about.value}, outside ${scale}`;
    default:
      return about satisfies never;
  }
}

/** Where a number stands that is not a rating of the scale: `outside` it, or between two ratings. */
function whereOf(value: number | string, { min, max, step = 1 }: Scale): string {
  const number = Number(String(value).replace(',', '.'));
  if (!(number >= min && number <= max)) return 'outside';
  return step === 1 ? 'not a whole number of' : 'between two ratings of';
}

interface MissingTexts {
  readonly ratings: readonly number[];
  readonly scale: Scale;
  /** The ratings that need a text, where not each whole one does. */
  readonly needed: readonly number[] | 'each';
}

function missingTexts(what: string, { ratings, scale: { min, max, step = 1 }, needed }: MissingTexts): string {
  const each = `each ${step === 1 ? '' : 'whole '}rating from ${min} to ${max} needs one`;
  const these = needed === 'each' ? each : `at least ${needed.slice(0, -1).join(', ')} and ${needed.at(-1)} need one`;
  return `there is no ${what} for ${ratings.join(', ')}; ${these}`;
}
