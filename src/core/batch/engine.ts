import { createMistake, type Mistake, type Problem, problemAt } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import { type Rating, ratingsOf } from '../rubric/scale.js';
import type { VerdictWord } from '../scoring/verdict.js';
import { type Cell, type CellMistake, type CellProblem, cellProblem } from '../table/cells/cell.js';
import type { FlagCell } from '../table/cells/flag-cell.js';
import type { RequirementAnswer } from '../table/cells/requirement-cell.js';
import { createValues, type ValueMapping, type Values, withValues } from '../table/cells/values.js';
import type { ColumnPlan, RatingColumn } from '../table/columns.js';
import { createRowSorter, isHeadingAlone, type NoPerson } from '../table/no-person.js';
import { parseRating } from '../table/rating-cell.js';
import { type BatchRow, MULTIPLE_BYTES } from '../table/row.js';
import { memoize } from './memoize.js';
import { createOccasionReader, type OccasionOptions } from './occasion.js';
import { createOtherCells } from './other-cells.js';
import { createShapeCheck } from './row-shape.js';

/** What one row says. The engine's own object, overwritten by the next row. */
export interface ParsedRow {
  /** One rating for each dimension, in the rubric's order. */
  readonly ratings: readonly Rating[];
  readonly flags: readonly FlagCell[];
  readonly requirements: readonly RequirementAnswer[];
  readonly verdict: VerdictWord | undefined;
  readonly candidateId: string | undefined;
  readonly interviewerId: string | undefined;
  /** What a row is that is not a person. */
  readonly noPerson: NoPerson | undefined;
  /** The day on which the interview was held. */
  readonly held: string | undefined;
  /** The id of the session of the rubric's plan; `undefined`: all of it. */
  readonly session: string | undefined;
  /** Of a table in several files, the one in which it stands. */
  readonly file: string | undefined;
  /** Everything wrong with the row; it is scored only where this is empty. */
  readonly problems: readonly Problem[];
  /** Cells that can't be read and that the row can do without: it is scored as if they were blank. */
  readonly lost: readonly CellProblem[];
}

/**
 * `unrated`: a row without a rating, a verdict or a red flag. `blank`: no cell says anything. `no-person`: left out, see
 * `noPerson`. `bad`: left out, see `problems`.
 */
export type RowOutcome = 'good' | 'unrated' | 'bad' | 'blank' | 'no-person';

export interface BatchEngine {
  readonly plan: ColumnPlan;
  /** What the last row said. */
  readonly reading: ParsedRow;
  read(row: BatchRow): RowOutcome;
  /**
   * For each dimension that has a column, the rating that a cell's only byte stands for; 0 is an empty cell. Any other
   * cell takes more than its byte to be read.
   */
  readonly ratingsByByte: readonly (readonly (Rating | undefined)[] | undefined)[];
  /** Whether the next row means the same whatever stood above it, unless its name is a word of `WORD_OUTLINES`. */
  readonly isFresh: boolean;
  /** Counts rows that somebody else has read. */
  pass(rows: number): void;
  /** What was said of texts (`--value`) of which none was met so far. */
  unusedValues(): readonly ValueMapping[];
}

interface EngineOptions {
  readonly rubric: Rubric;
  readonly plan: ColumnPlan;
  /** Whether rows without an interviewer are left out. */
  readonly needsInterviewer?: boolean;
  /** What is known of when the interviews were held. */
  readonly occasion: OccasionOptions;
  readonly values?: readonly ValueMapping[];
  /** Whether a cell that can't be read always costs its row. */
  readonly isStrict?: boolean;
  /** Of a table in several files, the one that is read. */
  readonly file?: string | undefined;
}

/** What is filled in key by key before anybody else sees it. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const NONE: readonly never[] = [];

/**
 * Reads rows of a table as scorecards. A rating of one digit is taken from its byte; any other text goes through
 * `parseRating`, once for each different text. Every problem of a row is found, not only the first.
 */
