import { closeSync, createReadStream, openSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Interruption, ScorecardError } from '../../errors.js';
import { PRIVATE_FILE, reason } from './files.js';
import type { Host } from './host.js';
import { makeTemporaryFolder } from './temporary-folder.js';
import { writeFully } from './write-file.js';

/** All of standard input. @throws ScorecardError when there are more than `most` bytes */
export async function readStandardInput({ stdin }: Pick<Host, 'stdin'>, most = Infinity): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > most) throw new ScorecardError(`standard input has more than ${most} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** What can be read only once: standard input for `-`, a pipe that is named like a file; `undefined` for a file. */
export function onceReadable(file: string, { cwd, stdin }: Pick<Host, 'cwd' | 'stdin'>) {
  if (file === '-') return stdin;
  const path = resolve(cwd, file);
  return statSync(path, { throwIfNoEntry: false })?.isFIFO() ? createReadStream(path) : undefined;
}

export interface Spool {
  readonly path: string;
  remove(): void;
}

interface SpoolOptions {
  /** As messages name it. */
  readonly shown: string;
  readonly unlessInterrupted: (work: Promise<void>) => Promise<void>;
}

/**
 * Standard input, or a pipe that is named like a file, as a temporary file: for what has to be read twice.
 *
 * @throws ScorecardError when there is no room
 */
export async function spoolInput(
  chunks: AsyncIterable<Uint8Array>,
  { shown, unlessInterrupted }: SpoolOptions,
): Promise<Spool> {
  const folder = makeTemporaryFolder();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const path = join(folder, 'standard-input');
  try {
    const file = openSync(path, 'wx', PRIVATE_FILE);
    try {
      await unlessInterrupted(copyTo(file, chunks));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    remove();
    if (error instanceof Interruption) throw error;
    throw new ScorecardError(`${shown}: ${reason(error)}`);
  }
  return { path, remove };
}

async function copyTo(file: number, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) writeFully(file, chunk);
}
