import type { Problem } from '../problem.js';
import type { CellProblem } from '../table/cells/cell.js';
import { createProblemGroups, type ProblemGroups } from '../table/problem-groups.js';

/** What went wrong with a table, as it is told at the end. */
export interface Tally {
  readonly groups: ProblemGroups;
  /** How many rows were left out, by the first of their problems. */
  readonly rows: ReadonlyMap<Problem['code'], number>;
  /** How many cells could not be read and did not cost their row. */
  readonly cells: ReadonlyMap<Problem['code'], number>;
  leftOut(problems: readonly Problem[]): void;
  lost(problems: readonly CellProblem[]): void;
}

export function createTally(): Tally {
  const groups = createProblemGroups();
  const rows = new Map<Problem['code'], number>();
  const cells = new Map<Problem['code'], number>();
  return {
    groups,
    rows,
    cells,
    leftOut: (problems) => {
      problems.forEach(groups.add);
      // In a row of another system's words, some may be words that many use.
      const first = problems.find(({ code }) => code === 'foreign-words') ?? problems[0];
      if (first) count(rows, first.code);
    },
    lost: (problems) => {
      for (const problem of problems) {
        groups.add(problem);
        count(cells, problem.code);
      }
    },
  };
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
