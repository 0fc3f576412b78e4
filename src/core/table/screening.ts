import { type Checked, createProblem, type Problem, problemAt } from '../problem.js';
import type { Requirement, Rubric } from '../rubric/rubric.js';
import { nearest } from '../text/wording.js';
import { parseRequirement } from './cells.js';
import type { Mapping } from './columns.js';
import { type ColumnMeaning, headersOf, normaliseHeader, readHeader } from './header.js';
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
  const meanings = headers.map((header) => {
    const mapping = mappings.find((entry) => normaliseHeader(entry.header) === normaliseHeader(header));
    return readHeader(mapping?.target ?? header, rubric);
  });
  const column = (fits: (meaning: ColumnMeaning) => boolean): number | undefined => {
    const at = meanings.findIndex((meaning) => meaning !== undefined && fits(meaning));
    return at < 0 ? undefined : at;
  };
  const candidate = column(({ type }) => type === 'candidate');
  const requirements = rubric.requirements.map((_requirement, at) =>
    column((meaning) => meaning.type === 'requirement' && meaning.at === at),
  );
  const problems = [
    ...mappings.flatMap((mapping) => mappingProblem(mapping, headers, rubric)),
    ...headers.flatMap((header, at) => nearMiss(header, { at, meaning: meanings[at], rubric, requirements })),
    ...(candidate === undefined ? [createProblem('no-candidate', { in: 'header' }, [0])] : []),
    ...(requirements.every((at) => at === undefined) ? [noRequirement(rubric)] : []),
  ];
  if (problems.length > 0 || candidate === undefined) return { ok: false, problems };
  const ignored = headers.filter((header, at) => meanings[at] === undefined && header.trim() !== '');
  const missing = rubric.requirements.flatMap(({ id }, at) => (requirements[at] === undefined ? [id] : []));
  return { ok: true, value: { candidate, requirements, ignored, missing } };
}

function mappingProblem({ header, target }: Mapping, headers: readonly string[], rubric: Rubric): readonly Problem[] {
  if (!headers.some((known) => normaliseHeader(known) === normaliseHeader(header))) {
    return [createProblem('unknown-column', { header, headers }, [0])];
  }
  if (target.trim() === '' || readHeader(target, rubric)) return [];
  const known = rubric.requirements.map(({ id }) => id);
  return [createProblem('unknown-requirement', { id: target, known, role: rubric.id, option: '--map' }, [0])];
}

interface Unread {
  readonly at: number;
  readonly meaning: ColumnMeaning | undefined;
  readonly rubric: Rubric;
  readonly requirements: readonly (number | undefined)[];
}

/** A header that almost names a requirement which has no column: an error, or its answers would be lost silently. */
function nearMiss(header: string, { at, meaning, rubric, requirements }: Unread): readonly Problem[] {
  const word = normaliseHeader(header);
  if (meaning || word === '') return [];
  const open = rubric.requirements.filter((_requirement, position) => requirements[position] === undefined);
  const meant = nearest(
    word,
    headersOf({ dimensions: [], requirements: open }).map(normaliseHeader),
    Math.min(3, Math.floor(word.length / 2.5)),
  );
  const requirement = open.find(({ id, name, aliases }) =>
    [id, name, ...aliases].some((text) => normaliseHeader(text) === meant),
  );
  if (!requirement) return [];
  return [createProblem('near-miss', { header, id: requirement.id, isOptional: false }, [at])];
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
