import { shapePlace } from '../../../core/batch/row-shape.js';
import type { Problem } from '../../../core/problem.js';
import { REJECT_COLUMNS } from '../../../core/table/header.js';
import { say, type TerminalText, withoutControls } from '../../../core/text/safe-text.js';
import { createFileSink, type Sink } from '../../../io/system/sink.js';
import {
  type ByteWriter,
  createByteWriter,
  pendingBytes,
  writeBytes,
  writeText,
} from '../../../io/table/byte-writer.js';
import { CELL, type CsvRecord } from '../../../io/table/csv-record.js';

/** The rows that were left out, as they came, each with the place and the reason in front. */
export interface Rejects {
  add(record: CsvRecord, problems: readonly Problem[]): void;
  flush(): Promise<void>;
  commit(): Promise<void>;
  abort(): void;
}

export interface RejectsOptions {
  readonly path: string;
  readonly shown: string;
  readonly mayReplace: boolean;
  readonly delimiter: number;
  /** How many columns at the front were put there by an earlier run; they are replaced. */
  readonly rejectColumns: number;
  readonly headers: readonly string[];
  /** What stands before it all: a byte order mark, or nothing. */
  readonly mark: TerminalText;
  /** The header's bytes as they came. */
  readonly head: Uint8Array;
}

/** The file is made with the first row that goes into it. */
export function createRejects(options: RejectsOptions): Rejects {
  const { delimiter, rejectColumns, headers } = options;
  const out: ByteWriter = createByteWriter();
  let sink: Sink | undefined;
  const separator = String.fromCharCode(delimiter);
  // The delimiter may be something other than a comma: quoted, any text is a cell.
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"${separator}`;
  return {
    add: (record, problems) => {
      if (!sink) {
        sink = createFileSink(options.path, options);
        writeText(out, options.mark);
        writeText(out, withoutControls(REJECT_COLUMNS.map((name) => name + separator).join('')));
        writeBytes(out, options.head);
        writeText(out, say`\n`);
      }
      const [first] = problems;
      const at = String(first?.line ?? record.line);
      const line = first?.file === undefined ? at : `${first.file}:${at}`;
      const columns = unique(problems.map((problem) => columnOf(problem, headers)));
      const reasons = unique(problems.map(({ message }) => message));
      writeText(out, withoutControls([line, columns, reasons].map(quoted).join('')));
      writeBytes(out, record.bytes.subarray(rawStart(record, rejectColumns), record.to));
      writeText(out, say`\n`);
    },
    flush: async () => {
      if (!sink || out.length === 0) return;
      await sink.write(pendingBytes(out));
      out.length = 0;
    },
    commit: async () => sink?.commit(),
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
  return typeof at === 'number' ? (headers[at] ?? '') : shapePlace(column ?? 1);
}

function unique(texts: readonly string[]): string {
  return [...new Set(texts)].join('; ');
}
