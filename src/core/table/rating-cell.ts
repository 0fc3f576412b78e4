import { typedRating } from '../rubric/rating-key.js';
import type { Dimension } from '../rubric/rubric.js';
import { isOnScale, type Rating, type Scale, wholeRatingsOf } from '../rubric/scale.js';
import { scaleInWords } from '../text/wording.js';
import { ATS_WORDS } from './ats-words.js';
import { badCell, type Cell } from './cells.js';
import { normaliseHeader } from './header/header-form.js';
import type { Vocabulary } from './header.js';

interface Context {
  readonly dimension: Pick<Dimension, 'id' | 'optional'>;
  readonly scale: Scale;
  readonly words: Vocabulary;
  /** What may stand there, for messages outside a table. */
  readonly allowed?: string | undefined;
}

/**
 * A rating as people type it: `4`, `4.0`, ` 4 `, `2,5`, `4 - Above the bar`, a label of the scale. Blank and `n/a` are
 * not assessed (not applicable where the dimension is optional), never zero. Anything else is an error, not a guess.
 *
 * @example parseRating(' 4.0 ', …) // { ok: true, value: 4 }
 */
export function parseRating(text: string, context: Context): Cell<Rating> {
  const { dimension, scale, words, allowed } = context;
  const cell = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const word = cell.toLowerCase().replace(/[_-]/g, ' ');
  if (cell === '' || word === 'not assessed') return rated('not-assessed');
  if (word === 'n/a' || word === 'na') return rated(dimension.optional ? 'not-applicable' : 'not-assessed');
  if (word === 'not applicable')
    return dimension.optional
      ? rated('not-applicable')
      : badCell('not-optional', { dimension: dimension.id, where: allowed === undefined ? 'cell' : 'answers' });
  if (words !== 'ours') return foreignRating(cell, { dimension, scale, words });
  const numbered = /^([+-]?\d+(?:[.,]\d+)?)(?:\s*(?:[-–—:.)=]\s*|\s|\()(.+?)\)?)?$/.exec(cell);
  if (numbered) return numberedRating(numbered[1] ?? '', numbered[2], { dimension, scale, cell, allowed });
  const labelled = Object.entries(scale.labels).find(([, label]) => isSameWords(label, cell));
  return labelled ? rated(Number(labelled[0])) : unclear(cell, context);
}

function numberedRating(
  number: string,
  label: string | undefined,
  { dimension, scale, cell, allowed }: Omit<Context, 'words'> & { cell: string },
): Cell<Rating> {
  const value = typedRating(number);
  if (value === undefined || !isOnScale(value, scale)) {
    return badCell('off-scale', { what: 'rating', value: number, dimension: dimension.id, scale, allowed });
  }
  if (label === undefined || isSameWords(label, scale.labels[String(value)] ?? '')) return rated(value);
  return unclear(cell, { dimension, scale, allowed });
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

function unclear(cell: string, { dimension, scale, allowed }: Omit<Context, 'words'>): Cell<Rating> {
  return badCell('unknown-rating', { cell, dimension: dimension.id, expected: scale, allowed });
}

/** What may be written for a rating of a dimension: `1 to 5, a label (1 Far below, …), not-assessed`. */
export function ratingsInWords(scale: Scale, { optional }: Pick<Dimension, 'optional'>): string {
  const labels = wholeRatingsOf(scale).flatMap((rating) => {
    const label = scale.labels[String(rating)];
    return label === undefined ? [] : [`${rating} ${label}`];
  });
  return [
    scaleInWords(scale),
    ...(labels.length > 0 ? [`a label (${labels.join(', ')})`] : []),
    'not-assessed',
    ...(optional ? ['n/a'] : []),
  ].join(', ');
}

function rated(rating: Rating): Cell<Rating> {
  return { ok: true, value: rating };
}
