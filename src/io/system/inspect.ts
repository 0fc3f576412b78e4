import { accessSync, constants, type Dirent, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { accessIn } from './access.js';

/** What a folder is to the user. */
export interface FolderState {
  readonly exists: boolean;
  readonly isFolder: boolean;
  readonly isWritable: boolean;
  /** Whether the user may change who may use it. */
  readonly isOwn: boolean;
  /** Whether it is shared with a group, to work in together. */
  readonly isTeam: boolean;
  /**
   * Whether others than the user, or the user's team, may look in; always false on Windows, where rights work
   * differently.
   */
  readonly isOpenToOthers: boolean;
}

export function inspectFolder(path: string): FolderState {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat)
    return { exists: false, isFolder: false, isWritable: false, isOwn: false, isTeam: false, isOpenToOthers: false };
  const isTeam = accessIn(path).sealed.group !== undefined;
  return {
    exists: true,
    isFolder: stat.isDirectory(),
    isWritable: canAccess(path, constants.W_OK | constants.X_OK),
    isOwn: process.getuid === undefined || stat.uid === process.getuid(),
    isTeam,
    isOpenToOthers: process.platform !== 'win32' && (stat.mode & (isTeam ? 0o007 : 0o077)) !== 0,
  };
}

export interface KeptFiles {
  readonly files: number;
  readonly user: number;
  readonly group: number;
}

/** The user's own files in a team's folder that the team cannot read: from before it was shared, mostly. */
export function filesKeptFrom(folder: string): KeptFiles {
  const user = process.getuid?.() ?? 0;
  const { gid: group } = statSync(folder);
  const isKept = ({ name }: Dirent): boolean => {
    const stat = name.startsWith('.') ? undefined : statSync(join(folder, name), { throwIfNoEntry: false });
    return stat?.isFile() === true && stat.uid === user && (stat.gid !== group || (stat.mode & 0o040) === 0);
  };
  return { files: readdirSync(folder, { withFileTypes: true }).filter(isKept).length, user, group };
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
