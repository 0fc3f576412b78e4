import { readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Problem } from '../../core/problem.js';
import type { SampleRow } from '../../core/table/header/sample.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { reason } from '../system/files.js';
import type { Host } from '../system/host.js';
import { type ByteSource, fromChunks, PEEK, type PeekableSource, peek } from './byte-source.js';
import { type CsvReader, createCsvReader } from './csv-reader.js';
import { BYTE } from './csv-record.js';
import { findDialect } from './delimiter.js';
import { skipHead, toUtf8 } from './encoding.js';
import { readSample } from './sample-rows.js';

export interface TableOptions {
  readonly encoding?: string | undefined;
  /** The delimiter, one ASCII byte; found where not given. */
  readonly delimiter?: number | undefined;
  /** What reads Parquet; a reader of our own where not given. */
  readonly engine?: 'duckdb' | undefined;
}

/** A table that is open for reading. */
export interface TableInput {
  readonly reader: CsvReader;
  /** What a record's `line` counts, for messages. */
  readonly counts: 'lines' | 'rows';
  /** The first rows, the header among them; reading gives them all the same. */
  readonly sample: readonly SampleRow[];
  readonly delimiter: number;
  /** The bytes of the file, compressed or not; `undefined` where they are not known. */
  readonly size: number | undefined;
  /** How many of its bytes were read so far. */
  consumed(): number;
  close(): Promise<void>;
}

/**
 * Opens a CSV, however it is compressed, encoded and separated, or a file of Parquet; `-` is standard input.
 *
 * @throws ScorecardError when it cannot be read, is empty, or is neither
 */
export async function openTable(file: string, options: TableOptions, host: Host): Promise<TableInput> {
  const shown = file === '-' ? 'standard input' : file;
  const path = resolve(host.cwd, file);
  const opened = file === '-' ? openStandardInput(host) : await openFile(path, shown);
  try {
    return isParquet(opened)
      ? await openParquetTable({ ...opened, path, cwd: host.cwd }, options, shown)
      : await openCsv(opened, options, shown);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function openCsv(opened: Opened, options: TableOptions, shown: string): Promise<TableInput> {
  let consumed = 0;
  const counted: ByteSource = {
    read: async (target) => {
      const count = await opened.source.read(target);
      consumed += count;
      return count;
    },
  };
  const source = await toUtf8(counted, { encoding: options.encoding, shown });
  if (source.head.length === 0) throw new ScorecardError(`${shown} is empty`);
  const { delimiter, reader, sample } = await createReader(source, options, shown);
  const { size, close } = opened;
  return { reader, sample, counts: 'lines', delimiter, size, consumed: () => consumed, close };
}

/** The first bytes of a file of Parquet, also of one that is encrypted. */
const PARQUET = /^PAR[1E]$/;

function isParquet({ fd, size }: Opened): boolean {
  if (fd === undefined || size === undefined) return false;
  const head = Buffer.alloc(4);
  return readSync(fd, head, 0, 4, 0) === 4 && PARQUET.test(head.toString('latin1'));
}

/** Its rows go the way of those of a CSV, so that the one means what the other does. */
async function openParquetTable(
  { fd = -1, size = 0, close: closeFile, path, cwd }: Opened & { readonly path: string; readonly cwd: string },
  options: TableOptions,
  shown: string,
): Promise<TableInput> {
  if (options.encoding !== undefined || options.delimiter !== undefined) {
    throw new ScorecardError(`${shown} is Parquet, which has neither encoding nor delimiter`, {
      hint: say`leave out --encoding and --delimiter`,
    });
  }
  const { chunks, share, end } =
    options.engine === 'duckdb'
      ? await (await import('../duckdb/parquet-by-duckdb.js')).openParquetByDuckdb(path, { shown, cwd })
      : await (await import('../parquet/parquet-source.js')).openParquet({ fd, size, shown });
  const close = async () => {
    end?.();
    await closeFile();
  };
  const delimiter = BYTE.comma;
  try {
    const source = await peek(fromChunks(chunks));
    const sample = await readSample(source.head, { delimiter, linesBefore: 0, isWhole: source.head.length < PEEK });
    const reader = createCsvReader(source, { delimiter, shown, counts: 'rows' });
    return { reader, sample, counts: 'rows', delimiter, size, consumed: () => share() * size, close };
  } catch (error) {
    end?.();
    throw error;
  }
}

/** Problems of a table's rows with its name, unless they have one, and with the number of the row where it has no lines. */
export function inTable(problems: readonly Problem[], { counts }: TableInput, shown: string): readonly Problem[] {
  if (counts === 'lines') return problems.map((problem) => ({ ...problem, file: problem.file ?? shown }));
  return problems.map(({ line, column: _column, ...problem }) => ({
    ...problem,
    file: problem.file ?? shown,
    // The header is no row.
    ...(line ? { row: line } : {}),
  }));
}

async function createReader(given: PeekableSource, options: TableOptions, shown: string) {
  const source = await withoutLineQuotes(given);
  const dialect = findDialect(source.head);
  const delimiter = options.delimiter ?? dialect.delimiter;
  const rest = dialect.skip > 0 ? skipHead(source, dialect.skip) : source;
  const linesBefore = dialect.skip > 0 ? 1 : 0;
  const sample = await readSample(rest.head, { delimiter, linesBefore, isWhole: source.head.length < PEEK });
  return { delimiter, sample, reader: createCsvReader(rest, { delimiter, shown, linesBefore }) };
}

async function withoutLineQuotes(source: PeekableSource): Promise<PeekableSource> {
  // No quote at the front of a line: nothing to take off.
  if (source.head[0] !== BYTE.quote) return source;
  const isWhole = source.head.length < PEEK;
  const rows = await readSample(source.head, { delimiter: BYTE.comma, linesBefore: 0, isWhole });
  const { isWrapped, unwrapLines } = await import('./shapes/unwrap.js');
  return isWrapped(rows) ? peek(unwrapLines(source)) : source;
}

interface Opened {
  readonly source: ByteSource;
  readonly size: number | undefined;
  /** Of a file, which can be read at any place. */
  readonly fd?: number;
  readonly close: () => Promise<void>;
}

async function openFile(path: string, shown: string): Promise<Opened> {
  const failed = (error: unknown) => new ScorecardError(`${shown}: ${reason(error)}`);
  const handle = await open(path).catch((error: unknown) => Promise.reject(failed(error)));
  const stats = await handle.stat();
  return {
    source: {
      read: async (target) => {
        try {
          // A pipe may keep us waiting; a file does not, and a detour through another thread costs more than the read.
          if (stats.isFile()) return readSync(handle.fd, target, 0, target.length, null);
          return (await handle.read(target, 0, target.length, null)).bytesRead;
        } catch (error) {
          throw failed(error);
        }
      },
    },
    size: stats.isFile() ? stats.size : undefined,
    ...(stats.isFile() ? { fd: handle.fd } : {}),
    close: () => handle.close(),
  };
}

function openStandardInput({ stdin }: Host): Opened {
  return { source: fromChunks(stdin), size: undefined, close: async () => {} };
}
