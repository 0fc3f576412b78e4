import { createPeople, type Pair, type People, type Person } from '../person/person.js';

/** What names a candidate, and who interviewed where that is known. */
interface Named {
  readonly candidate: Person;
  readonly interviewer: Person | undefined;
}

/** Who is who among scorecards. */
export interface Who {
  readonly candidates: People;
  readonly interviewers: People;
}

/** The people of these scorecards or drafts. `same` says which names and ids are one person. */
export function whoIsWho(cards: readonly Named[], same: readonly Pair[] = []): Who {
  return {
    candidates: createPeople(
      cards.map(({ candidate }) => candidate),
      same,
    ),
    interviewers: createPeople(
      cards.flatMap(({ interviewer }) => interviewer ?? []),
      same,
    ),
  };
}
