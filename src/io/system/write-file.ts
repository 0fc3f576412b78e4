import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { systemCode } from '../../errors.js';
import { grant } from './access.js';
import { exists, PRIVATE_FILE, removeQuietly, syncFolder } from './files.js';

interface WriteOptions {
  /** Whether an existing file may be replaced; else it is an EEXIST error, and the file is left alone. */
  readonly mayReplace: boolean;
  readonly mode?: number;
  /** The group that the mode is for, whatever the umask. */
  readonly group?: number;
}

/**
 * Writes a file whole or not at all: a temporary file beside it, synced, then moved into place, then the folder synced.
 *
 * @throws the system's error, with nothing left behind
 */
export function writeAtomically(path: string, text: string, options: WriteOptions): void {
  const { mayReplace, mode = PRIVATE_FILE, group } = options;
  const folder = dirname(path);
  const temporary = temporaryBeside(path);
  const file = openSync(temporary, 'wx', group === undefined ? mode : PRIVATE_FILE);
  try {
    try {
      writeFully(file, Buffer.from(text, 'utf8'));
      if (group !== undefined) grant(file, { mode, group });
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

/**
 * Removes the temporary files that killed programs left in a folder. Those of living ones stay, and so do those of
 * other users, whose programs may run on another machine.
 */
export function sweepTemporaries(folder: string): void {
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    if (isTemporary(name) && !isBeingWritten(name) && isOwn(path)) removeQuietly(path);
  }
}

const TEMPORARY = /^\.tmp-(\d+)-[a-z0-9]+$/;

export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}

/** Whether the program that writes a temporary file lives. */
export function isBeingWritten(name: string): boolean {
  const pid = TEMPORARY.exec(name)?.[1];
  return pid !== undefined && isAlive(Number(pid));
}

function isOwn(path: string): boolean {
  const user = process.getuid?.();
  return user === undefined || lstatSync(path, { throwIfNoEntry: false })?.uid === user;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether a process of this number lives, be it the one that is meant or a later one. */
export function isAlive(pid: number): boolean {
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

/**
 * Writes all of the bytes, however many the system takes at once: where the file stands, or from `position`.
 *
 * @throws the system's error
 */
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
