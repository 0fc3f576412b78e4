import { createNote, type Problem } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import type { ColumnPlan } from './columns.js';
import { fitsOf } from './header/header-fit.js';
import { normaliseHeader, plainHeader } from './header/header-form.js';
import { readHeader } from './header.js';
import { nameIn } from './name-in.js';
import { outlineOf } from './outline.js';
import type { BatchRow } from './row.js';

/**
 * What a row is that is not a person: it sums up others (`summary`), belongs to a `test` account, is a `heading` or another
 * name alone, the `header` again, or `labels` below it.
 */
export type NoPerson = 'summary' | 'test' | 'heading' | 'header' | 'labels';

const SUMMARY = [
  ...['average', 'averages', 'avg', 'mean', 'median', 'total', 'totals', 'grand total', 'grand totals', 'subtotal'],
  ...['sub total', 'overall', 'overall average', 'class average', 'group average', 'panel average', 'team average'],
  ...['average score', 'average rating', 'mean score', 'mean rating', 'median score', 'total score', 'column average'],
  ...['points possible', 'possible points', 'max points', 'maximum points', 'max score', 'maximum score', 'out of'],
  ...['maximum', 'minimum', 'highest', 'lowest', 'high score', 'low score', 'std dev', 'std. dev', 'stdev', 'std'],
  ...['standard deviation', 'variance', 'weight', 'weights', 'weighting', 'weightings', 'percentile', 'quartile'],
  ...['durchschnitt', 'mittelwert', 'summe', 'gesamt', 'moyenne', 'médiane', 'promedio', 'media', 'mediana', 'totale'],
  ...['gemiddelde', 'totaal', 'średnia', 'medelvärde', 'gennemsnitt', '平均', '合計', '合计', '总计', '中央値'],
];
/** Words that are names too: they sum up only where the row shows it. */
const PERHAPS_SUMMARY = ['max', 'min', 'sum', 'count', 'range', 'mode', 'sd', 'n', 'var', 'responses'];
const TESTS = [
  ...['test student', 'student, test', 'test user', 'user, test', 'test account', 'account, test', 'test candidate'],
  ...['candidate, test', 'test applicant', 'applicant, test', 'test person', 'test test', 'test', 'dummy candidate'],
];

type Word = 'summary' | 'perhaps-summary' | 'test';
const WORDS: ReadonlyMap<string, Word> = new Map([
  ...SUMMARY.map((word) => [word, 'summary'] as const),
  ...PERHAPS_SUMMARY.map((word) => [word, 'perhaps-summary'] as const),
  ...TESTS.map((word) => [word, 'test'] as const),
]);

/** Whether a text is a word for what sums up other rows, such as `Total`. */
export function isSummaryWord(text: string): boolean {
  return WORDS.get(normaliseHeader(text).replace(/ ?[:.]$/, '')) === 'summary';
}

/** The outlines of all words, with the signs that may stand behind them: the table of a million people asks them each. */
export const WORD_OUTLINES: ReadonlySet<number> = new Set(
  [...WORDS.keys()].flatMap((word) =>
    ['', ':', '.', ' :'].map((end) => {
      const bytes = new TextEncoder().encode(word + end);
      return outlineOf(bytes, 0, bytes.length);
    }),
  ),
);

/** The first and the last byte of the outlines: nearly every name ends here. */
const ENDS = new Uint8Array(0x1_00_00);
for (const outline of WORD_OUTLINES) ENDS[outline & 0xffff] = 1;

/** Whether a cell of this outline may hold one of the words. */
function isOutline(outline: number): boolean {
  return ENDS[outline & 0xffff] === 1 && WORD_OUTLINES.has(outline);
}

/** Below the header, so many rows may be its labels. */
const LABEL_ROWS = 3;

/** What the sorter has to know of the columns. */
type SortedBy = Pick<
  ColumnPlan,
  'headers' | 'candidate' | 'candidateLast' | 'candidateId' | 'interviewer' | 'ratings' | 'ignored' | 'rejectColumns'
>;

export interface RowSorter {
  /** Whether the name may be one of the words that `byName` looks for. */
  mayBeWord(row: BatchRow): boolean;
  /** Whether the last row that has a name sums up those above it: what follows may belong to it. */
  isBelowSummary(): boolean;
  /** What a row is by its name alone, before its cells are read. */
  byName(row: BatchRow): NoPerson | undefined;
  /** What a row is that has no rating, or (`isBad`) a cell that can't be read. `at`: how many rows came before it. */
  byCells(row: BatchRow, at: number, isBad: boolean): NoPerson | undefined;
}

