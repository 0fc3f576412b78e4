import type { ParsedRow } from '../../core/batch/engine.js';
import { type BatchRecord, type BatchSetup, toBatchRecord } from '../../core/batch/record.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { createBatchCsv } from '../../io/table/batch-csv.js';
import { type ByteWriter, writeText } from '../../io/table/byte-writer.js';
import type { CsvRecord } from '../../io/table/csv-record.js';
import {
  renderBatchMarkdownEnd,
  renderBatchMarkdownHead,
  renderBatchMarkdownRow,
} from '../../render/batch/batch-markdown.js';
import { createBatchTable } from '../../render/batch/batch-table.js';
import type { Page } from '../../render/text/page.js';
import type { BatchFormat } from './formats.js';

/** One format of results: each call leaves its bytes with the writer. Nothing is kept from row to row. */
export interface BatchFormatter {
  head(): void;
  row(record: CsvRecord, reading: ParsedRow): void;
  end(scored: number): void;
}

export interface FormatContext extends Page {
  readonly frame: BatchSetup;
  /** What each document says of its rubric. */
  readonly rubric: Scorecard['rubric'];
  readonly out: ByteWriter;
}

type CreateFormatter = (context: FormatContext) => BatchFormatter;

export const batchFormatters = {
  table: ({ frame, out, width, style }) => {
    const hasInterviewers = frame.plan.interviewer !== undefined || frame.interviewer !== '';
    const table = createBatchTable(frame.rubric.scale, { width, style, hasInterviewers });
    return {
      head: () => {},
      row: byRecord(frame, (record) => writeText(out, table.row(record))),
      end: () => writeText(out, table.end()),
    };
  },
  csv: ({ frame, out }) => ({ ...createBatchCsv(frame, out), end: () => {} }),
  // Each line stands alone: with its rubric it can be scored again.
  ndjson: ({ frame, rubric, out }) => {
    const begin = `{"schemaVersion":2,"rubric":${JSON.stringify(rubric)},`;
    return {
      head: () => {},
      row: byRecord(frame, (record) => writeText(out, `${begin}${JSON.stringify(record).slice(1)}\n`)),
      end: () => {},
    };
  },
  json: ({ frame, rubric, out }) => {
    let separator = '';
    return {
      head: () => writeText(out, `{\n"schemaVersion": 2,\n"rubric": ${JSON.stringify(rubric)},\n"results": [\n`),
      row: byRecord(frame, (record) => {
        writeText(out, separator + JSON.stringify(record));
        separator = ',\n';
      }),
      end: () => writeText(out, `${separator === '' ? '' : '\n'}]\n}\n`),
    };
  },
  markdown: ({ frame, rubric, out }) => ({
    head: () => writeText(out, renderBatchMarkdownHead(rubric)),
    row: byRecord(frame, (record) => writeText(out, renderBatchMarkdownRow(record))),
    end: (scored) => writeText(out, renderBatchMarkdownEnd(scored)),
  }),
} satisfies Record<BatchFormat, CreateFormatter>;

/** Rows as records. The rubric's anchors are left out: they would be nine tenths of the bytes, and the same in all. */
function byRecord({ rubric, ...frame }: BatchSetup, write: (record: BatchRecord) => void): BatchFormatter['row'] {
  const dimensions = rubric.dimensions.map((dimension) => ({ ...dimension, anchors: {} }));
  const plain = { ...frame, rubric: { ...rubric, dimensions } };
  return (row, reading) => write(toBatchRecord(plain, row, reading));
}
