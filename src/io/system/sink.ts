import { closeSync, fdatasync, fstatSync, fsyncSync, openSync, realpathSync, statSync, write } from 'node:fs';
import { dirname } from 'node:path';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { exists, PRIVATE_FILE, reason, removeQuietly, syncFolder } from './files.js';
import type { Output } from './host.js';
import { moveIntoPlace, temporaryBeside, writeFully } from './write-file.js';

/** Where bytes go, piece by piece. */
export interface Sink {
  /** Settles when the bytes may be reused. False when nobody reads any more (`scorecard … | head`). */
  write(bytes: Uint8Array): Promise<boolean>;
  /** Makes what was written the file. */
  commit(): Promise<void>;
  /** Undoes what was written, as if nothing had been. */
  abort(): void;
}

interface FileSinkOptions {
  readonly mayReplace: boolean;
  /** The file as messages name it. */
  readonly shown: string;
}

/** @throws ScorecardError when the file exists and may not be replaced */
export function refuseExisting(path: string, { mayReplace, shown }: FileSinkOptions): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw new ScorecardError(`${shown} is a folder, not a file`);
  if (stats?.isFile() && !mayReplace) {
    throw new ScorecardError(`${shown} exists already`, { hint: say`pass --force to replace it` });
  }
}

/** A file that appears whole at `commit`, or not at all. A device or a pipe is written to as it is. */
export function createFileSink(path: string, options: FileSinkOptions): Sink {
  refuseExisting(path, options);
  const { shown } = options;
  const isSpecial = exists(path) && !statSync(path).isFile();
  // The file that is meant is the one behind the link.
  const target = exists(path) ? realpathSync(path) : path;
  const temporary = temporaryBeside(target);
  const file = guarded(shown, () => (isSpecial ? openSync(path, 'w') : openSync(temporary, 'wx', PRIVATE_FILE)));
  const behind = createWriteBehind(file);
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write: async (bytes) => {
      // A pipe may keep us waiting; a file does not, and a detour through another thread costs more than the write.
      if (isSpecial) return writeAll(file, bytes, shown);
      guarded(shown, () => {
        writeFully(file, bytes);
        behind.wrote(bytes.length);
      });
      return true;
    },
    commit: async () => {
      await behind.idle();
      guarded(shown, () => {
        behind.check();
        if (fstatSync(file).isFile()) fsyncSync(file);
        close();
        if (isSpecial) return;
        moveIntoPlace(temporary, target, options.mayReplace);
        syncFolder(dirname(target));
      });
    },
    abort: () => {
      // The number of a file that is closed may soon be another's.
      void behind.idle().then(close);
      if (!isSpecial) removeQuietly(temporary);
    },
  };
}

/** After so many bytes the system is asked to put them on the disk: at the end it would have to wait for all at once. */
const PUT_AT_ONCE = 8 * 1024 * 1024;

interface WriteBehind {
  /** @throws the system's error where earlier bytes could not be put on the disk */
  wrote(count: number): void;
  check(): void;
  /** Settles when the file is not being worked on. */
  idle(): Promise<void>;
}

/** Has the bytes of a file put on the disk while more are made. */
function createWriteBehind(file: number): WriteBehind {
  let waiting = 0;
  let work: Promise<void> | undefined;
  let failure: unknown;
  const check = () => {
    if (failure) throw failure;
  };
  return {
    check,
    wrote: (count) => {
      check();
      waiting += count;
      if (waiting < PUT_AT_ONCE || work) return;
      waiting = 0;
      work = new Promise((resolve) => {
        fdatasync(file, (error) => {
          failure = error ?? failure;
          work = undefined;
          resolve();
        });
      });
    },
    idle: async () => work,
  };
}

function guarded<T>(shown: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (systemCode(error) === 'EEXIST') {
      throw new ScorecardError(`${shown} exists already`, { hint: say`pass --force to replace it` });
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

/** Standard output. Nothing can be taken back: what is written is gone. */
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
      // The output knows the first error, and reports it.
      await output.flush();
      const code = systemCode(error);
      if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return false;
      throw new ScorecardError(`standard output: ${reason(error)}`);
    },
    commit: async () => {},
    abort: () => {},
  };
}
