import type { SampleRow } from '../../../core/table/header/sample.js';
import type { Damage } from '../../../core/table/row.js';
import { createCsvReader } from '../csv-reader.js';
import type { TableInput } from '../table-input.js';

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A row that was put together. */
export interface MemoryRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Where each cell stood; `undefined` for one that stood nowhere. */
  readonly places: readonly (Place | undefined)[];
  readonly damage: Damage | undefined;
}

/** How many rows are looked at before any is read. */
const SAMPLE = 100;

/** Rows as a table that is read like a file: each on the line on which it stood. */
export async function inMemory(
  rows: readonly MemoryRow[],
  { counts, delimiter, size, consumed, close }: TableInput,
): Promise<TableInput> {
  const separator = String.fromCharCode(delimiter);
  const written = rows.map(({ cells }) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator));
  const bytes = new TextEncoder().encode(written.join('\n'));
  let position = 0;
  const inner = createCsvReader(
    {
      read: async (target) => {
        const part = bytes.subarray(position, position + target.length);
        target.set(part);
        position += part.length;
        return part.length;
      },
    },
    { delimiter },
  );
  const { record } = inner;
  let row = -1;
  record.place = (cell) => rows[row]?.places[cell] ?? { line: record.line, column: 1 };
  const sample: readonly SampleRow[] = rows
    .slice(0, SAMPLE)
    .map(({ line, cells, damage }) => ({ line, cells, isSound: damage === undefined }));
  const next = (): boolean => {
    if (!inner.next()) return false;
    row += 1;
    record.line = rows[row]?.line ?? record.line;
    record.damage = rows[row]?.damage;
    return true;
  };
  return {
    counts,
    delimiter,
    size,
    consumed,
    close,
    sample,
    reader: { record, emptyLines: 0, fill: inner.fill, next },
  };
}
