import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a folder is to the user. */
export interface FolderState {
  readonly exists: boolean;
  readonly isFolder: boolean;
  readonly isWritable: boolean;
  /** Whether others than the user may look in; always false on Windows, where rights work differently. */
  readonly isOpenToOthers: boolean;
}

export function inspectFolder(path: string): FolderState {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return { exists: false, isFolder: false, isWritable: false, isOpenToOthers: false };
  return {
    exists: true,
    isFolder: stat.isDirectory(),
    isWritable: canAccess(path, constants.W_OK | constants.X_OK),
    isOpenToOthers: process.platform !== 'win32' && (stat.mode & 0o077) !== 0,
  };
}

/** Whether the first word of a command line is a program that can be started. */
export function hasProgram(command: string, path: string | undefined): boolean {
  const program = command.trim().split(/\s+/)[0] ?? '';
  if (program.includes('/')) return canAccess(program, constants.X_OK);
  return (path ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && canAccess(join(folder, program), constants.X_OK));
}

/** The version of Node that is running: `20.20.2`. */
export function nodeVersion(): string {
  return process.versions.node;
}

function canAccess(path: string, what: number): boolean {
  try {
    accessSync(path, what);
    return true;
  } catch {
    return false;
  }
}
