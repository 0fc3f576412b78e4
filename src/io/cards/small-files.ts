import { closeSync, openSync, readSync } from 'node:fs';
import type { Checked } from '../../core/problem.js';
import { readWhole } from '../system/files.js';
import type { FoundFile } from './card-files.js';

/** More than any scorecard has. */
const BUFFER_BYTES = 256 * 1024;

/**
 * Reads many small files one after the other into the same memory: what comes back is good until the next is read.
 * A regular file is taken to end where a read falls short, which spares a system call each; should that ever not hold,
 * what comes back is cut JSON, which doesn't parse.
 *
 * @throws the system's error
 */
export function createReusingReader(): (file: Pick<FoundFile, 'path' | 'isRegular'>) => Checked<Buffer> {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  return ({ path, isRegular }) => {
    if (!isRegular) return readWhole(path);
    const length = readInto(buffer, path);
    return length < BUFFER_BYTES ? { ok: true, value: buffer.subarray(0, length) } : readWhole(path);
  };
}

/** How many bytes the file put into the buffer. @throws the system's error */
function readInto(buffer: Buffer, path: string): number {
  const file = openSync(path, 'r');
  try {
    return readSync(file, buffer);
  } finally {
    closeSync(file);
  }
}

/** The bytes of a file in chunks, each valid until the next. @throws the system's error */
export function* chunksOf(path: string): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  const file = openSync(path, 'r');
  try {
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
