import type { Rating, ScaleRange } from '../rubric/scale.js';
import type { VerdictWord } from '../scoring/verdict.js';
import { cellWords } from './cells/cell-text.js';
import type { Vocabulary } from './header.js';

export type System = Exclude<Vocabulary, 'ours'>;

/** How an applicant tracking system says ratings and verdicts. */
interface AtsWords {
  /**
   * On a scale of 1 to 5, with halves or without. Lower case, spaces between words.
   */
  readonly ratings: Readonly<Record<string, Rating>>;
  /** On a scale of 1 to 4 in whole steps, where it is the system's own; other scales have no sure counterpart. */
  readonly fourSteps?: Readonly<Record<string, Rating>>;
  /** Beside our own words. Lower case, hyphens between words. */
  readonly verdicts: Readonly<Record<string, VerdictWord>>;
  /** The ratings as a message lists them. */
  readonly listed: string;
}

/** Lever writes the number, the label, or both: `4 - Strong Hire`. It has nothing between "hire" and "no hire". */
const LEVER: readonly (readonly [number: number, label: string, rating: Rating, verdict: VerdictWord])[] = [
  [4, 'strong hire', 5, 'strong-yes'],
  [3, 'hire', 4, 'yes'],
  [2, 'no hire', 2, 'no'],
  [1, 'strong no hire', 1, 'strong-no'],
];

export const ATS_WORDS: Readonly<Record<System, AtsWords>> = {
  greenhouse: {
    ratings: { 'strong yes': 5, yes: 4, mixed: 3, no: 2, 'definitely not': 1, 'no decision': 'not-assessed' },
    verdicts: { 'definitely-not': 'strong-no' },
    listed: 'strong_yes, yes, mixed, no, definitely_not',
  },
  lever: {
    ratings: leverForms((_number, rating) => rating),
    fourSteps: leverForms((number) => number),
    verdicts: Object.fromEntries(
      Object.entries(leverForms((_number, _rating, verdict) => verdict)).map(([form, verdict]) => [
        form.replace(/[ -]+/g, '-'),
        verdict,
      ]),
    ),
    listed: '4 - Strong Hire to 1 - Strong No Hire',
  },
};

/** Each way in which Lever writes one of its ratings, with what `meaningOf` makes of it. */
function leverForms<T>(meaningOf: (number: number, rating: Rating, verdict: VerdictWord) => T): Record<string, T> {
  return Object.fromEntries(
    LEVER.flatMap(([number, label, rating, verdict]) =>
      [String(number), label, `${number} - ${label}`].map((form) => [form, meaningOf(number, rating, verdict)]),
    ),
  );
}

/** What a system's words mean on a scale; `undefined` where nobody can say. */
export function foreignRatings(
  system: System,
  { min, max, step = 1 }: ScaleRange,
): ReadonlyMap<string, Rating> | undefined {
  const { ratings, fourSteps } = ATS_WORDS[system];
  if (min !== 1) return undefined;
  const known = max === 5 ? ratings : max === 4 && step === 1 ? fourSteps : undefined;
  return known && new Map(Object.entries(known));
}

/** A cell (see `plainCell`) as the words of other systems are compared. */
export function foreignWord(plain: string): string {
  return cellWords(plain).replace(/ ?[-\u2013\u2014] ?/, ' - ');
}

/** "Yes" and "no" are said by many a form: they alone don't show whose words a column holds. */
const COMMON: ReadonlySet<string> = new Set(['yes', 'no']);

/** The system one of whose words the cell is, where the scale has ratings for them. */
export function systemOf(plain: string, scale: ScaleRange): { system: System; isSure: boolean } | undefined {
  const word = foreignWord(plain);
  const system = (['greenhouse', 'lever'] as const).find((one) => foreignRatings(one, scale)?.has(word));
  return system && { system, isSure: !COMMON.has(word) };
}
