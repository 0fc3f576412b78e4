import { run } from '../../../src/cli.js';
import type { Rubric } from '../../../src/core/rubric/rubric.js';
import { formatCsvRow } from '../../../src/core/table/csv-cell.js';
import { createFakeHost } from '../fake-host.js';
import type { Cell } from './engine.js';

type Value = string | number | null;

interface Line {
  readonly candidate: { readonly name: string };
  readonly result: {
    readonly score?: number;
    readonly coverage: number;
    readonly recommendation: string;
    readonly borderline?: true;
    readonly because: readonly { readonly rule: string }[];
  };
}

/** What `scorecard batch` makes of a table, by candidate, as the columns of SQL after the candidate. */
export async function batchResults(
  rubric: Rubric,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<Readonly<Record<string, readonly Value[]>>> {
  const csv = [header, ...rows].map((row) => `${formatCsvRow(row.map((cell) => cell ?? ''))}\n`).join('');
  const host = createFakeHost({ files: { 'in.csv': csv, 'rubric.yaml': JSON.stringify(rubric) } });
  const code = await run(
    ['batch', 'in.csv', '--role', './rubric.yaml', '-f', 'ndjson', '--rejects', 'rejects.csv'],
    host,
  );
  if (code > 1) throw new Error(host.stderr.text);
  const lines = host.stdout.text.split('\n').filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const { candidate, result } = JSON.parse(line) as Line;
      const count = (rule: string) => result.because.filter((one) => one.rule === rule).length;
      const score = result.score === undefined ? null : Math.round(100 * result.score);
      return [
        candidate.name,
        [
          ...[score, result.coverage, result.recommendation, result.borderline ? 1 : 0, 0],
          ...[count('minimum'), count('minimum-not-rated'), count('stop')],
        ],
      ];
    }),
  );
}
