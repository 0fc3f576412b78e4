import type { Rubric } from '../rubric/rubric.js';
import type { VerdictWord } from '../scoring/verdict.js';
import type { Cell, CellMistake } from '../table/cells/cell.js';
import { type FlagCell, parseFlags } from '../table/cells/flag-cell.js';
import { parseId } from '../table/cells/id-cell.js';
import { parseRequirement, type RequirementAnswer } from '../table/cells/requirement-cell.js';
import { type Values, withValues } from '../table/cells/values.js';
import { parseVerdict } from '../table/cells/verdict-cell.js';
import { parseYesNo } from '../table/cells/yes-no-cell.js';
import type { ColumnPlan } from '../table/columns.js';
import type { BatchRow } from '../table/row.js';
import { memoize } from './memoize.js';

/** What stands in a row beside its ratings. */
export interface OtherCells {
  flags: readonly FlagCell[];
  requirements: readonly RequirementAnswer[];
  verdict: VerdictWord | undefined;
  candidateId: string | undefined;
  interviewerId: string | undefined;
}

/** Called with each cell that can't be read. */
type Lose = (mistake: CellMistake, row: BatchRow, column: number) => void;

const NONE: readonly never[] = [];

/** Reads the cells that most tables leave empty: verdict, red flags, requirements, ids. None of them costs the row. */
export function createOtherCells(rubric: Rubric, plan: ColumnPlan, { values, lose }: { values: Values; lose: Lose }) {
  const header = (column: number) => plan.headers[column] ?? '';
  const reader = <T>(column: number, parse: (text: string) => Cell<T>, own = parse) =>
    memoize(
      withValues(
        parse,
        values.for(header(column), (meaning) => own(meaning).ok),
        own,
      ),
    );
  const get = <T>(row: BatchRow, column: number, parse: (text: string) => Cell<T>): T | undefined => {
    if (row.code(column) === 0) return undefined;
    const cell = parse(row.text(column));
    if (cell.ok) return cell.value;
    lose(cell, row, column);
    return undefined;
  };

  const { verdict, flags, candidateId, interviewerId } = plan;
  const verdictOf =
    verdict &&
    reader(
      verdict.column,
      (text) => parseVerdict(text, verdict.words),
      (text) => parseVerdict(text, 'ours'),
    );
  const readFlags = flags === undefined ? undefined : flagReader(rubric, { header: header(flags), values });
  const flagColumns = plan.flag.flatMap((column, at) => {
    const flag = rubric.redFlags[at];
    if (column === undefined || !flag) return [];
    return [{ column, at, id: flag.id, parse: reader(column, (text) => parseYesNo(text, flag.id)) }];
  });
  const asked = plan.requirements.flatMap((column, at) => {
    const requirement = rubric.requirements[at];
    if (column === undefined || !requirement) return [];
    return [{ column, parse: reader(column, (text) => parseRequirement(text, requirement)) }];
  });

  return (row: BatchRow, into: OtherCells): void => {
    into.verdict = verdict && verdictOf ? get(row, verdict.column, verdictOf) : undefined;
    into.flags = NONE;
    into.requirements = NONE;
    if (flags !== undefined && readFlags && row.code(flags) !== 0) {
      const read = readFlags(row.text(flags));
      into.flags = read.flags;
      for (const mistake of read.unread) lose(mistake, row, flags);
    }
    for (const { column, at, id, parse } of flagColumns) {
      if (get(row, column, parse)) into.flags = withFlag(into.flags, id, row.text(plan.flagEvidence[at] ?? row.count));
    }
    for (const { column, parse } of asked) {
      const answer = get(row, column, parse);
      if (answer) into.requirements = [...into.requirements, answer];
    }
    if (candidateId !== undefined) into.candidateId = get(row, candidateId, parseId);
    if (interviewerId !== undefined) into.interviewerId = get(row, interviewerId, parseId);
  };
}

function flagReader({ redFlags }: Rubric, { header, values }: { header: string; values: Values }) {
  const said = values.for(header, (meaning) => parseFlags(meaning, redFlags).unread.length === 0);
  return (text: string) => {
    const meaning = said?.meaningOf(text);
    if (meaning === undefined) return parseFlags(text, redFlags, said?.meaningOf);
    return parseFlags(text, redFlags, () => meaning);
  };
}

function withFlag(flags: readonly FlagCell[], id: string, evidence: string): readonly FlagCell[] {
  const told = evidence.trim();
  return [...flags.filter((flag) => flag.id !== id), told === '' ? { id } : { id, evidence: told }];
}
