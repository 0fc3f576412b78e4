import type { Rating } from '../rubric/scale.js';
import type { Result } from '../scoring/evaluate.js';
import type { BatchRow } from '../table/row.js';
import type { ParsedRow } from './engine.js';
import { type BatchRecord, type BatchSetup, namedIn, observedIn } from './record.js';
import { createResultCache } from './result-cache.js';
import { partOf } from './session-part.js';

/** What a line for people shows of a scored row. */
export interface ShortRecord extends Pick<BatchRecord, 'line' | 'candidate' | 'redFlags'> {
  readonly file: BatchRecord['file'] | undefined;
  readonly interviewer: BatchRecord['interviewer'] | undefined;
  readonly verdict: BatchRecord['verdict'] | undefined;
  readonly result: Pick<Result, 'score' | 'coverage' | 'recommendation' | 'borderline'>;
  /** Of the dimensions of the row's session, in their order. */
  readonly ratings: readonly Rating[];
}

/** Makes short records, each of which outlives the next row; a result is made once for all rows that have it. */
export function createShortRecords(frame: BatchSetup): (row: BatchRow, reading: ParsedRow) => ShortRecord {
  const resultOf = createResultCache(frame.rubric, ({ hundredths, coverage, recommendation, isBorderline }) => ({
    ...(hundredths === undefined ? {} : { score: hundredths / 100 }),
    coverage,
    recommendation,
    ...(isBorderline ? { borderline: true as const } : {}),
  }));
  return (row, reading) => {
    const { file, line, candidate, interviewer } = namedIn(frame, row, reading);
    const { redFlags, verdict } = observedIn(frame, row, reading);
    const { positions } = partOf(frame.rubric, reading.session);
    const ratings =
      reading.session === undefined
        ? reading.ratings.slice()
        : positions.map((at) => reading.ratings[at] ?? 'not-assessed');
    // Key by key: an object put together of objects takes ten times as long, which shows in long tables.
    return { file, line, candidate, interviewer, result: resultOf(reading), ratings, redFlags, verdict };
  };
}
