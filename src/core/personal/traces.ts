import { slugOf } from '../text/slug.js';
import type { StoreFile } from './contents.js';
import type { Subject } from './subject.js';

/**
 * What a file has to do with a person.
 *
 * - `candidate`: it is about them.
 * - `row`: a part of it is about them, others about somebody else.
 * - `listed`: it tells who is who, or is held.
 * - `maybe`: it is about somebody of their name, and nobody can tell who.
 * - `interviewer`: they wrote it, about somebody else.
 * - `mentioned`: their name or id stands in it.
 */
export type TraceRole = 'candidate' | 'row' | 'listed' | 'maybe' | 'interviewer' | 'mentioned';

export interface Trace {
  readonly file: StoreFile;
  readonly role: TraceRole;
}

interface Search {
  readonly subject: Subject;
  /** The paths of the files in which their name or id stands. */
  readonly mentioning: ReadonlySet<string>;
}

/** Every file that holds something about a person, in the order of the files. */
export function findTraces(files: readonly StoreFile[], { subject, mentioning }: Search): readonly Trace[] {
  const others = new Set(
    files
      .flatMap(({ candidates }) => candidates)
      .filter((person) => subject.is(person) === 'no')
      .map(({ name }) => slugOf(name)),
  );
  return files.flatMap((file) => {
    const role = roleIn(file, { subject, others, isMentioned: mentioning.has(file.path) });
    return role === undefined ? [] : { file, role };
  });
}

interface View {
  readonly subject: Subject;
  /** The names of other candidates, as parts of file names. */
  readonly others: ReadonlySet<string>;
  readonly isMentioned: boolean;
}

function roleIn(file: StoreFile, view: View): TraceRole | undefined {
  const { subject, isMentioned } = view;
  if (file.kind === 'people') return isMentioned ? 'listed' : undefined;
  const about = roleOfContents(file, subject) ?? (isOurs(file) ? roleOfName(file, view) : undefined);
  if (about) return about;
  if (isMentioned && file.kind === 'log') return 'interviewer';
  if (file.interviewers.some((person) => subject.is(person) !== 'no')) return 'interviewer';
  const isNamed = file.candidates.length === 0 && isNamedIn(file.path, subject);
  return isMentioned || isNamed ? 'mentioned' : undefined;
}

function roleOfContents({ kind, candidates }: StoreFile, subject: Subject): TraceRole | undefined {
  // Of a journal whose candidate was renamed, the last name counts.
  const counted = kind === 'draft' || kind === 'history' ? candidates.slice(-1) : candidates;
  const found = counted.map((person) => subject.is(person));
  if (found.includes('yes')) return found.every((is) => is === 'yes') ? 'candidate' : 'row';
  return found.includes('maybe') ? 'maybe' : undefined;
}

/** Of what the program writes under a name of its own, and that tells no candidate. */
function isOurs({ kind, candidates }: StoreFile): boolean {
  if (candidates.length > 0) return false;
  return kind !== 'other' && kind !== 'table' && kind !== 'temporary' && kind !== 'log';
}

/** Whom a file name begins with, after its date: "ada" is in "ada-example" too, where there is such a candidate. */
function roleOfName({ path }: StoreFile, { subject, others }: View): TraceRole | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/^\d{4}-\d{2}-\d{2}-/, '');
  const begins = (slug: string) => name.startsWith(slug) && /^[-.]/.test(name.slice(slug.length));
  const own = subject.slugs.filter(begins);
  if (own.length === 0) return undefined;
  const longest = Math.max(...own.map((slug) => slug.length));
  return [...others].some((slug) => slug.length >= longest && begins(slug)) ? 'maybe' : 'candidate';
}

function isNamedIn(path: string, { slugs }: Subject): boolean {
  const name = `-${path.toLowerCase().replace(/[/. _]+/g, '-')}-`;
  return slugs.some((slug) => name.includes(`-${slug}-`));
}
