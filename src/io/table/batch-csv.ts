import type { ParsedRow } from '../../core/batch/engine.js';
import type { BatchSetup } from '../../core/batch/record.js';
import { createResultCache, type RatedRow, type ShortResult } from '../../core/batch/result-cache.js';
import { formatHundredths } from '../../core/numbers/decimal.js';
import { formatCsvCell, formatCsvRow } from '../../core/table/csv-cell.js';
import { nameIn } from '../../core/table/name-in.js';
import { type CsvText, say, type TerminalText } from '../../core/text/safe-text.js';
import { type ByteWriter, putNumber, reserve, writeCell, writeText } from './byte-writer.js';
import type { CsvRecord } from './csv-record.js';

const COMMA = 44;
const LINE_END = 10;
const ZERO = 48;
const BORDERLINE = say`,yes`;
const NOT_BORDERLINE = say`,no`;

/** What a row has beside names and ratings where nothing else stands in it. */
export interface PlainCells {
  /** From the candidate's cell to the interviewer's; where no column names one, to the result. */
  readonly afterCandidate: TerminalText;
  readonly afterInterviewer: TerminalText;
  /** From there to the verdict; one comma more, and the ratings follow. */
  result(reading: RatedRow): PlainResult;
  /** What ends the row, by whether its score is borderline, and by the file of a table in several. */
  end(isBorderline: boolean, file: string | undefined): TerminalText;
}

export interface PlainResult {
  readonly cells: Uint8Array;
  readonly isBorderline: boolean;
}

export interface BatchCsv {
  readonly plain: PlainCells;
  head(): void;
  row(record: CsvRecord, reading: ParsedRow): void;
}

/**
 * Results as CSV, from bytes to bytes: names are copied as they came, what belongs to a score is formatted once, and no
 * string is made for a row that has nothing unusual in it.
 */
export function createBatchCsv({ rubric, plan, interviewer, ...frame }: BatchSetup, out: ByteWriter): BatchCsv {
  const resultOf = createResultCache(rubric, (result) => ({
    cells: Buffer.from(resultCells(result), 'latin1'),
    isBorderline: result.isBorderline,
  }));
  const nobody = formatCsvCell(interviewer?.name ?? '');
  const hasCandidateIds = plan.candidateId !== undefined;
  const hasInterviewerIds = plan.interviewerId !== undefined || interviewer?.id !== undefined;
  const hasRequirements = plan.requirements.some((column) => column !== undefined);
  const hasSession = (plan.session ?? frame.session) !== undefined;
  const hasDay = (plan.date ?? frame.held) !== undefined;
  const hasFile = frame.isInFiles === true;
  const hasBorderline = rubric.recommendation.borderline !== undefined;
  // A number, the result, commas, and a rating such as `99.5` or `n/a` with its comma for each dimension.
  const room = 128 + rubric.dimensions.length * 5;
  const idOf = (id: string | undefined) => (hasInterviewerIds ? say`,${formatCsvCell(id ?? '')}` : say``);
  return {
    plain: {
      afterCandidate: say`${hasCandidateIds ? ',,' : ','}${plan.interviewer === undefined ? nobody : ''}${plan.interviewer === undefined ? idOf(interviewer?.id) : ''}`,
      afterInterviewer: plan.interviewer === undefined ? say`` : idOf(undefined),
      result: resultOf,
      end: (isBorderline, file = '') => {
        const session = hasSession ? say`,` : say``;
        const day = hasDay ? say`,${formatCsvCell(frame.held ?? '')}` : say``;
        const from = hasFile ? say`,${formatCsvCell(file)}` : say``;
        return say`${hasRequirements ? ',' : ''}${hasBorderline ? borderlineCell(isBorderline) : ''}${session}${day}${from}\n`;
      },
    },
    head: () => {
      const people = [
        ...['candidate', ...(hasCandidateIds ? ['candidate_id'] : [])],
        ...['interviewer', ...(hasInterviewerIds ? ['interviewer_id'] : [])],
      ];
      const fixed = ['line', ...people, 'score', 'coverage', 'recommendation', 'verdict', 'flags'];
      const ids = rubric.dimensions.map(({ id }) => id);
      const last = [
        ...(hasRequirements ? ['unmet'] : []),
        ...(hasBorderline ? ['borderline'] : []),
        ...(hasSession ? ['session'] : []),
        ...(hasDay ? ['held'] : []),
        ...(hasFile ? ['file'] : []),
      ];
      writeText(out, formatCsvRow([...fixed, ...ids, ...last]));
    },
    row: (record, reading) => {
      reserve(out, room);
      out.length = putComma(out.buffer, putNumber(out.buffer, record.line, out.length));
      if (plan.candidateLast === undefined) writeCell(out, record, plan.candidate);
      else writeJoined(out, record, plan.candidate, plan.candidateLast);
      reserve(out, room);
      out.length = putComma(out.buffer, out.length);
      if (hasCandidateIds) writeText(out, say`${formatCsvCell(reading.candidateId ?? '')},`);
      const before = out.length;
      if (plan.interviewerLast !== undefined && plan.interviewer !== undefined)
        writeJoined(out, record, plan.interviewer, plan.interviewerLast);
      else if (plan.interviewer !== undefined) writeCell(out, record, plan.interviewer);
      const isNamed = out.length > before;
      const other = reading.interviewerId === undefined ? nobody : formatCsvCell(reading.interviewerId);
      if (!isNamed && other !== '') writeText(out, other);
      if (hasInterviewerIds) {
        const id = reading.interviewerId ?? (isNamed ? undefined : interviewer?.id);
        writeText(out, say`,${formatCsvCell(id ?? '')}`);
      }
      reserve(out, room);
      const result = resultOf(reading);
      out.length = putBytes(out.buffer, result.cells, out.length);
      if (reading.verdict !== undefined) writeText(out, say`${reading.verdict}`);
      reserve(out, room);
      out.length = putComma(out.buffer, out.length);
      if (reading.flags.length > 0) writeText(out, formatCsvCell(reading.flags.map(({ id }) => id).join(';')));
      reserve(out, room);
      out.length = putRatings(out.buffer, reading.ratings, out.length);
      if (hasRequirements) writeText(out, say`,${unmet(reading)}`);
      if (hasBorderline) writeText(out, borderlineCell(result.isBorderline));
      if (hasSession) writeText(out, say`,${formatCsvCell(reading.session ?? '')}`);
      if (hasDay) writeText(out, say`,${formatCsvCell(reading.held ?? '')}`);
      if (hasFile) writeText(out, say`,${formatCsvCell(reading.file ?? '')}`);
      reserve(out, room);
      out.buffer[out.length] = LINE_END;
      out.length += 1;
    },
  };
}

