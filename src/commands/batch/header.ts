import type { Checked, Problem } from '../../core/problem.js';
import { createProblem } from '../../core/problem.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { andValues, type ValueMapping } from '../../core/table/cells/values.js';
import { type ColumnPlan, planColumns } from '../../core/table/columns.js';
import { isSummary } from '../../core/table/header/header-fit.js';
import { findLongColumns, mappingsOfCriteria, notLong } from '../../core/table/header/long-columns.js';
import { isSame, type Mapping } from '../../core/table/header/read-columns.js';
import { headersOf } from '../../core/table/header.js';
import { ScorecardError } from '../../errors.js';
import type { TableInput } from '../../io/table/table-input.js';
import { type HeaderRow, planHeader, readHeaderRow, readRow } from '../shared/table-header.js';
import type { AskColumns } from './ask-columns.js';

interface BatchHeaderOptions {
  readonly shown: string;
  readonly rubric: Rubric;
  readonly mappings: readonly Mapping[];
  /** What was said of texts in cells. */
  readonly values: readonly ValueMapping[];
  readonly isPartial: boolean;
  /** Whether the table is said to have one row for each rating. */
  readonly isLong: boolean;
  /** Asks who sits at the terminal; absent where nobody is to be asked. */
  readonly ask?: AskColumns | undefined;
}

/** A table whose header is understood; where it had one row for each rating, it has one for each scorecard now. */
interface UnderstoodTable {
  readonly table: TableInput;
  readonly plan: ColumnPlan;
  readonly row: HeaderRow & { readonly isLong: boolean };
  /** What was said of columns when that was asked. */
  readonly answers: readonly Mapping[];
}

/** @throws ScorecardError with every mistake of the header */
export async function understandTable(table: TableInput, options: BatchHeaderOptions): Promise<UnderstoodTable> {
  const { shown, rubric, mappings, values, isPartial, isLong } = options;
  const row = await readHeaderRow(table, options, shown);
  const target = `the rubric ${rubric.id}`;
  const columns = findLongColumns(row.headers, options);
  if (!columns) {
    if (isLong)
      throw new ScorecardError(`${shown} has not one row for each rating`, {
        problems: [{ ...notLong(row.headers), file: shown, ...table.reader.record.place(0) }],
      });
    const answers = await askUntilKnown(row, options);
    const plan = planHeader(table, row, {
      ...options,
      target,
      plan: (headers, sample) =>
        andValues(planColumns(headers, rubric, { mappings: [...answers, ...mappings], sample, isPartial }), values, {
          headers,
          rubric,
        }),
    });
    return { table, plan, row: { ...row, isLong: false }, answers };
  }
  const targetOf = (header: string) => mappings.find((entry) => isSame(entry.header, header))?.target ?? header;
  const { widen } = await import('../../io/table/shapes/long-table.js');
  const wide = await widen(table, { shown, headers: row.headers, columns, rubric, targetOf });
  await readRow(wide.table, shown, true);
  const wideRow = { ...row, headers: wide.headers, sample: wide.table.sample.slice(1) };
  const plan = planHeader(wide.table, wideRow, {
    ...options,
    target,
    plan: (headers, sample) => {
      const own = withEvidence(mappingsOfCriteria(mappings), headers);
      const checked = planColumns(headers, rubric, { mappings: own, sample, isPartial });
      return andValues(knowingAll(checked, wide.shared, rubric), values, { headers, rubric });
    },
  });
  return { table: wide.table, plan, row: { ...wideRow, isLong: true }, answers: [] };
}

/** What was said of columns that nothing else tells, each asked about once. */
async function askUntilKnown(
  { headers, sample }: HeaderRow,
  { rubric, mappings, isPartial, ask }: BatchHeaderOptions,
): Promise<readonly Mapping[]> {
  let answers: readonly Mapping[] = [];
  while (ask) {
    const checked = planColumns(headers, rubric, { mappings: [...answers, ...mappings], sample, isPartial });
    const more = checked.ok ? undefined : await ask(checked.problems, headers);
    if (!more) break;
    answers = [...answers, ...more];
  }
  return answers;
}

/** What a criterion is mapped to goes for its comments too. */
function withEvidence(mappings: readonly Mapping[], headers: readonly string[]): readonly Mapping[] {
  return mappings.flatMap((mapping) => {
    const evidence = headers.find((header) => isSame(header, `${mapping.header} evidence`));
    if (evidence === undefined) return [mapping];
    const target = mapping.target === '' ? '' : `${mapping.target} evidence`;
    return [mapping, { header: evidence, target }];
  });
}

/** In a table of ratings each criterion has to be known: none is left alone in silence. */
function knowingAll(checked: Checked<ColumnPlan>, shared: number, rubric: Rubric): Checked<ColumnPlan> {
  if (!checked.ok) return checked;
  const { headers, ignored } = checked.value;
  const known = headersOf(rubric);
  const ids = rubric.dimensions.map(({ id }) => id);
  const problems = ignored.flatMap((at): readonly Problem[] => {
    const criterion = headers[at] ?? '';
    const isComment = ignored.some((other) => other < at && isSame(criterion, `${headers[other]} evidence`));
    if (at < shared || isComment || isSummary(criterion)) return [];
    return [createProblem('unknown-criterion', { criterion, known, ids }, [at])];
  });
  return problems.length > 0 ? { ok: false, problems } : checked;
}
