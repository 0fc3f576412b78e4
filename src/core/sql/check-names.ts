import type { Rubric } from '../rubric/rubric.js';
import { type BadName, badName, badTable, columnName } from './names.js';
import type { SqlOptions } from './options.js';
import { columnSubjects } from './readings.js';

/** A name that cannot be written, and what `--column` calls what it names; a table's is called by its option. */
export interface NameProblem {
  readonly of: string;
  readonly name: string;
  /** `twice`: something else is read from that column. */
  readonly why: BadName | 'twice';
}

/** What `--column` names and the table does not have, and all that it can name. */
export interface UnknownColumn {
  readonly what: string;
  readonly known: readonly string[];
}

/** What `--column` says of nothing that is read. */
export function unknownColumns(rubric: Rubric, options: SqlOptions): readonly UnknownColumn[] {
  const known = columnSubjects(rubric, options);
  return [...options.columns.keys()].flatMap((what) => (known.includes(what) ? [] : [{ what, known }]));
}

/** Every name that some engine would not take, or take for another. */
export function nameProblems(rubric: Rubric, options: SqlOptions): readonly NameProblem[] {
  const isRead = (what: string) => what !== 'interviewer' || options.form === 'wide' || options.columns.has(what);
  const columns = columnSubjects(rubric, options)
    .filter(isRead)
    .map((of) => ({ of, name: options.columns.get(of) ?? columnName(of) }));
  const lower = columns.map(({ name }) => name.toLowerCase());
  const tables = [
    { of: '--table', name: options.table },
    ...(options.view === undefined ? [] : [{ of: '--view', name: options.view }]),
  ];
  return [
    ...tables.flatMap((table): readonly NameProblem[] => {
      const why = badTable(table.name);
      return why ? [{ ...table, why }] : [];
    }),
    ...columns.flatMap((column, at): readonly NameProblem[] => {
      const why = badName(column.name) ?? (lower.indexOf(lower[at] ?? '') < at ? 'twice' : undefined);
      return why ? [{ ...column, why }] : [];
    }),
  ];
}
