import type { BatchRecord } from '../../core/batch/record.js';
import { digestOf } from '../../core/scorecard/digest.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import type { Store } from '../../io/store/store.js';
import { renderScorecardMarkdown } from '../../render/scorecard/scorecard-markdown.js';

export interface ReportsOptions {
  readonly store: Store;
  readonly rubric: Scorecard['rubric'];
  /** When the batch began: what the scorecards carry, since a table has no times. */
  readonly at: string;
}

/** Writes a sealed scorecard, as JSON and Markdown, for each row it is given; never over an existing one. */
export function createReports({ store, rubric, at }: ReportsOptions): (record: BatchRecord) => void {
  store.prepare();
  return ({ candidate, interviewer, dimensions, redFlags, requirements, verdict, result }) => {
    const card: Scorecard = {
      schemaVersion: 1,
      id: store.freeId({ candidate, interviewer, role: rubric.id, startedAt: at }),
      status: 'submitted',
      candidate,
      interviewer,
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
  };
}
