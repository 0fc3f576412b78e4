import type { Dirent } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Host } from '../system/host.js';
import { type JournalFiles, journalPath, journalsIn, personFolders } from './journal/journal-files.js';

/** How a store is laid out in a folder: the names that nothing outside `io/store` knows. */

const DRAFTS = '.drafts';
const HISTORY = '.history';
const RUBRICS = '.rubrics';
const PEOPLE = 'people.yaml';
const LOG = 'log.ndjson';

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

/** Who is who, for people to read and write. */
export function peoplePath(folder: string): string {
  return join(folder, PEOPLE);
}

/** What was done in the store, and by whom. */
export function logPath(folder: string): string {
  return join(folder, LOG);
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
