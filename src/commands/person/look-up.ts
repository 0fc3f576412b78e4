import type { Authored } from '../../core/panel/blindness.js';
import { nameKey } from '../../core/person/name.js';
import { nearPeople, withoutDifferent } from '../../core/person/near-names.js';
import { formatPerson } from '../../core/person/parse-person.js';
import type { Hold, Known } from '../../core/person/people-file.js';
import { createPeople, type Person } from '../../core/person/person.js';
import type { StoreFile } from '../../core/personal/contents.js';
import { findSubject, type Subject } from '../../core/personal/subject.js';
import { findTraces, type Trace } from '../../core/personal/traces.js';
import { clean, say } from '../../core/text/safe-text.js';
import { didYouMean } from '../../core/text/wording.js';
import { ScorecardError } from '../../errors.js';
import type { Store } from '../../io/store/store.js';

/** All that a store knows about one person. */
export interface Found {
  readonly store: Store;
  readonly subject: Subject;
  readonly traces: readonly Trace[];
  /** Why their data is kept, whatever asks for it to be deleted. */
  readonly holds: readonly Hold[];
  /** Files that nobody could look into. */
  readonly unreadable: readonly StoreFile[];
  /** All the people of the store. */
  readonly people: readonly Person[];
  readonly candidates: readonly Person[];
  /** Candidates whose names are nearly theirs, and who count as others. */
  readonly near: readonly Person[];
}

interface LookUp {
  /** Whether the beginning of a name is not enough. */
  readonly isExact: boolean;
}

/** @throws ScorecardError when the name could mean several people */
export function lookUp(typed: string, store: Store, { isExact }: LookUp): Found {
  const known = store.readPeople();
  const { same, holds } = known;
  const files = store.listFiles();
  // As they are spelt in what was sealed, before all else.
  const sealedFirst = [...files].sort((a, b) => Number(a.seal === undefined) - Number(b.seal === undefined));
  const people = sealedFirst.flatMap(({ candidates, interviewers }) => [...candidates, ...interviewers]);
  const held = holds.map(({ person }): Person => ({ name: person }));
  const match = findSubject(typed, people, [...same, ...held.map(({ name }) => [name, name] as const)]);
  if (match.type === 'ambiguous') {
    throw new ScorecardError(`"${typed}" may be several people`, {
      hint: say`give the whole name, or the id: ${match.people.map((person) => clean(formatPerson(person))).join(', ')}`,
    });
  }
  const { subject } = match;
  const candidates = files.flatMap((file) => file.candidates);
  if (isExact && !match.isExact) {
    throw new ScorecardError(`"${typed}" is not a whole name or id`, {
      hint: say`if you mean ${clean(formatPerson(subject.person))}, write all of it`,
    });
  }
  return {
    store,
    subject,
    people,
    candidates,
    near: nearOf(subject, candidates, known),
    ...tracesOf(subject, store, files),
    holds: holds.filter((hold) => isHeld(subject, hold)),
  };
}

/** Whom a typing mistake may have made of them, unless it was said that they are two. */
function nearOf({ person, is }: Subject, candidates: readonly Person[], { same, different }: Known): readonly Person[] {
  const others = new Map(candidates.filter((one) => is(one) === 'no').map((one) => [nameKey(one.name), one]));
  const people = createPeople([...candidates, person], same);
  return withoutDifferent(nearPeople([person, ...others.values()]), { people, different })
    .filter(([one]) => one === person)
    .map(([, other]) => other);
}

/** Who wrote what a file holds, and about whom, as far as that can be told. */
export function authorOfTrace({ subject }: Pick<Found, 'subject'>): (trace: Trace) => Authored {
  return ({ file: { candidates, interviewers, role } }) => ({
    candidate: candidates[0] ?? subject.person,
    interviewer: interviewers[0],
    role: role ?? '',
  });
}

/** What a store holds of somebody who was found before. */
export function tracesOf(
  subject: Subject,
  store: Store,
  files: readonly StoreFile[] = store.listFiles(),
): Pick<Found, 'traces' | 'unreadable'> {
  const mentioning = store.searchFiles(files, subject.isNamedIn);
  return {
    traces: findTraces(files, { subject, mentioning }),
    unreadable: files.filter(({ unreadable }) => unreadable !== undefined),
  };
}

/** A hold on a name that several people have holds each of them. */
export function isHeld(subject: Subject, { person }: Hold): boolean {
  return subject.is({ name: person }) !== 'no' || subject.is({ name: person, id: person }) !== 'no';
}

/** In words, that there is nothing, with whom else it may be about. */
export function nothingAbout(typed: string, { store, people }: Found): string {
  const names = [...new Set(people.map(({ name }) => name))];
  return `there is nothing about "${typed}" in ${store.location}${didYouMean(typed, names)}`;
}
