import { join, relative, resolve } from 'node:path';
import { isDecision } from '../../core/decision/is-decision.js';
import type { Checked, Problem } from '../../core/problem.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import { parseScorecardFile, type ReadScorecard } from '../../io/cards/scorecard-file.js';
import { shownPath } from '../../io/rubrics/rubric-folder.js';
import {
  decisionFiles,
  type FoundDecision,
  parseDecisionFile,
  storeOfDecision,
} from '../../io/store/decisions/read-decisions.js';
import { openStore, storeAt } from '../../io/store/folder-store.js';
import type { Store } from '../../io/store/store.js';
import { exists, isReadable, readBytes, readWhole } from '../../io/system/files.js';
import type { Host } from '../../io/system/host.js';
import { inspectFolder } from '../../io/system/inspect.js';
import { parseJson } from '../../io/system/parse-json.js';
import { findScorecards } from '../shared/found/find-scorecards.js';
import { checkStore, noScorecards } from '../shared/found/no-scorecards.js';
import { isPathWord } from '../shared/found/path-word.js';

/** A file, as it is shown. */
export interface NamedFile {
  /** The absolute path. */
  readonly path: string;
  readonly shown: string;
}

/** A scorecard file that could be read. */
export interface ReadFile extends ReadScorecard, NamedFile {
  readonly bytes: Uint8Array;
}

/** A store that is verified as a whole. */
export interface WholeStore {
  readonly store: Store;
  readonly shown: string;
  readonly files: readonly NamedFile[];
  readonly decisions: readonly NamedFile[];
}

export interface Targets {
  /** The scorecards and decisions that were named, and those of the stores. */
  readonly files: readonly NamedFile[];
  /** Reports that were named and have no scorecard beside them. */
  readonly reports: readonly NamedFile[];
  readonly stores: readonly WholeStore[];
}

interface Options {
  /** `true`: the usual one. */
  readonly store?: string | true;
}

/**
 * What is to be verified: files, candidates of the store, and stores by their folders. Nothing named is the user's
 * store. A report stands for the scorecard beside it.
 *
 * @throws ScorecardError when a folder is not there
 */
export function findTargets(paths: readonly string[], { store }: Options, host: Host): Targets {
  const files = new Map<string, NamedFile>();
  const reports = new Map<string, NamedFile>();
  const stores = new Map<string, WholeStore>();
  const addStore = (whole: WholeStore) => {
    stores.set(whole.store.location, whole);
    for (const file of [...whole.files, ...whole.decisions]) if (!files.has(file.path)) files.set(file.path, file);
  };
  const usual = typeof store === 'string' ? store : undefined;
  const named = paths.flatMap((word) =>
    isPathWord(word, host) ? word : findScorecards([word], { store: usual }, host).map(({ path }) => path),
  );
  for (const shown of named) {
    const file = { path: resolve(host.cwd, shown), shown };
    if (inspectFolder(file.path).isFolder) addStore(wholeStore(storeAt(shown, host), host));
    else if (!/\.md$/i.test(shown)) files.set(file.path, file);
    else {
      const scorecard = { path: asJson(file.path), shown: asJson(shown) };
      if (exists(scorecard.path)) files.set(scorecard.path, scorecard);
      else reports.set(file.path, file);
    }
  }
  if (paths.length === 0 || (store !== undefined && !named.some((word) => !paths.includes(word)))) {
    checkStore(usual, host);
    const own = openStore(host, usual);
    if (!exists(own.location)) throw noScorecards({}, host);
    addStore(wholeStore(own, host));
  }
  return { files: [...files.values()], reports: [...reports.values()], stores: [...stores.values()] };
}

function asJson(report: string): string {
  return report.replace(/\.md$/i, '.json');
}

function wholeStore(store: Store, host: Host): WholeStore {
  const shown = shownPath(host, store.location);
  const { exists: isThere, isFolder } = inspectFolder(store.location);
  if (!isFolder) {
    throw new ScorecardError(`${shown} ${isThere ? 'is not the folder of a store' : 'does not exist'}`, {
      hint: say`name the files to verify, or the folder of a store: --store DIR`,
    });
  }
  const named = (path: string) => ({ path, shown: join(shown, relative(store.location, path)) });
  return {
    ...{ store, shown },
    files: store.scorecardFiles().map(named),
    decisions: decisionFiles(store.location).map(named),
  };
}

/** A decision file that could be read. */
export interface ReadDecisionFile extends FoundDecision {
  readonly shown: string;
}

export interface ReadFiles {
  readonly files: readonly ReadFile[];
  readonly decisions: readonly ReadDecisionFile[];
  /** How many are not valid, and what is wrong with them. */
  readonly invalid: number;
  readonly problems: readonly Problem[];
  /** The paths of those of a store that this user may not read. */
  readonly closed: readonly string[];
}

/** @throws ScorecardError when a file that was named can't be read */
export function readFiles({ files: found, stores }: Targets): ReadFiles {
  const inStores = new Set(stores.flatMap((whole) => [...whole.files, ...whole.decisions].map(({ path }) => path)));
  const files: ReadFile[] = [];
  const decisions: ReadDecisionFile[] = [];
  const problems: Problem[] = [];
  let invalid = 0;
  const closed: string[] = [];
  for (const { path, shown } of found) {
    if (inStores.has(path) && !isReadable(path)) {
      closed.push(path);
      continue;
    }
    const bytes = inStores.has(path) ? readWhole(path) : ({ ok: true, value: readBytes(path, shown) } as const);
    const checked = bytes.ok ? parseFile(bytes.value, { path, shown }) : bytes;
    if (!checked.ok) {
      invalid += 1;
      problems.push(...checked.problems.map((problem) => ({ ...problem, file: shown })));
    } else if ('record' in checked.value) decisions.push({ ...checked.value, shown });
    else if (bytes.ok) files.push({ ...checked.value, bytes: bytes.value, path, shown });
  }
  return { files, decisions, invalid, problems, closed };
}

/** What calls itself a decision is one, and what lies where decisions are. */
function parseFile(bytes: Uint8Array, { path, shown }: NamedFile): Checked<ReadScorecard | FoundDecision> {
  const isPlaced = storeOfDecision(path) !== undefined;
  return isPlaced || isDecision(parseJson(bytes))
    ? parseDecisionFile(bytes, path, shown)
    : parseScorecardFile(bytes, shown);
}