export function createBatchEngine({
  rubric,
  plan,
  needsInterviewer = false,
  occasion,
  values: said = [],
  isStrict = false,
  file,
}: EngineOptions): BatchEngine {
  const ratings: Rating[] = rubric.dimensions.map(() => 'not-assessed');
  const reading: Writable<ParsedRow> = {
    ratings,
    flags: NONE,
    requirements: NONE,
    verdict: undefined,
    candidateId: undefined,
    interviewerId: undefined,
    noPerson: undefined,
    held: undefined,
    session: undefined,
    file,
    problems: NONE,
    lost: NONE,
  };
  const values = createValues(said);
  const columns = plan.ratings.map((column, at) => column && ratingColumn(rubric, at, { ...column, plan, values }));
  const lose = (mistake: CellMistake, row: BatchRow, at: number): void => {
    const severity = isStrict ? 'error' : 'warning';
    const problem = cellProblem(mistake, { at, place: row.place(at), severity });
    if (isStrict) problems.push(problem);
    else reading.lost = [...reading.lost, problem];
  };
  const readOthers = createOtherCells(rubric, plan, { values, lose });
  const sorter = createRowSorter(plan, rubric);
  const shapeOf = createShapeCheck(plan);
  let rows = 0;
  const passOver = (kind: NoPerson): RowOutcome => {
    reading.noPerson = kind;
    return 'no-person';
  };
  const readOccasion = createOccasionReader(rubric, plan, {
    ...occasion,
    values,
    lose,
    refuse: (mistake, row, column) => problems.push(placed(mistake, row, column)),
  });
  let problems: Problem[] = [];

  return {
    plan,
    reading,
    read: (row) => {
      const at = rows;
      rows += 1;
      if (problems.length > 0) problems = [];
      reading.problems = problems;
      reading.lost = NONE;
      if (row.damage || row.count !== plan.count) {
        if (!row.damage && isEmptyRow(row, plan)) return 'blank';
        if (row.count === 1 && !row.damage && isHeadingAlone(row.text(0))) return passOver('heading');
        const shape = shapeOf(row, at);
        if (shape) {
          problems.push(shape);
          return 'bad';
        }
      }
      if (sorter.mayBeWord(row)) {
        const byName = sorter.byName(row);
        if (byName) return passOver(byName);
      }
      readRatings(row, columns, { ratings, problems });
      readOthers(row, reading);
      readOccasion(row, reading as Writable<ParsedRow> & { ratings: Rating[] });
      if (row.isBlank(plan.candidate) && isNobody(row, plan.candidateLast)) {
        if (isEmptyRow(row, plan)) return 'blank';
        problems.push(placed(createMistake('no-candidate', { in: 'row' }), row, plan.candidate));
      }
      if (
        needsInterviewer &&
        isNobody(row, plan.interviewer) &&
        isNobody(row, plan.interviewerLast) &&
        reading.interviewerId === undefined
      ) {
        const column = plan.interviewer ?? plan.interviewerId ?? plan.candidate;
        problems.push(placed(createMistake('no-interviewer', {}), row, column));
      }
      const isRated =
        typeof ratings[0] === 'number' ||
        ratings.some(isNumber) ||
        reading.verdict !== undefined ||
        reading.flags.length > 0;
      if (isRated && problems.length === 0) return 'good';
      const byCells = sorter.byCells(row, at, problems.length > 0);
      if (byCells) return passOver(byCells);
      return problems.length > 0 ? 'bad' : 'unrated';
    },
    ratingsByByte: columns.map((column) => column?.ratingByByte),
    get isFresh() {
      return !sorter.isBelowSummary();
    },
    pass: (count) => {
      rows += count;
    },
    unusedValues: values.unused,
  };
}

function isNumber(rating: Rating): boolean {
  return typeof rating === 'number';
}

function isNobody(row: BatchRow, column: number | undefined): boolean {
  return column === undefined || row.isBlank(column);
}

function readRatings(
  row: BatchRow,
  columns: readonly (ReadyColumn | undefined)[],
  { ratings, problems }: { readonly ratings: Rating[]; readonly problems: Problem[] },
): void {
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at];
    if (column === undefined) continue;
    const quick = column.ratingByByte[row.code(column.column)];
    if (quick !== undefined) {
      ratings[at] = quick;
      continue;
    }
    const cell = column.parse(row.text(column.column));
    if (!cell.ok) {
      problems.push(cellProblem(cell, { at: column.column, place: row.place(column.column), severity: 'error' }));
      continue;
    }
    ratings[at] = cell.value;
  }
}

interface ReadyColumn {
  readonly column: number;
  /** The rating that a cell's only byte stands for; 0 is an empty cell. */
  readonly ratingByByte: readonly (Rating | undefined)[];
  parse(text: string): Cell<Rating>;
}

function ratingColumn(
  rubric: Rubric,
  at: number,
  { column, words, plan, values }: RatingColumn & { readonly plan: ColumnPlan; readonly values: Values },
): ReadyColumn | undefined {
  const dimension = rubric.dimensions[at];
  if (!dimension) return undefined;
  const { scale } = rubric;
  const ours = (text: string) => parseRating(text, { dimension, scale, words: 'ours' });
  const said = values.for(plan.headers[column] ?? '', (meaning) => ours(meaning).ok);
  const ratingByByte: (Rating | undefined)[] = Array.from({ length: MULTIPLE_BYTES + 1 }, () => undefined);
  ratingByByte[0] = 'not-assessed';
  if (words === 'ours') {
    for (const rating of ratingsOf(scale)) {
      const written = String(rating);
      if (written.length === 1 && !said?.has(written)) ratingByByte[written.charCodeAt(0)] = rating;
    }
  }
  const parse = words === 'ours' ? ours : (text: string) => parseRating(text, { dimension, scale, words });
  return { column, ratingByByte, parse: memoize(withValues(parse, said, ours)) };
}

function isEmptyRow(row: BatchRow, { rejectColumns }: ColumnPlan): boolean {
  for (let at = Math.min(rejectColumns, row.count - 1); at < row.count; at += 1) if (!row.isBlank(at)) return false;
  return true;
}

/** The path of a row's problem is the position of its column. */
function placed(mistake: Mistake | CellMistake, row: BatchRow, column: number): Problem {
  if ('cell' in mistake) return cellProblem(mistake, { at: column, place: row.place(column), severity: 'error' });
  return { ...problemAt(mistake, [column]), ...row.place(column) };
}
