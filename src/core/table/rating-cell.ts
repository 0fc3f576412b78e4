import type { Dimension } from '../rubric/rubric.js';
import { isOnScale, type Rating, type Scale } from '../rubric/scale.js';
import { badCell, type Cell } from './cells.js';
import { normaliseHeader, type Vocabulary } from './header.js';

interface Context {
  readonly dimension: Pick<Dimension, 'id' | 'optional'>;
  readonly scale: Scale;
  readonly words: Vocabulary;
}

/**
 * A rating as people type it: `4`, `4.0`, ` 4 `, `4 - Above the bar`, a label of the scale. Blank and `n/a` are not
 * assessed (not applicable where the dimension is optional), never zero. Anything else is an error, not a guess.
 *
 * @example parseRating(' 4.0 ', …) // { ok: true, value: 4 }
 */
export function parseRating(text: string, { dimension, scale, words }: Context): Cell<Rating> {
  const cell = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const word = cell.toLowerCase().replace(/[_-]/g, ' ');
  if (cell === '' || word === 'not assessed') return rated('not-assessed');
  if (word === 'n/a' || word === 'na') return rated(dimension.optional ? 'not-applicable' : 'not-assessed');
  if (word === 'not applicable')
    return dimension.optional
      ? rated('not-applicable')
      : badCell('not-optional', { dimension: dimension.id, where: 'cell' });
  if (words !== 'ours') return foreignRating(cell, { dimension, scale, words });
  const numbered = /^([+-]?\d+(?:[.,]\d+)?)(?:\s*(?:[-–—:.)=]\s*|\s|\()(.+?)\)?)?$/.exec(cell);
  if (numbered) return numberedRating(numbered[1] ?? '', numbered[2], { dimension, scale, cell });
  const labelled = Object.entries(scale.labels).find(([, label]) => isSameWords(label, cell));
  return labelled ? rated(Number(labelled[0])) : unclear(cell, dimension.id, scale);
}

function numberedRating(
  number: string,
  label: string | undefined,
  { dimension, scale, cell }: Omit<Context, 'words'> & { cell: string },
): Cell<Rating> {
  const value = Number(number.replace(',', '.'));
  if (!isOnScale(value, scale)) {
    return badCell('off-scale', { what: 'rating', value: number, dimension: dimension.id, scale });
  }
  if (label === undefined || isSameWords(label, scale.labels[String(value)] ?? '')) return rated(value);
  return unclear(cell, dimension.id, scale);
}

// A whole five-point scale on both sides; other scales have no counterpart that everybody would agree on.
const GREENHOUSE: Readonly<Record<string, Rating>> = {
  'strong yes': 5,
  yes: 4,
  mixed: 3,
  no: 2,
  'definitely not': 1,
  'no decision': 'not-assessed',
};
const LEVER: Readonly<Record<string, Rating>> = { '4': 5, '3': 4, '2': 2, '1': 1 };
const LEVER_LABELS: Readonly<Record<string, string>> = {
  '4': 'strong hire',
  '3': 'hire',
  '2': 'no hire',
  '1': 'strong no hire',
};

function foreignRating(cell: string, { dimension, scale, words }: Context): Cell<Rating> {
  if (scale.min !== 1 || scale.max !== 5) {
    return badCell('foreign-scale', { words, scale, dimension: dimension.id });
  }
  const word = cell.toLowerCase().replace(/[_\s]+/g, ' ');
  const rating = words === 'greenhouse' ? lookUp(GREENHOUSE, word) : leverRating(word);
  if (rating !== undefined) return rated(rating);
  return badCell('unknown-rating', { cell, dimension: dimension.id, scale, words });
}

function leverRating(word: string): Rating | undefined {
  const [, number = word, label] = /^([1-4])(?:\s*-\s*(.+))?$/.exec(word) ?? [];
  if (label !== undefined && label !== LEVER_LABELS[number]) return undefined;
  const byLabel = Object.keys(LEVER_LABELS).find((key) => LEVER_LABELS[key] === word);
  return lookUp(LEVER, byLabel ?? number);
}

function lookUp(words: Readonly<Record<string, Rating>>, word: string): Rating | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

function isSameWords(a: string, b: string): boolean {
  return normaliseHeader(a) === normaliseHeader(b);
}

function unclear(cell: string, dimension: string, scale: Scale): Cell<Rating> {
  return badCell('unknown-rating', { cell, dimension, scale, words: 'ours' });
}

function rated(rating: Rating): Cell<Rating> {
  return { ok: true, value: rating };
}
