import { EXPORT_NAMES } from '../../rubric/export-points.js';
import type { Dimension, Rubric } from '../../rubric/rubric.js';
import { isOnScale, type Rating } from '../../rubric/scale.js';
import type { VerdictWord } from '../../scoring/verdict.js';
import { ATS_WORDS } from '../../table/ats-words.js';
import { badCell, type Cell } from '../../table/cells/cell.js';
import { parseRating } from '../../table/rating-cell.js';
import { isOneToFive, leverPoint } from '../points.js';
import type { ImportSystem } from '../source.js';

/**
 * What words of the other system are here (`--value`), by the word in the form in which words are compared. One word may
 * be a rating in one place and a verdict in another.
 */
export interface Values {
  readonly ratings: ReadonlyMap<string, string>;
  readonly verdicts: ReadonlyMap<string, VerdictWord>;
}

/** A word of another system in the form in which words are compared. */
export function valueKey(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
}

interface PointContext {
  readonly system: ImportSystem;
  readonly rubric: Rubric;
  readonly values: Values;
}

/**
 * A rating of another system as one of the rubric's: what `--value` says, else the rubric's own map the other way round,
 * else the documented words, on a scale of 1 to 5.
 */
export function readPoint(text: string, dimension: Dimension, context: PointContext): Cell<Rating> {
  const { system, rubric, values } = context;
  const { scale } = rubric;
  const wanted = values.ratings.get(valueKey(text));
  if (wanted !== undefined) return parseRating(wanted, { dimension, scale, words: 'ours' });
  const usual = parseRating(text, { dimension, scale, words: system });
  const map = rubric.export?.[system];
  if (map === undefined) {
    if (!isOneToFive(scale))
      return badCell(
        'scale-without-map',
        { point: text, system: EXPORT_NAMES[system], scale, dimension: dimension.id },
        { cell: text },
      );
    return usual.ok ? usual : unreadable(text, dimension, system);
  }
  if (usual.ok && typeof usual.value !== 'number') return usual;
  const point = pointOf(text, system);
  const ratings = Object.entries(map).flatMap(([rating, one]) => (String(one) === point ? [Number(rating)] : []));
  const [only, second] = ratings;
  if (only === undefined) return unreadable(text, dimension, system);
  if (second === undefined && isOnScale(only, scale)) return { ok: true, value: only };
  // Of several, the one that is usual.
  if (usual.ok && typeof usual.value === 'number' && ratings.includes(usual.value)) return usual;
  const about = { point: text, ratings: ratings.sort((a, b) => a - b), dimension: dimension.id };
  return badCell('ambiguous-point', about, { cell: text });
}

/** A rating as the system's map writes it: `3 - Hire` is 3, `Strong Yes` is strong_yes. */
function pointOf(text: string, system: ImportSystem): string {
  const key = valueKey(text);
  if (system === 'greenhouse') return key.replaceAll(' ', '_');
  const word = key.replace(/ ?- ?/, ' - ');
  const { ratings } = ATS_WORDS.lever;
  const rating = Object.hasOwn(ratings, word) ? ratings[word] : undefined;
  return String((rating === undefined ? undefined : leverPoint(rating)) ?? key);
}

function unreadable(point: string, { id }: Dimension, system: ImportSystem): Cell<never> {
  const about = { point, system: EXPORT_NAMES[system], dimension: id, expected: ATS_WORDS[system].listed };
  return badCell('unreadable-point', about, { cell: point });
}
