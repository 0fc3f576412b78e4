import { shellWord } from '../text/shell-words.js';
import { visible } from '../text/visible.js';
import { didYouMean, shorten } from '../text/wording.js';

const HOW_TO_COUNT =
  'count first: one row for each group, with how many applied and how many were selected (scorecard impact --template shows it)';

/** What is wrong with a table of counts by group. */
export const COUNTS_WORDS = {
  'counts-person': ({ header }: { header: string }) =>
    `column "${visible(header)}" is about single people, and this takes counts alone, apart from anybody's ratings; ${HOW_TO_COUNT}`,
  'counts-individuals': () => `each row is one person, as it seems; ${HOW_TO_COUNT}`,
  'no-counts': ({ what }: { what: 'group' | 'applicants' | 'selected' }) =>
    `there is no column "${what}"; pass --map ${shellWord(`Column=${what}`)}, or, where each row is one person, ${HOW_TO_COUNT}`,
  'unknown-counts': ({ target, known }: { target: string; known: readonly string[] }) =>
    `--map names "${shorten(target)}", which is none of ${known.join(', ')}${didYouMean(target, known)}`,
  'not-a-count': ({ cell, what }: { cell: string; what: string }) =>
    cell === ''
      ? `${what}: a number is missing`
      : `${what}: "${shorten(cell)}" is not a whole number from 0 to 10000000`,
  'too-many-selected': ({ selected, applicants }: { selected: number; applicants: number }) =>
    `${selected} of ${applicants} cannot be selected; selected counts people of the same group who applied`,
  'no-group': () => 'the group is missing',
  'group-twice': ({ group, line }: { group: string; line: number }) =>
    `"${shorten(group)}" stands on line ${line} too; add the two up, or tell them apart by a column "stage" or "category"`,
  'more-than-before': ({ group, applicants, before }: { group: string; applicants: number; before: number }) =>
    `"${shorten(group)}": ${applicants} at this stage, though ${before} were selected at the one before`,
} satisfies Record<string, (about: never) => string>;
