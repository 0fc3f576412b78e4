import { type Dirent, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type Contents,
  contentsOf,
  digestsIn,
  type FileKind,
  isMap,
  type StoreFile,
} from '../../../core/personal/contents.js';
import { sealProblem } from '../../../core/scorecard/check-seal.js';
import { fitsDigest } from '../../../core/scorecard/digest.js';
import { systemCode } from '../../../errors.js';
import { reason } from '../../system/files.js';
import { isBeingWritten } from '../../system/write-file.js';
import { isDraftOpen } from '../draft-lock.js';
import { kindOf } from '../layout.js';
import { readContents, recordsIn, textsOf } from './read-records.js';

/** Not made while the module is loaded: what looks into contents would be loaded with it, for every command. */
function nothing(): Contents {
  return contentsOf([]);
}

/** All files of a store that may hold something about people, hidden ones too; links are not followed. */
export function listFiles(folder: string): readonly StoreFile[] {
  const files: StoreFile[] = [];
  const visit = (below: string) => {
    const entries = entriesOf(join(folder, below));
    // A colleague's journals are private: that they are there is all that can be told.
    if (typeof entries === 'string') files.push({ ...nothing(), ...plain(below, 'other'), unreadable: entries });
    else for (const entry of entries) visitEntry(entry, below === '' ? entry.name : `${below}/${entry.name}`);
  };
  const visitEntry = (entry: Dirent, path: string) => {
    const kind = kindOf(entry.isDirectory() ? `${path}/x` : path);
    if (kind === undefined) return;
    if (entry.isDirectory()) visit(path);
    else files.push(read(folder, path, kind));
  };
  visit('');
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.map((file) => (file.beside === undefined ? file : besides(file, byPath.get(file.beside))));
}

/** What stands beside a file is about whom the file is about. */
function besides(file: StoreFile, main: StoreFile | undefined): StoreFile {
  if (!main) return file;
  const { candidates, interviewers, id, at, role } = main;
  return { ...file, candidates, interviewers, id, at, role };
}

/** What is in a folder, or in words why nobody can tell. */
function entriesOf(path: string): readonly Dirent[] | string {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? [] : reason(error);
  }
}

function plain(path: string, kind: FileKind) {
  return { path, kind, beside: besideOf(path, kind), rests: [] as readonly string[], isOpen: false };
}

function read(folder: string, path: string, kind: FileKind): StoreFile {
  const full = join(folder, path);
  const isOpen = kind === 'draft' ? isDraftOpen(full) : kind === 'temporary' && isBeingWritten(basename(path));
  const file = { ...plain(path, kind), isOpen };
  const text = readContents(full);
  if (!text.ok) return { ...file, ...nothing(), unreadable: text.why };
  const records = recordsIn(text.value, kind);
  const rests = kind === 'decision' ? digestsIn(records) : [];
  const contents = contentsOf(records);
  return { ...file, ...contents, ...(isAltered(kind, records) ? { at: undefined } : {}), rests, unreadable: undefined };
}

/** Nobody knows when what was altered was sealed. */
function isAltered(kind: FileKind, records: readonly unknown[]): boolean {
  const [sealed, second] = records;
  if (second !== undefined || !isMap(sealed)) return false;
  if (kind === 'decision') return sealed.digest === undefined || !fitsDigest(sealed, sealed.digest);
  return kind === 'scorecard' && sealProblem(sealed) !== undefined;
}

function besideOf(path: string, kind: FileKind): string | undefined {
  switch (kind) {
    case 'report':
      return path.replace(/\.md$/i, '.json');
    case 'signature':
      return path.replace(/\.sig$/i, '');
    case 'lock':
      return path.replace(/\.lock(\..*)?$/, '');
    default:
      return undefined;
  }
}

/** The records of a file; none where it can't be read. */
export function readRecords(folder: string, { path, kind }: StoreFile): readonly unknown[] {
  const text = readContents(join(folder, path));
  return text.ok ? recordsIn(text.value, kind) : [];
}

/** The paths of the files in which a text satisfies the search. */
export function searchFiles(
  folder: string,
  files: readonly StoreFile[],
  isFound: (text: string) => boolean,
): ReadonlySet<string> {
  const found = files.filter(({ path, kind }) => {
    const text = readContents(join(folder, path));
    if (!text.ok) return false;
    for (const part of textsOf(text.value, kind)) if (isFound(part)) return true;
    return false;
  });
  return new Set(found.map(({ path }) => path));
}
