import type { ParsedRow } from '../../core/batch/engine.js';
import { type BatchSetup, evidenceOf, namedIn, observedIn } from '../../core/batch/record.js';
import { createResultText } from '../../core/batch/result-text.js';
import { partOf } from '../../core/batch/session-part.js';
import { ratedDimension } from '../../core/interview/build-scorecard.js';
import type { Dimension } from '../../core/rubric/rubric.js';
import type { Rating } from '../../core/rubric/scale.js';
import { type JsonText, jsonText, say } from '../../core/text/safe-text.js';
import { type ByteWriter, copyCell, isPlainName, putNumber, reserve, writeBytes, writeText } from './byte-writer.js';
import type { CsvRecord } from './csv-record.js';

/**
 * Writes records of a batch as JSON objects, byte for byte what `jsonText(toBatchRecord(…))` is. Of each different
 * result, rating of a dimension and contribution the bytes are made once. With `head`, an object, each record begins
 * with what stands in it.
 */
export function createBatchJson(frame: BatchSetup, out: ByteWriter, head?: JsonText): BatchJson {
  const encoder = new TextEncoder();
  const resultOf = createResultText(frame.rubric, (text) => encoder.encode(text));
  const [toResult, toDimensions] = [encoder.encode(',"result":'), encoder.encode(',"dimensions":[')];
  const dimensionsOf = createDimensionWriter(frame, encoder);
  const opening = encoder.encode(head === undefined ? '{' : `${head.slice(0, -1)},`);
  const nothingElse = encoder.encode(',"redFlags":[]}');
  const hasEvidence = frame.plan.evidence.map((columns) => (columns ?? []).length > 0);
  const writeNamed = createNamedWriter(frame, out, encoder);
  return (row, reading) => {
    const { pieces, contributions } = resultOf(reading);
    writeBytes(out, opening);
    writeNamed(row, reading);
    writeBytes(out, toResult);
    for (const piece of pieces) writeBytes(out, piece);
    writeBytes(out, toDimensions);
    const { positions, dimensions } = dimensionsOf(reading.session);
    for (let at = 0; at < dimensions.length; at += 1) {
      const position = positions[at] ?? at;
      const dimension = dimensions[at];
      const bytes = dimension?.(reading.ratings[position] ?? 'not-assessed', contributions[at]);
      if (bytes === undefined) continue;
      const evidence = hasEvidence[position] ? evidenceOf(frame.plan, row, position) : [];
      if (evidence.length === 0) writeBytes(out, bytes.whole);
      else {
        writeBytes(out, bytes.before);
        writeText(out, say`,"evidence":${jsonText(evidence)}`);
        writeBytes(out, bytes.after);
      }
    }
    if (isNothingElse(reading)) writeBytes(out, nothingElse);
    else writeText(out, say`,${jsonText(observedIn(frame, row, reading)).slice(1) as JsonText}`);
  };
}

export type BatchJson = (row: CsvRecord, reading: ParsedRow) => void;

type Encoder = InstanceType<typeof TextEncoder>;

function isNothingElse({ flags, requirements, verdict, lost }: ParsedRow): boolean {
  return flags.length + requirements.length + lost.length === 0 && verdict === undefined;
}

interface DimensionBytes {
  /** All of it, where there is no evidence. */
  readonly whole: Uint8Array;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** A dimension with a contribution in hundredths, and what stands between it and the next. */
type DimensionWriter = (rating: Rating, contribution: number | undefined) => DimensionBytes;

interface SessionWriter {
  /** Of its dimensions in the whole rubric. */
  readonly positions: readonly number[];
  readonly dimensions: readonly DimensionWriter[];
}

function createDimensionWriter({ rubric: whole }: BatchSetup, encoder: Encoder) {
  const bySession = new Map<string | undefined, SessionWriter>();
  return (session: string | undefined): SessionWriter => {
    const known = bySession.get(session);
    if (known) return known;
    const { rubric, positions } = partOf(whole, session);
    const last = rubric.dimensions.length - 1;
    const dimensions = rubric.dimensions.map((dimension, at) =>
      createRatedWriter(dimension, at === last ? ']' : ',', encoder),
    );
    const made = { positions, dimensions };
    bySession.set(session, made);
    return made;
  };
}

function createRatedWriter(dimension: Dimension, separator: string, encoder: Encoder): DimensionWriter {
  const byRating = new Map<Rating, Map<number | undefined, DimensionBytes>>();
  const make = (rating: Rating, contribution: number | undefined): DimensionBytes => {
    const rated = ratedDimension(dimension, { rating, notes: [], asked: [] }, { contribution: undefined, seconds: 0 });
    const before = jsonText(rated).slice(0, -1);
    const told = contribution === undefined ? '' : `,"contribution":${jsonText(contribution / 100)}`;
    const after = `${told}}${separator}`;
    return {
      whole: encoder.encode(before + after),
      before: encoder.encode(before),
      after: encoder.encode(after),
    };
  };
  return (rating, contribution) => {
    const byContribution = byRating.get(rating) ?? new Map<number | undefined, DimensionBytes>();
    byRating.set(rating, byContribution);
    const known = byContribution.get(contribution);
    if (known) return known;
    const made = make(rating, contribution);
    byContribution.set(contribution, made);
    return made;
  };
}

/**
 * Writes what a record says before its result, without the brace. A plain name is copied from byte to byte; of anything
 * else a text is made.
 */
function createNamedWriter(frame: BatchSetup, out: ByteWriter, encoder: Encoder): BatchJson {
  const { plan, interviewer } = frame;
  const bytesOf = (text: string) => encoder.encode(text);
  const [line, candidate, by, end] = ['"line":', ',"candidate":{"name":"', '"},"interviewer":{"name":"', '"}'].map(
    bytesOf,
  );
  const nobody = bytesOf(interviewer === undefined ? '"}' : `"},"interviewer":${jsonText(interviewer)}`);
  const isOneColumn = plan.candidateLast === undefined && plan.interviewerLast === undefined;
  const hasIds = plan.candidateId !== undefined || plan.interviewerId !== undefined;
  const isEverPlain = isOneColumn && !hasIds && frame.session === undefined && frame.held === undefined;
  return (row, reading) => {
    const isPlain =
      isEverPlain &&
      reading.file === undefined &&
      reading.session === undefined &&
      reading.held === undefined &&
      isPlainName(row, plan.candidate) &&
      (plan.interviewer === undefined || isPlainName(row, plan.interviewer));
    if (!isPlain || !line || !candidate || !by || !end) {
      writeText(out, say`${jsonText(namedIn(frame, row, reading)).slice(1, -1) as JsonText}`);
      return;
    }
    writeBytes(out, line);
    reserve(out, 16);
    out.length = putNumber(out.buffer, row.line, out.length);
    writeBytes(out, candidate);
    copyCell(out, row, plan.candidate);
    if (plan.interviewer === undefined) writeBytes(out, nobody);
    else {
      writeBytes(out, by);
      copyCell(out, row, plan.interviewer);
      writeBytes(out, end);
    }
  };
}
