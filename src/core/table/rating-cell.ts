import type { Dimension } from '../rubric/rubric.js';
import { isInRange, isOnScale, type Rating, type Scale, wholeRatingsOf } from '../rubric/scale.js';
import { nearest, scaleInWords } from '../text/wording.js';
import { ATS_WORDS, foreignRatings, foreignWord, systemOf } from './ats-words.js';
import { badCell, type Cell } from './cells/cell.js';
import { cellWords, isNotApplicable, isNothing, plainCell } from './cells/cell-text.js';
import { type RatingNumber, readRatingNumber, readStars } from './cells/rating-number.js';
import { normaliseHeader } from './header/header-form.js';
import type { Vocabulary } from './header.js';

interface Context {
  readonly dimension: Pick<Dimension, 'id' | 'optional'>;
  readonly scale: Scale;
  readonly words: Vocabulary;
  /** What may stand there, for messages outside a table. */
  readonly allowed?: string | undefined;
}

/** What a message says instead of a meaning that only the interviewer knows. */
const ASK = 'RATING';

const NOT_ASSESSED: ReadonlySet<string> = new Set(['not assessed', 'not rated', 'not asked', 'no answer', 'unrated']);

/**
 * A rating as people and programs write it: `4`, `4.0`, `2,5`, `4/5`, `3½`, `="4"`, `4 - Above the bar`, a label of the
 * scale. Blank and what stands for it are not assessed, never zero; `n/a` is not applicable where the dimension is
 * optional. Anything else is an error, not a guess.
 *
 * @example parseRating(' 4.0 ', …) // { ok: true, value: 4 }
 */
export function parseRating(text: string, context: Context): Cell<Rating> {
  const { scale, words } = context;
  const plain = plainCell(text);
  const labelled = Object.entries(scale.labels).find(([, label]) => isSameWords(label, plain));
  if (labelled && words === 'ours') return rated(Number(labelled[0]));
  return (
    unrated(plain, text, context) ??
    (words === 'ours' ? ownRating(plain, text, context) : ratingOf(words, plain, text, context))
  );
}

function unrated(plain: string, text: string, { dimension, allowed }: Context): Cell<Rating> | undefined {
  const words = cellWords(plain);
  if (isNothing(words) || NOT_ASSESSED.has(words)) return rated('not-assessed');
  if (isNotApplicable(words)) return rated(dimension.optional ? 'not-applicable' : 'not-assessed');
  if (words !== 'not applicable') return undefined;
  if (dimension.optional) return rated('not-applicable');
  const about = { dimension: dimension.id, where: allowed === undefined ? 'cell' : 'answers' } as const;
  return badCell('not-optional', about, { cell: text, meaning: 'not-assessed' });
}

function ownRating(plain: string, text: string, context: Context): Cell<Rating> {
  const { scale } = context;
  const number = readRatingNumber(plain);
  if (number) return numberedRating(number, text, context);
  const stars = readStars(plain);
  // Without the empty ones nobody knows of how many.
  if (stars && stars.all === scale.max && isOnScale(stars.filled, scale)) return rated(stars.filled);
  return unclear(plain, text, context);
}

function numberedRating({ value, outOf, label }: RatingNumber, text: string, context: Context): Cell<Rating> {
  const { dimension, scale, allowed } = context;
  const cell = text.trim();
  const about = { cell, dimension: dimension.id, scale, allowed };
  if (label !== undefined && !isSameWords(label, scale.labels[String(value)] ?? ''))
    return unclear(plainCell(text), text, context);
  if (outOf !== undefined && outOf !== scale.max)
    return badCell('other-denominator', { ...about, outOf }, { cell: text });
  if (isOnScale(value, scale)) return rated(value);
  if (isInRange(value, scale)) return badCell('between-ratings', about, { cell: text });
  return badCell('off-scale', { what: 'rating', value: cell, dimension: dimension.id, scale, allowed }, { cell: text });
}

/** A rating in the words of another system. */
function ratingOf(system: Exclude<Vocabulary, 'ours'>, plain: string, text: string, context: Context): Cell<Rating> {
  const { dimension, scale } = context;
  const ratings = foreignRatings(system, scale);
  if (!ratings) return badCell('foreign-scale', { words: system, scale, dimension: dimension.id }, { cell: text });
  const rating = ratings.get(foreignWord(plain));
  if (rating !== undefined) return rated(rating);
  const expected = { system, listed: ATS_WORDS[system].listed };
  const about = { cell: text.trim(), dimension: dimension.id, expected };
  return badCell('unknown-rating', about, { cell: text, meaning: ASK });
}

function unclear(plain: string, text: string, { dimension, scale, allowed }: Context): Cell<Rating> {
  const words = systemOf(plain, scale);
  const about = { cell: text.trim(), dimension: dimension.id, expected: scale, allowed };
  if (words?.isSure && allowed === undefined) {
    const foreign = { cell: text.trim(), dimension: dimension.id, system: words.system };
    return badCell('foreign-words', foreign, { cell: text, words });
  }
  const meaning = nearest(plain, Object.values(scale.labels)) ?? ASK;
  return badCell('unknown-rating', about, { cell: text, meaning, ...(words ? { words } : {}) });
}

function isSameWords(a: string, b: string): boolean {
  return normaliseHeader(a) === normaliseHeader(b);
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
