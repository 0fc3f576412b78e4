import { REJECT_COLUMNS } from '../../core/batch-header.js';
import { formatCsvCell } from '../../core/csv-cell.js';
import type { Problem } from '../../core/problem.js';
import { type ByteWriter, createByteWriter } from '../../io/csv/byte-writer.js';
import { CELL, type CsvRecord } from '../../io/csv/csv-record.js';
import { createFileSink, type Sink } from '../../io/sink.js';

/** Rows that were left out, as they came, each with where and why in front. */
export interface Rejects {
  add(record: CsvRecord, problems: readonly Problem[]): void;
  flush(): Promise<void>;
  commit(): void;
  abort(): void;
}

export interface RejectsOptions {
  readonly path: string;
  readonly shown: string;
  readonly mayReplace: boolean;
  readonly delimiter: number;
  /** Columns at the front that an earlier run put there; they are replaced. */
  readonly rejectColumns: number;
  readonly headers: readonly string[];
  /** The header as it came. */
  readonly head: Uint8Array;
}

/** The file appears with the first row that goes into it. */
export function createRejects(options: RejectsOptions): Rejects {
  const { delimiter, rejectColumns, headers } = options;
  const out: ByteWriter = createByteWriter();
  let sink: Sink | undefined;
  const cell = (text: string): void => {
    // The delimiter may be another than a comma: quoted, any text is a cell.
    const formatted = formatCsvCell(text);
    out.text(formatted.startsWith('"') ? formatted : `"${formatted}"`);
    out.byte(delimiter);
  };
  return {
    add: (record, problems) => {
      if (!sink) {
        sink = createFileSink(options.path, options);
        for (const name of REJECT_COLUMNS) {
          out.text(name);
          out.byte(delimiter);
        }
        out.bytes(options.head);
        out.byte(10);
      }
      cell(String(problems[0]?.line ?? record.line));
      cell(unique(problems.map((problem) => columnOf(problem, headers))));
      cell(unique(problems.map(({ message }) => message)));
      out.raw(record.bytes, rawStart(record, rejectColumns), record.to);
      out.byte(10);
    },
    flush: async () => {
      if (!sink || out.length === 0) return;
      await sink.write(out.pending());
      out.empty();
    },
    commit: () => sink?.commit(),
    abort: () => sink?.abort(),
  };
}

/** Where a record begins once the reasons of an earlier run are taken off. */
export function rawStart({ from, to, starts, kinds, count }: CsvRecord, rejectColumns: number): number {
  if (rejectColumns === 0) return from;
  if (rejectColumns >= count) return to;
  const start = starts[rejectColumns] ?? from;
  return kinds[rejectColumns] === CELL.plain ? start : start - 1;
}

function columnOf({ path, column }: Problem, headers: readonly string[]): string {
  const [at] = path;
  return typeof at === 'number' ? (headers[at] ?? '') : `character ${column ?? 1}`;
}

function unique(texts: readonly string[]): string {
  return [...new Set(texts)].join('; ');
}
