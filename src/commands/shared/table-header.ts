import { type Checked, createProblem, type Problem, problemAt } from '../../core/problem.js';
import type { ValueMapping } from '../../core/table/cells/values.js';
import {
  dimensionsBelow,
  findHeader,
  type HeaderSense,
  otherDelimiter,
  secondHeader,
} from '../../core/table/header/find-header.js';
import type { Mapping } from '../../core/table/header/read-columns.js';
import type { SampleRow } from '../../core/table/header/sample.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { inTable, type TableInput } from '../../io/table/table-input.js';

interface HeaderOptions<T> extends HeaderSense {
  /** As messages name the table. */
  readonly shown: string;
  /** What the columns have to fit, as a message says it. */
  readonly target: string;
  /** Finds out what the columns mean, from the header and the first rows below it. */
  readonly plan: (headers: readonly string[], sample: readonly SampleRow[]) => Checked<T>;
}

/** A header and where it stood. */
export interface HeaderRow {
  readonly headers: readonly string[];
  /** The first rows below it. */
  readonly sample: readonly SampleRow[];
  readonly line: number;
  /** How many rows stand above it. */
  readonly above: number;
}

/**
 * Goes to the header of a table, which may stand below titles and comments; the reader then stands before the row below.
 *
 * @throws ScorecardError when the header is damaged or there is none
 */
export async function readHeaderRow(table: TableInput, sense: HeaderSense, shown: string): Promise<HeaderRow> {
  const above = findHeader(table.sample, sense);
  for (let row = 0; row <= above; row += 1) await readRow(table, shown, row === above);
  const { record } = table.reader;
  const headers = Array.from({ length: record.count }, (_, at) => record.text(at).trim());
  return { headers, sample: table.sample.slice(above + 1), line: record.line, above };
}

/**
 * Reads the header of a table.
 *
 * @throws ScorecardError with every mistake of the header
 */
export async function readHeader<T>(
  table: TableInput,
  options: HeaderOptions<T>,
): Promise<{ plan: T; row: HeaderRow }> {
  const row = await readHeaderRow(table, options, options.shown);
  return { plan: planHeader(table, row, options), row };
}

/** @throws ScorecardError with every mistake of the header */
export function planHeader<T>(table: TableInput, row: HeaderRow, options: HeaderOptions<T>): T {
  const { shown, target, plan } = options;
  const checked = plan(row.headers, row.sample);
  if (checked.ok) return checked.value;
  const { record } = table.reader;
  const columnOf = ({ path: [at] }: Problem) => (typeof at === 'number' ? at : 0);
  const problems = [...withCause(checked.problems, row, options)]
    .sort((a, b) => columnOf(a) - columnOf(b))
    .map((problem) => ({ ...record.place(columnOf(problem)), ...problem }));
  throw new ScorecardError(`the columns of ${shown} don't fit ${target}`, {
    // What a map says stands in its own file.
    problems: problems.flatMap((problem) => (problem.file === undefined ? inTable([problem], table, shown) : problem)),
  });
}

const ABOUT_ALL: ReadonlySet<Problem['code']> = new Set([
  'no-candidate',
  'no-dimension',
  'no-requirement',
  'unread-ratings',
]);

/** Where the shape of the table is the cause, that is the one thing to say. */
function withCause(problems: readonly Problem[], row: HeaderRow, sense: HeaderSense): readonly Problem[] {
  if (!problems.some(({ code }) => ABOUT_ALL.has(code))) return problems;
  const delimiter = otherDelimiter(row.headers, sense);
  if (delimiter !== undefined) return [createProblem('other-delimiter', { delimiter }, [0])];
  const second = secondHeader(row, sense.rubric);
  if (second) return [createProblem('second-header', second, [0])];
  const below = dimensionsBelow(row, sense.rubric);
  if (!below) return problems;
  const { column, lines, isRepeated } = below;
  const nobody = problems.filter(({ code }) => code === 'no-candidate');
  if (nobody.length > 0 && !isRepeated)
    return [createProblem('on-its-side', { from: lines[0] ?? 0, to: lines.at(-1) ?? 0 }, [column])];
  return [createProblem('perhaps-long', { header: row.headers[column] ?? '' }, [column]), ...nobody];
}

/** @throws ScorecardError where there is no row, or the header is damaged */
export async function readRow(table: TableInput, shown: string, isHeader: boolean): Promise<void> {
  const { reader } = table;
  while (!reader.next()) {
    if (!(await reader.fill())) throw new ScorecardError(`${shown} has no header, only empty lines`);
  }
  const { damage } = reader.record;
  if (!damage || !isHeader) return;
  const problem = { ...problemAt(damage, []), line: damage.line, column: damage.column };
  throw new ScorecardError(`the header of ${shown} can't be read`, { problems: inTable([problem], table, shown) });
}

interface TableOptions {
  readonly map?: readonly string[];
  readonly value?: readonly string[];
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
}

/** What `--map`, `--value`, `--delimiter` and `--encoding` say of a table. @throws ScorecardError for a form that is none */
export function parseTableOptions({ map = [], value = [], delimiter, encoding }: TableOptions) {
  return {
    mappings: map.map(parseMapping),
    values: value.map(parseValue),
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

/** Texts may have `=` in them, meanings don't. A column before the text is found when the header is known. */
function parseValue(text: string): ValueMapping {
  const at = text.lastIndexOf('=');
  if (at >= 0) return { text: text.slice(0, at), meaning: text.slice(at + 1) };
  throw new ScorecardError(`--value "${text}" is not of the form "text=meaning"`, {
    hint: say`for example --value "Maybe=no-decision", or for one column alone --value "Decision:Maybe=no-decision"`,
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
