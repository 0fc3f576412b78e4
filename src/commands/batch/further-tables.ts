import type { BatchEngine } from '../../core/batch/engine.js';
import type { HeaderSense } from '../../core/table/header/find-header.js';
import { normaliseHeader } from '../../core/table/header/header-form.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import type { Host } from '../../io/system/host.js';
import { openTable, type TableInput, type TableOptions } from '../../io/table/table-input.js';
import { readHeaderRow } from '../shared/table-header.js';

/** A table whose reader stands before the first row, and what reads it. */
export interface BatchTable {
  readonly table: TableInput;
  readonly engine: BatchEngine;
  /** Where the table stands in several files. */
  readonly file: string | undefined;
}

/** What the first file of a table is like. */
export interface FirstFile extends HeaderSense {
  readonly shown: string;
  readonly headers: readonly string[];
  readonly table: TableInput;
  /** As the first was opened. */
  readonly options: TableOptions;
  readonly host: Host;
  engineFor(file: string): BatchEngine;
}

/**
 * Opens another file of a table in several. What columns hold was found out with the first, so the header has to be the
 * same.
 *
 * @throws ScorecardError where it is not, or the file is written in another way
 */
export async function openFurther(file: string, first: FirstFile): Promise<BatchTable> {
  const table = await openTable(file, first.options, first.host);
  try {
    const unlike = differenceOfForm(table, first.table);
    if (unlike !== undefined) throw differs(file, first, unlike);
    const { headers } = await readHeaderRow(table, first, file);
    const difference = differenceOfHeaders(headers, first.headers);
    if (difference !== undefined) throw differs(file, first, difference);
    return { table, file, engine: first.engineFor(file) };
  } catch (error) {
    await table.close();
    throw error;
  }
}

function differs(file: string, { shown }: FirstFile, difference: string): ScorecardError {
  return new ScorecardError(`${file} is not like ${shown}, the first file: ${difference}`, {
    hint: say`files that are read together have one header; run the others by themselves`,
  });
}

function differenceOfForm(table: TableInput, first: TableInput): string | undefined {
  if (table.counts !== first.counts) return `one of them is Parquet, the other is not`;
  const [own, its] = [table.delimiter, first.delimiter].map((byte) => JSON.stringify(String.fromCharCode(byte)));
  return own === its ? undefined : `between its cells is ${own}, not ${its}`;
}

function differenceOfHeaders(own: readonly string[], first: readonly string[]): string | undefined {
  const at = first.findIndex((header, at) => normaliseHeader(header) !== normaliseHeader(own[at] ?? ''));
  if (at >= 0) return `its column ${at + 1} is ${quoted(own[at])}, not ${quoted(first[at])}`;
  return own.length > first.length ? `it has a column more, ${quoted(own[first.length])}` : undefined;
}

function quoted(header: string | undefined): string {
  return header === undefined || header === '' ? 'without a name' : `"${header}"`;
}
