import type { BatchRecord } from '../../core/batch/record.js';
import { put } from '../../core/collections/put.js';
import { nameKey } from '../../core/person/name.js';
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

function keyOf({ name, id }: Person): string {
  return nameKey(id ?? name);
}

/**
 * The last seal of each interviewer: the store is asked once, then what is sealed here is remembered. A table may have
 * one person with an id in one row and without in the next.
 */
function createSeals(store: Store) {
  const { same } = store.readPeople();
  const people = createPeople([], same);
  const rootsOf = (person: Person) => new Set([people.nameOf(person), people.keyOf(person)]);
  const digests = new Map<string, string | undefined>();
  const seen = new Map<string | undefined, Person[]>();
  return {
    last: (interviewer: Person): string | undefined => {
      const key = keyOf(interviewer);
      if (!digests.has(key)) {
        digests.set(key, store.lastSeal(interviewer));
        for (const root of rootsOf(interviewer)) put(seen, root, interviewer);
      }
      return digests.get(key);
    },
    add: (interviewer: Person, digest: string): void => {
      const alike = [...rootsOf(interviewer)].flatMap((root) => seen.get(root) ?? []);
      for (const other of alike) {
        if (createPeople([other, interviewer], same).isSame(other, interviewer)) digests.set(keyOf(other), digest);
      }
    },
  };
}
