import { closeSync, fstatSync, fsyncSync, openSync, realpathSync, statSync, write, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { ScorecardError, systemCode } from '../../errors.js';
import { exists, moveIntoPlace, PRIVATE_FILE, reason, removeQuietly, syncFolder } from './files.js';
import type { Output } from './host.js';

/** Where bytes go, piece by piece. */
export interface Sink {
  /** Settles when the bytes may be used again. False when nobody reads any more (`scorecard … | head`). */
  write(bytes: Uint8Array): Promise<boolean>;
  /** What was written becomes the file. */
  commit(): void;
  /** As if nothing had been written. */
  abort(): void;
}

interface FileSinkOptions {
  readonly mayReplace: boolean;
  /** As messages name the file. */
  readonly shown: string;
}

/** @throws ScorecardError when there is such a file and it may not be replaced */
export function refuseExisting(path: string, { mayReplace, shown }: FileSinkOptions): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw new ScorecardError(`${shown} is a folder, not a file`);
  if (stats?.isFile() && !mayReplace) {
    throw new ScorecardError(`${shown} exists already`, { hint: 'pass --force to replace it' });
  }
}

/** A file that appears whole at `commit`, or not at all. A device or a pipe is written to as it is. */
export function createFileSink(path: string, options: FileSinkOptions): Sink {
  refuseExisting(path, options);
  const { shown } = options;
  const isSpecial = exists(path) && !statSync(path).isFile();
  // Behind a link stands the file that is meant.
  const target = exists(path) ? realpathSync(path) : path;
  const temporary = join(dirname(target), `.tmp-${process.pid}-${Math.random().toString(36).slice(2, 10)}`);
  const file = guarded(shown, () => (isSpecial ? openSync(path, 'w') : openSync(temporary, 'wx', PRIVATE_FILE)));
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write: async (bytes) => {
      // A pipe may keep us waiting; a file doesn't, and a detour by another thread costs more than the write.
      if (isSpecial) return writeAll(file, bytes, shown);
      guarded(shown, () => {
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      });
      return true;
    },
    commit: () => {
      guarded(shown, () => {
        if (fstatSync(file).isFile()) fsyncSync(file);
        close();
        if (isSpecial) return;
        moveIntoPlace(temporary, target, options.mayReplace);
        syncFolder(dirname(target));
      });
    },
    abort: () => {
      close();
      if (!isSpecial) removeQuietly(temporary);
    },
  };
}

function guarded<T>(shown: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (systemCode(error) === 'EEXIST') {
      throw new ScorecardError(`${shown} exists already`, { hint: 'pass --force to replace it' });
    }
    throw new ScorecardError(`${shown}: ${reason(error)}`);
  }
}

function writeAll(file: number, bytes: Uint8Array, shown: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const go = (from: number): void => {
      write(file, bytes, from, bytes.length - from, null, (error, count) => {
        if (error) reject(new ScorecardError(`${shown}: ${reason(error)}`));
        else if (from + count < bytes.length) go(from + count);
        else resolve(true);
      });
    };
    if (bytes.length === 0) resolve(true);
    else go(0);
  });
}

/** Standard output. There is nothing to take back: what is written is gone. */
export function createStreamSink(output: Pick<Output, 'stream' | 'flush'>): Sink {
  let isGone = false;
  return {
    write: async (bytes) => {
      if (isGone || bytes.length === 0) return !isGone;
      const error = await new Promise<unknown>((resolve) => {
        output.stream.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), (failure) =>
          resolve(failure ?? undefined),
        );
      });
      if (error === undefined) return true;
      isGone = true;
      // The output knows the first error, and says it.
      await output.flush();
      const code = systemCode(error);
      if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return false;
      throw new ScorecardError(`standard output: ${reason(error)}`);
    },
    commit: () => {},
    abort: () => {},
  };
}
