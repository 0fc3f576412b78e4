import type { SampleRow } from '../../core/table/header/sample.js';
import { createCsvReader } from './csv-reader.js';
import { CELL, type CsvRecord } from './csv-record.js';

/** How many rows are looked at before any is read. */
const ROWS = 100;

interface SampleOptions {
  readonly delimiter: number;
  readonly linesBefore: number;
  /** Whether the bytes are the whole table; otherwise its last row is cut. */
  readonly isWhole: boolean;
}

/** A row that may be nothing but one cell in quotes. */
export interface RawRow extends SampleRow {
  readonly isOneQuoted: boolean;
}

/** The first rows of a table, from its first bytes. */
export async function readSample(head: Uint8Array, options: SampleOptions): Promise<readonly RawRow[]> {
  const { delimiter, linesBefore, isWhole } = options;
  let isRead = false;
  const source = {
    read: async (target: Uint8Array) => {
      if (isRead) return 0;
      isRead = true;
      target.set(head);
      return head.length;
    },
  };
  const reader = createCsvReader(source, { delimiter, linesBefore, bufferSize: head.length + 1 });
  const rows: RawRow[] = [];
  await reader.fill();
  while (rows.length <= ROWS && reader.next()) rows.push(copyOf(reader.record));
  return isWhole ? rows : rows.slice(0, -1);
}

function copyOf(record: CsvRecord): RawRow {
  return {
    line: record.line,
    cells: Array.from({ length: record.count }, (_, at) => record.text(at).trim()),
    isSound: record.damage === undefined,
    isOneQuoted: record.count === 1 && record.kinds[0] !== CELL.plain,
  };
}
