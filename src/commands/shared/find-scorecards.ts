import { resolve } from 'node:path';
import { findCandidate, nameKey } from '../../core/person/name.js';
import { type Person, personKey } from '../../core/person/person.js';
import { didYouMean } from '../../core/text/wording.js';
import { ScorecardError } from '../../errors.js';
import { findScorecardFiles } from '../../io/cards/card-files.js';
import { givenStore } from '../../io/store/layout.js';
import { exists, readRegularFile } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { inspectFolder } from '../../io/system/inspect.js';
import { parseJson } from '../../io/system/parse-json.js';

export interface FoundScorecard {
  /** The path as the user would give it. */
  readonly path: string;
  /** `file`: it was named itself. */
  readonly by: 'file' | 'folder' | 'candidate';
}

/**
 * The scorecard files that words on a command line mean: a file or a folder where there is one of that name, else the
 * candidate of that name or id in the store; without words, all of the store. Nothing is checked yet. Each appears once.
 *
 * @throws ScorecardError when a word means nothing, or one of several people
 */
export function findScorecards(
  words: readonly string[],
  { store }: { readonly store?: string | undefined },
  host: Host,
): readonly FoundScorecard[] {
  const folder = givenStore(host, store);
  const isPath = (word: string) => exists(resolve(host.cwd, word)) || /[\\/]|\.(json|md|ndjson)$/i.test(word);
  const found = words.flatMap((word): readonly FoundScorecard[] => {
    if (!isPath(word)) return ofCandidate(word, folder, host).map((path) => ({ path, by: 'candidate' }));
    const inside = filesIn(word, host);
    return inside ? inside.map((path) => ({ path, by: 'folder' })) : [{ path: word, by: 'file' }];
  });
  if (words.length === 0) {
    if (!exists(resolve(host.cwd, folder))) throw nothingIn(folder);
    found.push(...(filesIn(folder, host) ?? []).map((path): FoundScorecard => ({ path, by: 'folder' })));
    if (found.length === 0) throw nothingIn(folder);
  }
  return [...new Map(found.map((one) => [resolve(host.cwd, one.path), one])).values()];
}

function nothingIn(folder: string): ScorecardError {
  return new ScorecardError(`there is no scorecard in ${folder}`, {
    hint: 'name files, folders or candidates, or pass --store DIR',
  });
}

/** The files of a folder that are scorecards, or that cannot be read as JSON; `undefined` where it is no folder. */
function filesIn(folder: string, host: Host): readonly string[] | undefined {
  if (!inspectFolder(resolve(host.cwd, folder)).isFolder) return undefined;
  return findScorecardFiles([folder], host)
    .files.filter(({ shown, path }) => /\.json$/i.test(shown) && mayBeScorecard(headOf(path)))
    .map(({ shown }) => shown);
}

/** What is read of a file to know whose it is: `undefined` where it is not JSON. */
type Head = { readonly candidate?: unknown; readonly status?: unknown; readonly dimensions?: unknown };

function headOf(path: string): Head | undefined {
  const data = parseJson(readRegularFile(path) ?? new Uint8Array());
  if (data === undefined) return undefined;
  return typeof data === 'object' && data !== null ? (data as Head) : {};
}

/** What `batch` writes, decisions and plans are none. */
function mayBeScorecard(head: Head | undefined): boolean {
  return head === undefined || (head.status !== undefined && head.dimensions !== undefined);
}

/** @throws ScorecardError when the store has none of that name, or of several people */
function ofCandidate(typed: string, store: string, host: Host): readonly string[] {
  const all = exists(resolve(host.cwd, store)) ? (filesIn(store, host) ?? []) : [];
  const owned = all.flatMap((path) => {
    const candidate = personOf(headOf(resolve(host.cwd, path))?.candidate);
    return candidate ? [{ path, candidate }] : [];
  });
  const who = whoIs(
    typed,
    owned.map(({ candidate }) => candidate),
    store,
  );
  return owned.filter(({ candidate }) => isOf(candidate, who)).map(({ path }) => path);
}

function personOf(value: unknown): Person | undefined {
  if (typeof value === 'string') return { name: value };
  if (typeof value !== 'object' || value === null || !('name' in value) || typeof value.name !== 'string') return;
  return { name: value.name, ...('id' in value && typeof value.id === 'string' ? { id: value.id } : {}) };
}

/** A name without an id is the one person of that name. */
function isOf(candidate: Person, who: Person): boolean {
  if (candidate.id !== undefined && who.id !== undefined) return personKey(candidate) === personKey(who);
  return nameKey(candidate.name) === nameKey(who.name);
}

function whoIs(typed: string, candidates: readonly Person[], store: string): Person {
  const byId = candidates.find(({ id }) => id !== undefined && nameKey(id) === nameKey(typed));
  if (byId) return byId;
  const names = [...new Map(candidates.map(({ name }) => [nameKey(name), name])).values()];
  const match = findCandidate(typed, names);
  if (match.type === 'ambiguous') {
    throw new ScorecardError(`"${typed}" may be ${listFirst(match.candidates)}`, { hint: 'type more of the name' });
  }
  if (match.type === 'unknown') {
    const words = [...names, ...names.flatMap((name) => name.split(/\s+/))];
    throw new ScorecardError(
      `there is no scorecard of "${typed}" in ${store}, and no file of that name${didYouMean(typed, words)}`,
      names.length === 0 ? { hint: 'pass --store DIR' } : { hint: `candidates: ${listFirst(names)}` },
    );
  }
  const named = candidates.filter(({ name }) => nameKey(name) === nameKey(match.candidate));
  const ids = [...new Map(named.flatMap(({ id }) => (id === undefined ? [] : [[nameKey(id), id]]))).values()];
  if (ids.length > 1) {
    throw new ScorecardError(`"${match.candidate}" is the name of ${ids.length} candidates`, {
      hint: `name one by the id: ${listFirst(ids)}`,
    });
  }
  return { name: match.candidate, id: ids[0] };
}

/** The first eight, and how many more there are. */
function listFirst(names: readonly string[]): string {
  const rest = names.length > 8 ? ` and ${names.length - 8} more` : '';
  return `${names.slice(0, 8).join(', ')}${rest}`;
}
