import type { BatchRecord } from '../../core/batch/record.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import type { Store } from '../../io/store/store.js';
import { createSealer } from '../shared/sealer.js';

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
  const seal = createSealer(store);
  return ({ line, interviewer = { name: '' }, requirements, verdict, ...record }) => {
    const { candidate, dimensions, redFlags, result } = record;
    seal({
      program,
      candidate,
      interviewer,
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
    });
  };
}
