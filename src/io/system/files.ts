import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { ScorecardError, systemCode } from '../../errors.js';

/** The mode of what is written about people: private to the user. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;

/**
 * The bytes of a file the user named.
 *
 * @throws ScorecardError that names the file and what is wrong with it
 */
export function readBytes(path: string, shown = path): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new ScorecardError(`${shown}: ${reason(error)}`);
  }
}

/**
 * The bytes of a regular file; `undefined` where there is none, or where something else has the name (a pipe, a device, a
 * folder), which is not opened: reading it could wait for ever.
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

/** What the system refused, with the file, as an end that the user can do something about; `undefined` for any other error. */
export function systemRefusal(error: unknown): ScorecardError | undefined {
  if (!(error instanceof Error) || systemCode(error) === undefined || !('syscall' in error)) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : String(error.syscall);
  return new ScorecardError(`${path}: ${reason(error)}`);
}

/** Makes the folder and those above it, private to the user. */
export function makePrivateFolder(path: string): void {
  try {
    // The name of a new folder survives a power cut only once the folder above it is synced.
    if (mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER }) !== undefined) syncFolder(dirname(path));
  } catch (error) {
    throw new ScorecardError(`${path}: ${reason(error)}`);
  }
}

interface WriteOptions {
  /** Whether an existing file may be replaced; else it is an EEXIST error, and the file is left alone. */
  readonly mayReplace: boolean;
  readonly mode?: number;
}

/**
 * Writes a file whole or not at all: a temporary file beside it, synced, then moved into place, then the folder synced.
 *
 * @throws the system's error, with nothing left behind
 */
export function writeAtomically(path: string, text: string, { mayReplace, mode = PRIVATE_FILE }: WriteOptions): void {
  const folder = dirname(path);
  const temporary = temporaryBeside(path);
  const file = openSync(temporary, 'wx', mode);
  try {
    try {
      writeFully(file, Buffer.from(text, 'utf8'));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    moveIntoPlace(temporary, path, mayReplace);
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
  syncFolder(folder);
}

/** Removes the temporary files that killed programs left in a folder. Those of living ones stay, and so does what can't be removed. */
export function sweepTemporaries(folder: string): void {
  for (const name of namesIn(folder)) {
    const pid = /^\.tmp-(\d+)-[a-z0-9]+$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) removeQuietly(join(folder, name));
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** A free name in the same folder, so that the file can be moved into its place. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.tmp-${process.pid}-${Math.random().toString(36).slice(2, 10)}`);
}

/** Writes all of the bytes, however many the system takes at once: where the file stands, or from `position`. @throws the system's error */
export function writeFully(file: number, bytes: Uint8Array, position?: number): void {
  for (let at = 0; at < bytes.length; ) {
    at += writeSync(file, bytes, at, bytes.length - at, position === undefined ? null : position + at);
  }
}

/**
 * Gives its name to a file that was written beside it. @throws the system's `EEXIST` where it may not replace another
 */
export function moveIntoPlace(from: string, to: string, mayReplace: boolean): void {
  if (mayReplace) renameSync(from, to);
  else moveWithoutReplacing(from, to);
}

/** What says that a file system, or a limit of it, has no hard link to give. */
const WITHOUT_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EXDEV', 'EMLINK']);

/** `link` fails where the name is taken, `rename` would replace it. */
function moveWithoutReplacing(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const code = systemCode(error);
    // File systems without hard links: look, then rename.
    if (code === undefined || !WITHOUT_LINKS.has(code)) throw error;
    if (exists(to)) throw Object.assign(new Error('exists already'), { code: 'EEXIST' });
    renameSync(from, to);
    return;
  }
  unlinkSync(from);
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

/** Whether two paths lead to the same existing file, links followed. */
export function isSameFile(a: string, b: string): boolean {
  const [first, second] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
}
