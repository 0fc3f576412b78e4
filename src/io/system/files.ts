import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
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

/** Whether two paths lead to the same existing file, links followed. */
export function isSameFile(a: string, b: string): boolean {
  const [first, second] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
}
