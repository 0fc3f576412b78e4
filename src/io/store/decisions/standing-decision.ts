import { type DecidedOn, lastDecisionOn } from '../../../core/decision/standing.js';
import { createPeople, type Person } from '../../../core/person/person.js';
import { readKnown } from '../blindness.js';
import type { Store } from '../store.js';
import { type FoundDecision, readDecisions } from './read-decisions.js';

/**
 * The decision that stands on a candidate for a role in these stores, valid and as it was sealed; `undefined` while
 * nobody has decided. `known` are candidates who are known beside, by whom namesakes are told apart.
 *
 * @throws ScorecardError where decisions can't be listed
 */
export function standingDecision(
  stores: readonly Store[],
  about: DecidedOn,
  known: readonly Person[] = [],
): FoundDecision | undefined {
  const last = lastDecision(stores, about, known);
  return last?.altered === undefined ? last : undefined;
}

/** The same, whether it is as it was sealed or not. */
export function lastDecision(
  stores: readonly Store[],
  about: DecidedOn,
  known: readonly Person[] = [],
): FoundDecision | undefined {
  const folders = [...new Set(stores.map(({ location }) => location))];
  const decisions = folders.flatMap((folder) => readDecisions(folder).decisions);
  if (decisions.length === 0) return undefined;
  const candidates = decisions.map(({ record }) => record.candidate);
  const people = createPeople([about.candidate, ...known, ...candidates], readKnown(stores).same);
  return lastDecisionOn(decisions, about, people);
}
