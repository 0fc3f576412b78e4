import { type Dirent, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Person } from '../../core/person/person.js';
import { say } from '../../core/text/safe-text.js';
import { shellWord } from '../../core/text/shell-words.js';
import { slugOf } from '../../core/text/slug.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { accessIn, makeFolder } from '../system/access.js';
import { isUsable, makePrivateFolder, reason } from '../system/files.js';
import type { Host } from '../system/host.js';

/** How a store is laid out in a folder: the names that nothing outside `io/store` knows. */

const DRAFTS = '.drafts';
const HISTORY = '.history';
const RUBRICS = '.rubrics';
const JOURNAL = '.ndjson';
const PEOPLE = 'people.yaml';

/** The store as the user named it: `--store`, else `$SCORECARD_STORE`, else `scorecards`. */
export function givenStore({ env }: Pick<Host, 'env'>, store: string | undefined): string {
  return store ?? (env.SCORECARD_STORE || 'scorecards');
}

export function storeFolder(host: Pick<Host, 'cwd' | 'env'>, store: string | undefined): string {
  return resolve(host.cwd, givenStore(host, store));
}

export function draftsFolder(folder: string): string {
  return join(folder, DRAFTS);
}

export function historyFolder(folder: string): string {
  return join(folder, HISTORY);
}

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
 * The journals in the folder of the drafts or of the history: each person's are in a folder of their own; version 0.1 kept
 * all in one. What is not a regular file (a pipe, a link) is not one.
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
  try {
    return (list(parent) ?? []).filter((entry) => entry.isDirectory()).map(({ name }) => join(parent, name));
  } catch (error) {
    if (error instanceof ScorecardError) return [];
    throw error;
  }
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

/** The journals that are open interviews, or were to be put away. */
export function draftFiles(folder: string): JournalFiles {
  return journalsIn(draftsFolder(folder));
}

/** All folders of a store in which files are written. */
export function foldersOf(folder: string): readonly string[] {
  const people = [draftsFolder(folder), historyFolder(folder)];
  return [folder, join(folder, RUBRICS), ...people.flatMap((parent) => [parent, ...personFolders(parent)])];
}

/** Where the draft of this name is, whoever's it is; where it would be told to be, while there is none. */
export function draftPath(folder: string, id: string): string {
  return findDraft(folder, id) ?? journalPath(draftsFolder(folder), id);
}

export function findDraft(folder: string, id: string): string | undefined {
  return draftFiles(folder).files.find((file) => file.id === id)?.path;
}

/** The path of a journal in a person's folder; `number`, from 1, tells journals of the same name apart. */
export function journalPath(personFolder: string, id: string, number = 1): string {
  return join(personFolder, `${number === 1 ? id : `${id}-${number}`}${JOURNAL}`);
}

/**
 * Makes the folder in which a person's journals are, among the drafts or in the history, private to the user. Where the name
 * is that of a folder which the user may not use, because it is another's, a number is put to it.
 *
 * @throws ScorecardError when it can't be made
 */
export function makePersonFolder(parent: string, name: string): string {
  const { folder } = accessIn(dirname(parent));
  makeFolder(parent, folder);
  if (folder.group !== undefined && !isUsable(parent)) {
    throw new ScorecardError(`${parent}: no permission`, {
      hint: say`its owner can open it to the group, in which each has a private folder: chmod g=rwx,g+s ${shellWord(parent)}`,
    });
  }
  for (let number = 1; number <= MOST_OF_ONE_NAME; number += 1) {
    // Two hyphens: no name is made to hold them.
    const path = join(parent, number === 1 ? name : `${name}--${number}`);
    makePrivateFolder(path);
    if (isUsable(path)) return path;
  }
  throw new ScorecardError(`${parent}: no folder can be used for drafts`);
}

/** More people of one name than work together. */
const MOST_OF_ONE_NAME = 1000;

/** The name of a person's folder: of their id where they have one, else of their name. */
export function personSlug({ name, id }: Person): string {
  return slugOf(id ?? name);
}

/** Whether a journal's name is what `journalPath` makes of the id; that of an id which ends with a number may look like it. */
export function isJournalOf(name: string, id: string): boolean {
  return name.startsWith(id) && /^(-[1-9]\d*)?$/.test(name.slice(id.length));
}

/** Who is who, for people to read and write. */
export function peoplePath(folder: string): string {
  return join(folder, PEOPLE);
}

/** Where a rubric is kept, as it was when it was used. */
export function rubricPath(folder: string, sha256: string): string {
  return join(folder, RUBRICS, `${sha256}.json`);
}

export interface ScorecardPaths {
  readonly json: string;
  readonly markdown: string;
}

export function scorecardPaths(folder: string, id: string): ScorecardPaths {
  return { json: join(folder, `${id}.json`), markdown: join(folder, `${id}.md`) };
}

/** Whether a folder with these entries is a store that may have drafts. */
export function isStoreWithDrafts(entries: readonly Dirent[]): boolean {
  return entries.some((entry) => entry.name === DRAFTS && entry.isDirectory());
}
