import { readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ScorecardError } from '../../errors.js';
import { reason } from '../system/files.js';
import type { Host } from '../system/host.js';
import { type ByteSource, fromChunks, type PeekableSource } from './byte-source.js';
import { type CsvReader, createCsvReader } from './csv-reader.js';
import { findDialect } from './delimiter.js';
import { skipHead, toUtf8 } from './encoding.js';

export interface TableOptions {
  readonly encoding?: string | undefined;
  /** The delimiter, one ASCII byte; found where not given. */
  readonly delimiter?: number | undefined;
}

/** A table that is open for reading. */
export interface TableInput {
  readonly reader: CsvReader;
  readonly delimiter: number;
  /** The bytes of the file, compressed or not; `undefined` where they are not known. */
  readonly size: number | undefined;
  /** How many of its bytes were read so far. */
  consumed(): number;
  close(): Promise<void>;
}

/**
 * Opens a CSV, however it is compressed, encoded and separated; `-` is standard input.
 *
 * @throws ScorecardError when it cannot be read, is empty, or is not CSV
 */
export async function openTable(file: string, options: TableOptions, host: Host): Promise<TableInput> {
  const shown = file === '-' ? 'standard input' : file;
  const opened = file === '-' ? openStandardInput(host) : await openFile(resolve(host.cwd, file), shown);
  try {
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
    const { delimiter, reader } = createReader(source, options, shown);
    return { reader, delimiter, size: opened.size, consumed: () => consumed, close: opened.close };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function createReader(source: PeekableSource, options: TableOptions, shown: string) {
  const dialect = findDialect(source.head);
  const delimiter = options.delimiter ?? dialect.delimiter;
  const rest = dialect.skip > 0 ? skipHead(source, dialect.skip) : source;
  return { delimiter, reader: createCsvReader(rest, { delimiter, shown, linesBefore: dialect.skip > 0 ? 1 : 0 }) };
}

interface Opened {
  readonly source: ByteSource;
  readonly size: number | undefined;
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
    close: () => handle.close(),
  };
}

function openStandardInput({ stdin }: Host): Opened {
  return { source: fromChunks(stdin), size: undefined, close: async () => {} };
}
