import type { People, Person } from '../person/person.js';
import type { DecisionRecord } from './decision.js';

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
  const replaced = new Set(read.flatMap(({ record: { replaces } }) => replaces?.digest ?? []));
  const newest = new Map<string, Read>();
  for (const one of [...read].sort((a, b) => timeOf(a) - timeOf(b))) {
    const { digest = '' } = one.record;
    if (!replaced.has(digest)) newest.set(keyOf(one.record, people), one);
  }
  return [...newest.values()].filter(({ altered }) => altered === undefined);
}

/** The decision that stands on a candidate for a role; `undefined` where nobody has decided yet. */
export function decisionOn<Read extends ReadDecision>(
  read: readonly Read[],
  { candidate, role }: DecidedOn,
  people: People,
): Read | undefined {
  const about = read.filter(({ record }) => record.rubric.id === role && people.isSame(record.candidate, candidate));
  return standingDecisions(about, people).at(-1);
}

function timeOf({ record }: ReadDecision): number {
  return Date.parse(record.decidedAt);
}

function keyOf({ candidate, rubric }: DecisionRecord, people: People): string {
  return JSON.stringify([people.keyOf(candidate) ?? people.nameOf(candidate), rubric.id]);
}
