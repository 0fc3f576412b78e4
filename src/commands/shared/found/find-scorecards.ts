import { resolve } from 'node:path';
import { createPeople, type Person } from '../../../core/person/person.js';
import { clean, say } from '../../../core/text/safe-text.js';
import { findScorecardFiles } from '../../../io/cards/card-files.js';
import { openStore } from '../../../io/store/folder-store.js';
import { givenStore } from '../../../io/store/layout.js';
import { exists, isReadable, readRegularFile } from '../../../io/system/files.js';
import type { Host } from '../../../io/system/host.js';
import { inspectFolder } from '../../../io/system/inspect.js';
import { parseJson } from '../../../io/system/parse-json.js';
import { count } from '../../../render/text/text.js';
import { choosePerson } from '../choose-person.js';
import { checkStore, noScorecards } from './no-scorecards.js';
import { isPathWord } from './path-word.js';

export interface FoundScorecard {
  /** The path as the user would give it. */
  readonly path: string;
  /** `file`: it was named itself. */
  readonly by: 'file' | 'folder' | 'candidate';
}

/**
 * The scorecard files that words on a command line mean: a file or a folder where there is one of that name, else the
 * candidate of that name or id in the store; without words, all of the store. Nothing is checked yet. What a folder or
 * a candidate brings in appears once; a file appears as often as it was named.
 *
 * @throws ScorecardError when a word means nothing, or one of several people, and where there is none
 */
export function findScorecards(
  words: readonly string[],
  { store }: { readonly store?: string | undefined },
  host: Host,
): readonly FoundScorecard[] {
  checkStore(store, host);
  const folder = givenStore(host, store);
  const found = words.flatMap((word): readonly FoundScorecard[] => {
    if (!isPathWord(word, host)) return ofCandidate(word, folder, host).map((path) => ({ path, by: 'candidate' }));
    const inside = filesIn(word, host);
    return inside ? inside.map((path) => ({ path, by: 'folder' })) : [{ path: word, by: 'file' }];
  });
  if (words.length === 0) {
    found.push(...(filesIn(folder, host) ?? []).map((path): FoundScorecard => ({ path, by: 'folder' })));
  }
  // A file that was named is found, whatever is in it.
  if (found.length === 0) throw noScorecards({ store, paths: words }, host);
  const named = new Set(found.flatMap(({ path, by }) => (by === 'file' ? resolve(host.cwd, path) : [])));
  const seen = new Set<string>();
  return found.filter(({ path, by }) => {
    const full = resolve(host.cwd, path);
    if (by === 'file') return true;
    if (named.has(full) || seen.has(full)) return false;
    seen.add(full);
    return true;
  });
}

/** The files of a folder that are scorecards, or that cannot be read as JSON; `undefined` where it is not a folder. */
function filesIn(folder: string, host: Host): readonly string[] | undefined {
  if (!inspectFolder(resolve(host.cwd, folder)).isFolder) return undefined;
  return findScorecardFiles([folder], host)
    .files.filter(({ shown, path }) => /\.json$/i.test(shown) && mayBeScorecard(headOf(path)))
    .map(({ shown }) => shown);
}

/** What is read of a file to know whose it is: `undefined` where it is not JSON. */
type Head = { readonly candidate?: unknown; readonly status?: unknown; readonly dimensions?: unknown };

function headOf(path: string): Head | undefined {
  const bytes = isReadable(path) ? readRegularFile(path) : undefined;
  const data = bytes && parseJson(bytes);
  if (data === undefined) return undefined;
  return typeof data === 'object' && data !== null ? (data as Head) : {};
}

/** Tells scorecards from what `batch` writes, decisions and plans. */
function mayBeScorecard(head: Head | undefined): boolean {
  return head === undefined || (head.status !== undefined && head.dimensions !== undefined);
}

/** @throws ScorecardError when the store has none of that name, or of several people */
function ofCandidate(typed: string, store: string, host: Host): readonly string[] {
  const all = exists(resolve(host.cwd, store)) ? (filesIn(store, host) ?? []) : [];
  const heads = all.map((path) => ({ path, head: headOf(resolve(host.cwd, path)) }));
  const unread = heads.filter(({ head }) => head === undefined).length;
  if (unread > 0)
    host.stderr.write(say`${count(unread, 'file')} in ${clean(store)} cannot be read, whoever they are about\n`);
  const owned = heads.flatMap(({ path, head }) => {
    const candidate = personOf(head?.candidate);
    return candidate ? [{ path, candidate }] : [];
  });
  const candidates = owned.map(({ candidate }) => candidate);
  const people = createPeople(candidates, openStore(host, store).readPeople().same);
  const nothing = `there is no scorecard of "${typed}" in ${store}, and no file of that name`;
  const who = choosePerson(typed, candidates, { people, nothing, otherwise: say`pass --store DIR` });
  return owned.filter(({ candidate }) => people.isSame(candidate, who)).map(({ path }) => path);
}

function personOf(value: unknown): Person | undefined {
  if (typeof value === 'string') return { name: value };
  if (typeof value !== 'object' || value === null || !('name' in value) || typeof value.name !== 'string') return;
  return { name: value.name, ...('id' in value && typeof value.id === 'string' ? { id: value.id } : {}) };
}
