import { type Dirent, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createProblem, type Problem } from '../../core/problem.js';
import { say } from '../../core/text/safe-text.js';
import { command } from '../../core/text/shell-words.js';
import { ScorecardError } from '../../errors.js';
import { isLog, isStoreWithDrafts } from '../store/layout.js';
import { isRegularFile, reason } from '../system/files.js';
import type { Host } from '../system/host.js';

/** What stands for standard input where files are named. */
export const STANDARD_INPUT = '-';

/** Leads to the file that standard input was opened from, if it was. */
const OPENED = '/dev/stdin';

export interface FoundFile {
  /** The absolute path; `-` for standard input. */
  readonly path: string;
  /** The path as the user would give it. */
  readonly shown: string;
  /** Whether it is known to be neither a pipe nor a link. */
  readonly isRegular?: boolean;
  /** Whether it was named itself, and not found in a folder. */
  readonly isNamed?: boolean;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Folders that hold the drafts of a store. */
  readonly stores: readonly FoundFile[];
  /** Paths that lead to files which may be of another store: links in the folders, and standard input. */
  readonly links: readonly string[];
  /** Folders that cannot be read. */
  readonly problems: readonly Problem[];
}

/**
 * The files that may hold scorecards: those named, and all `.json` and `.ndjson` files in the named folders and below
 * them, by name. Hidden folders and files are passed over, and so is a store's log. A file that is reached twice
 * appears once.
 *
 * @throws ScorecardError when something that was named does not exist
 */
export function findScorecardFiles(paths: readonly string[], { cwd }: Pick<Host, 'cwd'>): FoundFiles {
  const files = new Map<string, FoundFile>();
  const stores: FoundFile[] = [];
  const problems: Problem[] = [];
  const visit = (folder: FoundFile) => {
    const entries = entriesOf(folder, problems);
    if (isStoreWithDrafts(entries)) stores.push(folder);
    for (const entry of entries) {
      const found = { path: `${folder.path}/${entry.name}`, shown: `${folder.shown}/${entry.name}` };
      if (entry.name.startsWith('.') || isLog(entry.name)) continue;
      if (entry.isDirectory()) visit(found);
      else if (/\.(json|ndjson|jsonl)$/i.test(entry.name)) {
        if (entry.isFile() || isRegularFile(found.path)) files.set(found.path, { ...found, isRegular: entry.isFile() });
        else
          problems.push({
            ...createProblem('not-a-file', {}, []),
            file: found.shown,
          });
      }
    }
  };
  for (const shown of paths) {
    const found = {
      path: shown === STANDARD_INPUT ? shown : resolve(cwd, shown),
      shown: withoutSlashes(shown),
    };
    if (shown !== STANDARD_INPUT && isFolder(found)) visit(found);
    else {
      refuseOthers(found);
      files.set(found.path, { ...found, isNamed: true });
    }
  }
  const all = [...files.values()];
  const links = all.filter(({ path, isRegular }) => path === STANDARD_INPUT || isRegular === false);
  return { files: all, stores, links: links.map(({ path }) => (path === STANDARD_INPUT ? OPENED : path)), problems };
}

/** The path without slashes at its end. */
function withoutSlashes(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

function entriesOf({ path, shown }: FoundFile, problems: Problem[]): readonly Dirent[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    problems.push({ ...createProblem('unreadable', { reason: reason(error) }, []), file: shown });
    return [];
  }
}

/** @throws ScorecardError when nothing has that name */
function isFolder({ path, shown }: FoundFile): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new ScorecardError(`${shown}: ${reason(error)}`);
  }
}

/** @throws ScorecardError for a file that is not JSON by its name, with what to do instead */
function refuseOthers({ shown }: FoundFile): void {
  if (!/\.(csv|tsv|yaml|yml|md)$/i.test(shown)) return;
  throw new ScorecardError(`${shown} is not a scorecard`, {
    hint: /sv$/i.test(shown)
      ? say`score it first: ${command`scorecard batch ${shown} --role ROLE -f ndjson | scorecard summary -`}`
      : say`give the JSON files of scorecards, the folders they are in, or what scorecard batch writes as JSON or NDJSON`,
  });
}
