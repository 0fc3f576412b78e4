import { type Checked, createProblem, type Problem, problemAt } from '../problem.js';
import type { Requirement, Rubric } from '../rubric/rubric.js';
import { parseRequirement } from './cells.js';
import type { ColumnMeaning } from './header.js';
import {
  type Mapping,
  mappingProblems,
  missingCandidate,
  nearMisses,
  readColumns,
  tooWide,
  unknownColumns,
} from './header-problems.js';
import type { BatchRow } from './row.js';

/** Which column answers which requirement. Columns count from 0. */
export interface ScreenPlan {
  readonly candidate: number;
  /** In the rubric's order; `undefined` where the table has no column for it. */
  readonly requirements: readonly (number | undefined)[];
  /** Headers that belong to no requirement. */
  readonly ignored: readonly string[];
  /** Ids of requirements without a column: unknown for everybody. */
  readonly missing: readonly string[];
}

/** What a table says of one requirement. Nothing said, or nothing that can be read, is unknown: never a "no". */
export interface ScreenedRequirement {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly is: 'met' | 'not-met' | 'unknown';
  readonly value?: number | boolean;
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
  mappings: readonly Mapping[] = [],
): Checked<ScreenPlan> {
  const wide = tooWide(headers);
  if (wide) return { ok: false, problems: [wide] };
  const columns = readColumns(headers, rubric, mappings);
  const column = (fits: (meaning: ColumnMeaning) => boolean): number | undefined => {
    const at = columns.findIndex(({ meaning }) => meaning !== undefined && fits(meaning));
    return at < 0 ? undefined : at;
  };
  const candidate = column(({ type }) => type === 'candidate');
  const requirements = rubric.requirements.map((_requirement, at) =>
    column((meaning) => meaning.type === 'requirement' && meaning.at === at),
  );
  const open = rubric.requirements.filter((_requirement, at) => requirements[at] === undefined);
  const targets = rubric.requirements.map(({ id }) => id);
  const problems = [
    ...mappingProblems(headers, mappings, { rubric, what: 'requirement', targets }),
    ...nearMisses(headers, columns, open),
    ...(candidate === undefined ? [missingCandidate(headers)] : []),
    ...(open.length === rubric.requirements.length ? [noRequirement(rubric)] : []),
  ];
  if (problems.length > 0 || candidate === undefined) return { ok: false, problems };
  const ignored = unknownColumns(headers, columns).map((at) => headers[at] ?? '');
  return { ok: true, value: { candidate, requirements, ignored, missing: open.map(({ id }) => id) } };
}

function noRequirement({ id, requirements }: Rubric): Problem {
  return createProblem('no-requirement', { role: id, ids: requirements.map((requirement) => requirement.id) }, [0]);
}

/** One row against the requirements; cells that can't be read are unknown, and told as problems. */
export function screenRow(
  row: BatchRow,
  plan: ScreenPlan,
  rubric: Rubric,
): { screened: Screened; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const requirements = rubric.requirements.map((requirement, at): ScreenedRequirement => {
    const { id, name, required } = requirement;
    const column = plan.requirements[at];
    const answer = column === undefined ? undefined : readCell(row, column, requirement, problems);
    if (!answer) return { id, name, required, is: 'unknown' };
    return { id, name, required, is: answer.isMet ? 'met' : 'not-met', value: answer.value };
  });
  return { screened: { line: row.line, candidate: row.text(plan.candidate).trim(), requirements }, problems };
}

function readCell(row: BatchRow, column: number, requirement: Requirement, problems: Problem[]) {
  const cell = parseRequirement(row.text(column), requirement);
  if (cell.ok) return cell.value;
  problems.push({ ...problemAt(cell, [column]), message: `${cell.message}; unknown`, ...row.place(column) });
  return undefined;
}
