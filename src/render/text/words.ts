import { isRated, type Rating } from '../../core/rubric/scale.js';
import { clean } from './text.js';

const WORDS: Readonly<Record<string, string>> = {
  'strong-yes': 'strong yes',
  'strong-no': 'strong no',
  'no-decision': 'no decision',
  'not-assessed': 'not assessed',
  'not-applicable': 'not applicable',
};

/** A fixed value as people read it: `strong-yes` is "strong yes". */
export function inWords(value: string): string {
  return WORDS[value] ?? value;
}

/** A rating with its label: "4 (Above the bar)", "not assessed". */
export function ratingInWords(rating: Rating, labels: Readonly<Record<string, string>>): string {
  if (!isRated(rating)) return inWords(rating);
  const label = labels[String(rating)];
  return label === undefined ? String(rating) : `${rating} (${clean(label)})`;
}

/** Milliseconds as minutes and seconds, `5:10`; with hours from an hour on, `1:05:10`. */
export function formatClock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
