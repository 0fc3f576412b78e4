import { type Checked, createProblem, type Problem } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import { type CellProblem, cellProblem } from './cells/cell.js';
import { parseRequirement } from './cells/requirement-cell.js';
import { type Values, withValues } from './cells/values.js';
import type { ColumnPlan, PlanContext } from './columns.js';
import { findName, type NameColumns } from './header/people-columns.js';
import { readColumns } from './header/read-columns.js';
import type { ColumnMeaning } from './header.js';
import {
  mappingProblems,
  missingCandidate,
  nearMisses,
  sharedGuesses,
  tooWide,
  unknownColumns,
} from './header-problems.js';
import { nameIn } from './name-in.js';
import { createRowSorter, isHeadingAlone, passedOver } from './no-person.js';
import type { BatchRow } from './row.js';

/** Which column answers which requirement. Columns count from 0. */
export interface ScreenPlan {
  readonly headers: readonly string[];
  /** What each column means to the rubric, whether it is asked here or not; `undefined` where it means nothing. */
  readonly meanings: readonly (ColumnMeaning | undefined)[];
  readonly candidate: number;
  /** The column of the last name, where the name stands in two. */
  readonly candidateLast: number | undefined;
  /** In the rubric's order; `undefined` where the table has no column for it. */
  readonly requirements: readonly (number | undefined)[];
  /** Columns that belong to no requirement. */
  readonly ignored: readonly number[];
  /** Ids of requirements without a column: unknown for everybody. */
  readonly missing: readonly string[];
  /** Columns whose header was understood by a part of it. */
  readonly guessed: ColumnPlan['guessed'];
}

/** What a table says of one requirement. Nothing said, or nothing that can be read, is unknown: never a "no". */
export interface ScreenedRequirement {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly is: 'met' | 'not-met' | 'unknown';
  readonly value?: number | boolean;
  /** What stands in a cell that can't be read, as it was typed. */
  readonly cell?: string;
  /** Why it is unknown, where something stands there. */
  readonly reason?: string;
}

/** Advice to whoever reads applications, never a decision. */
export interface Screened {
  readonly line: number;
  readonly candidate: string;
  readonly requirements: readonly ScreenedRequirement[];
}

/** Finds the candidate's column and those of the requirements, with every mistake of the header at once. */
export function planScreen(
  headers: readonly string[],
  rubric: Rubric,
  { mappings = [], sample = [] }: Omit<PlanContext, 'isPartial'> = {},
): Checked<ScreenPlan> {
  const wide = tooWide(headers);
  if (wide) return { ok: false, problems: [wide] };
  const read = readColumns(headers, { rubric, mappings, sample, wanted: 'requirement' });
  const { columns } = read;
  const candidate = findName('candidate', headers, columns);
  const requirements = rubric.requirements.map((_requirement, at) => {
    const column = columns.findIndex(({ meaning }) => meaning?.type === 'requirement' && meaning.at === at);
    return column < 0 ? undefined : column;
  });
  const open = rubric.requirements.filter((_requirement, at) => requirements[at] === undefined);
  const targets = rubric.requirements.map(({ id }) => id);
  const idOf = (at: number) => rubric.requirements[at]?.id ?? '';
  const problems = [
    ...mappingProblems(headers, mappings, { rubric, what: 'requirement', targets }),
    ...read.problems,
    ...candidate.problems,
    ...sharedGuesses(headers, columns, ({ meaning }) => (meaning?.type === 'requirement' ? idOf(meaning.at) : '')),
    ...nearMisses(headers, columns, open),
    ...(candidate.found ? [] : [missingCandidate(headers, columns)]),
    ...(open.length === rubric.requirements.length ? [noRequirement(rubric)] : []),
  ];
  const { found } = candidate;
  if (problems.length > 0 || !found) return { ok: false, problems };
  const guessed = columns.flatMap(({ meaning, by }, column) =>
    meaning?.type === 'requirement' && (by === 'plain' || by === 'fit') ? [{ column, target: idOf(meaning.at) }] : [],
  );
  const plan = {
    headers,
    meanings: columns.map(({ meaning }, at) => (isUsed(meaning, at, { ...found, requirements }) ? meaning : undefined)),
    candidate: found.column,
    candidateLast: found.last,
    requirements,
    ignored: unknownColumns(headers, columns),
    missing: open.map(({ id }) => id),
    guessed,
  };
  return { ok: true, value: plan };
}

interface Used extends NameColumns {
  readonly requirements: ScreenPlan['requirements'];
}

/** Of several columns of one name or requirement, only one is read. */
function isUsed(meaning: ColumnMeaning | undefined, at: number, { column, last, requirements }: Used) {
  switch (meaning?.type) {
    case 'candidate':
    case 'candidate-first':
    case 'candidate-last':
      return at === column || at === last;
    case 'requirement':
      return requirements[meaning.at] === at;
    default:
      return true;
  }
}

function noRequirement({ id, requirements }: Rubric): Problem {
  return createProblem('no-requirement', { role: id, ids: requirements.map((requirement) => requirement.id) }, [0]);
}

/** A reader of rows against the requirements; cells that can't be read are unknown, and told as problems. */
export function createScreener(
  rubric: Rubric,
  plan: ScreenPlan,
  values: Values,
): (row: BatchRow) => { screened: Screened; problems: readonly CellProblem[] } {
  const columns = rubric.requirements.map((requirement, at) => {
    const column = plan.requirements[at];
    const parse = (text: string) => parseRequirement(text, requirement);
    const said = column === undefined ? undefined : values.for(plan.headers[column] ?? '', (text) => parse(text).ok);
    return { requirement, column, parse: withValues(parse, said) };
  });
  return (row) => {
    const problems: CellProblem[] = [];
    const requirements = columns.map(({ requirement, column, parse }): ScreenedRequirement => {
      const { id, name, required } = requirement;
      const unknown = { id, name, required, is: 'unknown' } as const;
      if (column === undefined) return unknown;
      const cell = parse(row.text(column));
      if (!cell.ok) {
        problems.push(cellProblem(cell, { at: column, place: row.place(column), severity: 'warning' }));
        return { ...unknown, cell: cell.cell.trim(), reason: cell.message };
      }
      if (!cell.value) return unknown;
      return { id, name, required, is: cell.value.isMet ? 'met' : 'not-met', value: cell.value.value };
    });
    return {
      screened: { line: row.line, candidate: nameIn(row, plan.candidate, plan.candidateLast), requirements },
      problems,
    };
  };
}

/** What a row of applications is that is not a person. A name alone is somebody of whom nothing is known. */
export function createApplicationSorter(plan: ScreenPlan, rubric: Rubric): (row: BatchRow) => Problem | undefined {
  const columns = { ...plan, candidateId: undefined, interviewer: undefined, ratings: [], rejectColumns: 0 };
  const sorter = createRowSorter(columns, rubric);
  let rows = 0;
  return (row) => {
    const at = rows;
    rows += 1;
    const byName = sorter.mayBeWord(row) ? sorter.byName(row) : undefined;
    const byCells = byName ?? sorter.byCells(row, at, false);
    const isLoneName = byCells === 'heading' && !isHeadingAlone(row.text(plan.candidate));
    return byCells === undefined || isLoneName ? undefined : passedOver(row, byCells, columns);
  };
}
