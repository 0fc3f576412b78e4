import { put } from '../../core/collections/put.js';
import { createPeople, type Pair, type Person } from '../../core/person/person.js';
import { digestOf } from '../../core/scorecard/digest.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import type { RequirementAnswer } from '../../core/table/cells/requirement-cell.js';
import type { Store, StoreSeals } from '../../io/store/store.js';
import { renderScorecardMarkdown } from '../../render/scorecard/scorecard-markdown.js';

/** A scorecard that was never a draft: what it takes to seal it is added. */
export type UnsealedScorecard = Pick<
  Scorecard,
  | 'program'
  | 'candidate'
  | 'interviewer'
  | 'session'
  | 'amends'
  | 'source'
  | 'rubric'
  | 'startedAt'
  | 'submittedAt'
  | 'held'
  | 'dimensions'
  | 'redFlags'
  | 'notes'
  | 'verdict'
  | 'result'
> & { readonly requirements?: readonly RequirementAnswer[] };

export interface SealedHere {
  readonly card: Scorecard;
  readonly location: string;
}

/**
 * Seals scorecards that come from elsewhere, each after the last of its interviewer, and writes them as JSON and
 * Markdown; never over an existing one. `before` is what the store holds, where that was read already.
 */
export function createSealer(store: Store, before?: StoreSeals): (unsealed: UnsealedScorecard) => SealedHere {
  store.prepare();
  const seals = createSeals(before ?? store.readSeals(), store.readPeople().same);
  return ({ program, candidate, interviewer, ...rest }) => {
    const previous = seals.last(interviewer);
    const card: Scorecard = {
      schemaVersion: 2,
      ...(program === undefined ? {} : { program }),
      id: store.freeId({
        candidate,
        interviewer,
        role: rest.rubric.id,
        session: rest.session,
        startedAt: rest.held ?? rest.startedAt,
      }),
      status: 'submitted',
      candidate,
      interviewer,
      ...(previous === undefined ? {} : { previous }),
      ...rest,
    };
    const sealed = { ...card, digest: digestOf(card) };
    const location = store.writeScorecard({ card: sealed, markdown: renderScorecardMarkdown(sealed) });
    seals.add(interviewer, sealed.digest);
    return { card: sealed, location };
  };
}

/**
 * The last seal of each interviewer: the store is asked once, then what is sealed here is remembered. A table may name
 * one person with an id in one row and without in the next.
 */
function createSeals(before: StoreSeals, same: readonly Pair[]) {
  const people = createPeople([], same);
  const digests = new Map<string | undefined, string | undefined>();
  const namesakes = new Map<string, Person[]>();
  const alike = (interviewer: Person): readonly Person[] =>
    (namesakes.get(people.nameOf(interviewer)) ?? []).filter((other) =>
      createPeople([other, interviewer], same).isSame(other, interviewer),
    );
  return {
    last: (interviewer: Person): string | undefined => {
      const key = people.keyOf(interviewer);
      if (!digests.has(key)) {
        const [known] = alike(interviewer);
        digests.set(key, known ? digests.get(people.keyOf(known)) : before.last(interviewer));
        put(namesakes, people.nameOf(interviewer), interviewer);
      }
      return digests.get(key);
    },
    add: (interviewer: Person, digest: string): void => {
      for (const one of [interviewer, ...alike(interviewer)]) digests.set(people.keyOf(one), digest);
    },
  };
}
