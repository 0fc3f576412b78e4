import type { BatchRecord } from '../../core/batch/record.js';
import { put } from '../../core/collections/put.js';
import { createPeople, type Person } from '../../core/person/person.js';
import { digestOf } from '../../core/scorecard/digest.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import type { Store } from '../../io/store/store.js';
import { renderScorecardMarkdown } from '../../render/scorecard/scorecard-markdown.js';

export interface ReportsOptions {
  readonly store: Store;
  readonly rubric: Scorecard['rubric'];
  /** When the batch began: what the scorecards carry, since a table has no times. */
  readonly at: string;
  readonly program: NonNullable<Scorecard['program']>;
  /** The name of the table, without its folder. */
  readonly table: string;
}

/** Writes a sealed scorecard, as JSON and Markdown, for each row it is given; never over an existing one. */
export function createReports({ store, rubric, at, program, table }: ReportsOptions): (record: BatchRecord) => void {
  store.prepare();
  const seals = createSeals(store);
  return ({ line, candidate, interviewer = { name: '' }, dimensions, redFlags, requirements, verdict, result }) => {
    const previous = seals.last(interviewer);
    const card: Scorecard = {
      schemaVersion: 2,
      program,
      id: store.freeId({ candidate, interviewer, role: rubric.id, startedAt: at }),
      status: 'submitted',
      candidate,
      interviewer,
      ...(previous === undefined ? {} : { previous }),
      // It has no journal: this says why.
      source: { file: table, row: line },
      rubric,
      startedAt: at,
      submittedAt: at,
      dimensions,
      redFlags,
      ...(requirements ? { requirements } : {}),
      ...(verdict ? { verdict } : {}),
      result,
    };
    const sealed = { ...card, digest: digestOf(card) };
    store.writeScorecard({ card: sealed, markdown: renderScorecardMarkdown(sealed) });
    seals.add(interviewer, sealed.digest);
  };
}

/**
 * The last seal of each interviewer: the store is asked once, then what is sealed here is remembered. A table may name
 * one person with an id in one row and without in the next.
 */
function createSeals(store: Store) {
  const { same } = store.readPeople();
  const people = createPeople([], same);
  const digests = new Map<string | undefined, string | undefined>();
  const namesakes = new Map<string, Person[]>();
  const lastBefore = store.lastSeals();
  const alike = (interviewer: Person): readonly Person[] =>
    (namesakes.get(people.nameOf(interviewer)) ?? []).filter((other) =>
      createPeople([other, interviewer], same).isSame(other, interviewer),
    );
  return {
    last: (interviewer: Person): string | undefined => {
      const key = people.keyOf(interviewer);
      if (!digests.has(key)) {
        const [known] = alike(interviewer);
        digests.set(key, known ? digests.get(people.keyOf(known)) : lastBefore(interviewer));
        put(namesakes, people.nameOf(interviewer), interviewer);
      }
      return digests.get(key);
    },
    add: (interviewer: Person, digest: string): void => {
      for (const one of [interviewer, ...alike(interviewer)]) digests.set(people.keyOf(one), digest);
    },
  };
}
