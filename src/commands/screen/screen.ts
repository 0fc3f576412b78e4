import { createTally, type Tally } from '../../core/batch/tally.js';
import { createProblem, type Problem, problemAt } from '../../core/problem.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { andValues, createValues, inColumns, type ValueMapping, type Values } from '../../core/table/cells/values.js';
import type { Mapping } from '../../core/table/header/read-columns.js';
import { columnEntries } from '../../core/table/map/column-targets.js';
import { createNameCheck } from '../../core/table/misread-names.js';
import { nameIn } from '../../core/table/name-in.js';
import type { ProblemGroup } from '../../core/table/problem-groups.js';
import { type Remedy, remediesOf, uniqueRemedies } from '../../core/table/remedies.js';
import {
  createApplicationSorter,
  createScreener,
  planScreen,
  type Screened,
  type ScreenPlan,
} from '../../core/table/screening.js';
import { clean, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode } from '../../errors.js';
import { findRubric } from '../../io/rubrics/rubric-library.js';
import type { Host } from '../../io/system/host.js';
import { inTable, openTable, type TableInput } from '../../io/table/table-input.js';
import { renderAgain, renderMisread } from '../../render/batch/batch-messages.js';
import { renderHeaderNotes } from '../../render/batch/plan-notes.js';
import { renderProblemGroups, renderUnusedValues } from '../../render/batch/problem-groups.js';
import {
  renderScreeningCounts,
  renderScreeningCsv,
  renderScreeningMarkdown,
  renderScreeningTable,
} from '../../render/batch/screening.js';
import { renderProblems } from '../../render/messages/problems.js';
import type { GlobalOptions } from '../context.js';
import { openSaveMap, readSettings, type SettingOptions } from '../shared/map/table-settings.js';
import { messagePage } from '../shared/page.js';
import { jsonOf, presenter, type Renderers } from '../shared/present.js';
import { type HeaderRow, readHeader } from '../shared/table-header.js';
import type { OutputOptions } from '../shared/write-result.js';
import { SCREEN_FORMATS, type ScreenFormat } from './formats.js';

interface Options extends GlobalOptions, OutputOptions, SettingOptions {
  readonly role: string;
  readonly format?: ScreenFormat;
  readonly bom?: boolean;
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
  const { mappings, values, dialect, said, notes } = await readSettings(options, host);
  const table = await openTable(file, dialect, host);
  const read = await readAll(table, { rubric, shown, mappings, values }).finally(() => table.close());
  const { rows, plan, header, tally, noPeople } = read;
  await present({ rubric, rows });
  const columns = columnEntries(plan.headers, plan.meanings, rubric);
  await saveMap?.({ columns, values: inColumns(values, plan.headers), ...said });
  const { style } = messagePage(host);
  const places = { headers: plan.headers, ratings: [] };
  const find = (group: ProblemGroup) => remediesOf(group, rubric, places);
  const place = (problem: Problem) => inTable([problem], table, shown);
  host.stderr.write(renderProblemGroups(tally.groups, { place, style, remediesOf: find }));
  host.stderr.write(renderUnusedValues(read.values.unused(), { file: shown, style }));
  if (!options.quiet) {
    const names = createNameCheck();
    for (const { candidate } of rows) names.add(candidate);
    host.stderr.write(renderMisread(names.found, shown, options, style));
    host.stderr.write(renderProblems(notes, style));
    host.stderr.write(renderProblems(noPeople.slice(0, MOST_TOLD), style));
    host.stderr.write(renderHeaderNotes({ ...plan, header }, shown, style));
    if (plan.ignored.length > 0)
      host.stderr.write(
        say`Columns that belong to no requirement: ${plan.ignored.map((at) => clean(plan.headers[at] ?? '')).join(', ')}\n`,
      );
    if (plan.missing.length > 0) host.stderr.write(say`No column for: ${plan.missing.map(clean).join(', ')}\n`);
    const remedies = uniqueRemedies(tally.groups.all().flatMap(find));
    if (remedies.length > 0)
      host.stderr.write(
        style.dim(say`Next: ${renderAgain(rerunArguments(file, options, remedies), host.program, 'screen')}\n`),
      );
    host.stderr.write(renderScreeningCounts(rows, tally, noPeople.length));
  }
  return tally.rows.size + tally.cells.size === 0 ? EXIT.ok : EXIT.no;
}

/** The words behind `scorecard screen` that read the same table again. */
function rerunArguments(file: string, options: Options, remedies: readonly Remedy[]): readonly string[] {
  const { role, map = [], value = [], mapFile, writeMap, delimiter, encoding, format, output, bom } = options;
  const writes = output !== undefined || writeMap !== undefined;
  return [
    ...[file, '--role', role],
    ...(mapFile === undefined ? [] : ['--map-file', mapFile]),
    ...(writeMap === undefined ? [] : ['--write-map', writeMap]),
    ...map.flatMap((one) => ['--map', one]),
    ...value.flatMap((one) => ['--value', one]),
    ...(delimiter === undefined ? [] : ['--delimiter', delimiter]),
    ...(encoding === undefined ? [] : ['--encoding', encoding]),
    ...(format === undefined ? [] : ['--format', format]),
    ...(output === undefined ? [] : ['-o', output]),
    ...(bom ? ['--bom'] : []),
    ...(writes ? ['--force'] : []),
    ...remedies.flatMap((remedy) => [remedy.option, remedy.value]),
  ];
}

interface Reading {
  readonly rubric: Rubric;
  readonly shown: string;
  readonly mappings: readonly Mapping[];
  readonly values: readonly ValueMapping[];
}

interface ScreenedTable {
  readonly rows: readonly Screened[];
  readonly plan: ScreenPlan;
  readonly header: HeaderRow;
  readonly tally: Tally;
  /** Rows that are no people. */
  readonly noPeople: readonly Problem[];
  readonly values: Values;
}

async function readAll(table: TableInput, { rubric, shown, mappings, values: said }: Reading): Promise<ScreenedTable> {
  const { plan, row } = await readHeader(table, {
    shown,
    target: `the requirements of ${rubric.id}`,
    rubric,
    mappings,
    plan: (headers, sample) => andValues(planScreen(headers, rubric, { mappings, sample }), said, { headers, rubric }),
  });
  const { reader } = table;
  const { record } = reader;
  const rows: Screened[] = [];
  const noPeople: Problem[] = [];
  const noPersonIn = createApplicationSorter(plan, rubric);
  const tally = createTally();
  const values = createValues(inColumns(said, plan.headers));
  const screenRow = createScreener(rubric, plan, values);
  for (;;) {
    while (reader.next()) {
      if (record.damage) {
        const { line, column } = record.damage;
        tally.leftOut([{ ...problemAt(record.damage, []), line, column }]);
        continue;
      }
      const noPerson = noPersonIn(record);
      if (noPerson) {
        noPeople.push(noPerson);
        continue;
      }
      if (nameIn(record, plan.candidate, plan.candidateLast) === '') {
        tally.leftOut([{ ...createProblem('no-candidate', { in: 'row' }, []), ...record.place(plan.candidate) }]);
        continue;
      }
      const { screened, problems } = screenRow(record);
      rows.push(screened);
      tally.lost(problems);
    }
    if (!(await reader.fill()))
      return { rows, plan, header: row, tally, noPeople: inTable(noPeople, table, shown), values };
  }
}
