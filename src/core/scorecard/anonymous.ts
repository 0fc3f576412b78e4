import { nameKey } from '../person/name.js';
import { createPeople, type Person } from '../person/person.js';
import { type Alias, createNameReplacer } from '../person/replace-names.js';
import { letterOf } from '../text/wording.js';
import type { Evidence, Scorecard } from './scorecard.js';

/** What a copy keeps beside what is replaced. The keys of a later version may hold a name, and are left out. */
const KEPT = [
  ...(['schemaVersion', 'program', 'status', 'session', 'shadow', 'unblinded', 'rubric', 'startedAt'] as const),
  ...(['submittedAt', 'held', 'changedAfterReveal', 'result'] as const),
];

/**
 * Copies of scorecards without what says who they are about, who wrote them and which files they are: names and ids are
 * replaced, also where they stand in what was written down. They are not sealed any more.
 */
export function anonymousCopies(cards: readonly Scorecard[]): readonly Scorecard[] {
  const candidates = cards.map(({ candidate }) => candidate);
  const ofCandidates = createAliases(candidates, (at, number) =>
    number === 1 ? 'the candidate' : `Candidate ${letterOf(at)}`,
  );
  const ofInterviewers = createAliases(
    cards.map(({ interviewer }) => interviewer),
    (at) => `Interviewer ${letterOf(at)}`,
  );
  const replaced = createNameReplacer([...ofCandidates.all, ...ofInterviewers.all]);
  return cards.map((card) => ({
    ...anonymousCopy(card, replaced),
    candidate: { name: ofCandidates.of(card.candidate) },
    interviewer: { name: ofInterviewers.of(card.interviewer) },
  }));
}

function anonymousCopy(card: Scorecard, replaced: (text: string) => string): Scorecard {
  const kept = Object.fromEntries(KEPT.map((key) => [key, card[key]]).filter(([, value]) => value !== undefined));
  const noted = (evidence: readonly Evidence[]) => evidence.map((one) => ({ ...one, text: replaced(one.text) }));
  return {
    ...(kept as Pick<Scorecard, (typeof KEPT)[number]>),
    id: 'anonymous',
    candidate: { name: '' },
    interviewer: { name: '' },
    ...(card.amends ? { amends: { ...card.amends, digest: 'anonymous', reason: replaced(card.amends.reason) } } : {}),
    dimensions: card.dimensions.map(({ reason, evidence, ...dimension }) => ({
      ...dimension,
      ...(reason === undefined ? {} : { reason: replaced(reason) }),
      ...(evidence ? { evidence: noted(evidence) } : {}),
    })),
    redFlags: card.redFlags.map(({ evidence, ...flag }) => ({
      ...flag,
      ...(evidence ? { evidence: noted(evidence) } : {}),
    })),
    ...(card.notes ? { notes: noted(card.notes) } : {}),
    ...(card.verdict ? { verdict: replacedVerdict(card.verdict, replaced) } : {}),
  };
}

type Verdict = NonNullable<Scorecard['verdict']>;

function replacedVerdict(verdict: Verdict, replaced: (text: string) => string): Verdict {
  return verdict.reason === undefined ? verdict : { ...verdict, reason: replaced(verdict.reason) };
}

interface Aliases {
  readonly all: readonly Alias[];
  of(person: Person): string;
}

/**
 * An alias for each different person, in the order in which they come; `name` gets its place and how many there are.
 */
function createAliases(people: readonly Person[], name: (at: number, number: number) => string): Aliases {
  const known = createPeople(people);
  const keyOf = (person: Person) => known.keyOf(person) ?? nameKey(person.name);
  const keys = [...new Set(people.map(keyOf))];
  const of = (person: Person) => name(keys.indexOf(keyOf(person)), keys.length);
  return { all: people.map((person) => ({ name: person.name, id: person.id, alias: of(person) })), of };
}
