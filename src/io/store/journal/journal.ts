import { closeSync, fdatasyncSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import type { SessionEvent } from '../../../core/interview/event.js';
import { jsonText } from '../../../core/text/safe-text.js';
import { ScorecardError } from '../../../errors.js';
import { makeFolders, reason, syncFolder } from '../../system/files.js';
import { writeAtomically, writeFully } from '../../system/write-file.js';
import type { ReadJournal } from './read-journal.js';

/**
 * The events of a draft, one JSON line each, appended and synced before anything else happens: the audit trail, and
 * what a killed interview resumes from.
 */
export interface Journal {
  /**
   * Appends the event and syncs it. What cannot be written is kept, and tried again with the next event. Returns why it
   * failed, or `undefined`.
   */
  append(event: SessionEvent): string | undefined;
  /** Writes what is pending. Returns why it failed, or `undefined`. */
  flush(): string | undefined;
  /** The lines that could not be written yet. */
  readonly pending: string;
  close(): void;
}

/**
 * A new journal, which appears with its first events in it.
 *
 * @throws ScorecardError when the file exists or can't be made
 */
export function createJournal(path: string, first: readonly SessionEvent[]): Journal {
  const lines = first.map(lineOf).join('');
  surviveSizeLimit();
  try {
    writeAtomically(path, lines, { mayReplace: false });
  } catch (error) {
    throw new ScorecardError(`${path}: ${reason(error)}`);
  }
  return openAt(path, Buffer.byteLength(lines));
}

function lineOf(event: SessionEvent): string {
  return `${jsonText(event)}\n`;
}

/** Continues a journal that was read; a torn end is cut off before anything is appended. */
export function continueJournal(path: string, { length }: ReadJournal): Journal {
  return openAt(path, length);
}

/**
 * A limit on the size of files ends the program unless it listens: then the write fails, and is reported like a full
 * disk.
 */
function surviveSizeLimit(): void {
  if (process.listenerCount('SIGXFSZ') === 0) process.on('SIGXFSZ', () => {});
}

function openAt(path: string, start: number): Journal {
  surviveSizeLimit();
  let file: number;
  try {
    file = openSync(path, 'r+');
  } catch (error) {
    throw new ScorecardError(`${path}: ${reason(error)}`);
  }
  let end = start;
  // A torn end that was read over is cut off with the first write.
  let length = fstatSync(file).size;
  let pending: Buffer[] = [];
  const flush = (): string | undefined => {
    const bytes = Buffer.concat(pending);
    if (bytes.length === 0) return undefined;
    try {
      if (isElsewhere(file, path)) file = restore(file, path, end);
      else if (fstatSync(file).size !== length) return 'another program has written to the draft';
      // Whatever an earlier failure left half-written goes first.
      ftruncateSync(file, end);
      writeFully(file, bytes, end);
      fdatasyncSync(file);
    } catch (error) {
      cutAt(file, end);
      length = sizeOf(file) ?? length;
      return reason(error);
    }
    end += bytes.length;
    length = end;
    pending = [];
    return undefined;
  };
  return {
    append: (event) => {
      pending.push(Buffer.from(lineOf(event), 'utf8'));
      return flush();
    },
    flush,
    get pending() {
      return Buffer.concat(pending).toString('utf8');
    },
    close: () => closeSync(file),
  };
}

function sizeOf(file: number): number | undefined {
  try {
    return fstatSync(file).size;
  } catch {
    return undefined;
  }
}

/** Whether the file that is open is not the one of that name any more: its folder was removed, or it was replaced. */
function isElsewhere(file: number, path: string): boolean {
  const [open, named] = [fstatSync(file), statSync(path, { throwIfNoEntry: false })];
  return open.ino !== named?.ino || open.dev !== named.dev;
}

/**
 * Puts a journal that was taken away back where it was.
 *
 * @throws the system's error, also where another has its place
 */
function restore(old: number, path: string, length: number): number {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const more = readSync(old, bytes, at, length - at, at);
    if (more === 0) throw new Error('the draft was taken away while it was open');
    at += more;
  }
  makeFolders(dirname(path));
  const file = openSync(path, 'wx+', 0o600);
  writeFully(file, bytes, 0);
  fsyncSync(file);
  syncFolder(dirname(path));
  closeSync(old);
  return file;
}

/** Takes away what was half-written, so that the file ends with a whole line whoever goes on with it. */
function cutAt(file: number, end: number): void {
  try {
    ftruncateSync(file, end);
  } catch {
    // The next write tries it again.
  }
}
