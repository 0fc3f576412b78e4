import { type Checked, createProblem, type Problem } from '../problem.js';
import { cellWords, isNotApplicable, isNothing, plainCell } from '../table/cells/cell-text.js';
import { readWrittenNumber } from '../table/cells/written-number.js';
import { isSummaryWord } from '../table/no-person.js';
import type { BatchRow } from '../table/row.js';
import type { CountPlan } from './columns.js';

/** Counts of one group, as one row of the table says them. */
export interface CountRow {
  readonly line: number;
  readonly stage: string;
  readonly category: string;
  /** The group, by each of its characteristics; `undefined` where one is not known. */
  readonly groups: readonly (string | undefined)[];
  readonly applicants: number;
  readonly selected: number;
}

/** Larger numbers of people are slips. */
const MOST = 10_000_000;

const UNKNOWN = new Set([
  ...[
    'unknown',
    'not known',
    'not stated',
    'undisclosed',
    'not disclosed',
    'declined',
    'declined to state',
    'other/unknown',
  ],
  ...[
    'prefer not to say',
    'prefer not to answer',
    'did not say',
    'missing',
    'unspecified',
    'not specified',
    'no answer',
  ],
]);

/** Reads one row; `undefined` for one that sums up others. */
export function readCountRow(row: BatchRow, plan: CountPlan): Checked<CountRow> | undefined {
  const text = (at: number | undefined) => (at === undefined ? '' : plainCell(row.text(at)));
  const names = plan.groups.map(text);
  if (names.some(isSummaryWord)) return undefined;
  const problems: Problem[] = [];
  const lost = (problem: Problem, at: number) => problems.push({ ...problem, ...row.place(at) });
  const [first = 0] = plan.groups;
  if (row.count > plan.headers.length && !row.isBlank(plan.headers.length)) {
    const about = { cells: row.count, headers: plan.headers.length };
    lost(createProblem('ragged-row', about, []), plan.headers.length);
  }
  if (names.every((name) => name === '')) lost(createProblem('no-group', {}, []), first);
  const applicants = readCount(text(plan.applicants));
  const selected = readCount(text(plan.selected));
  for (const [count, at] of [
    [applicants, plan.applicants],
    [selected, plan.selected],
  ] as const) {
    const about = { cell: row.text(at).trim(), what: plan.headers[at] ?? '' };
    if (count === undefined) lost(createProblem('not-a-count', about, []), at);
  }
  if (applicants !== undefined && selected !== undefined && selected > applicants)
    lost(createProblem('too-many-selected', { selected, applicants }, []), plan.selected);
  if (problems.length > 0 || applicants === undefined || selected === undefined) return { ok: false, problems };
  const groups = names.map((name) => (isUnknown(name) ? undefined : name));
  const [stage, category] = [text(plan.stage), text(plan.category)];
  return { ok: true, value: { line: row.line, stage, category, groups, applicants, selected } };
}

function isUnknown(name: string): boolean {
  const words = cellWords(name).replace(/^[([]|[)\]]$/g, '');
  return isNothing(words) || isNotApplicable(words) || UNKNOWN.has(words);
}

/** `1,200` are 1200 people, never 1.2. */
function readCount(text: string): number | undefined {
  const read = readWrittenNumber(text.toLowerCase());
  const number = typeof read === 'object' ? read.find(Number.isInteger) : read;
  return number !== undefined && Number.isInteger(number) && number <= MOST ? number : undefined;
}
