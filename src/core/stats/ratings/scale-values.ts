import type { Category, CheckedRatings, DeclaredScale } from './ratings.js';

/** More categories than this are a slip, not a scale. */
const MOST_VALUES = 1000;

/**
 * All ratings that a scale has, in order.
 *
 * @throws RangeError when it has none, one twice or too many
 */
export function scaleValues(scale: DeclaredScale): readonly Category[] {
  const values = 'min' in scale ? between(scale) : scale;
  if (values.length === 0) throw new RangeError('a scale has at least one rating');
  if (new Set(values).size < values.length) throw new RangeError('a scale names each rating once');
  if (values.some((value) => typeof value === 'number' && !Number.isFinite(value))) {
    throw new RangeError('the ratings of a scale are finite numbers or texts');
  }
  return values;
}

/** Whatever occurs, in order: numbers by size, then texts. */
export function occurringValues(ratings: CheckedRatings<Category>): readonly Category[] {
  const values = new Set(ratings.flat().filter((rating) => rating !== undefined));
  const numbers = [...values].filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const texts = [...values].filter((value) => typeof value === 'string').sort();
  return [...numbers, ...texts];
}

function between({
  min,
  max,
  step = 1,
}: {
  readonly min: number;
  readonly max: number;
  readonly step?: number | undefined;
}) {
  const steps = Math.round((max - min) / step);
  if (!(max >= min && step > 0 && steps < MOST_VALUES)) {
    throw new RangeError(`a scale goes up from its lowest to its highest rating, not from ${min} to ${max} by ${step}`);
  }
  return Array.from({ length: steps + 1 }, (_value, position) => min + position * step);
}
