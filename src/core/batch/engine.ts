import { createMistake, type Mistake, type Problem, problemAt } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import { type Rating, ratingsOf } from '../rubric/scale.js';
import type { VerdictWord } from '../scoring/verdict.js';
import {
  type Cell,
  type FlagCell,
  parseFlags,
  parseId,
  parseRequirement,
  parseVerdict,
  parseYesNo,
  type RequirementAnswer,
} from '../table/cells.js';
import type { ColumnPlan, RatingColumn } from '../table/columns.js';
import { createRowSorter, isHeadingAlone, type NoPerson } from '../table/no-person.js';
import { parseRating } from '../table/rating-cell.js';
import { type BatchRow, MULTIPLE_BYTES } from '../table/row.js';
import { createOccasionReader, type OccasionOptions } from './occasion.js';

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
  /** What a row is that is no person. */
  readonly noPerson: NoPerson | undefined;
  /** The day on which the interview was held. */
  readonly held: string | undefined;
  /** The id of the session of the rubric's plan; `undefined`: all of it. */
  readonly session: string | undefined;
  /** Everything wrong with the row; it is scored only where this is empty. */
  readonly problems: readonly Problem[];
  /** Cells that can't be read and that the row can do without: it is scored as if they were blank. */
  readonly lost: readonly Problem[];
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
}

interface EngineOptions {
  readonly rubric: Rubric;
  readonly plan: ColumnPlan;
  /** Whether rows without an interviewer are left out. */
  readonly needsInterviewer?: boolean;
  /** What is known of when the interviews were held. */
  readonly occasion: OccasionOptions;
  /** Whether a cell that can't be read always costs its row. */
  readonly isStrict?: boolean;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** How many different texts of one column are remembered: ratings repeat, typos and notes do not. */
const REMEMBERED = 1000;

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
  isStrict = false,
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
    problems: NONE,
    lost: NONE,
  };
  const columns = plan.ratings.map((column, at) => column && ratingColumn(rubric, at, column));
  const rest = createRestReader(rubric, plan);
  const sorter = createRowSorter(plan, rubric);
  const shapeOf = createShapeCheck(plan);
  let rows = 0;
  const passOver = (kind: NoPerson): RowOutcome => {
    reading.noPerson = kind;
    return 'no-person';
  };
  const readOccasion = createOccasionReader(rubric, plan, {
    ...occasion,
    lose: (mistake, row, column) => {
      const problem = placed(mistake, row, column);
      if (isStrict) problems.push(problem);
      else reading.lost = [...reading.lost, { ...problem, severity: 'note' }];
    },
    refuse: (mistake, row, column) => problems.push(placed(mistake, row, column)),
  });
  const hasIds = plan.candidateId !== undefined || plan.interviewerId !== undefined;
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
      rest(row, reading, problems);
      readOccasion(row, reading as Writable<ParsedRow> & { ratings: Rating[] });
      if (hasIds) {
        reading.candidateId = idIn(row, plan.candidateId, plan, problems);
        reading.interviewerId = idIn(row, plan.interviewerId, plan, problems);
      }
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
  };
}

function isNumber(rating: Rating): boolean {
  return typeof rating === 'number';
}

function idIn(
  row: BatchRow,
  column: number | undefined,
  { headers }: ColumnPlan,
  problems: Problem[],
): string | undefined {
  if (column === undefined || row.code(column) === 0) return undefined;
  const cell = parseId(row.text(column), headers[column] ?? '');
  if (cell.ok) return cell.value;
  problems.push(placed(cell, row, column));
  return undefined;
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
      problems.push(placed(cell, row, column.column));
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

function ratingColumn(rubric: Rubric, at: number, { column, words }: RatingColumn): ReadyColumn | undefined {
  const dimension = rubric.dimensions[at];
  if (!dimension) return undefined;
  const ratingByByte: (Rating | undefined)[] = Array.from({ length: MULTIPLE_BYTES + 1 }, () => undefined);
  ratingByByte[0] = 'not-assessed';
  if (words === 'ours') {
    for (const rating of ratingsOf(rubric.scale)) {
      const written = String(rating);
      if (written.length === 1) ratingByByte[written.charCodeAt(0)] = rating;
    }
  }
  const parse = (text: string) => parseRating(text, { dimension, scale: rubric.scale, words });
  return { column, ratingByByte, parse: memoize(parse) };
}

function memoize<T>(parse: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = parse(text);
    if (known.size < REMEMBERED && text.length < 100) known.set(text, value);
    return value;
  };
}

/** The cells that most tables leave empty: verdict, red flags, requirements. */
function createRestReader(rubric: Rubric, plan: ColumnPlan) {
  const { verdict, flags } = plan;
  const verdictOf = memoize((text: string) => parseVerdict(text, verdict?.words ?? 'ours'));
  const flagColumns = plan.flag.flatMap((column, at) => (column === undefined ? [] : [{ column, at }]));
  const asked = plan.requirements.flatMap((column, at) => {
    const requirement = rubric.requirements[at];
    return column === undefined || !requirement ? [] : [{ column, requirement }];
  });
  return (row: BatchRow, reading: Writable<ParsedRow>, problems: Problem[]): void => {
    reading.verdict = undefined;
    reading.flags = NONE;
    reading.requirements = NONE;
    if (verdict && row.code(verdict.column) !== 0) {
      const cell = verdictOf(row.text(verdict.column));
      if (cell.ok) reading.verdict = cell.value;
      else problems.push(placed(cell, row, verdict.column));
    }
    if (flags !== undefined && row.code(flags) !== 0) {
      const cell = parseFlags(row.text(flags), rubric.redFlags);
      if (cell.ok) reading.flags = cell.value;
      else problems.push(placed(cell, row, flags));
    }
    for (const { column, at } of flagColumns) {
      const flag = rubric.redFlags[at];
      if (!flag || row.code(column) === 0) continue;
      const cell = parseYesNo(row.text(column), flag.id);
      if (!cell.ok) problems.push(placed(cell, row, column));
      else if (cell.value)
        reading.flags = withFlag(reading.flags, flag.id, row.text(plan.flagEvidence[at] ?? row.count));
    }
    for (const { column, requirement } of asked) {
      if (row.code(column) === 0) continue;
      const cell = parseRequirement(row.text(column), requirement);
      if (!cell.ok) problems.push(placed(cell, row, column));
      else if (cell.value) reading.requirements = [...reading.requirements, cell.value];
    }
  };
}

function withFlag(flags: readonly FlagCell[], id: string, evidence: string): readonly FlagCell[] {
  const told = evidence.trim();
  return [...flags.filter((flag) => flag.id !== id), told === '' ? { id } : { id, evidence: told }];
}

function isEmptyRow(row: BatchRow, { rejectColumns }: ColumnPlan): boolean {
  for (let at = Math.min(rejectColumns, row.count - 1); at < row.count; at += 1) if (!row.isBlank(at)) return false;
  return true;
}

/** The path of a row's problem is the position of its column. */
function placed(mistake: Mistake, row: BatchRow, column: number): Problem {
  return { ...problemAt(mistake, [column]), ...row.place(column) };
}
