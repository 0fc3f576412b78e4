import type { Problem } from '../problem.js';
import type { CellProblem } from './cells/cell.js';
import { keyOf } from './cells/values.js';

/** One kind of problem of a table: the same text in the same column, or another system's words anywhere. */
export interface ProblemGroup {
  readonly first: Problem | CellProblem;
  readonly count: number;
  /** Some lines beside the first one's, in the same file and in their order. */
  readonly lines: readonly number[];
  /** How many other files have it, where the table stands in several. */
  readonly otherFiles: number;
  /** Positions of the columns in which it stands, in their order. */
  readonly columns: readonly number[];
}

export interface ProblemGroups {
  add(problem: Problem | CellProblem): void;
  /** The most frequent first. */
  all(): readonly ProblemGroup[];
  /** How many problems are in no group, since there were too many kinds. */
  ungrouped(): number;
}

interface Growing {
  readonly first: Problem | CellProblem;
  count: number;
  readonly lines: number[];
  readonly files: Set<string | undefined>;
  readonly columns: Set<number>;
}

/** What is kept does not grow with the table. */
const MOST_KINDS = 10_000;
const MOST_LINES = 3;

/** Gathers problems by kind, so that 54 times the same word is one line. */
export function createProblemGroups(): ProblemGroups {
  const groups = new Map<string, Growing>();
  let ungrouped = 0;
  return {
    add: (problem) => {
      const key = kindOf(problem);
      const group = groups.get(key);
      if (group) join(group, groupOf(problem));
      else if (groups.size >= MOST_KINDS) ungrouped += 1;
      else groups.set(key, groupOf(problem));
    },
    all: () =>
      withoutDoubt([...groups.values()])
        .sort((a, b) => b.count - a.count || (a.first.line ?? 0) - (b.first.line ?? 0))
        .map(({ files, ...group }) => ({
          ...group,
          otherFiles: files.size - 1,
          columns: [...group.columns].sort((a, b) => a - b),
        })),
    ungrouped: () => ungrouped,
  };
}

function groupOf(problem: Problem | CellProblem): Growing {
  return { first: problem, count: 1, lines: [], files: new Set([problem.file]), columns: new Set(columnOf(problem)) };
}

function join(group: Growing, other: Growing): void {
  group.count += other.count;
  for (const file of other.files) group.files.add(file);
  for (const column of other.columns) group.columns.add(column);
  if (other.first.file !== group.first.file) return;
  for (const line of [other.first.line, ...other.lines]) {
    const isNew = line !== undefined && line !== group.first.line && !group.lines.includes(line);
    if (isNew && group.lines.length < MOST_LINES) group.lines.push(line);
  }
}

function columnOf(problem: Problem | CellProblem): readonly number[] {
  return 'at' in problem ? [problem.at] : [];
}

function kindOf(problem: Problem | CellProblem): string {
  if (!('at' in problem)) return JSON.stringify([problem.code, problem.message]);
  const { words, severity, code, at, cell } = problem;
  if (words?.isSure) return JSON.stringify([severity, words.system]);
  return JSON.stringify([severity, code, at, keyOf(cell)]);
}

/** "Yes" is another system's word where the rest of its column is: such a group joins that one. */
function withoutDoubt(groups: readonly Growing[]): Growing[] {
  const sure = groups.map((group) => ({
    ...group,
    lines: [...group.lines],
    files: new Set(group.files),
    columns: new Set(group.columns),
  }));
  return sure.filter(({ first, ...rest }) => {
    if (!('at' in first) || !first.words || first.words.isSure) return true;
    const { system } = first.words;
    const whole = sure.find(
      ({ first: other, columns }) =>
        'at' in other && other.words?.isSure && other.words.system === system && columns.has(first.at),
    );
    if (whole) join(whole, { first, ...rest });
    return !whole;
  });
}
