import { isRated, type Rating, type ScaleRange } from '../../core/rubric/scale.js';
import type { Recommendation } from '../../core/scoring/rules.js';
import { type VerdictWord, verdictDiffers } from '../../core/scoring/verdict.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';

const WORDS = {
  'strong-yes': 'strong yes',
  'strong-no': 'strong no',
  'no-hire': 'no hire',
  'no-decision': 'no decision',
  'not-assessed': 'not assessed',
  'not-applicable': 'not applicable',
  'not-held': 'not held',
} as const;

/** A fixed value as people read it: `strong-yes` is "strong yes". */
export function inWords(value: string): TerminalText {
  return Object.hasOwn(WORDS, value) ? say`${WORDS[value as keyof typeof WORDS]}` : clean(value);
}

/** A recommendation with the mark where it is borderline: `yes, borderline`. `format` says the word. */
export function recommendationInWords(
  {
    recommendation,
    borderline,
  }: { readonly recommendation: Recommendation; readonly borderline?: boolean | undefined },
  format: (word: Recommendation) => TerminalText = inWords,
): TerminalText {
  return say`${format(recommendation)}${borderline ? ', borderline' : ''}`;
}

/** Cells that the longest whole rating of a scale takes. */
export function longestRating({ min, max }: Pick<ScaleRange, 'min' | 'max'>): number {
  return Math.max(String(min).length, String(max).length);
}

/** A rating with its article: `a 3`, `an 8`. */
export function withArticle(rating: number): TerminalText {
  return say`${/^(?:8|1[18](?:\.|$))/.test(String(rating)) ? say`an` : say`a`} ${rating}`;
}

/** A phrase as the beginning of a sentence: `An 8`. */
export function capitalised(phrase: TerminalText): TerminalText {
  return say`${clean(phrase.slice(0, 1).toUpperCase())}${phrase.slice(1)}`;
}

/** A rating with its label: "4 (Above the bar)", "not assessed". */
export function ratingInWords(rating: Rating, labels: Readonly<Record<string, string>>): TerminalText {
  if (!isRated(rating)) return inWords(rating);
  const label = labels[String(rating)];
  return label === undefined ? say`${rating}` : say`${rating} (${clean(label)})`;
}

/** A weight in a table: `15%`; `equal` where all weigh the same. */
export function weightInWords(weight: number | undefined): TerminalText {
  return weight === undefined ? say`equal` : say`${weight}%`;
}

/** A weight behind a name: `, 15%`; nothing where all weigh the same. */
export function behindName(weight: number | undefined): TerminalText {
  return weight === undefined ? say`` : say`, ${weight}%`;
}

/** Behind a verdict that points elsewhere than the recommendation. */
export const DIFFERS = ' (!)';

/** A verdict, with the mark where it differs: `no (!)`. `format` says the word. */
export function markedVerdict(
  verdict: VerdictWord,
  recommendation: Recommendation,
  format: (word: VerdictWord) => TerminalText = (word) => say`${word}`,
): TerminalText {
  return say`${format(verdict)}${verdictDiffers(verdict, recommendation) ? DIFFERS : say``}`;
}

/** Milliseconds as minutes and seconds, `5:10`; with hours from an hour on, `1:05:10`. */
export function formatClock(milliseconds: number): TerminalText {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (number: number) => say`${number < 10 ? '0' : say``}${number}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return say`${minutes}:${two(seconds % 60)}`;
  return say`${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
