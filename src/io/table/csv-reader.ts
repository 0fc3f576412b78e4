import { isUtf8 } from 'node:buffer';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import type { ByteSource } from './byte-source.js';
import { damageOf } from './csv-damage.js';
import { BYTE, CELL, type CsvRecord, createCsvRecord } from './csv-record.js';
import { countCells, createScan, isDamaged, type Scan, scanRecord, UNFINISHED } from './csv-scan.js';

/** The most bytes in a record: a longer one is a quote that was never closed, not data. */
const LONGEST_RECORD = 16 * 1024 * 1024;

export interface CsvOptions {
  /** The delimiter, one ASCII byte. */
  readonly delimiter: number;
  /** The bytes of the buffer to begin with; doubled while a record does not fit. */
  readonly bufferSize?: number;
  /** The source as messages name it. */
  readonly shown?: string;
  /** How many lines came before what the source gives. */
  readonly linesBefore?: number;
  /** What a record's `line` counts: lines from 1, or rows, the header being row 0, where the table has no lines. */
  readonly counts?: 'lines' | 'rows';
}

/** Records read from bytes: `while (await fill()) while (next()) … record …`. */
export interface CsvReader {
  /** The record that `next` found. */
  readonly record: CsvRecord;
  /** How many lines with nothing on them were passed over. */
  readonly emptyLines: number;
  /** Reads on. False when the source has no more. @throws ScorecardError when a record is too long to be one */
  fill(): Promise<boolean>;
  /** Goes to the next record of what was read; false when it is not there as a whole. */
  next(): boolean;
  /** For what reads records by itself; absent where they do not follow one another in what was read. */
  readonly others?: OtherReaders;
}

export interface OtherReaders {
  ahead(): Ahead;
  /** Goes on after records that were read so. */
  passTo(position: number, line: number): void;
}

/** Bytes that were read and not gone to yet. */
interface Ahead {
  readonly bytes: Uint8Array;
  /** Where the next record begins, and where what was read ends. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** How often the bytes were read on: they are others each time. */
  readonly fills: number;
  /** Whether all of them are UTF-8, and `line` counts lines. */
  readonly isSound: boolean;
}

/** The part of the source that is in memory. */
interface Window {
  /** One byte longer than what it holds, for the sentinel that ends every loop. */
  buffer: Uint8Array;
  /** Where the next record begins. */
  position: number;
}

/**
 * Reads RFC 4180 and what people make of it: LF, CRLF or CR, quoted cells with line ends, quotes inside plain cells.
 * Bytes stay in one buffer; a record that the end of the buffer cuts is carried over to the next fill.
 */
export function createCsvReader(source: ByteSource, options: CsvOptions): CsvReader {
  const { delimiter, bufferSize = 256 * 1024, shown = 'the table', linesBefore = 0, counts = 'lines' } = options;
  const hasLines = counts === 'lines';
  const scan = createScan(createCsvRecord(), delimiter);
  const { record } = scan;
  // A line end in a cell begins no row.
  if (!hasLines) record.place = () => ({ line: record.line, column: 1 });
  const window: Window = { buffer: new Uint8Array(bufferSize + 1), position: 0 };
  let line = hasLines ? 1 + linesBefore : 0;
  let emptyLines = 0;
  let mayBeInvalid = false;
  let fills = 0;
  record.nextCount = () => countCells(scan, window.position);
  return {
    record,
    get emptyLines() {
      return emptyLines;
    },
    fill: async () => {
      if (scan.isLast) return false;
      makeRoom(window, scan, `${shown}:${line}`);
      await fillWindow(window, scan, source);
      record.bytes = window.buffer;
      fills += 1;
      mayBeInvalid = !isUtf8(window.buffer.subarray(0, wholeCharacters(window.buffer, scan)));
      return true;
    },
    next: () => {
      while (window.position < scan.limit) {
        const end = scanRecord(scan, window.position);
        if (end === UNFINISHED) return false;
        window.position = end;
        record.line = line;
        line += hasLines ? scan.lines : 1;
        if (record.from === record.to && record.kinds[0] === CELL.plain) {
          emptyLines += 1;
          continue;
        }
        const damage = mayBeInvalid || isDamaged(scan) ? damageOf(scan) : undefined;
        record.damage = damage && !hasLines ? { ...damage, line: record.line } : damage;
        return true;
      }
      return false;
    },
    others: {
      ahead: () => ({
        bytes: window.buffer,
        from: window.position,
        to: scan.limit,
        line,
        fills,
        isSound: hasLines && !mayBeInvalid,
      }),
      passTo: (position, atLine) => {
        window.position = position;
        line = atLine;
      },
    },
  };
}

/** Moves what is left of the window to its front, and enlarges the window where all of it is left. */
function makeRoom(window: Window, scan: Scan, place: string): void {
  const { buffer, position } = window;
  const capacity = buffer.length - 1;
  const rest = scan.limit - position;
  if (rest < capacity) buffer.copyWithin(0, position, scan.limit);
  else {
    window.buffer = new Uint8Array(grownCapacity(capacity, place) + 1);
    window.buffer.set(buffer.subarray(position, scan.limit));
  }
  scan.limit = rest;
  window.position = 0;
}

function grownCapacity(capacity: number, place: string): number {
  if (capacity < LONGEST_RECORD) return Math.min(capacity * 2, LONGEST_RECORD);
  throw new ScorecardError(`${place}: the row has more than 16 MiB`, {
    hint: say`a quote that opens in this row may never be closed; add the missing quote, then run it again`,
  });
}

async function fillWindow({ buffer }: Window, scan: Scan, source: ByteSource): Promise<void> {
  const capacity = buffer.length - 1;
  while (scan.limit < capacity && !scan.isLast) {
    const count = await source.read(buffer.subarray(scan.limit, capacity));
    scan.limit += count;
    scan.isLast = count === 0;
  }
  buffer[scan.limit] = BYTE.lf;
}

/** How many bytes end with a whole UTF-8 character; all of them where nothing follows. */
function wholeCharacters(bytes: Uint8Array, { limit, isLast }: Scan): number {
  if (isLast) return limit;
  for (let back = 1; back <= Math.min(3, limit); back += 1) {
    const byte = bytes[limit - back] ?? 0;
    // A byte that begins a character of two to four bytes; what it begins may not be complete.
    if (byte >= 0xc0) return limit - back;
    if (byte < 0x80) return limit;
  }
  return limit;
}
