import { nameKey } from '../../../core/person/name.js';
import { createMistake, createProblem, type Problem, problemAt } from '../../../core/problem.js';
import type { Rubric } from '../../../core/rubric/rubric.js';
import { normaliseHeader } from '../../../core/table/header/header-form.js';
import type { LongColumns } from '../../../core/table/header/long-columns.js';
import { readHeader } from '../../../core/table/header.js';
import type { Damage } from '../../../core/table/row.js';
import { ScorecardError } from '../../../errors.js';
import type { CsvRecord } from '../csv-record.js';
import { inTable, type TableInput } from '../table-input.js';
import { inMemory, type MemoryRow, type Place } from './memory-table.js';

/** A cell of the wide table, and where it stood. */
interface Cell {
  readonly text: string;
  readonly place: Place;
}

/** What one interviewer said of one candidate: a row of the wide table. */
interface Group {
  readonly line: number;
  /** The cells that are the same in all its rows, by their column in the long table. */
  readonly shared: Map<number, Cell>;
  readonly scores: Map<string, Cell>;
  readonly comments: Map<string, string>;
  damage: Damage | undefined;
}

/** A criterion as it was first written. */
interface Criterion {
  readonly text: string;
  readonly place: Place;
}

interface LongOptions {
  /** The table as messages name it. */
  readonly shown: string;
  readonly headers: readonly string[];
  readonly columns: LongColumns;
  readonly rubric: Rubric;
  /** What a header is mapped to, where it is. */
  readonly targetOf: (header: string) => string;
}

/** A table with a column for each criterion, made of one with a row for each rating. */
export interface WideTable {
  readonly table: TableInput;
  /** The header of the wide table. */
  readonly headers: readonly string[];
  /** How many columns at its front come from the long table; the criteria follow. */
  readonly shared: number;
}

/**
 * Reads a table with one row for each rating, whose reader stands below its header, to its end, and puts what one
 * interviewer said of one candidate into one row, on the line of the first. All of it is in memory.
 */
export async function widen(long: TableInput, options: LongOptions): Promise<WideTable> {
  const { headers, columns } = options;
  const header = { line: long.reader.record.line, place: long.reader.record.place };
  const headerPlaces = headers.map((_header, at) => header.place(at));
  const own: readonly number[] = [columns.criterion, columns.score, columns.comment ?? -1];
  const shared = headers.flatMap((_header, at) => (own.includes(at) ? [] : [at]));
  const { groups, criteria, problems } = await readGroups(long, { ...options, shared });
  if (problems.length > 0) {
    const { shown } = options;
    throw new ScorecardError(`${shown} can't be put together`, {
      problems: inTable(problems.slice(0, MOST_TOLD), long, shown),
    });
  }
  const hasComments = columns.comment !== undefined;
  const wide = [
    ...shared.map((at) => headers[at] ?? ''),
    ...criteria.map(({ text }) => text),
    ...(hasComments ? criteria.map(({ text }) => `${text} evidence`) : []),
  ];
  const rows = groups.map((group) => rowOf(group, { shared, criteria, hasComments }));
  const places = [...shared.map((at) => headerPlaces[at]), ...criteria.map(({ place }) => place)];
  const first: MemoryRow = { line: header.line, cells: wide, places, damage: undefined };
  return { headers: wide, shared: shared.length, table: await inMemory([first, ...rows], long) };
}

interface Scan extends LongOptions {
  readonly shared: readonly number[];
}

