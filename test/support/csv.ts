import { outlineOf } from '../../src/core/table/outline.js';
import { type BatchRow, MULTIPLE_BYTES } from '../../src/core/table/row.js';
import { type ByteSource, fromChunks } from '../../src/io/table/byte-source.js';
import { type CsvReader, createCsvReader } from '../../src/io/table/csv-reader.js';

/** A source that gives the bytes in pieces of `size`. */
export function sourceOf(bytes: Uint8Array, size = 64 * 1024): ByteSource {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return fromChunks(pieces());
}

export interface ReadOptions {
  readonly delimiter?: string;
  readonly bufferSize?: number;
}

export function readerOf(text: string | Uint8Array, { delimiter = ',', bufferSize }: ReadOptions = {}): CsvReader {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const options = { delimiter: delimiter.charCodeAt(0), ...(bufferSize === undefined ? {} : { bufferSize }) };
  return createCsvReader(sourceOf(bytes), options);
}

/** What `see` says of each record. */
export async function eachRecord<T>(reader: CsvReader, see: (record: CsvReader['record']) => T): Promise<T[]> {
  const seen: T[] = [];
  while (await reader.fill()) while (reader.next()) seen.push(see(reader.record));
  return seen;
}

export function cellsOf(record: CsvReader['record']): string[] {
  return Array.from({ length: record.count }, (_, at) => record.text(at));
}

/** A row as the engine takes it, without any file. */
export function rowOf(cells: readonly string[], line = 2): BatchRow {
  return {
    line,
    count: cells.length,
    damage: undefined,
    code: (at) => {
      const bytes = new TextEncoder().encode(cells[at] ?? '');
      return bytes.length > 1 ? MULTIPLE_BYTES : (bytes[0] ?? 0);
    },
    outline: (at) => {
      const bytes = new TextEncoder().encode(cells[at] ?? '');
      return outlineOf(bytes, 0, bytes.length);
    },
    nextCount: () => undefined,
    isBlank: (at) => (cells[at] ?? '').trim() === '',
    text: (at) => cells[at] ?? '',
    place: (at) => ({ line, column: at + 1 }),
  };
}
