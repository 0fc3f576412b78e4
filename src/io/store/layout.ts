import { type Dirent, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FileKind } from '../../core/personal/contents.js';
import { ScorecardError, systemCode } from '../../errors.js';
import { reason } from '../system/files.js';
import type { Host } from '../system/host.js';
import { isTemporary } from '../system/write-file.js';

/** How a store is laid out in a folder: the names that nothing outside `io/store` knows. */

const DRAFTS = '.drafts';
const HISTORY = '.history';
const JOURNAL = '.ndjson';
const LOG = 'log.ndjson';
const RUBRICS = '.rubrics';
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

export function draftPath(folder: string, id: string): string {
  return join(folder, DRAFTS, `${id}${JOURNAL}`);
}

/** Where a journal goes when it is put away; `number`, from 1, tells journals of the same name apart. */
export function historyPath(folder: string, id: string, number: number): string {
  return join(folder, HISTORY, `${number === 1 ? id : `${id}-${number}`}${JOURNAL}`);
}

/** Whether a file's name is what `historyPath` makes of the id; that of an id which ends with a number may look like it. */
export function isJournalOf(name: string, id: string): boolean {
  if (!name.startsWith(id) || !name.endsWith(JOURNAL)) return false;
  return /^(-[1-9]\d*)?$/.test(name.slice(id.length, -JOURNAL.length));
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

export interface ScorecardPaths {
  readonly json: string;
  readonly markdown: string;
}

export function scorecardPaths(folder: string, id: string): ScorecardPaths {
  return { json: join(folder, `${id}.json`), markdown: join(folder, `${id}.md`) };
}

/** The names of all journals among the drafts; what is not a regular file (a pipe, a link) is not one. @throws ScorecardError when the drafts can't be listed */
export function journalIds(folder: string): readonly string[] {
  try {
    return readdirSync(draftsFolder(folder), { withFileTypes: true })
      .filter((entry) => entry.name.endsWith(JOURNAL) && entry.isFile())
      .map(({ name }) => name.slice(0, -JOURNAL.length))
      .sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw new ScorecardError(`${draftsFolder(folder)}: ${reason(error)}`);
  }
}

/** What a file of a store is, by its path from the store's folder, with slashes; `undefined` for what says nothing of people. */
export function kindOf(path: string): FileKind | undefined {
  const parts = path.split('/');
  const [top = '', name = ''] = [parts[0], parts.at(-1)];
  if (top === RUBRICS || top === '.git') return undefined;
  if (isTemporary(name)) return 'temporary';
  if (path === PEOPLE) return 'people';
  if (path === LOG) return 'log';
  if (/\.ndjson\.lock(\.|$)/.test(name)) return 'lock';
  if (top === DRAFTS || top === HISTORY)
    return name.endsWith(JOURNAL) ? (top === DRAFTS ? 'draft' : 'history') : 'other';
  if (name.startsWith('.')) return 'other';
  if (top === PLANS && /\.ya?ml$/i.test(name)) return 'plan';
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
