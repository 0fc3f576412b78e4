import { type Dirent, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Contents, contentsOf, type FileKind, type StoreFile } from '../../../core/personal/contents.js';
import { ScorecardError, systemCode } from '../../../errors.js';
import { reason } from '../../system/files.js';
import { isBeingWritten } from '../../system/write-file.js';
import { isDraftOpen } from '../draft-lock.js';
import { kindOf } from '../layout.js';
import { readContents, recordsIn, textsOf } from './read-records.js';

const NOTHING: Contents = contentsOf([]);

/** All files of a store that may hold something about people, hidden ones too; links are not followed. @throws ScorecardError */
export function listFiles(folder: string): readonly StoreFile[] {
  const files: StoreFile[] = [];
  for (const path of walk(folder)) {
    const kind = kindOf(path);
    if (kind !== undefined) files.push(read(folder, path, kind));
  }
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.map((file) => (file.beside === undefined ? file : besides(file, byPath.get(file.beside))));
}

/** What stands beside a file is about whom the file is about. */
function besides(file: StoreFile, main: StoreFile | undefined): StoreFile {
  if (!main) return file;
  const { candidates, interviewers, id, at, role } = main;
  return { ...file, candidates, interviewers, id, at, role };
}

function* walk(folder: string, below = ''): Generator<string> {
  for (const entry of entriesOf(join(folder, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (!entry.isDirectory()) yield path;
    else if (kindOf(`${path}/x`) !== undefined) yield* walk(folder, path);
  }
}

function entriesOf(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw new ScorecardError(`${path}: ${reason(error)}`);
  }
}

function read(folder: string, path: string, kind: FileKind): StoreFile {
  const full = join(folder, path);
  const file = {
    path,
    kind,
    beside: besideOf(path, kind),
    isOpen: kind === 'draft' ? isDraftOpen(full) : kind === 'temporary' && isBeingWritten(basename(path)),
  };
  const text = readContents(full);
  if (!text.ok) return { ...file, ...NOTHING, unreadable: text.why };
  return { ...file, ...contentsOf(recordsIn(text.value, kind)), unreadable: undefined };
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
