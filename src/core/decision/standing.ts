import type { People, Person } from '../person/person.js';
import type { DecisionRecord } from './decision.js';
import { replacedDigests } from './lost-decision.js';

/** A decision as it was read. */
export interface ReadDecision {
  readonly record: DecisionRecord;
  /** Why it isn't as it was sealed; `undefined` where it is. */
  readonly altered: string | undefined;
}

/** A candidate for a role. */
export interface DecidedOn {
  readonly candidate: Person;
  /** The rubric's id. */
  readonly role: string;
}

/**
 * The decisions that stand: of each candidate and role the newest in whose place no other stands. One that was changed
 * after it was sealed doesn't stand, and that which it replaced doesn't come back in its place.
 */
export function standingDecisions<Read extends ReadDecision>(read: readonly Read[], people: People): readonly Read[] {
  return lastDecisions(read, people).filter(({ altered }) => altered === undefined);
}

function lastDecisions<Read extends ReadDecision>(read: readonly Read[], people: People): readonly Read[] {
  const replaced = replacedDigests(read.map(({ record }) => record));
  const newest = new Map<string, Read>();
  for (const one of [...read].sort((a, b) => timeOf(a) - timeOf(b))) {
    const { digest = '' } = one.record;
    if (!replaced.has(digest)) newest.set(keyOf(one.record, people), one);
  }
  return [...newest.values()];
}

/** The decision that stands on a candidate for a role; `undefined` where none stands. */
export function decisionOn<Read extends ReadDecision>(
  read: readonly Read[],
  about: DecidedOn,
  people: People,
): Read | undefined {
  const last = lastDecisionOn(read, about, people);
  return last?.altered === undefined ? last : undefined;
}

/** The same, whether it is as it was sealed or not; `undefined` where nobody has decided that one knows of. */
export function lastDecisionOn<Read extends ReadDecision>(
  read: readonly Read[],
  { candidate, role }: DecidedOn,
  people: People,
): Read | undefined {
  const about = read.filter(({ record }) => record.rubric.id === role && people.isSame(record.candidate, candidate));
  return lastDecisions(about, people).at(-1);
}

function timeOf({ record }: ReadDecision): number {
  return Date.parse(record.decidedAt);
}

function keyOf({ candidate, rubric }: DecisionRecord, people: People): string {
  return JSON.stringify([people.keyOf(candidate) ?? people.nameOf(candidate), rubric.id]);
}
