import type { BatchRecord } from '../../core/batch/record.js';
import { digestOf } from '../../core/scorecard/digest.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { freeId, writeScorecard } from '../../io/store/store.js';
import { makePrivateFolder } from '../../io/system/files.js';
import { renderScorecardMarkdown } from '../../render/scorecard/scorecard-markdown.js';

export interface ReportsOptions {
  /** Absolute. */
  readonly folder: string;
  readonly rubric: Scorecard['rubric'];
  /** When the batch began: what the scorecards carry, since a table has no times. */
  readonly at: string;
}

/** Writes a sealed scorecard, JSON and Markdown, for each row it is given; never over another. */
export function createReports({ folder, rubric, at }: ReportsOptions): (record: BatchRecord) => void {
  makePrivateFolder(folder);
  return ({ candidate, interviewer, dimensions, redFlags, requirements, verdict, result }) => {
    const card: Scorecard = {
      schemaVersion: 1,
      id: freeId(folder, { candidate, interviewer, role: rubric.id, startedAt: at }),
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
    writeScorecard(folder, sealed, renderScorecardMarkdown(sealed));
  };
}
