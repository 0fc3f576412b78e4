import { parsePeople } from '../../core/person/parse-people.js';
import { type Known, NOTHING_KNOWN } from '../../core/person/people-file.js';
import type { Pair } from '../../core/person/person.js';
import { inFile } from '../../core/problem.js';
import { ScorecardError } from '../../errors.js';
import { located } from '../rubrics/rubric-file.js';
import { accessIn } from '../system/access.js';
import { makePrivateFolder, readRegularFile, reason } from '../system/files.js';
import { writeAtomically } from '../system/write-file.js';
import { addToLists, parseYamlSource } from '../yaml/yaml-source.js';
import { peoplePath } from './layout.js';

/** Who is who in a store, in a file for people to read and write. */

const HEAD = `# Who is who. Each item of a list holds names or ids (put an id of digits in quotes).
# same: they are one person. different: they look alike, and are not one person.
`;

interface Folder {
  readonly path: string;
  readonly shown: string;
}

/** What was said of the people in a store; nothing where it has no such file. @throws ScorecardError with every mistake of the file */
export function readPeople({ path, shown }: Folder): Known {
  const bytes = readFile(path, shown);
  return bytes === undefined ? NOTHING_KNOWN : parse(bytes, peoplePath(shown));
}

/** Adds that each of these pairs is one person, or is two; what the file holds stays as it was written. @throws ScorecardError */
export function recordPeople(folder: Folder, more: Partial<Known>): void {
  const { path, shown } = folder;
  const known = readPeople(folder);
  const file = peoplePath(path);
  const lists = { same: missing(more.same, known.same), different: missing(more.different, known.different) };
  if (lists.same.length + lists.different.length === 0) return;
  const text = readFile(path, shown)?.toString('utf8') ?? HEAD;
  makePrivateFolder(path);
  try {
    writeAtomically(file, addToLists(text, lists), { mayReplace: true, ...accessIn(path).kept });
  } catch (error) {
    throw new ScorecardError(`${peoplePath(shown)}: ${reason(error)}`);
  }
}

function missing(pairs: readonly Pair[] = [], known: readonly Pair[]): readonly Pair[] {
  const isKnown = ([a, b]: Pair) =>
    known.some(([one, other]) => (a === one && b === other) || (a === other && b === one));
  return pairs.filter((pair) => !isKnown(pair));
}

function readFile(path: string, shown: string): Buffer | undefined {
  try {
    return readRegularFile(peoplePath(path));
  } catch (error) {
    throw new ScorecardError(`${peoplePath(shown)}: ${reason(error)}`);
  }
}

function parse(bytes: Uint8Array, file: string): Known {
  const source = parseYamlSource(bytes);
  if (!source.ok) {
    // Nothing but comments says nothing.
    if (source.problems.every(({ code }) => code === 'empty')) return NOTHING_KNOWN;
    throw mistaken(file, inFile(source.problems, file));
  }
  const checked = parsePeople(source.value.data);
  if (checked.ok) return checked.value;
  throw mistaken(file, located(checked.problems, source.value, file));
}

function mistaken(file: string, problems: ScorecardError['problems']): ScorecardError {
  return new ScorecardError(`${file} does not say who is who`, { problems });
}
