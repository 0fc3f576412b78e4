import type { ParsedRow } from '../../core/batch/engine.js';
import { type BatchRecord, type BatchSetup, toBatchRecord } from '../../core/batch/record.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { joinObjects, jsonText, say } from '../../core/text/safe-text.js';
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
    const hasInterviewers = [frame.plan.interviewer, frame.plan.interviewerId, frame.interviewer].some(
      (named) => named !== undefined,
    );
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
    const head = jsonText({ schemaVersion: 2, rubric });
    return {
      head: () => {},
      row: byRecord(frame, (record) => writeText(out, say`${joinObjects(head, jsonText(record))}\n`)),
      end: () => {},
    };
  },
  json: ({ frame, rubric, out }) => {
    let separator: '' | ',\n' = '';
    return {
      head: () => writeText(out, say`{\n"schemaVersion": 2,\n"rubric": ${jsonText(rubric)},\n"results": [\n`),
      row: byRecord(frame, (record) => {
        writeText(out, say`${separator}${jsonText(record)}`);
        separator = ',\n';
      }),
      end: () => writeText(out, say`${separator === '' ? '' : '\n'}]\n}\n`),
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