/** Tells rows that are no people from those that are. */
export function createRowSorter(plan: SortedBy, rubric: Rubric): RowSorter {
  const { candidate, candidateLast, candidateId, interviewer, headers } = plan;
  const ratings = plan.ratings.flatMap((rating) => (rating ? [rating.column] : []));
  let isBelowSummary = false;
  let last: Word | undefined;
  const wordOf = (row: BatchRow): Word | undefined => {
    const name = nameIn(row, candidate, candidateLast);
    return WORDS.get(normaliseHeader(name).replace(/ ?[:.]$/, ''));
  };
  const hasId = (row: BatchRow) => candidateId !== undefined && !row.isBlank(candidateId);
  const lacksInterviewer = (row: BatchRow) => interviewer !== undefined && row.isBlank(interviewer);
  return {
    isBelowSummary: () => isBelowSummary,
    mayBeWord: (row) => {
      // Only what stands right below a summary, or is it, has one of these outlines: most rows end here.
      if (!isBelowSummary && candidateLast === undefined && !isOutline(row.outline(candidate))) {
        last = undefined;
        return false;
      }
      return true;
    },
    byName: (row) => {
      last = wordOf(row);
      if (last === undefined) {
        isBelowSummary = false;
        return undefined;
      }
      if (last === 'test') return 'test';
      const isSummary = !hasId(row) && (last === 'summary' || isBelowSummary || lacksInterviewer(row));
      isBelowSummary = isSummary;
      return isSummary ? 'summary' : undefined;
    },
    byCells: (row, at, isBad) => {
      const isFigures = ratings.every((column) => row.isBlank(column) || FIGURE.test(row.text(column).trim()));
      if (isBad && last === 'perhaps-summary' && isFigures && !hasId(row)) return 'summary';
      if (isHeaderAgain(row, headers)) return 'header';
      if (at < LABEL_ROWS && plan.rejectColumns === 0 && areLabels(row, plan, rubric)) return 'labels';
      if (isUnnamedSummary(row, plan, ratings)) return 'summary';
      return isHeading(row, plan) ? 'heading' : undefined;
    },
  };
}

/** A figure as a spreadsheet computes it. */
const FIGURE = /^[+-]?\d+(?:[.,]\d+)?%?$/;

/** The header once more, as in files that were put together. */
function isHeaderAgain(row: BatchRow, headers: readonly string[]): boolean {
  const said = headers.flatMap((header, at) => (header === '' || row.isBlank(at) ? [] : [{ header, at }]));
  const same = said.filter(({ header, at }) => normaliseHeader(row.text(at)) === normaliseHeader(header));
  return same.length > 1 && same.length * 2 >= said.length;
}

/** What survey tools put below the header: the questions' texts, their ids, the scale. */
function areLabels(row: BatchRow, { headers, ratings, candidate, candidateLast }: SortedBy, rubric: Rubric): boolean {
  if (headers.some((_header, at) => /^\s*\{\s*["']?ImportId\b/i.test(row.text(at)))) return true;
  const cells = ratings.flatMap((rating, at) => {
    const text = rating && !row.isBlank(rating.column) ? row.text(rating.column) : undefined;
    return text === undefined ? [] : [{ at, text }];
  });
  const speaking = cells.filter(({ at, text }) => {
    const meaning = readHeader(text, rubric);
    const fits = meaning ? [{ meaning }] : fitsOf(text, rubric);
    return fits.some((fit) => fit.meaning.type === 'rating' && fit.meaning.at === at);
  });
  if (speaking.length > 0 && speaking.length * 2 >= cells.length) return true;
  const isNobody = row.isBlank(candidate) && (candidateLast === undefined || row.isBlank(candidateLast));
  return isNobody && cells.length > 0 && cells.every(({ text }) => SCALE.test(text.trim()));
}

/** What a row of scales or points below the header holds: `1-5`, `(out of 5)`, `/5`, `5 pts`, `Score`. */
const SCALE =
  /^[([]?(?:\d+ ?(?:-|–|to) ?\d+|(?:out )?of \d+|\/ ?\d+|\d+ ?(?:pts|points|%)|max\.? ?\d+|score|rating|points)[)\]]?$/i;

/** A summary whose word stands in another column than that of the candidates, which is blank. */
function isUnnamedSummary(
  row: BatchRow,
  { candidate, candidateLast, headers }: SortedBy,
  ratings: readonly number[],
): boolean {
  if (!row.isBlank(candidate) || (candidateLast !== undefined && !row.isBlank(candidateLast))) return false;
  return headers.some((_header, at) => {
    const word = ratings.includes(at) ? undefined : WORDS.get(normaliseHeader(row.text(at)).replace(/ ?[:.]$/, ''));
    return word === 'summary' || word === 'perhaps-summary';
  });
}

/** One cell alone, which is a name or stands in a column that nobody reads; or a comment. */
function isHeading(row: BatchRow, { candidate, candidateLast, headers, ignored, rejectColumns }: SortedBy): boolean {
  const count = Math.max(row.count, 1);
  let only = -1;
  for (let at = rejectColumns; at < count; at += 1) {
    if (row.isBlank(at)) continue;
    if (only >= 0) return false;
    only = at;
  }
  if (only < 0) return false;
  return only === candidate || only === candidateLast || ignored.includes(only) || (headers[only] ?? '') === '';
}

/** Names a heading that stands alone in its row, without the delimiters: only its words tell it from a torn row. */
export function isHeadingAlone(text: string): boolean {
  const words = plainHeader(normaliseHeader(text));
  return /^\s*#/.test(text) || HEADING.test(normaliseHeader(text)) || WORDS.get(words) === 'summary';
}

const HEADING =
  /^(?:(?:round|group|section|panel|day|week|team|session|stage|part|cohort|block|batch|wave|phase|table)\b.{0,40}|(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|final|last) (?:round|day|week|session|stage|part|panel)\b.{0,30}|.{1,60}:|[-=*_ ]{3,}.{0,60})$/;

/** Says of a row that it is not a person. */
export function passedOver(
  row: BatchRow,
  is: NoPerson,
  { candidate, candidateLast, rejectColumns }: SortedBy,
): Problem {
  const name = nameIn(row, candidate, candidateLast);
  const cells = Array.from({ length: row.count }, (_, at) => (at < rejectColumns ? '' : row.text(at).trim()));
  const text = name === '' ? (cells.find((cell) => cell !== '') ?? '') : name;
  return { ...createNote('no-person', { is, text }, [candidate]), ...row.place(name === '' ? 0 : candidate) };
}
