import type { Dirent } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FileKind } from '../../core/personal/contents.js';
import type { Host } from '../system/host.js';
import { isTemporary } from '../system/write-file.js';
import { type JournalFiles, journalPath, journalsIn, personFolders } from './journal/journal-files.js';

/** How a store is laid out in a folder: the names that nothing outside `io/store` knows. */

const DRAFTS = '.drafts';
const HISTORY = '.history';
const RUBRICS = '.rubrics';
const LOG = 'log.ndjson';
const PLANS = 'panels';
const DECISIONS = 'decisions';
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

/** The journals that are open interviews, or were to be put away. */
export function draftFiles(folder: string): JournalFiles {
  return journalsIn(draftsFolder(folder));
}

/** Where the plans of panels are. */
export function plansFolder(folder: string): string {
  return join(folder, PLANS);
}

/** Where decisions are. */
export function decisionsFolder(folder: string): string {
  return join(folder, DECISIONS);
}

/** Whether a file among the plans is one. */
export function isPlanName(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !name.startsWith('.');
}

/** All folders of a store in which files are written. */
export function foldersOf(folder: string): readonly string[] {
  const people = [draftsFolder(folder), historyFolder(folder)];
  return [
    folder,
    join(folder, RUBRICS),
    plansFolder(folder),
    ...people.flatMap((parent) => [parent, ...personFolders(parent)]),
  ];
}

/** Where the draft of this name is, whoever's it is; where it would be told to be, while there is none. */
export function draftPath(folder: string, id: string): string {
  return findDraft(folder, id) ?? journalPath(draftsFolder(folder), id);
}

export function findDraft(folder: string, id: string): string | undefined {
  return draftFiles(folder).files.find((file) => file.id === id)?.path;
}

/** What was done in the store, and by whom. */
export function logPath(folder: string): string {
  return join(folder, LOG);
}

/** Whether a file of a store is its log, which holds no scorecards. */
export function isLog(name: string): boolean {
  return name === LOG;
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

/**
 * What a file of a store is, by its path from the store's folder, with slashes; `undefined` for what says nothing of
 * people.
 */
export function kindOf(path: string): FileKind | undefined {
  const parts = path.split('/');
  const [top = '', name = ''] = [parts[0], parts.at(-1)];
  if (top === RUBRICS || top === '.git') return undefined;
  if (isTemporary(name)) return 'temporary';
  if (path === PEOPLE) return 'people';
  if (path === LOG) return 'log';
  if (/\.ndjson\.lock(\.|$)/.test(name)) return 'lock';
  if (top === DRAFTS || top === HISTORY)
    return name.endsWith('.ndjson') ? (top === DRAFTS ? 'draft' : 'history') : 'other';
  if (name.startsWith('.')) return 'other';
  if (top === PLANS) return isPlanName(name) ? 'plan' : 'other';
  if (top === DECISIONS && /\.json$/i.test(name)) return 'decision';
  if (/\.json$/i.test(name)) return 'scorecard';
  if (/\.(ndjson|jsonl)$/i.test(name)) return 'table';
  if (/\.md$/i.test(name)) return 'report';
  return /\.json\.sig$/i.test(name) ? 'signature' : 'other';
}

/** Whether a folder with these entries is a store that may have drafts. */
export function isStoreWithDrafts(entries: readonly Dirent[]): boolean {
  return entries.some((entry) => entry.name === DRAFTS && entry.isDirectory());
}
