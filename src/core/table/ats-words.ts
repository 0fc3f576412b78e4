import type { Rating } from '../rubric/scale.js';
import type { VerdictWord } from '../scoring/verdict.js';
import type { Vocabulary } from './header.js';

/** How an applicant tracking system says ratings and verdicts. */
interface AtsWords {
  /**
   * On a scale of 1 to 5, with halves or without; other scales have no counterpart that everybody would agree on. Lower
   * case, spaces between words.
   */
  readonly ratings: Readonly<Record<string, Rating>>;
  /** Beside our own words. Lower case, hyphens between words. */
  readonly verdicts: Readonly<Record<string, VerdictWord>>;
  /** The ratings as a message lists them. */
  readonly listed: string;
}

/** Lever writes the number, the label, or both: `4 - Strong Hire`. It has nothing between "hire" and "no hire". */
const LEVER: readonly (readonly [number: string, label: string, rating: Rating, verdict: VerdictWord])[] = [
  ['4', 'strong hire', 5, 'strong-yes'],
  ['3', 'hire', 4, 'yes'],
  ['2', 'no hire', 2, 'no'],
  ['1', 'strong no hire', 1, 'strong-no'],
];

export const ATS_WORDS: Readonly<Record<Exclude<Vocabulary, 'ours'>, AtsWords>> = {
  greenhouse: {
    ratings: { 'strong yes': 5, yes: 4, mixed: 3, no: 2, 'definitely not': 1, 'no decision': 'not-assessed' },
    verdicts: { 'definitely-not': 'strong-no' },
    listed: 'strong_yes, yes, mixed, no, definitely_not',
  },
  lever: {
    ratings: Object.fromEntries(
      LEVER.flatMap(([number, label, rating]) => leverForms(number, label).map((form) => [form, rating])),
    ),
    verdicts: Object.fromEntries(
      LEVER.flatMap(([number, label, , verdict]) =>
        leverForms(number, label).map((form) => [form.replace(/[ -]+/g, '-'), verdict]),
      ),
    ),
    listed: '4 - Strong Hire to 1 - Strong No Hire',
  },
};

function leverForms(number: string, label: string): readonly string[] {
  return [number, label, `${number} - ${label}`];
}
