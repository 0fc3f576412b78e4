import { type Comparison, FEWEST, type GroupResult, type SetResult } from '../../core/impact/analyse.js';
import { compareRational, ONE, type Rational } from '../../core/numbers/rational.js';
import { FOUR_FIFTHS } from '../../core/stats/impact/selection.js';
import { countsInWords, type ImpactReport, probabilityInWords, ratioInWords, ratioWithFraction } from './words.js';

/** Of so many tests some are significant by chance. */
const MANY = 5;

/** What the counts of a set say, in sentences. */
export function setSentences(set: SetResult, { form, isScoring }: ImpactReport): readonly string[] {
  const { groups, reference, higher, unknown } = set;
  return [
    reference === undefined ? alone(set) : mostSentence(reference, isScoring),
    // As many ratios as New York City asks for are read in the table.
    ...(form === 'local-law-144' ? [] : groups.flatMap((group) => comparisonSentences(group, reference, isScoring))),
    ...(groups.filter(({ comparison }) => comparison?.tests).length < MANY
      ? []
      : ['Of so many groups, one in twenty has a p below 0.05 by chance alone.']),
    ...groups.flatMap((group) => silentSentence(group, isScoring)),
    ...(higher.length === 0 || form === 'local-law-144'
      ? []
      : [
          `${higher.map(({ name }) => name).join(', ')}: a higher rate than that of ${reference?.name}, from too few people to hold others against it.`,
        ]),
    ...(unknown === 0
      ? []
      : [`${people(unknown)} of unknown group ${unknown === 1 ? 'is' : 'are'} in none of these rates.`]),
  ];
}

function mostSentence(reference: GroupResult, isScoring: boolean): string {
  if (reference.selected === 0) return 'Nobody was selected, so there is no ratio.';
  return `${reference.name}: ${countsInWords(reference, isScoring)}, the highest rate, against which the others are held.`;
}

function alone({ groups }: SetResult): string {
  return groups.length < 2
    ? 'There is only one group, and nothing to hold it against.'
    : 'Fewer than two groups are large enough to be held against each other, so these are counts and nothing more.';
}

function comparisonSentences(
  group: GroupResult,
  reference: GroupResult | undefined,
  isScoring: boolean,
): readonly string[] {
  const { comparison } = group;
  if (!comparison?.tests || !reference || group.standing !== 'compared') return [];
  const { ratio, tests } = comparison;
  const sentences = [
    `${group.name}: ${countsInWords(group, isScoring)}, ratio ${ratioWithFraction(ratio)}, ${placeInWords(ratio)}.`,
    chanceSentence(tests),
    flipSentence(group, reference, tests),
    shortfallSentence(tests),
  ];
  return [sentences.filter((sentence) => sentence !== '').join(' ')];
}

/** Where a ratio stands to four fifths. */
function placeInWords(ratio: Rational): string {
  const place = compareRational(ratio, FOUR_FIFTHS);
  if (place < 0) return 'below four fifths';
  if (place === 0) return 'exactly four fifths, which is not below';
  return compareRational(ratio, ONE) === 0 ? 'the same rate' : 'not below four fifths';
}

type Tests = NonNullable<Comparison['tests']>;

function chanceSentence({ fisher, z }: Tests): string {
  const p = fisher?.twoSided ?? z?.p;
  if (p === undefined) return '';
  const name = fisher ? "Fisher's exact test" : 'The z test';
  const says = p < 0.05 ? 'hardly chance alone' : 'chance alone cannot be ruled out';
  return `${name}: p ${p < 0.001 ? '' : '= '}${probabilityInWords(p)}, ${says}.`;
}

/** Whether it hangs on one person. */
function flipSentence(group: GroupResult, reference: GroupResult, { flip, isBelow }: Tests): string {
  if (!flip) return '';
  const [from, to] = isBelow ? [reference.name, group.name] : [group.name, reference.name];
  const moved = `one selection moved from ${from} to ${to}`;
  if (!flip.changes) return `It does not hang on one person: ${moved} leaves it ${isBelow ? 'below' : 'where it is'}.`;
  const after = flip.ratio === undefined ? '' : ` (${ratioInWords(flip.ratio)})`;
  return `It hangs on one person: ${moved} ${flip.turns ? 'turns it round' : isBelow ? 'lifts it to four fifths or more' : 'brings it below'}${after}.`;
}

function shortfallSentence({ shortfall, isBelow }: Tests): string {
  if (!shortfall || !isBelow) return '';
  const { fourFifths, parity } = shortfall;
  return `${fourFifths} more ${fourFifths === 1 ? 'selection' : 'selections'} would reach four fifths, ${parity} the same rate.`;
}

/** A group that is not held against another: its counts, and why that is all. */
function silentSentence(group: GroupResult, isScoring: boolean): readonly string[] {
  const counts = `${group.name}: ${countsInWords(group, isScoring)}`;
  const small = {
    'few-applicants': `fewer than ${FEWEST.applicants} applied`,
    'few-selected': `fewer than ${FEWEST.selected} were selected`,
  };
  switch (group.standing) {
    case 'few-applicants':
    case 'few-selected':
      return [`${counts}. Counts only: ${small[group.standing]}, too few to be held against others.`];
    case 'excluded':
      return [`${counts}. Left out of the ratios.`];
    case 'alone':
      return [`${counts}.`];
    default:
      return [];
  }
}

/** What holds for the whole report. */
export function reportNotes({ leftOut, excludeSmall, factsAsOf, form }: ImpactReport): readonly string[] {
  return [
    ...(leftOut === 0
      ? []
      : [
          `${leftOut} ${leftOut === 1 ? 'row' : 'rows'} of the table could not be read, or stood twice, and ${leftOut === 1 ? 'is' : 'are'} in none of this.`,
        ]),
    ...(excludeSmall === undefined ? [] : [`Categories of less than 2% are left out of the ratios: ${excludeSmall}`]),
    ...(form === 'uniform-guidelines'
      ? [
          `A group of fewer than ${FEWEST.applicants}, or of which fewer than ${FEWEST.selected} were selected, has its counts alone.`,
        ]
      : []),
    "Counts alone: nobody's ratings were read, and these counts are best kept apart from them. What is behind a difference, no count can say.",
    `Facts as of ${factsAsOf}, and no legal advice.`,
  ];
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
