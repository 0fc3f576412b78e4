import { closeSync, fdatasyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import type { SessionEvent } from '../../core/interview/event.js';
import { ScorecardError } from '../../errors.js';
import { reason, syncFolder } from '../system/files.js';
import type { ReadJournal } from './read-journal.js';

/**
 * The events of a draft, one JSON line each, appended and synced before anything else happens: the audit trail, and
 * what a killed interview resumes from.
 */
export interface Journal {
  /** Appends the event and syncs it. What can't be written is kept and tried again with the next: says why, or `undefined`. */
  append(event: SessionEvent): string | undefined;
  /** Tries what is pending once more. */
  flush(): string | undefined;
  /** The lines that are pending. */
  readonly pending: string;
  close(): void;
}

/** A new journal. @throws ScorecardError when the file exists or can't be made */
export function createJournal(path: string, first: SessionEvent): Journal {
  const journal = openFrom(path, 'wx', 0);
  const failure = journal.append(first);
  if (failure !== undefined) {
    journal.close();
    throw new ScorecardError(`${path}: ${failure}`);
  }
  syncFolder(dirname(path));
  return journal;
}

/** Goes on with a journal that was read; a torn end is cut off before anything is appended. */
export function continueJournal(path: string, { length }: ReadJournal): Journal {
  return openFrom(path, 'r+', length);
}

/** A limit on the size of files ends the program, unless it listens: then the write fails, and is told like a full disk. */
function surviveSizeLimit(): void {
  if (process.listenerCount('SIGXFSZ') === 0) process.on('SIGXFSZ', () => {});
}

function openFrom(path: string, flags: 'wx' | 'r+', start: number): Journal {
  surviveSizeLimit();
  let file: number;
  try {
    file = openSync(path, flags, 0o600);
  } catch (error) {
    throw new ScorecardError(`${path}: ${reason(error)}`);
  }
  let end = start;
  let pending: Buffer[] = [];
  const flush = (): string | undefined => {
    const bytes = Buffer.concat(pending);
    if (bytes.length === 0) return undefined;
    try {
      // Whatever an earlier failure left half-written goes first.
      ftruncateSync(file, end);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, end + at);
      fdatasyncSync(file);
    } catch (error) {
      cutAt(file, end);
      return reason(error);
    }
    end += bytes.length;
    pending = [];
    return undefined;
  };
  return {
    append: (event) => {
      pending.push(Buffer.from(`${JSON.stringify(event)}\n`, 'utf8'));
      return flush();
    },
    flush,
    get pending() {
      return Buffer.concat(pending).toString('utf8');
    },
    close: () => closeSync(file),
  };
}

/** Takes away what was half-written, so that the file ends with a whole line whoever goes on with it. */
function cutAt(file: number, end: number): void {
  try {
    ftruncateSync(file, end);
  } catch {
    // The next write tries it again.
  }
}