async function readGroups({ reader }: TableInput, scan: Scan) {
  const { columns } = scan;
  const { record } = reader;
  const groups = new Map<string, Group>();
  const criteria = new Map<string, Criterion>();
  const problems: Problem[] = [];
  const isKey = keyColumns(scan);
  const comment = (at: number) => (columns.comment === undefined ? '' : record.text(at).trim());
  do {
    while (reader.next()) {
      if (isBlankRow(record)) continue;
      const torn = tornRow(record, scan);
      if (torn) {
        problems.push(torn);
        continue;
      }
      const key = scan.shared.map((at) => (isKey[at] ? nameKey(record.text(at)) : '')).join('\0');
      const group = groups.get(key) ?? newGroup(record);
      groups.set(key, group);
      share(group, record, scan.shared);
      const text = record.text(columns.criterion).trim();
      const name = normaliseHeader(text);
      const score = { text: record.text(columns.score).trim(), place: record.place(columns.score) };
      if (name === '') continue;
      if (!criteria.has(name)) criteria.set(name, { text, place: record.place(columns.criterion) });
      addScore(group, name, { criterion: text, score, record, columns });
      const noted = comment(columns.comment ?? 0);
      if (noted !== '') group.comments.set(name, [group.comments.get(name) ?? [], noted].flat().join('\n'));
    }
  } while (await reader.fill());
  return { groups: [...groups.values()], criteria: [...criteria.values()], problems };
}

/** Which columns say who rated whom. */
function keyColumns({ headers, rubric, targetOf }: Scan): readonly boolean[] {
  return headers.map((header) => /^(?:candidate|interviewer)/.test(readHeader(targetOf(header), rubric)?.type ?? ''));
}

function newGroup({ line }: CsvRecord): Group {
  return { line, shared: new Map(), scores: new Map(), comments: new Map(), damage: undefined };
}

function share(group: Group, record: CsvRecord, shared: readonly number[]): void {
  for (const column of shared) {
    const known = group.shared.get(column);
    if (known === undefined || known.text === '')
      group.shared.set(column, { text: record.text(column).trim(), place: record.place(column) });
  }
}

interface Rated {
  readonly criterion: string;
  readonly score: Cell;
  readonly record: CsvRecord;
  readonly columns: LongColumns;
}

function addScore(group: Group, name: string, { criterion, score, record, columns }: Rated): void {
  const known = group.scores.get(name);
  if (known === undefined || known.text === '') group.scores.set(name, score);
  else if (score.text !== '') {
    const lines = [known.place.line, score.place.line];
    group.damage ??= { ...createMistake('rated-twice', { criterion, lines }), ...record.place(columns.score) };
    // Both stay, so that neither is taken for the one when the row comes back.
    group.scores.set(name, { ...known, text: `${known.text} and ${score.text}` });
  }
}

/** What is wrong with a row that can't be told whose it is: no scorecard is made without it. */
function tornRow(record: CsvRecord, { headers, columns }: Scan): Problem | undefined {
  const { damage } = record;
  if (damage) return { ...problemAt(damage, []), line: damage.line, column: damage.column };
  if (record.count > headers.length + blanksAtEnd(record, headers.length) || record.count === 1) {
    const about = { cells: record.count, headers: headers.length };
    return { ...createProblem('ragged-row', about, []), ...record.place(Math.min(record.count, headers.length)) };
  }
  if (!record.isBlank(columns.criterion) || record.isBlank(columns.score)) return undefined;
  return { ...createProblem('no-criterion', {}, []), ...record.place(columns.criterion) };
}

function isBlankRow(record: CsvRecord): boolean {
  return !record.damage && Array.from({ length: record.count }, (_, cell) => record.isBlank(cell)).every(Boolean);
}

/** How many delimiters at the end of a row stand beyond its header. */
function blanksAtEnd(record: CsvRecord, width: number): number {
  let last = record.count;
  while (last > width && record.isBlank(last - 1)) last -= 1;
  return record.count - last;
}

interface Layout {
  readonly shared: readonly number[];
  readonly criteria: readonly Criterion[];
  readonly hasComments: boolean;
}

function rowOf({ line, shared, scores, comments, damage }: Group, layout: Layout): MemoryRow {
  const front = layout.shared.map((column) => shared.get(column));
  const names = layout.criteria.map(({ text }) => normaliseHeader(text));
  const rated = names.map((name) => scores.get(name));
  const noted = layout.hasComments ? names.map((name) => comments.get(name) ?? '') : [];
  const cells = [...front, ...rated];
  return {
    line,
    damage,
    cells: [...cells.map((cell) => cell?.text ?? ''), ...noted],
    places: cells.map((cell) => cell?.place),
  };
}

/** How many torn rows are told one by one. */
const MOST_TOLD = 20;
