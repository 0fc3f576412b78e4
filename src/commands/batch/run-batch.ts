import type { ParsedRow } from '../../core/batch/engine.js';
import type { Tally } from '../../core/batch/tally.js';
import type { Problem } from '../../core/problem.js';
import { createNameCheck, type MisreadNames } from '../../core/table/misread-names.js';
import { type NoPerson, passedOver } from '../../core/table/no-person.js';
import type { Sink } from '../../io/system/sink.js';
import { type ByteWriter, pendingBytes } from '../../io/table/byte-writer.js';
import { type CsvRecord, isAsciiCell } from '../../io/table/csv-record.js';
import type { PlainRows } from '../../io/table/plain-rows/plain-rows.js';
import type { TableInput } from '../../io/table/table-input.js';
import type { BatchCounts } from '../../render/batch/batch-messages.js';
import type { BatchTable } from './further-tables.js';
import type { PreparedTable } from './prepare.js';
import type { BatchFormatter } from './results/formatters.js';
import type { OrderedRows } from './results/ordered-rows.js';

export interface BatchJob {
  /** The first file, and what opens the others one after another. */
  readonly tables: Pick<PreparedTable, 'table' | 'engine' | 'file' | 'further'>;
  readonly formatter: BatchFormatter;
  readonly out: ByteWriter;
  readonly sink: Sink;
  readonly tally: Tally;
  /** What takes plain rows of a file before the engine does; `undefined` where it is to read each. */
  plainOf?(table: BatchTable): Promise<PlainRows | undefined>;
  /** Where rows are kept until all are read; absent where they stay in their order. */
  readonly ordered?: OrderedRows | undefined;
  /** Called with each row that is left out, with the cells beside that can't be read either. */
  reject(record: CsvRecord, problems: readonly Problem[]): void;
  /** Called for each row that is not a person. */
  passOver(problem: Problem): void;
  /** Called with the cells of a scored row that can't be read. */
  lost?(problems: readonly Problem[]): void;
  /** Called with each row that was scored. */
  scored?(record: CsvRecord): void;
  /** Called between chunks. */
  pause(counts: BatchCounts, table: TableInput): Promise<void>;
  /** The outcome of the work, unless somebody asks the program to end first: then it rejects. */
  unlessInterrupted<T>(work: Promise<T>): Promise<T>;
}

/** How many bytes are gathered before they are handed on: fewer at once take a tenth longer, and more no less. */
const ENOUGH = 256 * 1024;

export interface BatchOutcome {
  readonly counts: BatchCounts;
  /** Whether the results reached their end; false when their reader went away before. */
  readonly isComplete: boolean;
  readonly misread: MisreadNames;
}

/** Takes all rows of a table through the engine, each to the results or to those left out. */
export async function runBatch(job: BatchJob): Promise<BatchOutcome> {
  const { tables, formatter, out, sink } = job;
  const noPerson: Record<NoPerson, number> = { summary: 0, test: 0, heading: 0, header: 0, labels: 0 };
  const work: Work = {
    job,
    counts: { scored: 0, unrated: 0, leftOut: 0, empty: 0, noPerson },
    names: createNameCheck(),
    hasReader: true,
    flush: async () => {
      work.hasReader = await job.unlessInterrupted(sink.write(pendingBytes(out)));
      out.length = 0;
    },
  };
  formatter.head();
  await readTable(tables, work);
  for await (const further of tables.further()) {
    try {
      if (work.hasReader) await readTable(further, work);
    } finally {
      await further.table.close();
    }
  }
  if (work.hasReader) await putOrdered(work);
  formatter.end(work.counts.scored + work.counts.unrated);
  if (work.hasReader) await work.flush();
  return { counts: work.counts, isComplete: work.hasReader, misread: work.names.found };
}

interface Work {
  readonly job: BatchJob;
  readonly counts: {
    scored: number;
    unrated: number;
    leftOut: number;
    empty: number;
    readonly noPerson: Record<NoPerson, number>;
  };
  readonly names: ReturnType<typeof createNameCheck>;
  /** Whether somebody still reads the results. */
  hasReader: boolean;
  flush(): Promise<void>;
}

async function readTable(part: BatchTable, work: Work): Promise<void> {
  const { job, counts, names } = work;
  const { table, engine, file } = part;
  const { out, formatter, ordered } = job;
  const { reader } = table;
  const { record } = reader;
  const { candidate, interviewer = candidate } = engine.plan;
  const plain = ordered ? undefined : await job.plainOf?.(part);
  const row = ordered
    ? (read: CsvRecord, reading: ParsedRow) => ordered.add(read, reading)
    : (read: CsvRecord, reading: ParsedRow) => formatter.row(read, reading);
  const checkName = (cell: number) => {
    if (!isAsciiCell(record, cell)) names.add(record.text(cell));
  };
  const placed = <P extends Problem>(problems: readonly P[]): readonly P[] =>
    file === undefined ? problems : problems.map((problem) => ({ ...problem, file }));
  do {
    while (work.hasReader) {
      counts.scored += plain?.pass() ?? 0;
      if (out.length > ENOUGH) await work.flush();
      if (!work.hasReader || !reader.next()) break;
      const outcome = engine.read(record);
      const { reading } = engine;
      checkName(candidate);
      if (interviewer !== candidate) checkName(interviewer);
      if (outcome === 'good' || outcome === 'unrated') {
        row(record, reading);
        job.scored?.(record);
        counts[outcome === 'good' ? 'scored' : 'unrated'] += 1;
        plain?.learn(reading);
        if (reading.lost.length > 0) job.lost?.(placed(reading.lost));
      } else if (outcome === 'bad') {
        const problems = placed(reading.problems);
        job.reject(record, [...problems, ...placed(reading.lost)]);
        job.tally.leftOut(problems);
        counts.leftOut += 1;
      } else if (outcome === 'no-person') {
        const kind = reading.noPerson ?? 'heading';
        for (const problem of placed([passedOver(record, kind, engine.plan)])) job.passOver(problem);
        counts.noPerson[kind] += 1;
        continue;
      } else {
        counts.empty += 1;
        continue;
      }
      if (reading.lost.length > 0) job.tally.lost(placed(reading.lost));
    }
    await job.pause({ ...counts, empty: counts.empty + reader.emptyLines }, table);
    // Files are read without waiting: signals and timers get their turn here.
    await job.unlessInterrupted(new Promise(setImmediate));
  } while (work.hasReader && (await job.unlessInterrupted(reader.fill())));
  counts.empty += reader.emptyLines;
}

async function putOrdered({ job: { ordered, out, unlessInterrupted }, flush, ...work }: Work): Promise<void> {
  if (!ordered) return;
  const rows = ordered.best();
  while (work.hasReader) {
    const { done } = await unlessInterrupted(rows.next());
    if (done) return;
    if (out.length > ENOUGH) await flush();
  }
}
