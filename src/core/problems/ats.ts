import { shellWord } from '../text/shell-words.js';
import { didYouMean, mayStand, nearest, scaleInWords, shorten } from '../text/wording.js';

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step?: number | undefined;
}

/** What is wrong with the forms and scorecards of other systems. */
export const ATS_PROBLEM_WORDS = {
  'no-fields': () => 'the form has no field to fill in',
  'no-scorecards': () =>
    'there is no scorecard in it; it may hold one, a list of them, one a line, or the answer { "data": [ … ] }',
  'unread-rating': ({ name, rating, names }: UnreadRating) =>
    `"${shorten(name)}" is rated "${shorten(rating)}" and is none of the rubric's dimensions; pass --map ${shellWord(`${name}=${nearest(name, names) ?? 'DIMENSION'}`)}, or --map ${shellWord(`${name}=`)} to leave it out`,
  'unreadable-point': ({ point, system, dimension, expected }: UnreadablePoint) =>
    `"${shorten(point)}" is not a rating of ${system} (${dimension})${mayStand(expected)}; pass --value ${shellWord(`${point}=RATING`)}`,
  'ambiguous-point': ({
    point,
    ratings,
    dimension,
  }: {
    point: string;
    ratings: readonly number[];
    dimension: string;
  }) =>
    `"${shorten(point)}" may be ${ratings.join(' or ')} by the rubric's map (${dimension}); pass --value ${shellWord(`${point}=${ratings[0]}`)} or the one it is`,
  'scale-without-map': ({ point, system, scale, dimension }: ScaleWithoutMap) =>
    `"${shorten(point)}" of ${system} has no counterpart on the scale ${scaleInWords(scale)} (${dimension}); pass --value ${shellWord(`${point}=RATING`)}, or give the rubric a map: export`,
  'unknown-overall': ({ cell, known }: { cell: string; known: readonly string[] }) =>
    `"${shorten(cell)}" is not a recommendation that is known; pass --value ${shellWord(`${cell}=VERDICT`)} with one of ${known.join(', ')}`,
  'unknown-mapped': ({ name, names }: { name: string; names: readonly string[] }) =>
    `--map names "${shorten(name)}", which none of the scorecards has${didYouMean(name, names)}`,
  'unknown-value': ({ word, words }: { word: string; words: readonly string[] }) =>
    `--value names "${shorten(word)}", which is said nowhere${didYouMean(word, words)}`,
  nobody: ({ who, option }: { who: 'candidate' | 'interviewer'; option: string }) =>
    `it does not say who the ${who} is; pass ${option}`,
} satisfies Record<string, (about: never) => string>;

interface UnreadRating {
  readonly name: string;
  readonly rating: string;
  /** All by which the dimensions may be called. */
  readonly names: readonly string[];
}

interface UnreadablePoint {
  readonly point: string;
  readonly system: string;
  readonly dimension: string;
  /** The ratings of that system, as they are listed. */
  readonly expected: string;
}

interface ScaleWithoutMap {
  readonly point: string;
  readonly system: string;
  readonly scale: Scale;
  readonly dimension: string;
}
