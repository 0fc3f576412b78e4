import type { ParsedRow } from '../../../core/batch/engine.js';
import type { BatchSetup } from '../../../core/batch/record.js';
import { createShortRecords, type ShortRecord } from '../../../core/batch/short-record.js';
import type { Scorecard } from '../../../core/scorecard/scorecard.js';
import { jsonText, say } from '../../../core/text/safe-text.js';
import { createBatchCsv, type PlainCells } from '../../../io/table/batch-csv.js';
import { createBatchJson } from '../../../io/table/batch-json.js';
import { type ByteWriter, writeBytes, writeText } from '../../../io/table/byte-writer.js';
import type { CsvRecord } from '../../../io/table/csv-record.js';
import {
  renderBatchMarkdownEnd,
  renderBatchMarkdownHead,
  renderBatchMarkdownRow,
} from '../../../render/batch/batch-markdown.js';
import { createBatchTable } from '../../../render/batch/batch-table.js';
import type { Page } from '../../../render/text/page.js';
import type { BatchFormat } from '../formats.js';

/** One format of results: each call leaves its bytes with the writer. Nothing is kept from row to row. */
export interface BatchFormatter {
  head(): void;
  row(record: CsvRecord, reading: ParsedRow): void;
  end(scored: number): void;
  /** What is kept of a row until all are read, and what becomes of it then; absent where rows stay in their order. */
  readonly ordered?: {
    /** Leaves with the writer what is to be kept. */
    keep(record: CsvRecord, reading: ParsedRow): void;
    put(kept: Uint8Array): void;
  };
  /** What a row that is nothing but names and ratings has beside them, where rows can be written without the engine. */
  readonly plain?: PlainCells;
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
    const shorten = createShortRecords(frame);
    const table = createBatchTable(frame.rubric.scale, {
      width,
      style,
      hasInterviewers,
      isInFiles: frame.isInFiles === true,
    });
    return {
      head: () => {},
      row: (row, reading) => writeText(out, table.row(shorten(row, reading))),
      end: () => writeText(out, table.end()),
      ordered: {
        keep: (row, reading) => writeText(out, say`${jsonText(shorten(row, reading))}`),
        put: (kept) => writeText(out, table.row(shortRecordOf(kept))),
      },
    };
  },
  csv: ({ frame, out }) => {
    const csv = createBatchCsv(frame, out);
    return { ...csv, end: () => {}, ordered: { keep: csv.row, put: (kept) => writeBytes(out, kept) } };
  },
  // Each line stands alone: with its rubric it can be scored again.
  ndjson: ({ frame, rubric, out }) => {
    const write = createBatchJson(withoutAnchors(frame), out, jsonText({ schemaVersion: 2, rubric }));
    return {
      head: () => {},
      row: (row, reading) => {
        write(row, reading);
        writeText(out, say`\n`);
      },
      end: () => {},
    };
  },
  json: ({ frame, rubric, out }) => {
    const write = createBatchJson(withoutAnchors(frame), out);
    let separator: '' | ',\n' = '';
    return {
      head: () => writeText(out, say`{\n"schemaVersion": 2,\n"rubric": ${jsonText(rubric)},\n"results": [\n`),
      row: (row, reading) => {
        writeText(out, say`${separator}`);
        write(row, reading);
        separator = ',\n';
      },
      end: () => writeText(out, say`${separator === '' ? '' : '\n'}]\n}\n`),
    };
  },
  markdown: ({ frame, rubric, out }) => {
    const shorten = createShortRecords(frame);
    return {
      head: () => writeText(out, renderBatchMarkdownHead(rubric)),
      row: (row, reading) => writeText(out, renderBatchMarkdownRow(shorten(row, reading))),
      end: (scored) => writeText(out, renderBatchMarkdownEnd(scored)),
      ordered: {
        keep: (row, reading) => writeText(out, say`${jsonText(shorten(row, reading))}`),
        put: (kept) => writeText(out, renderBatchMarkdownRow(shortRecordOf(kept))),
      },
    };
  },
} satisfies Record<BatchFormat, CreateFormatter> as Record<BatchFormat, CreateFormatter>;

/** A short record that was kept as JSON. */
function shortRecordOf(kept: Uint8Array): ShortRecord {
  return JSON.parse(Buffer.from(kept).toString()) as ShortRecord;
}

/** The rubric's anchors are left out: they would be nine tenths of the bytes, and the same in all. */
function withoutAnchors({ rubric, ...frame }: BatchSetup): BatchSetup {
  const dimensions = rubric.dimensions.map((dimension) => ({ ...dimension, anchors: {} }));
  return { ...frame, rubric: { ...rubric, dimensions } };
}
