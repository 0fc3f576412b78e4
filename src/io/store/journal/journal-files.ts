import { type Dirent, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Person } from '../../../core/person/person.js';
import { say } from '../../../core/text/safe-text.js';
import { shellWord } from '../../../core/text/shell-words.js';
import { slugOf } from '../../../core/text/slug.js';
import { attempt, ScorecardError, systemCode } from '../../../errors.js';
import { accessIn, makeFolder } from '../../system/access.js';
import { exists, isUsable, makePrivateFolder, reason } from '../../system/files.js';

/** How journals lie among the drafts, and in the history: a folder for each person in either. */

const JOURNAL = '.ndjson';
const LOCK = '.lock';

/** A journal among the drafts or in the history. */
export interface JournalFile {
  /** Its name without the ending. */
  readonly id: string;
  readonly path: string;
}

export interface JournalFiles {
  /** By their ids. */
  readonly files: readonly JournalFile[];
  /** Whether there are folders that the user may not enter: what is in them is private to colleagues. */
  readonly isPartial: boolean;
}

/**
 * The journals in the folder of the drafts or of the history: each person's are in a folder of their own; version 0.1
 * kept all in one. What is not a regular file (a pipe, a link) is not one.
 *
 * @throws ScorecardError when the folder can't be listed, unless it is private to somebody else
 */
export function journalsIn(parent: string): JournalFiles {
  const lists = [parent, ...personFolders(parent)].map((place) => ({ place, entries: list(place) }));
  const files = lists.flatMap(({ place, entries: inside }) =>
    (inside ?? [])
      .filter((entry) => entry.name.endsWith(JOURNAL) && entry.isFile())
      .map(({ name }) => ({ id: name.slice(0, -JOURNAL.length), path: join(place, name) })),
  );
  return {
    files: files.sort((a, b) => (a.id < b.id ? -1 : 1)),
    isPartial: lists.some(({ entries: inside }) => inside === undefined),
  };
}

/** The folders of the drafts or of the history, one for each person; none where they can't be listed. */
export function personFolders(parent: string): readonly string[] {
  const entries = attempt(
    () => list(parent),
    () => undefined,
  );
  return (entries ?? []).filter((entry) => entry.isDirectory()).map(({ name }) => join(parent, name));
}

/** `undefined` for a folder that the user may not look into. */
function list(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return [];
    if (code === 'EACCES' || code === 'EPERM') return undefined;
    throw new ScorecardError(`${folder}: ${reason(error)}`);
  }
}

/** The paths of the journals in a folder that have a lock beside them, whether they are there or not. */
export function lockedPaths(place: string): readonly string[] {
  const names =
    attempt(
      () => list(place),
      () => undefined,
    ) ?? [];
  const ending = `${JOURNAL}${LOCK}`;
  return names.filter(({ name }) => name.endsWith(ending)).map(({ name }) => join(place, name.slice(0, -LOCK.length)));
}

/** The lock beside a journal. */
export function lockPath(journalPath: string): string {
  return `${journalPath}${LOCK}`;
}

/** The path of a journal in a person's folder; `number`, from 1, tells journals of the same name apart. */
export function journalPath(personFolder: string, id: string, number = 1): string {
  return join(personFolder, `${number === 1 ? id : `${id}-${number}`}${JOURNAL}`);
}

/**
 * Makes the folder in which a person's journals are, among the drafts or in the history, private to the user. Where
 * the name is that of a folder which the user may not use, because it is another's, a number is put to it.
 *
 * @throws ScorecardError when it can't be made
 */
export function makePersonFolder(parent: string, name: string): string {
  makeFolder(parent, accessIn(dirname(parent)).folder);
  const shut = shutOut(parent);
  if (shut) throw shut;
  for (let number = 1; number <= MOST_OF_ONE_NAME; number += 1) {
    // Two hyphens: no name is made to hold them.
    const path = join(parent, number === 1 ? name : `${name}--${number}`);
    makePrivateFolder(path);
    if (isUsable(path)) return path;
  }
  throw new ScorecardError(`${parent}: no folder can be used for drafts`);
}

/**
 * Why the user can have no journals in the folder of a team's drafts or history: its owner had it before it was the
 * team's.
 */
export function shutOut(parent: string): ScorecardError | undefined {
  const isTeams = accessIn(dirname(parent)).folder.group !== undefined;
  if (!isTeams || !exists(parent) || isUsable(parent)) return undefined;
  return new ScorecardError(`${parent}: no permission`, {
    hint: say`its owner can open it to the group, in which each has a private folder: chmod g=rwx,g+s ${shellWord(parent)}`,
  });
}

/** More people of one name than work together. */
const MOST_OF_ONE_NAME = 1000;

/** The name of a person's folder: of their id where they have one, else of their name. */
export function personSlug({ name, id }: Person): string {
  return slugOf(id ?? name);
}

/**
 * Whether a journal's name is what `journalPath` makes of the id; that of an id which ends with a number may look like
 * it.
 */
export function isJournalOf(name: string, id: string): boolean {
  return name.startsWith(id) && /^(-[1-9]\d*)?$/.test(name.slice(id.length));
}

/** The name without a number at its end: the id of the journal, unless the id ends with one. */
export function namesakeOf(name: string): string {
  return name.replace(/-[1-9]\d*$/, '');
}

/** Whether a journal is in the folder of the person of this name. */
export function isJournalIn(path: string, person: string): boolean {
  return basename(dirname(path)).replace(/--\d+$/, '') === person;
}
