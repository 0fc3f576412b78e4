import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { FoundFile } from './card-files.js';

/** Above any scorecard. */
const BUFFER_BYTES = 256 * 1024;

/**
 * Reads many small files one after the other into the same memory: what comes back is good until the next is read.
 * A regular file is taken to end where a read falls short, which spares a system call each; should that ever not hold,
 * what comes back is cut JSON, which doesn't parse.
 *
 * @throws the system's error
 */
export function createQuickReader(): (file: Pick<FoundFile, 'path' | 'isRegular'>) => Buffer {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  return ({ path, isRegular }) => {
    const file = openSync(path, 'r');
    try {
      let length = 0;
      while (length < BUFFER_BYTES) {
        const more = readSync(file, buffer, length, BUFFER_BYTES - length, null);
        length += more;
        if (more === 0 || (isRegular && length < BUFFER_BYTES)) return buffer.subarray(0, length);
      }
      // From where it stands: a pipe can't be read from its beginning again.
      return Buffer.concat([buffer, readFileSync(file)]);
    } finally {
      closeSync(file);
    }
  };
}

/** Hands on the bytes of a file in chunks, each good until the next. @throws the system's error */
export function readInChunks(path: string, take: (chunk: Uint8Array) => void): void {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  const file = openSync(path, 'r');
  try {
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      take(buffer.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}
