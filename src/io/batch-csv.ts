import type { RowReading } from '../core/batch-engine.js';
import { createResultMemory, type ShortResult } from '../core/batch-memory.js';
import type { BatchFrame } from '../core/batch-record.js';
import { formatCsvCell } from '../core/csv-cell.js';
import type { ByteWriter } from './csv/byte-writer.js';
import type { CsvRecord } from './csv/csv-record.js';

const COMMA = 44;
const LINE_END = 10;

export interface BatchCsv {
  head(): void;
  row(record: CsvRecord, reading: RowReading): void;
}

/**
 * Results as CSV, from bytes to bytes: names are copied as they came, what a score becomes is formatted once, and no
 * string is made for a row that has nothing unusual in it.
 */
export function createBatchCsv({ rubric, plan, interviewer }: BatchFrame, out: ByteWriter): BatchCsv {
  const encoder = new TextEncoder();
  const resultOf = createResultMemory(rubric, (result) => encoder.encode(resultCells(result)));
  const nobody = encoder.encode(formatCsvCell(interviewer));
  const words = rememberedWords();
  const hasRequirements = plan.requirements.some((column) => column !== undefined);
  return {
    head: () => {
      const fixed = ['line', 'candidate', 'interviewer', 'score', 'coverage', 'recommendation', 'verdict', 'flags'];
      const ids = rubric.dimensions.map(({ id }) => id);
      out.text(`${[...fixed, ...ids, ...(hasRequirements ? ['unmet'] : [])].join(',')}\n`);
    },
    row: (record, reading) => {
      out.number(record.line);
      out.byte(COMMA);
      out.cell(record, plan.candidate);
      out.byte(COMMA);
      const before = out.length;
      if (plan.interviewer !== undefined) out.cell(record, plan.interviewer);
      if (out.length === before) out.bytes(nobody);
      out.bytes(resultOf(reading));
      if (reading.verdict !== undefined) out.bytes(words(reading.verdict));
      out.byte(COMMA);
      if (reading.flags.length > 0) out.text(reading.flags.map(({ id }) => id).join(';'));
      const { ratings } = reading;
      for (let at = 0; at < ratings.length; at += 1) {
        out.byte(COMMA);
        const rating = ratings[at] ?? 'not-assessed';
        if (typeof rating === 'number') out.number(rating);
        else if (rating === 'not-applicable') out.bytes(words('n/a'));
      }
      if (hasRequirements) {
        out.byte(COMMA);
        const unmet = reading.requirements.filter(({ isMet }) => !isMet);
        if (unmet.length > 0) out.text(unmet.map(({ id }) => id).join(';'));
      }
      out.byte(LINE_END);
    },
  };
}

function resultCells({ score, coverage, recommendation }: ShortResult): string {
  return `,${score === undefined ? '' : score.toFixed(2)},${coverage},${recommendation},`;
}

function rememberedWords(): (word: string) => Uint8Array {
  const encoder = new TextEncoder();
  const known = new Map<string, Uint8Array>();
  return (word) => {
    const bytes = known.get(word) ?? encoder.encode(word);
    known.set(word, bytes);
    return bytes;
  };
}
