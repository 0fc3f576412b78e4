import { createHash } from 'node:crypto';
import type { People, Person } from '../person/person.js';
import { letterOf } from '../text/wording.js';
import type { Plan } from './plan.js';

/** What stands in place of a name. */
export interface Label {
  readonly text: string;
  /** The letter in it; `undefined` for somebody who is not in the plan. */
  readonly letter: string | undefined;
}

/**
 * What stands in place of interviewers' names until the decision is recorded: `Interviewer A` for the same person by
 * every command. The order is that of a digest of candidate, role and place in the plan, so that neither the plan's
 * order nor the alphabet tells who it is; people who are not in the plan come after.
 */
export function createLabels({ candidate, role, interviewers }: Plan, people: People): (person: Person) => Label {
  const shuffled = interviewers
    .map((interviewer, at) => ({ interviewer, key: keyOf([candidate.name, role, String(at)]) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return (person) => {
    const at = shuffled.findIndex(({ interviewer }) => people.isSame(interviewer, person));
    if (at >= 0) return { text: `Interviewer ${letterOf(at)}`, letter: letterOf(at) };
    // However many there are of them, each is one by every command.
    const key = keyOf([candidate.name, role, people.keyOf(person) ?? people.nameOf(person)]).slice(0, 6);
    return { text: `Interviewer ${key}`, letter: undefined };
  };
}

function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
