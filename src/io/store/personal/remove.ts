import { unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Person } from '../../../core/person/person.js';
import { contentsOf, type FileKind, isMap, type StoreFile } from '../../../core/personal/contents.js';
import { jsonDocument } from '../../../core/text/safe-text.js';
import { ScorecardError, systemCode } from '../../../errors.js';
import { accessIn } from '../../system/access.js';
import { reason, syncFolder } from '../../system/files.js';
import { writeAtomically } from '../../system/write-file.js';
import { readContents } from './read-records.js';

/**
 * What stands beside a record goes before it: by the record it is found again when something ends the program in
 * between.
 */
const ORDER: readonly FileKind[] = ['lock', 'signature', 'report', 'temporary', 'draft', 'history', 'plan', 'decision'];

/**
 * Removes files of a store; what is gone already is no error.
 *
 * @throws ScorecardError for the first that can't be removed
 */
export function removeFiles(folder: string, files: readonly StoreFile[]): void {
  const rank = ({ kind }: StoreFile) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);
  for (const { path } of [...files].sort((a, b) => rank(a) - rank(b))) remove(join(folder, path));
  for (const place of new Set(files.map(({ path }) => dirname(join(folder, path))))) syncFolder(place);
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw new ScorecardError(`${path}: ${reason(error)}`);
  }
}

/** Takes the rows about a candidate out of a file that has others' too. @throws ScorecardError */
export function removeRows(folder: string, path: string, isTheirs: (candidate: Person) => boolean): void {
  const full = join(folder, path);
  const text = readContents(full);
  if (!text.ok) throw new ScorecardError(`${full}: ${text.why}`);
  try {
    writeAtomically(
      full,
      withoutRows(text.value, (row) => contentsOf([row]).candidates.some(isTheirs)),
      { mayReplace: true, ...accessIn(folder).kept },
    );
  } catch (error) {
    throw new ScorecardError(`${full}: ${reason(error)}`);
  }
}

function withoutRows(text: string, isTheirs: (row: unknown) => boolean): string {
  const document = parse(text);
  if (Array.isArray(document)) return jsonDocument(document.filter((row) => !isTheirs(row)));
  if (isMap(document) && Array.isArray(document.results)) {
    return jsonDocument({ ...document, results: document.results.filter((row) => !isTheirs(row)) });
  }
  return text
    .split('\n')
    .filter((line) => !isTheirs(parse(line)))
    .join('\n');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
