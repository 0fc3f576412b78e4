import type { ParsedRow } from '../../../core/batch/engine.js';
import type { BatchSetup } from '../../../core/batch/record.js';
import { createResultCache } from '../../../core/batch/result-cache.js';
import { say } from '../../../core/text/safe-text.js';
import { type SortedRows, sortInMemory } from '../../../io/sorting/sorted-rows.js';
import type { Host } from '../../../io/system/host.js';
import type { ByteWriter } from '../../../io/table/byte-writer.js';
import type { CsvRecord } from '../../../io/table/csv-record.js';
import { count } from '../../../render/text/text.js';
import type { BatchOptions } from '../prepare.js';
import type { BatchFormatter } from './formatters.js';

/** Rows by their scores: they are kept until all are read. */
export interface OrderedRows {
  add(record: CsvRecord, reading: ParsedRow): void;
  /** Leaves the rows with the writer, one at a time. */
  best(): AsyncGenerator<void>;
  /** How many were left with it, and how many of them beside those asked for, since they are level with the last. */
  readonly given: { readonly rows: number; readonly level: number };
  close(): void;
}

interface OrderContext {
  readonly frame: BatchSetup;
  readonly formatter: BatchFormatter;
  readonly out: ByteWriter;
  readonly options: BatchOptions;
  readonly host: Host;
}

/**
 * The highest score first, by the exact fraction; level ones in the order of the table, what is incomplete last.
 * `undefined` where the order of the table was asked for.
 */
export async function openOrderedRows({
  frame,
  formatter,
  out,
  options,
  host,
}: OrderContext): Promise<OrderedRows | undefined> {
  const { order, top, engine } = options;
  const { ordered } = formatter;
  if (!ordered || (order !== 'score' && top === undefined)) return undefined;
  const sorted = await openSorted(engine, top, host);
  const worthOf = createWorth(frame);
  const given = { rows: 0, level: 0 };
  return {
    given,
    add: (record, reading) => {
      const from = out.length;
      ordered.keep(record, reading);
      sorted.add(worthOf(reading), out.buffer.subarray(from, out.length));
      out.length = from;
    },
    best: async function* () {
      let last: number | undefined;
      for await (const { worth, bytes } of sorted.best()) {
        // Who is level with the last that was asked for isn't left out by where their row stands.
        const isBeyond = top !== undefined && given.rows >= top;
        if (isBeyond && worth !== last) return;
        if (isBeyond) given.level += 1;
        given.rows += 1;
        last = worth;
        ordered.put(bytes);
        yield;
      }
    },
    close: sorted.close,
  };
}

const FEW = 10_000;

async function openSorted(engine: BatchOptions['engine'], top: number | undefined, { cwd }: Host): Promise<SortedRows> {
  // A few are kept at any time, and need no room elsewhere.
  if (engine !== 'duckdb' || (top !== undefined && top <= FEW)) return sortInMemory(top);
  const { sortByDuckdb } = await import('../../../io/duckdb/sort-by-duckdb.js');
  return sortByDuckdb(cwd);
}

/**
 * The score as a number. Division rounds equal fractions to the same double, and different ones of any rubric's weights
 * are further apart than doubles are.
 */
function createWorth({ rubric }: BatchSetup): (reading: ParsedRow) => number | undefined {
  const worthOf = createResultCache(rubric, ({ exact, recommendation }) => ({
    worth: exact === undefined || recommendation === 'incomplete' ? undefined : exact.numerator / exact.denominator,
  }));
  return (reading) => worthOf(reading).worth;
}

/** Says how many of the rows the results hold. */
export function tellTop({ top, quiet }: BatchOptions, { given }: OrderedRows, all: number, { stderr }: Host): void {
  if (top === undefined || quiet || given.rows === all) return;
  const level = given.level === 0 ? say`` : say`, ${given.level} of them level with the last of the ${top} asked for`;
  stderr.write(say`The results hold the best ${given.rows} of ${count(all, 'row')}${level}\n`);
}
