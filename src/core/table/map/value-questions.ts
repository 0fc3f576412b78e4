import type { Rubric } from '../../rubric/rubric.js';
import { wholeRatingsOf } from '../../rubric/scale.js';
import { VERDICTS } from '../../scoring/verdict.js';
import { keyOf, type ValueMapping } from '../cells/values.js';
import { parseVerdict } from '../cells/verdict-cell.js';
import type { ColumnPlan } from '../columns.js';
import type { SampleRow } from '../header/sample.js';
import { parseRating } from '../rating-cell.js';

/** A word of a column that nothing says the meaning of. */
export interface ValueQuestion {
  /** The column that it stands in; absent where several columns of ratings have it: it means the same in all. */
  readonly header?: string;
  readonly text: string;
  /** What it may mean; the last is that nothing is known. */
  readonly meanings: readonly string[];
}

interface Context {
  readonly rubric: Rubric;
  readonly sample: readonly SampleRow[];
  /** What was said already. */
  readonly values: readonly ValueMapping[];
}

/** More words than these are another system's, or free text: that is no question of words. */
const MOST_WORDS = 6;

const LONGEST = 40;

/**
 * The words in the first rows of the verdict's and the ratings' columns that can't be read, each once. A number that is
 * off the scale is not asked about: which rating it was is the interviewer's to say.
 */
export function valueQuestions(plan: ColumnPlan, { rubric, sample, values }: Context): readonly ValueQuestion[] {
  const said = new Set(values.map(({ text }) => keyOf(text)));
  const isOpen = (text: string) => !said.has(keyOf(text));
  const { verdict } = plan;
  const verdicts = verdict
    ? wordsIn(sample, verdict.column, (text) => parseVerdict(text, verdict.words).ok).filter(isOpen)
    : [];
  const ratings = plan.ratings.flatMap((column, at) => {
    const dimension = rubric.dimensions[at];
    if (!column || !dimension || column.words !== 'ours') return [];
    const isRead = (text: string) => parseRating(text, { dimension, scale: rubric.scale, words: 'ours' }).ok;
    return wordsIn(sample, column.column, isRead).filter(isOpen);
  });
  const once = ratings.filter((text, at) => ratings.findIndex((other) => keyOf(other) === keyOf(text)) === at);
  return [
    ...(verdict && verdicts.length <= MOST_WORDS
      ? verdicts.map((text) => ({ header: plan.headers[verdict.column] ?? '', text, meanings: [...VERDICTS, ''] }))
      : []),
    ...(once.length <= MOST_WORDS
      ? once.map((text) => ({ text, meanings: [...wholeRatingsOf(rubric.scale).map(String), 'not-assessed'] }))
      : []),
  ];
}

/** The different texts of a column that are words and aren't read. */
function wordsIn(sample: readonly SampleRow[], at: number, isRead: (text: string) => boolean): readonly string[] {
  const words = new Map<string, string>();
  for (const { cells, isSound } of sample) {
    const text = (cells[at] ?? '').trim();
    if (!isSound || text === '' || text.length > LONGEST || /\p{N}/u.test(text) || isRead(text)) continue;
    if (!words.has(keyOf(text))) words.set(keyOf(text), text);
  }
  return [...words.values()];
}
