import type { Problem } from '../../core/problem.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { planScreen, type Screened, screenRow } from '../../core/table/screening.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { findRubric } from '../../io/rubrics/rubric-library.js';
import type { Host } from '../../io/system/host.js';
import { openTable, type TableInput } from '../../io/table/table-input.js';
import { renderScreeningCsv, renderScreeningMarkdown, renderScreeningTable } from '../../render/batch/screening.js';
import { renderProblems } from '../../render/messages/problems.js';
import { createStyle } from '../../render/text/style.js';
import { clean, count } from '../../render/text/text.js';
import { delimiterByte, parseMapping } from '../batch/prepare.js';
import type { GlobalOptions } from '../context.js';
import { outputFormat } from '../shared/output-format.js';
import { type OutputOptions, writeResult } from '../shared/write-result.js';

interface Options extends GlobalOptions, OutputOptions {
  readonly role: string;
  readonly map?: readonly string[];
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly format?: 'table' | 'csv' | 'json' | 'markdown';
}

/** Says for each application which requirements it meets, as far as the table says. */
export async function screen(file: string, options: Options, host: Host): Promise<ExitCode> {
  const { rubric } = findRubric(options.role, host, options);
  const shown = file === '-' ? 'standard input' : file;
  const delimiter = options.delimiter === undefined ? undefined : delimiterByte(options.delimiter);
  const table = await openTable(file, { encoding: options.encoding, delimiter }, host);
  const { rows, problems, plan } = await readAll(table, { rubric, shown, options }).finally(() => table.close());
  const renderers = {
    table: () => renderScreeningTable(rows, { width: host.stdout.columns, style: createStyle(host.stdout.hasColours) }),
    csv: () => renderScreeningCsv(rows),
    json: () =>
      `${JSON.stringify({ schemaVersion: 1, role: rubric.id, version: rubric.version, results: rows }, undefined, 2)}\n`,
    markdown: () => renderScreeningMarkdown(rows),
  };
  await writeResult(renderers[outputFormat(options, ['table', 'csv', 'json', 'markdown'])](), options, host);
  host.stderr.write(renderProblems(problems, createStyle(host.stderr.hasColours)));
  if (!options.quiet) {
    if (plan.ignored.length > 0)
      host.stderr.write(`Columns that belong to no requirement: ${plan.ignored.map(clean).join(', ')}\n`);
    if (plan.missing.length > 0) host.stderr.write(`No column for: ${plan.missing.join(', ')}\n`);
    const unread = problems.length === 0 ? '' : `, ${count(problems.length, 'cell')} could not be read`;
    host.stderr.write(`${count(rows.length, 'application')} screened${unread}. Advice, not a decision.\n`);
  }
  return problems.length === 0 ? EXIT.ok : EXIT.no;
}

interface Reading {
  readonly rubric: Rubric;
  readonly shown: string;
  readonly options: Options;
}

async function readAll({ reader }: TableInput, { rubric, shown, options }: Reading) {
  const { record } = reader;
  while (!reader.next()) {
    if (!(await reader.fill())) throw new ScorecardError(`${shown} has no header, only empty lines`);
  }
  const headers = Array.from({ length: record.count }, (_, at) => record.text(at).trim());
  const checked = planScreen(headers, rubric, (options.map ?? []).map(parseMapping));
  if (!checked.ok) {
    const placed = checked.problems.map((problem) => ({
      ...problem,
      file: shown,
      ...record.place(Number(problem.path[0] ?? 0)),
    }));
    throw new ScorecardError(`the columns of ${shown} don't fit the requirements of ${rubric.id}`, {
      problems: placed,
    });
  }
  const plan = checked.value;
  const rows: Screened[] = [];
  const problems: Problem[] = [];
  for (;;) {
    while (reader.next()) {
      if (record.damage) {
        problems.push({ ...record.damage, severity: 'error', path: [], file: shown });
        continue;
      }
      if (record.isBlank(plan.candidate)) {
        problems.push({
          code: 'no-candidate',
          message: 'the candidate is missing; the row is left out',
          severity: 'error',
          path: [],
          file: shown,
          ...record.place(plan.candidate),
        });
        continue;
      }
      const { screened, problems: found } = screenRow(record, plan, rubric);
      rows.push(screened);
      problems.push(...found.map((problem) => ({ ...problem, file: shown })));
    }
    if (!(await reader.fill())) return { rows, problems, plan };
  }
}
