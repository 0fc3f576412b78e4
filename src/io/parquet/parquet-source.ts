import { readSync } from 'node:fs';
import {
  type AsyncBuffer,
  type FileMetaData,
  type ParquetScan,
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
} from 'hyparquet';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { type CellText, cellText, TIME_PARSERS } from './cell-text.js';
import { csvRecord } from './csv-record.js';
import { CODECS, DECOMPRESSORS } from './decompress.js';

/** An open file of Parquet. */
export interface ParquetFile {
  readonly fd: number;
  readonly size: number;
  /** As messages name it. */
  readonly shown: string;
}

/** A table of Parquet on its way through the reader of CSV. */
export interface ParquetTable {
  /** The table as CSV in UTF-8, commas between the cells: a header, then a record for each row. */
  readonly chunks: AsyncGenerator<Uint8Array>;
  /** The share of the rows that were read, from 0 to 1. */
  share(): number;
  /** Lets go of what reads it. */
  end?(): void;
}

/** How many rows are in memory at once; each time, the pages of a row group before them are passed over. */
const ROWS_AT_ONCE = 65_536;
/** How many of them become one chunk. */
const ROWS_IN_CHUNK = 1024;

/** @throws ScorecardError when it is no Parquet that can be read */
export async function openParquet(file: ParquetFile): Promise<ParquetTable> {
  const buffer = bufferOf(file);
  const metadata = await readable(file, () =>
    parquetMetadataAsync(buffer, { parsers: TIME_PARSERS, geoparquet: false }),
  );
  refuseCodecs(metadata, file);
  const scan = await readable(file, () =>
    parquetScan({ file: buffer, metadata, compressors: DECOMPRESSORS, parsers: TIME_PARSERS, geoparquet: false }),
  );
  const progress = { rows: 0 };
  const all = Math.max(1, Number(metadata.num_rows));
  return { chunks: csvChunks(scan, file, progress), share: () => progress.rows / all };
}

function bufferOf({ fd, size }: ParquetFile): AsyncBuffer {
  return {
    byteLength: size,
    slice: (start, end = size) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      for (let at = 0; at < bytes.length; ) {
        const count = readSync(fd, bytes, at, bytes.length - at, start + at);
        if (count === 0) throw new Error('the file ends too early');
        at += count;
      }
      return bytes.buffer;
    },
  };
}

/** What the package finds wrong is for its authors: whoever has the file needs to write it again. */
async function readable<T>({ shown }: ParquetFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw new ScorecardError(`${shown} is damaged, or is Parquet of a kind that is not read`, {
      hint: say`write it again, not encrypted, or write a CSV`,
    });
  }
}

function refuseCodecs({ row_groups }: FileMetaData, { shown }: ParquetFile): void {
  const codecs = row_groups.flatMap(({ columns }) =>
    columns.map(({ meta_data }) => meta_data?.codec ?? 'UNCOMPRESSED'),
  );
  const unknown = codecs.find((codec) => !CODECS.has(codec));
  if (unknown === undefined) return;
  throw new ScorecardError(`${shown} is compressed with ${unknown}, which is not read`, {
    hint: say`write it again with snappy, gzip or zstd`,
  });
}

interface Column {
  readonly name: string;
  readonly text: CellText;
}

async function* csvChunks(
  scan: ParquetScan,
  file: ParquetFile,
  progress: { rows: number },
): AsyncGenerator<Uint8Array> {
  const columns = parquetSchema(scan.metadata).children.map(
    ({ element }): Column => ({ name: element.name, text: cellText(leafOf(scan, element.name)) }),
  );
  const encoder = new TextEncoder();
  yield encoder.encode(csvRecord(columns.map(({ name }) => name)));
  for (const range of scan.ranges) {
    for (let rowStart = range.rowStart; rowStart < range.rowEnd; rowStart += ROWS_AT_ONCE) {
      const rowEnd = Math.min(rowStart + ROWS_AT_ONCE, range.rowEnd);
      const values = await readable(file, () =>
        Promise.all(columns.map(({ name }) => scan.readColumn({ column: name, rowStart, rowEnd }))),
      );
      for (let from = 0; from < rowEnd - rowStart; from += ROWS_IN_CHUNK) {
        const to = Math.min(from + ROWS_IN_CHUNK, rowEnd - rowStart);
        let text = '';
        for (let row = from; row < to; row += 1) {
          text += csvRecord(columns.map((column, at) => column.text(values[at]?.[row])));
        }
        progress.rows = rowStart + to;
        yield encoder.encode(text);
      }
    }
  }
}

/** The type of a column's values; of a list, that of its items. */
function leafOf({ metadata }: ParquetScan, name: string) {
  let node = parquetSchema(metadata).children.find(({ element }) => element.name === name);
  while (node?.children.length === 1) node = node.children[0];
  return node?.element ?? { name };
}
