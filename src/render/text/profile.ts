import { isRated, type Rating, type Scale } from '../../core/rubric/scale.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';

/** What stands for a dimension without a rating, in a profile and in a comparison. */
export const NOT_ASSESSED = say`·`;
export const NOT_APPLICABLE = say`-`;
/** What was in nobody's session is no gap: it is left blank. */
export const NOT_HELD = say` `;

const BARS = [...'▁▂▃▄▅▆▇█'].map((bar) => clean(bar));

/**
 * One bar for each rating, or mean of ratings, from the lowest to the highest of the scale; a sign where there is
 * none.
 */
export function profile(ratings: readonly (Rating | 'not-held')[], scale: Pick<Scale, 'min' | 'max'>): TerminalText {
  return ratings.map((rating) => (isRated(rating) ? barOf(rating, scale) : signOf(rating))).join('');
}

function barOf(rating: number, { min, max }: Pick<Scale, 'min' | 'max'>): TerminalText {
  // Eighths of the scale's width, rounded half up: whole ratings of 1 to 5 give ▁▂▄▆█.
  const eighths = min === max ? BARS.length : Math.floor((BARS.length * (rating - min)) / (max - min) + 0.5);
  return BARS[Math.max(0, eighths - 1)] ?? NOT_ASSESSED;
}

function signOf(rating: Exclude<Rating, number> | 'not-held'): TerminalText {
  switch (rating) {
    case 'not-applicable':
      return NOT_APPLICABLE;
    case 'not-assessed':
      return NOT_ASSESSED;
    case 'not-held':
      return NOT_HELD;
  }
}
