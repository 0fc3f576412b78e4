import { createProblem, type Problem, problemAt } from '../../core/problem.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import type { Mapping } from '../../core/table/header/read-columns.js';
import { columnEntries } from '../../core/table/map/column-targets.js';
import { createNameCheck } from '../../core/table/misread-names.js';
import { nameIn } from '../../core/table/name-in.js';
import { createApplicationSorter, planScreen, type Screened, screenRow } from '../../core/table/screening.js';
import { clean, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { findRubric } from '../../io/rubrics/rubric-library.js';
import type { Host } from '../../io/system/host.js';
import { inTable, openTable, type TableInput } from '../../io/table/table-input.js';
import { renderMisread } from '../../render/batch/batch-messages.js';
import { renderHeaderNotes } from '../../render/batch/plan-notes.js';
import { renderScreeningCsv, renderScreeningMarkdown, renderScreeningTable } from '../../render/batch/screening.js';
import { renderProblems } from '../../render/messages/problems.js';
import { count } from '../../render/text/text.js';
import type { GlobalOptions } from '../context.js';
import { openSaveMap, readSettings, type SettingOptions } from '../shared/map/table-settings.js';
import { messagePage } from '../shared/page.js';
import { jsonOf, presenter, type Renderers } from '../shared/present.js';
import { readHeader } from '../shared/table-header.js';
import type { OutputOptions } from '../shared/write-result.js';
import { SCREEN_FORMATS, type ScreenFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions, SettingOptions {
  readonly role: string;
  readonly format?: ScreenFormat;
}

/** How many rows of no person are told one by one. */
const MOST_TOLD = 5;

interface Screening {
  readonly rubric: Rubric;
  readonly rows: readonly Screened[];
}

const renderers: Renderers<Screening, ScreenFormat> = {
  table: ({ rows }, page) => renderScreeningTable(rows, page),
  csv: ({ rows }) => renderScreeningCsv(rows),
  json: ({ rubric, rows }) => jsonOf({ role: rubric.id, version: rubric.version, results: rows }),
  markdown: ({ rows }) => renderScreeningMarkdown(rows),
};

/** Says for each application which requirements it meets, as far as the table says. */
export async function screen(file: string, options: Options, host: Host): Promise<ExitCode> {
  const present = presenter(SCREEN_FORMATS, renderers, options, host);
  const { rubric } = findRubric(options.role, host, options);
  const shown = file === '-' ? 'standard input' : file;
  const saveMap = await openSaveMap(options, shown, host);
  const { mappings, dialect, said, notes } = await readSettings(options, host);
  const table = await openTable(file, dialect, host);
  const { rows, problems, noPeople, plan, header } = await readAll(table, { rubric, shown, mappings }).finally(() =>
    table.close(),
  );
  await present({ rubric, rows });
  await saveMap?.({ columns: columnEntries(plan.headers, plan.meanings, rubric), values: [], ...said });
  host.stderr.write(renderProblems(problems, messagePage(host).style));
  if (!options.quiet) {
    const names = createNameCheck();
    for (const { candidate } of rows) names.add(candidate);
    host.stderr.write(renderMisread(names.found, shown, options, messagePage(host).style));
    host.stderr.write(renderProblems(notes, messagePage(host).style));
    host.stderr.write(renderProblems(noPeople.slice(0, MOST_TOLD), messagePage(host).style));
    host.stderr.write(renderHeaderNotes({ ...plan, header }, shown, messagePage(host).style));
    if (plan.ignored.length > 0)
      host.stderr.write(
        say`Columns that belong to no requirement: ${plan.ignored.map((at) => clean(plan.headers[at] ?? '')).join(', ')}\n`,
      );
    if (plan.missing.length > 0) host.stderr.write(say`No column for: ${plan.missing.map(clean).join(', ')}\n`);
    const unread = problems.length === 0 ? say`` : say`, ${count(problems.length, 'cell')} could not be read`;
    const passed = noPeople.length === 0 ? say`` : say`, ${count(noPeople.length, 'row')} of no person left out`;
    host.stderr.write(say`${count(rows.length, 'application')} screened${unread}${passed}. Advice, not a decision.\n`);
  }
  return problems.length === 0 ? EXIT.ok : EXIT.no;
}

interface Reading {
  readonly rubric: Rubric;
  readonly shown: string;
  readonly mappings: readonly Mapping[];
}

async function readAll(table: TableInput, { rubric, shown, mappings }: Reading) {
  const { plan, row } = await readHeader(table, {
    shown,
    target: `the requirements of ${rubric.id}`,
    rubric,
    mappings,
    plan: (headers, sample) => planScreen(headers, rubric, { mappings, sample }),
  });
  const { reader } = table;
  const { record } = reader;
  const rows: Screened[] = [];
  const problems: Problem[] = [];
  const noPeople: Problem[] = [];
  const noPersonIn = createApplicationSorter(plan, rubric);
  for (;;) {
    while (reader.next()) {
      if (record.damage) {
        const { line, column } = record.damage;
        problems.push({ ...problemAt(record.damage, []), line, column });
        continue;
      }
      const noPerson = noPersonIn(record);
      if (noPerson) {
        noPeople.push(noPerson);
        continue;
      }
      if (nameIn(record, plan.candidate, plan.candidateLast) === '') {
        problems.push({
          ...createProblem('no-candidate', { in: 'row' }, []),
          ...record.place(plan.candidate),
        });
        continue;
      }
      const { screened, problems: found } = screenRow(record, plan, rubric);
      rows.push(screened);
      problems.push(...found);
    }
    if (!(await reader.fill())) {
      return {
        rows,
        problems: inTable(problems, table, shown),
        noPeople: inTable(noPeople, table, shown),
        plan,
        header: row,
      };
    }
  }
}
