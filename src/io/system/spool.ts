import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScorecardError } from '../../errors.js';
import { PRIVATE_FILE, reason } from './files.js';
import type { Host } from './host.js';

export interface Spool {
  readonly path: string;
  remove(): void;
}

/** Standard input as a file of its own, for what has to be read twice. @throws ScorecardError when there is no room */
export async function spoolStandardInput(
  { stdin }: Pick<Host, 'stdin'>,
  unlessInterrupted: (work: Promise<void>) => Promise<void>,
): Promise<Spool> {
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const path = join(folder, 'standard-input');
  try {
    const file = openSync(path, 'wx', PRIVATE_FILE);
    try {
      await unlessInterrupted(copyTo(file, stdin));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    remove();
    if (error instanceof Error && error.name === 'Interruption') throw error;
    throw new ScorecardError(`standard input: ${reason(error)}`);
  }
  return { path, remove };
}

async function copyTo(file: number, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
}
