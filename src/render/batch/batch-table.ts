import type { BatchRecord } from '../../core/batch/record.js';
import type { Scale } from '../../core/rubric/scale.js';
import { profile } from '../text/profile.js';
import type { Style } from '../text/style.js';
import { type Column, createRowLayout, renderTable } from '../text/table.js';
import { clean, count } from '../text/text.js';
import { markedVerdict } from '../text/words.js';

/** How many rows the widths are taken from; later rows are cut to them, so that memory does not grow with the table. */
const SAMPLE = 500;

export interface BatchTable {
  /** Returns the text to print now; empty while the first rows are still looked at. */
  row(record: BatchRecord): string;
  /** Returns what is left to print. */
  end(): string;
}

interface TableOptions {
  readonly width: number;
  readonly style: Style;
  /** Whether any row names an interviewer. */
  readonly hasInterviewers: boolean;
}

/** Results under their heads, fitted to `width` cells, row by row. */
export function createBatchTable(scale: Scale, options: TableOptions): BatchTable {
  const columns = batchColumns(scale, options);
  let sample: BatchRecord[] | undefined = [];
  let line: (record: BatchRecord) => string = () => '';
  const begin = (rows: readonly BatchRecord[]): string => {
    const layout = createRowLayout(rows, columns, options);
    sample = undefined;
    line = layout.line;
    return layout.head + rows.map(line).join('');
  };
  return {
    row: (record) => {
      if (!sample) return line(record);
      sample.push(record);
      return sample.length < SAMPLE ? '' : begin(sample);
    },
    end: () => (sample && sample.length > 0 ? renderTable(sample, columns, options) : ''),
  };
}

function batchColumns(scale: Scale, { style, hasInterviewers }: TableOptions): readonly Column<BatchRecord>[] {
  const interviewer: Column<BatchRecord> = {
    head: 'INTERVIEWER',
    cell: (record) => clean(record.interviewer?.name ?? ''),
    shrinkTo: 11,
    drop: 5,
  };
  return [
    { head: 'LINE', cell: ({ line }) => String(line), align: 'right', drop: 6 },
    { head: 'CANDIDATE', cell: ({ candidate }) => clean(candidate.name), shrinkTo: 12 },
    ...(hasInterviewers ? [interviewer] : []),
    { head: 'SCORE', cell: ({ result }) => result.score?.toFixed(2) ?? '–', align: 'right' },
    { head: 'COVER', cell: ({ result }) => `${result.coverage}%`, align: 'right', drop: 2 },
    {
      head: 'PROFILE',
      cell: ({ dimensions }) =>
        profile(
          dimensions.map(({ rating }) => rating),
          scale,
        ),
      drop: 4,
    },
    {
      head: 'RECOMMEND',
      cell: ({ result }) => result.recommendation,
      paint: (cell, { result }) => paintRecommendation(cell, result.recommendation, style),
    },
    { head: 'VERDICT', cell: verdictCell, drop: 3 },
    { head: 'FLAGS', cell: flagsCell, drop: 1 },
  ];
}

function verdictCell({ verdict, result }: BatchRecord): string {
  return verdict ? markedVerdict(verdict.is, result.recommendation) : '';
}

function flagsCell({ redFlags }: BatchRecord): string {
  const number = (wanted: string) => redFlags.filter(({ severity }) => severity === wanted).length;
  return [number('stop') > 0 ? `${number('stop')} stop` : '', concerns(number('concern'))].filter(Boolean).join(', ');
}

function concerns(number: number): string {
  return number > 0 ? count(number, 'concern') : '';
}

function paintRecommendation(cell: string, recommendation: string, style: Style): string {
  if (recommendation.endsWith('yes')) return style.good(cell);
  return recommendation === 'incomplete' ? style.warning(cell) : style.bad(cell);
}
