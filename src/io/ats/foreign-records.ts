import { type Checked, createProblem, inFile, type Path, type Problem } from '../../core/problem.js';
import { parseCarefully } from '../cards/parse-carefully.js';
import { parseJson } from '../system/parse-json.js';

/** One record of a file of another system. */
export interface ForeignRecord {
  readonly data: unknown;
  /** Which it is in its file, from 1. */
  readonly row: number;
  /** Problems of the record with the file, and line and column where the file is not too large for that. */
  place(problems: readonly Problem[]): readonly Problem[];
}

export interface ForeignRecords {
  readonly records: readonly ForeignRecord[];
  /** Whether the answer says that there are more. */
  readonly hasMore: boolean;
}

/**
 * The records of a file: one, a list of them, one a line (NDJSON), or what an API answered, `{ "data": … }`. Problems
 * carry file, line and column.
 */
export function readForeignRecords(bytes: Uint8Array, shown: string): Checked<ForeignRecords> {
  const data = parseJson(bytes);
  if (data !== undefined) return { ok: true, value: recordsOf(data, bytes, shown) };
  const lines = linesOf(bytes);
  // The first line of a document that goes on is no document.
  if (lines.length > 1 && parseJson(lines[0]?.bytes ?? bytes) !== undefined) return recordsInLines(lines, shown);
  const careful = parseCarefully(bytes, shown);
  return careful.ok ? { ok: true, value: recordsOf(careful.value.data, bytes, shown) } : careful;
}

function recordsOf(data: unknown, bytes: Uint8Array, shown: string): ForeignRecords {
  const isEnvelope = isRecord(data) && 'data' in data;
  const inner = isEnvelope ? data.data : data;
  const base: Path = isEnvelope ? ['data'] : [];
  let careful: ReturnType<typeof parseCarefully> | undefined;
  const placeAt = (path: Path, row: number) => (problems: readonly Problem[]) => {
    const whole = problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
    careful ??= parseCarefully(bytes, shown);
    const placed = careful.ok ? careful.value.place(whole) : whole;
    // A file may be too large for lines and columns.
    return placed.map((one) => (one.line === undefined ? { ...one, file: `${shown}, scorecard ${row}` } : one));
  };
  const records = Array.isArray(inner)
    ? inner.map((one: unknown, at) => ({ data: one, row: at + 1, place: placeAt([...base, at], at + 1) }))
    : [{ data: inner, row: 1, place: placeAt(base, 1) }];
  return { records, hasMore: isEnvelope && data.hasNext === true };
}

function recordsInLines(lines: readonly Line[], shown: string): Checked<ForeignRecords> {
  const problems: Problem[] = [];
  const records = lines.flatMap(({ bytes, line }, at): readonly ForeignRecord[] => {
    const onLine = (found: readonly Problem[]) =>
      found.map((problem) => ({ ...problem, line: line + (problem.line ?? 1) - 1 }));
    const data = parseJson(bytes);
    if (data === undefined) {
      const careful = parseCarefully(bytes, shown);
      const why = careful.ok
        ? [createProblem('json', { what: 'line', reason: 'write it as JSON' }, [])]
        : careful.problems;
      problems.push(...onLine(inFile(why, shown)));
      return [];
    }
    const [record] = recordsOf(data, bytes, shown).records;
    return record ? [{ ...record, row: at + 1, place: (found) => onLine(record.place(found)) }] : [];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { records, hasMore: false } };
}

interface Line {
  readonly bytes: Uint8Array;
  /** From 1. */
  readonly line: number;
}

const [LF, CR, SPACE, TAB] = [0x0a, 0x0d, 0x20, 0x09];

/** The lines that hold something. */
function linesOf(bytes: Uint8Array): readonly Line[] {
  const lines: Line[] = [];
  for (let from = 0, line = 1; from < bytes.length; line += 1) {
    const found = bytes.indexOf(LF, from);
    const end = found < 0 ? bytes.length : found;
    const one = bytes.subarray(from, end);
    if (one.some((byte) => byte !== SPACE && byte !== TAB && byte !== CR)) lines.push({ bytes: one, line });
    from = end + 1;
  }
  return lines;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
