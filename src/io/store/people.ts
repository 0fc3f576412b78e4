import { nameKey } from '../../core/person/name.js';
import { parsePeople } from '../../core/person/parse-people.js';
import { type Hold, type Known, NOTHING_KNOWN } from '../../core/person/people-file.js';
import type { Pair } from '../../core/person/person.js';
import { holdsWord } from '../../core/personal/subject.js';
import type { Checked } from '../../core/problem.js';
import { attempt, ScorecardError } from '../../errors.js';
import { checkSource, located } from '../rubrics/rubric-file.js';
import { accessIn } from '../system/access.js';
import { makePrivateFolder, readRegularFile, reason } from '../system/files.js';
import { writeAtomically } from '../system/write-file.js';
import { addToLists, removeFromList, removeTexts } from '../yaml/yaml-edit.js';
import { parseYamlSource, type YamlSource } from '../yaml/yaml-source.js';
import { peoplePath } from './layout.js';

/** Who is who in a store, in a file for people to read and write. */

const HEAD = `# Who is who. Each item of a list holds names or ids (put an id of digits in quotes).
# same: they are one person. different: they look alike, and are not one person.
# holds: their data is kept, whatever asks for it to be deleted.
`;

interface Folder {
  readonly path: string;
  readonly shown: string;
}

/**
 * What was said of the people in a store; nothing where it has no such file.
 *
 * @throws ScorecardError with every mistake of the file
 */
export function readPeople({ path, shown }: Folder): Known {
  const bytes = readFile(path, shown);
  return bytes === undefined ? NOTHING_KNOWN : parse(bytes, peoplePath(shown));
}

/**
 * Which names and ids are one person. A file with mistakes says nothing here: whoever asked to read it was told of
 * them.
 */
export function sameIn(folder: string): readonly Pair[] {
  return attempt(
    () => readPeople({ path: folder, shown: folder }).same,
    () => [],
  );
}

/**
 * Adds that each of these pairs is one person, or is two; what the file holds stays as it was written.
 *
 * @throws ScorecardError
 */
export function recordPeople(folder: Folder, more: Partial<Omit<Known, 'holds'>>): void {
  const { path } = folder;
  const known = readPeople(folder);
  const lists = { same: missing(more.same, known.same), different: missing(more.different, known.different) };
  if (lists.same.length + lists.different.length === 0) return;
  makePrivateFolder(path);
  change(folder, (text) => addToLists(text, lists));
}

/** Adds that somebody's data is kept, whatever their time is. @throws ScorecardError */
export function recordHold(folder: Folder, hold: Hold): void {
  readPeople(folder);
  makePrivateFolder(folder.path);
  change(folder, (text) => addToLists(text, { holds: [hold] }));
}

/** Takes out the holds of a person. @throws ScorecardError */
export function releaseHolds(folder: Folder, isTheirs: (person: string) => boolean): void {
  change(folder, (text) => removeFromList(text, { key: 'holds', of: 'person' }, isTheirs));
}

/** Takes out these names and ids, and the comments in which one stands. @throws ScorecardError */
export function forgetPeople(folder: Folder, names: readonly string[]): void {
  const text = readFile(folder.path, folder.shown)?.toString('utf8');
  if (text === undefined) return;
  const keys = new Set(names.map(nameKey));
  const edited = removeTexts(text, {
    text: (value) => keys.has(nameKey(value)),
    comment: (value) => [...keys].some((key) => holdsWord(nameKey(value), key)),
  });
  if (edited !== undefined) change(folder, () => edited);
}

function change({ path, shown }: Folder, edit: (text: string) => string): void {
  const text = readFile(path, shown)?.toString('utf8') ?? HEAD;
  try {
    writeAtomically(peoplePath(path), edit(text), { mayReplace: true, ...accessIn(path).kept });
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
  // Nothing but comments says nothing.
  if (!source.ok && source.problems.every(({ code }) => code === 'empty')) return NOTHING_KNOWN;
  const checked = checkSource(source, file, (whole) => checkPeople(whole, file));
  if (checked.ok) return checked.value;
  throw new ScorecardError(`${file} does not say who is who`, { problems: checked.problems });
}

function checkPeople(source: YamlSource, file: string): Checked<Known> {
  const checked = parsePeople(source.data);
  const problems = [...source.lostText('likely'), ...(checked.ok ? [] : checked.problems)];
  return checked.ok && problems.length === 0 ? checked : { ok: false, problems: located(problems, source, file) };
}
