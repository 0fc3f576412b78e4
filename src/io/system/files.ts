import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
  unlinkSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type Checked, createMistake, type Mistake, problemAt } from '../../core/problem.js';
import { ScorecardError, systemCode } from '../../errors.js';

/** The mode of what is written about people: private to the user. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;

/** The most bytes of a file that is read whole: far more than any rubric, draft or scorecard has. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * The bytes of a file the user named.
 *
 * @throws ScorecardError that names the file and what is wrong with it
 */
export function readBytes(path: string, shown = path): Uint8Array {
  const read = readWhole(path);
  if (read.ok) return read.value;
  throw new ScorecardError(`${shown}: ${read.problems.map(({ message }) => message).join(', ')}`);
}

/** The bytes of a file, where it is a regular one of a size that can be read whole. */
export function readWhole(path: string): Checked<Buffer> {
  try {
    const stats = statSync(path);
    if (!mayBeOpened(path, stats)) return refuse(createMistake('not-a-file', {}));
    if (stats.size > MOST_BYTES) return refuse(tooLarge());
    if (stats.isFile()) return { ok: true, value: readFileSync(path) };
    const bytes = readUpTo(path, MOST_BYTES + 1);
    return bytes.length > MOST_BYTES ? refuse(tooLarge()) : { ok: true, value: bytes };
  } catch (error) {
    return refuse(createMistake('unreadable', { reason: reason(error) }));
  }
}

function tooLarge(): Mistake {
  return createMistake('too-large', { what: 'file', most: MOST_BYTES });
}

function refuse(mistake: Mistake): Checked<never> {
  return { ok: false, problems: [problemAt(mistake, [])] };
}

/**
 * A pipe or device could be waited for without end, or be without end itself. What the shell hands over, as for `<(…)`,
 * is a pipe that somebody writes to; a folder is refused by the system, in its own words.
 */
function mayBeOpened(path: string, stats: Stats): boolean {
  if (stats.isFile() || stats.isDirectory()) return true;
  return /^\/(dev\/stdin|dev\/fd\/\d+|proc\/self\/fd\/\d+)$/.test(path) && (stats.isFIFO() || stats.isSocket());
}

/** @throws the system's error */
function readUpTo(path: string, most: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let rest = most; rest > 0; ) {
      const chunk = Buffer.allocUnsafe(Math.min(rest, 64 * 1024));
      const count = readSync(file, chunk);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      rest -= count;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
}

/**
 * The bytes of a regular file; `undefined` where there is none, or where something else has the name (a pipe, a
 * device, a folder), which is not opened: reading it could wait for ever.
 *
 * @throws the system's error
 */
export function readRegularFile(path: string): Buffer | undefined {
  return isRegularFile(path) ? readFileSync(path) : undefined;
}

/** Whether a file stands there, links followed: no folder, pipe or device. */
export function isRegularFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** In words: why the system refused. */
export function reason(error: unknown): string {
  switch (systemCode(error)) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'no permission';
    case 'EISDIR':
      return 'is a folder, not a file';
    case 'ENOTDIR':
      return 'a part of the path is not a folder';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'EFBIG':
      return 'the file has reached the size that the system allows';
    case 'EROFS':
      return 'the disk is read-only';
    case 'EEXIST':
      return 'exists already';
    case 'EIO':
      return 'the disk reports an error';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/**
 * What the system refused, with the file, as an end that the user can do something about; `undefined` for any other
 * error.
 */
export function systemRefusal(error: unknown): ScorecardError | undefined {
  if (!(error instanceof Error) || systemCode(error) === undefined || !('syscall' in error)) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : String(error.syscall);
  return new ScorecardError(`${path}: ${reason(error)}`);
}

/** Makes the folder and those above it, private to the user. @throws ScorecardError when it can't be made */
export function makePrivateFolder(path: string): void {
  try {
    makeFolders(path);
  } catch (error) {
    throw new ScorecardError(`${path}: ${reason(error)}`);
  }
}

/**
 * The same, one folder at a time: Node's own way tries for ever where nothing can be made in a folder that is there and
 * the system answers ENOENT, as in /proc, and no signal ends it. @throws the system's error
 */
export function makeFolders(path: string): void {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path && !exists(above)) makeFolders(above);
  try {
    mkdirSync(path, { mode: PRIVATE_FOLDER });
  } catch (error) {
    // Another program may have been quicker.
    if (systemCode(error) === 'EEXIST' && isFolder(path)) return;
    throw error;
  }
  // The name of a new folder survives a power cut only once the folder above it is synced.
  syncFolder(above);
}

/** Whether the user may list a folder, and write in it. */
export function isUsable(folder: string): boolean {
  return allows(folder, constants.R_OK | constants.W_OK | constants.X_OK);
}

/** Whether the user may read a file; true where there is none, which is told otherwise. */
export function isReadable(path: string): boolean {
  return !exists(path) || allows(path, constants.R_OK);
}

function allows(path: string, what: number): boolean {
  try {
    accessSync(path, what);
    return true;
  } catch {
    return false;
  }
}

export function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // There was nothing to remove.
  }
}

/** Makes the new name survive a power cut, where the system can. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows cannot open a folder.
  }
}

export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What a path leads to, links followed; the path itself where it leads nowhere. */
export function behindLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Whether two paths lead to the same existing file, links followed. */
export function isSameFile(a: string, b: string): boolean {
  const [first, second] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
}
