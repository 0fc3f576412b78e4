import type { Fraction } from '../../core/numbers/fraction.js';
import type { Ranked } from '../../core/panel/ranking.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Style } from '../text/style.js';
import type { Column } from '../text/table.js';
import { recommendationInWords } from '../text/words.js';
import {
  deviationInWords,
  flagList,
  profileOf,
  rankInWords,
  scoreInWords,
  spreadInWords,
  verdictList,
} from './panel-words.js';
import { chanceInWords } from './ranking-words.js';
import { sessionsInShort } from './session-words.js';

type CsvCell = string | number | undefined;

/** One thing that is shown of a candidate, and how each format shows it. */
export interface CandidateColumn extends Pick<Column<Ranked>, 'align' | 'drop' | 'shrinkTo'> {
  /** Over the column in a terminal. */
  readonly head: TerminalText;
  /** Over the column in Markdown; without it, Markdown leaves it out. */
  readonly title?: string;
  /** Before its line in a comparison; without it, a comparison leaves it out or has its own. */
  readonly label?: TerminalText;
  /** Cleaned text, without colours. */
  readonly text: (row: Ranked) => TerminalText;
  /** The same, a line for each part. */
  readonly lines?: (row: Ranked) => readonly TerminalText[];
  /** Columns of the CSV by their heads, at full precision. */
  readonly csv?: Readonly<Record<string, (row: Ranked) => CsvCell>>;
  readonly paint?: (style: Style) => NonNullable<Column<Ranked>['paint']>;
  /**
   * In a terminal it is shown only where a candidate has several interviewers: with one each there is nothing to say.
   */
  readonly isOfSeveral?: boolean;
  /** What explains it below a table, where it has room. */
  readonly explained?: 'rank' | 'ahead';
  /** In a table it is shown only where a candidate was interviewed in sessions. */
  readonly isOfSessions?: boolean;
  /** In a table it is shown only where several candidates have a place. */
  readonly isOfRanked?: boolean;
}

/** What is shown of a candidate, in the order of the columns. Every format walks this list. */
export const CANDIDATE_COLUMNS: readonly CandidateColumn[] = [
  {
    head: say`RANK`,
    title: 'Rank',
    text: rankInWords,
    explained: 'rank',
    csv: { rankBest: ({ rank }) => rank?.best, rankWorst: ({ rank }) => rank?.worst },
    drop: 4,
  },
  {
    head: say`CANDIDATE`,
    title: 'Candidate',
    text: ({ panel }) => clean(panel.shown),
    shrinkTo: 16,
    paint: ({ strong }) => strong,
  },
  {
    head: say`SCORE`,
    title: 'Score',
    text: ({ panel }) => scoreInWords(panel),
    csv: {
      score: ({ panel: { hundredths } }) => hundredths && hundredths / 100,
      standardError: ({ standardError }) => standardError,
    },
    align: 'right',
  },
  {
    head: say`COVER`,
    title: 'Coverage',
    label: say`Coverage`,
    text: ({ panel }) => say`${panel.coveragePercent}%`,
    csv: { coverage: ({ panel }) => panel.coveragePercent },
    align: 'right',
  },
  {
    head: say`IN`,
    title: 'Sessions in',
    label: say`Sessions in`,
    text: ({ panel }) => sessionsInShort(panel),
    drop: 11,
    isOfSessions: true,
  },
  {
    head: say`AHEAD`,
    title: 'Truly ahead of the next',
    text: ({ next }) => (next === undefined ? say`` : chanceInWords(next.chance)),
    explained: 'ahead',
    csv: { aheadOfNext: ({ next }) => next?.chance },
    drop: 5,
    isOfRanked: true,
  },
  { head: say`PROFILE`, text: ({ panel }) => profileOf(panel), drop: 8 },
  {
    head: say`RECOMMEND`,
    title: 'Recommendation',
    label: say`Recommendation`,
    text: ({ panel: { recommendation, isBorderline: borderline } }) =>
      recommendationInWords({ recommendation, borderline }),
    csv: { recommendation: ({ panel }) => panel.recommendation },
  },
  {
    head: say`VERDICT`,
    title: 'Verdicts',
    label: say`Verdicts`,
    text: ({ panel }) => verdictList(panel).join(', '),
    lines: ({ panel }) => verdictList(panel),
    csv: { verdicts: ({ panel }) => verdictList(panel, (word) => say`${word}`).join(', ') },
    drop: 6,
    shrinkTo: 15,
  },
  {
    head: say`FLAGS`,
    title: 'Flags',
    label: say`Red flags`,
    text: ({ panel }) => flagList(panel).join(', '),
    lines: ({ panel }) => flagList(panel),
    csv: { stops: (row) => flagsOf(row, 'stop'), concerns: (row) => flagsOf(row, 'concern') },
    shrinkTo: 9,
    paint: (style) => (cell, row) => (flagsOf(row, 'stop') > 0 ? style.bad(cell) : cell),
  },
  {
    head: say`BY`,
    title: 'Interviewers',
    label: say`Interviewers`,
    text: ({ panel }) => say`${panel.members.length}`,
    csv: { interviewers: ({ panel }) => panel.members.length },
    align: 'right',
    drop: 7,
    isOfSeveral: true,
  },
  {
    head: say`SPREAD`,
    title: 'Spread',
    label: say`Their scores`,
    text: ({ panel }) => spreadInWords(panel),
    csv: {
      lowest: ({ panel }) => panel.spread && quotient(panel.spread.lowest),
      highest: ({ panel }) => panel.spread && quotient(panel.spread.highest),
    },
    drop: 9,
    isOfSeveral: true,
  },
  {
    head: say`SD`,
    label: say`Standard deviation`,
    text: ({ panel }) => deviationInWords(panel),
    csv: { standardDeviation: ({ panel }) => panel.spread?.standardDeviation },
    align: 'right',
    drop: 10,
    isOfSeveral: true,
  },
];

function flagsOf({ panel }: Ranked, wanted: 'stop' | 'concern'): number {
  return panel.flags.filter(({ severity }) => severity === wanted).length;
}

function quotient({ numerator, denominator }: Fraction): number {
  return numerator / denominator;
}
