import { chmodSync, chownSync, fchmodSync, fchownSync, fstatSync, statSync } from 'node:fs';
import process from 'node:process';
import { makePrivateFolder, PRIVATE_FILE, PRIVATE_FOLDER } from './files.js';

/** Who may use a file or folder. */
export interface Access {
  readonly mode: number;
  /** The group that the mode is for; none where the user alone may use it. */
  readonly group?: number;
}

/** Who may use what is written into a folder. */
export interface FolderAccess {
  /** Of what is written once. */
  readonly sealed: Access;
  /** Of what everybody who may write into the folder goes on writing. */
  readonly kept: Access;
  readonly folder: Access;
}

const PRIVATE: FolderAccess = {
  sealed: { mode: PRIVATE_FILE },
  kept: { mode: PRIVATE_FILE },
  folder: { mode: PRIVATE_FOLDER },
};

const GROUP = 0o070;
const GROUP_WRITES = 0o020;
const GROUP_LOOKS = 0o050;
const GIVES_GROUP = 0o2000;

/**
 * Who may use what is written into this folder: the user alone, unless it is a team's. A team's folder is one into
 * which its group may write, or one that its group may read and that gives its group to what is made in it. Others
 * never may.
 */
export function accessIn(folder: string): FolderAccess {
  const stat = statSync(folder, { throwIfNoEntry: false });
  // Windows has no groups of this kind, and shows modes that say nothing.
  if (!stat?.isDirectory() || process.platform === 'win32') return PRIVATE;
  const mayWrite = (stat.mode & GROUP_WRITES) !== 0;
  const isTeam = (stat.mode & GROUP_LOOKS) === GROUP_LOOKS && (mayWrite || (stat.mode & GIVES_GROUP) !== 0);
  if (!isTeam) return PRIVATE;
  const group = stat.gid;
  return {
    sealed: { mode: 0o640, group },
    kept: { mode: mayWrite ? 0o660 : 0o640, group },
    folder: { mode: GIVES_GROUP | PRIVATE_FOLDER | (stat.mode & GROUP), group },
  };
}

/** Gives a file that was opened privately to the group, whatever the umask; to no other group, where that can't be. */
export function grant(file: number, { mode, group }: Access): void {
  if (group === undefined) return;
  quietly(() => {
    if (fstatSync(file).gid !== group) fchownSync(file, -1, group);
    fchmodSync(file, mode);
  });
}

/**
 * Makes a folder for who may use it. One that is there already is opened to them by its owner.
 *
 * @throws ScorecardError when it can't be made
 */
export function makeFolder(path: string, { mode, group }: Access): void {
  makePrivateFolder(path);
  if (group === undefined) return;
  quietly(() => {
    const { mode: present, gid } = statSync(path);
    if (gid !== group) chownSync(path, -1, group);
    if ((present & 0o7777) !== mode || gid !== group) chmodSync(path, mode);
  });
}

/** What belongs to somebody else stays as its owner has it. */
function quietly(change: () => void): void {
  try {
    change();
  } catch {
    // What it is for then: who can't use it is told so.
  }
}
