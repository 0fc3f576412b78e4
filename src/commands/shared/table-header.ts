import { type Checked, type Problem, problemAt } from '../../core/problem.js';
import type { Mapping } from '../../core/table/header-problems.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { inTable, type TableInput } from '../../io/table/table-input.js';

interface HeaderOptions<T> {
  /** As messages name the table. */
  readonly shown: string;
  /** What the columns have to fit, as a message says it. */
  readonly target: string;
  /** Finds out what the columns mean. */
  readonly plan: (headers: readonly string[]) => Checked<T>;
}

/**
 * Reads the first row of a table as its header; the reader then stands before the second.
 *
 * @throws ScorecardError with every mistake of the header
 */
export async function readHeader<T>(table: TableInput, { shown, target, plan }: HeaderOptions<T>): Promise<T> {
  await readFirstRow(table, shown);
  const { record } = table.reader;
  const checked = plan(Array.from({ length: record.count }, (_, at) => record.text(at).trim()));
  if (checked.ok) return checked.value;
  const columnOf = ({ path: [at] }: Problem) => (typeof at === 'number' ? at : 0);
  const problems = [...checked.problems]
    .sort((a, b) => columnOf(a) - columnOf(b))
    .map((problem) => ({ ...problem, ...record.place(columnOf(problem)) }));
  throw new ScorecardError(`the columns of ${shown} don't fit ${target}`, {
    problems: inTable(problems, table, shown),
  });
}

async function readFirstRow(table: TableInput, shown: string): Promise<void> {
  const { reader } = table;
  while (!reader.next()) {
    if (!(await reader.fill())) throw new ScorecardError(`${shown} has no header, only empty lines`);
  }
  const { damage } = reader.record;
  if (!damage) return;
  const problem = { ...problemAt(damage, []), line: damage.line, column: damage.column };
  throw new ScorecardError(`the header of ${shown} can't be read`, { problems: inTable([problem], table, shown) });
}

interface TableOptions {
  readonly map?: readonly string[];
  readonly delimiter?: string;
  readonly encoding?: string;
}

/** What `--map`, `--delimiter` and `--encoding` say of a table. @throws ScorecardError for a form that is none */
export function parseTableOptions({ map = [], delimiter, encoding }: TableOptions) {
  return {
    mappings: map.map(parseMapping),
    dialect: { encoding, delimiter: delimiter === undefined ? undefined : delimiterByte(delimiter) },
  };
}

/** Columns may have `=` in their names, dimensions don't. */
function parseMapping(text: string): Mapping {
  const at = text.lastIndexOf('=');
  if (at > 0) return { header: text.slice(0, at), target: text.slice(at + 1) };
  throw new ScorecardError(`--map "${text}" is not of the form "Column=dimension"`, {
    hint: say`for example --map "Tech skills=architecture"; nothing after = leaves a column out`,
  });
}

const NAMED: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' };

function delimiterByte(text: string): number {
  const character = Object.hasOwn(NAMED, text.toLowerCase()) ? (NAMED[text.toLowerCase()] ?? '') : text;
  if (/^[\t !#-/:-@[-`{-~]$/.test(character)) return character.charCodeAt(0);
  throw new ScorecardError(`--delimiter "${text}" is not a single ASCII sign`, {
    hint: say`pass one such as ";" or "|", or the word tab`,
  });
}