/** A name that stands in two columns. */
function writeJoined(out: ByteWriter, record: CsvRecord, first: number, last: number): void {
  writeText(out, formatCsvCell(nameIn(record, first, last)));
}

function putComma(buffer: Uint8Array, at: number): number {
  buffer[at] = COMMA;
  return at + 1;
}

function putBytes(buffer: Uint8Array, bytes: Uint8Array, at: number): number {
  // Some twenty bytes: a loop beats a call.
  for (let from = 0; from < bytes.length; from += 1) buffer[at + from] = bytes[from] ?? 0;
  return at + bytes.length;
}

const NOT_APPLICABLE = new TextEncoder().encode('n/a');

/** Puts a comma and a rating for each dimension. */
function putRatings(buffer: Uint8Array, ratings: ParsedRow['ratings'], from: number): number {
  let at = from;
  for (let position = 0; position < ratings.length; position += 1) {
    buffer[at] = COMMA;
    at += 1;
    const rating = ratings[position];
    if (typeof rating === 'number') {
      at = putRating(buffer, rating, at);
    } else if (rating === 'not-applicable') at = putBytes(buffer, NOT_APPLICABLE, at);
  }
  return at;
}

/** A rating as the number it is: `4`, `10`, `2.5`, `-1`. */
function putRating(buffer: Uint8Array, rating: number, at: number): number {
  if (rating >= 0 && rating <= 9 && Number.isInteger(rating)) {
    buffer[at] = ZERO + rating;
    return at + 1;
  }
  const written = String(rating);
  for (let from = 0; from < written.length; from += 1) buffer[at + from] = written.charCodeAt(from);
  return at + written.length;
}

function borderlineCell(isBorderline: boolean): TerminalText {
  return isBorderline ? BORDERLINE : NOT_BORDERLINE;
}

function unmet({ requirements }: ParsedRow): CsvText {
  return formatCsvCell(requirements.flatMap(({ id, isMet }) => (isMet ? [] : [id])).join(';'));
}

function resultCells({ hundredths, coverage, recommendation }: ShortResult): string {
  return `,${hundredths === undefined ? '' : formatHundredths(hundredths)},${coverage},${recommendation},`;
}
