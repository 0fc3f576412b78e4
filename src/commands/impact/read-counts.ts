import { type CountPlan, findCountHeader, planCounts } from '../../core/impact/columns.js';
import { type CountRow, readCountRow } from '../../core/impact/count-row.js';
import { createProblem, type Problem, problemAt } from '../../core/problem.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { inTable, openTable, type TableInput } from '../../io/table/table-input.js';
import { parseTableOptions, readRow } from '../shared/table-header.js';

export interface ReadOptions {
  readonly map?: readonly string[];
  readonly delimiter?: string;
  readonly encoding?: string;
}

export interface ReadCounts {
  readonly plan: CountPlan;
  readonly rows: readonly CountRow[];
  readonly problems: readonly Problem[];
  /** How many rows sum up others. */
  readonly sums: number;
}

/** @throws ScorecardError where the table can't be read, holds people, or not the columns that are needed */
export async function readCounts(file: string, options: ReadOptions, host: Host): Promise<ReadCounts> {
  const { mappings, dialect } = parseTableOptions(options);
  const shown = file === '-' ? 'standard input' : file;
  const table = await openTable(file, dialect, host);
  try {
    return await readTable(table, shown, (headers) => planCounts(headers, mappings));
  } finally {
    await table.close();
  }
}

async function readTable(
  table: TableInput,
  shown: string,
  plan: (headers: readonly string[]) => ReturnType<typeof planCounts>,
): Promise<ReadCounts> {
  const { reader } = table;
  const { record } = reader;
  const above = findCountHeader(table.sample.map(({ cells }) => cells));
  for (let row = 0; row <= above; row += 1) await readRow(table, shown, row === above);
  const headers = Array.from({ length: record.count }, (_cell, at) => record.text(at).trim());
  const planned = plan(headers);
  if (!planned.ok) {
    const problems = planned.problems.map((problem) => ({ ...record.place(columnOf(problem)), ...problem }));
    throw new ScorecardError(`the columns of ${shown} don't fit`, { problems: inTable(problems, table, shown) });
  }
  const rows: CountRow[] = [];
  const problems: Problem[] = [];
  let sums = 0;
  do {
    while (reader.next()) {
      if (record.damage) {
        const { line, column } = record.damage;
        problems.push({ ...problemAt(record.damage, []), line, column });
      } else if (headers.some((_header, at) => !record.isBlank(at))) {
        const read = readCountRow(record, planned.value);
        if (read?.ok) rows.push(read.value);
        else if (read) problems.push(...read.problems);
        else sums += 1;
      }
      if (rows.length > MOST_ROWS)
        throw new ScorecardError(`${shown} has more than ${MOST_ROWS} rows`, {
          hint: say`count first: scorecard impact --template shows how`,
        });
    }
  } while (await reader.fill());
  if (rows.length > 2 && rows.every(({ applicants }) => applicants <= 1)) {
    const people = createProblem('counts-individuals', {}, []);
    throw new ScorecardError(`${shown} holds people, not counts`, { problems: inTable([people], table, shown) });
  }
  return { plan: planned.value, rows, problems: inTable(problems, table, shown), sums };
}

/** More are no counts by group. */
const MOST_ROWS = 10_000;

function columnOf({ path: [at] }: Problem): number {
  return typeof at === 'number' ? at : 0;
}
