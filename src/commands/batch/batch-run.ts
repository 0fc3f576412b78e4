import type { BatchEngine } from '../../core/batch/engine.js';
import type { Problem } from '../../core/problem.js';
import type { Sink } from '../../io/system/sink.js';
import { type ByteWriter, pendingBytes } from '../../io/table/byte-writer.js';
import type { CsvRecord } from '../../io/table/csv-record.js';
import type { TableInput } from '../../io/table/table-input.js';
import type { BatchCounts } from '../../render/batch/batch-messages.js';
import type { BatchFormatter } from './formats.js';

export interface BatchJob {
  readonly table: TableInput;
  readonly engine: BatchEngine;
  readonly formatter: BatchFormatter;
  readonly out: ByteWriter;
  readonly sink: Sink;
  /** Called with each row that is left out. */
  reject(record: CsvRecord, problems: readonly Problem[]): void;
  /** Called with each row that was scored. */
  scored?(record: CsvRecord): void;
  /** Called between chunks. */
  pause(counts: BatchCounts): Promise<void>;
  /** The work's own outcome, unless somebody wants an end before: then it fails. */
  unlessInterrupted<T>(work: Promise<T>): Promise<T>;
}

/** Bytes that wait before they are handed on. */
const ENOUGH = 48 * 1024;

export interface BatchOutcome {
  readonly counts: BatchCounts;
  /** False when the reader of the results went away before their end. */
  readonly isComplete: boolean;
}

/** Takes all rows of a table through the engine, each to the results or to those left out. */
export async function runBatch(job: BatchJob): Promise<BatchOutcome> {
  const { table, engine, formatter, out, sink } = job;
  const { reader } = table;
  const { record } = reader;
  const counts = { scored: 0, leftOut: 0, empty: 0 };
  let isWanted = true;
  const hand = async (): Promise<void> => {
    isWanted = await job.unlessInterrupted(sink.write(pendingBytes(out)));
    out.length = 0;
  };
  formatter.head();
  do {
    while (isWanted && reader.next()) {
      const outcome = engine.read(record);
      if (outcome === 'good') {
        formatter.row(record, engine.reading);
        job.scored?.(record);
        counts.scored += 1;
        if (out.length > ENOUGH) await hand();
      } else if (outcome === 'bad') {
        job.reject(record, engine.reading.problems);
        counts.leftOut += 1;
      } else counts.empty += 1;
    }
    await job.pause({ ...counts, empty: counts.empty + reader.emptyLines });
    // Files are read without waiting: signals and timers get their turn here.
    await job.unlessInterrupted(new Promise(setImmediate));
  } while (isWanted && (await job.unlessInterrupted(reader.fill())));
  formatter.end(counts.scored);
  if (isWanted) await hand();
  return { counts: { ...counts, empty: counts.empty + reader.emptyLines }, isComplete: isWanted };
}
