import type { ShortRecord } from '../../core/batch/short-record.js';
import { formatDecimal } from '../../core/numbers/decimal.js';
import type { Scale } from '../../core/rubric/scale.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { profile } from '../text/profile.js';
import type { Style } from '../text/style.js';
import { type Column, createRowLayout, renderTable } from '../text/table.js';
import { count } from '../text/text.js';
import { markedVerdict, recommendationInWords } from '../text/words.js';

/** How many rows the widths are taken from; later rows are cut to them, so that memory does not grow with the table. */
const SAMPLE = 500;

export interface BatchTable {
  /** Returns the text to print now; empty while the first rows are still looked at. */
  row(record: ShortRecord): TerminalText;
  /** Returns what is left to print. */
  end(): TerminalText;
}

interface TableOptions {
  readonly width: number;
  readonly style: Style;
  /** Whether any row names an interviewer. */
  readonly hasInterviewers: boolean;
  /** Whether rows stand in several files. */
  readonly isInFiles: boolean;
}

/** Results under their heads, fitted to `width` cells, row by row. */
export function createBatchTable(scale: Scale, options: TableOptions): BatchTable {
  const columns = batchColumns(scale, options);
  let sample: ShortRecord[] | undefined = [];
  let line: (record: ShortRecord) => TerminalText = () => say``;
  const begin = (rows: readonly ShortRecord[]): TerminalText => {
    const layout = createRowLayout(rows, columns, options);
    sample = undefined;
    line = layout.line;
    return say`${layout.head}${rows.map(layout.line).join('')}`;
  };
  return {
    row: (record) => {
      if (!sample) return line(record);
      sample.push(record);
      return sample.length < SAMPLE ? say`` : begin(sample);
    },
    end: () => (sample && sample.length > 0 ? renderTable(sample, columns, options) : say``),
  };
}

function batchColumns(
  scale: Scale,
  { style, hasInterviewers, isInFiles }: TableOptions,
): readonly Column<ShortRecord>[] {
  const interviewer: Column<ShortRecord> = {
    head: say`INTERVIEWER`,
    cell: (record) => clean(record.interviewer?.name ?? say``),
    shrinkTo: 11,
    drop: 5,
  };
  return [
    isInFiles
      ? { head: say`FILE:LINE`, cell: ({ file, line }) => say`${clean(file ?? '')}:${line}`, shrinkTo: 12, drop: 6 }
      : { head: say`LINE`, cell: ({ line }) => say`${line}`, align: 'right', drop: 6 },
    { head: say`CANDIDATE`, cell: ({ candidate }) => clean(candidate.name), shrinkTo: 12 },
    ...(hasInterviewers ? [interviewer] : []),
    {
      head: say`SCORE`,
      cell: ({ result }) => (result.score === undefined ? say`–` : say`${formatDecimal(result.score)}`),
      align: 'right',
    },
    { head: say`COVER`, cell: ({ result }) => say`${result.coverage}%`, align: 'right', drop: 2 },
    {
      head: say`PROFILE`,
      cell: ({ ratings }) => profile(ratings, scale),
      drop: 4,
    },
    {
      head: say`RECOMMEND`,
      cell: ({ result }) => recommendationInWords(result, (word) => say`${word}`),
      paint: (cell, { result }) => paintRecommendation(cell, result.recommendation, style),
    },
    { head: say`VERDICT`, cell: verdictCell, drop: 3 },
    { head: say`FLAGS`, cell: flagsCell, drop: 1 },
  ];
}

function verdictCell({ verdict, result }: ShortRecord): TerminalText {
  return verdict ? markedVerdict(verdict.is, result.recommendation) : say``;
}

function flagsCell({ redFlags }: ShortRecord): TerminalText {
  const number = (wanted: string) => redFlags.filter(({ severity }) => severity === wanted).length;
  return [number('stop') > 0 ? say`${number('stop')} stop` : say``, concerns(number('concern'))]
    .filter(Boolean)
    .join(', ');
}

function concerns(number: number): TerminalText {
  return number > 0 ? count(number, 'concern') : say``;
}

function paintRecommendation(cell: TerminalText, recommendation: string, style: Style): TerminalText {
  if (recommendation.endsWith('yes')) return style.good(cell);
  return recommendation === 'incomplete' ? style.warning(cell) : style.bad(cell);
}
