import { typedRating } from '../rubric/rating-key.js';
import type { Dimension } from '../rubric/rubric.js';
import { isOnScale, type Rating, type Scale } from '../rubric/scale.js';
import { ATS_WORDS } from './ats-words.js';
import { badCell, type Cell } from './cells.js';
import { normaliseHeader, type Vocabulary } from './header.js';

interface Context {
  readonly dimension: Pick<Dimension, 'id' | 'optional'>;
  readonly scale: Scale;
  readonly words: Vocabulary;
}

/**
 * A rating as people type it: `4`, `4.0`, ` 4 `, `2,5`, `4 - Above the bar`, a label of the scale. Blank and `n/a` are
 * not assessed (not applicable where the dimension is optional), never zero. Anything else is an error, not a guess.
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
  const value = typedRating(number);
  if (value === undefined || !isOnScale(value, scale)) {
    return badCell('off-scale', { what: 'rating', value: number, dimension: dimension.id, scale });
  }
  if (label === undefined || isSameWords(label, scale.labels[String(value)] ?? '')) return rated(value);
  return unclear(cell, dimension.id, scale);
}

function foreignRating(
  cell: string,
  { dimension, scale, words }: Context & { words: keyof typeof ATS_WORDS },
): Cell<Rating> {
  if (scale.min !== 1 || scale.max !== 5) {
    return badCell('foreign-scale', { words, scale, dimension: dimension.id });
  }
  const { ratings, listed } = ATS_WORDS[words];
  const word = cell
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .replace(/ ?- ?/, ' - ');
  const rating = Object.hasOwn(ratings, word) ? ratings[word] : undefined;
  if (rating !== undefined) return rated(rating);
  return badCell('unknown-rating', { cell, dimension: dimension.id, expected: { system: words, listed } });
}

function isSameWords(a: string, b: string): boolean {
  return normaliseHeader(a) === normaliseHeader(b);
}

function unclear(cell: string, dimension: string, scale: Scale): Cell<Rating> {
  return badCell('unknown-rating', { cell, dimension, expected: scale });
}

function rated(rating: Rating): Cell<Rating> {
  return { ok: true, value: rating };
}
