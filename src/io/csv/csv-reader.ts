import { isUtf8 } from 'node:buffer';
import type { Damage } from '../../core/batch-row.js';
import { ScorecardError } from '../../errors.js';
import type { ByteSource } from './byte-source.js';
import { BYTE, CELL, type CsvRecord, createCsvRecord, placeOf } from './csv-record.js';
import { plainTable, type Scan, scanRecord, UNFINISHED } from './csv-scan.js';

/** A record longer than this is a quote that was never closed, not data. */
export const LONGEST_RECORD = 16 * 1024 * 1024;

export interface CsvOptions {
  /** One ASCII byte. */
  readonly delimiter: number;
  /** Bytes to begin with; doubled while a record doesn't fit. */
  readonly bufferSize?: number;
  /** As messages name the source. */
  readonly shown?: string;
  /** Lines that stood before what the source gives. */
  readonly linesBefore?: number;
}

/** Records out of bytes: `while (await fill()) while (next()) … record …`. */
export interface CsvReader {
  /** The record that `next` found. */
  readonly record: CsvRecord;
  /** Lines with nothing on them, which are no records. */
  readonly emptyLines: number;
  /** Reads on. False when the source has no more. @throws ScorecardError when a record is too long to be one */
  fill(): Promise<boolean>;
  /** Goes to the next record of what was read; false when it isn't there as a whole. */
  next(): boolean;
}

/**
 * Reads RFC 4180 and what people make of it: LF, CRLF or CR, quoted cells with line ends, quotes inside plain cells.
 * Bytes stay in one buffer; a record that the buffer cuts is carried over to the next fill.
 */
export function createCsvReader(source: ByteSource, options: CsvOptions): CsvReader {
  const { delimiter, bufferSize = 256 * 1024 } = options;
  const record = createCsvRecord();
  const scan: Scan = {
    record,
    delimiter,
    isPlain: plainTable([BYTE.nul, BYTE.lf, BYTE.cr, delimiter]),
    limit: 0,
    isLast: false,
    lines: 0,
    unclosedAt: undefined,
    strayAt: undefined,
    nulAt: undefined,
  };
  // One more byte than it holds, for the sentinel that ends every loop.
  let buffer = new Uint8Array(bufferSize + 1);
  let position = 0;
  let line = 1 + (options.linesBefore ?? 0);
  let emptyLines = 0;
  let mayBeInvalid = false;

  function makeRoom(): void {
    const capacity = buffer.length - 1;
    const rest = scan.limit - position;
    const target = rest < capacity ? buffer : new Uint8Array(grownCapacity(capacity) + 1);
    if (target === buffer) buffer.copyWithin(0, position, scan.limit);
    else target.set(buffer.subarray(position, scan.limit));
    buffer = target;
    scan.limit = rest;
    position = 0;
  }

  function grownCapacity(capacity: number): number {
    if (capacity < LONGEST_RECORD) return Math.min(capacity * 2, LONGEST_RECORD);
    throw new ScorecardError(`${options.shown ?? 'the table'}:${line}: the row has more than 16 MiB`, {
      hint: 'a quote that opens in this row may never be closed; put the missing quote, then run it again',
    });
  }

  return {
    record,
    get emptyLines() {
      return emptyLines;
    },
    fill: async () => {
      if (scan.isLast) return false;
      makeRoom();
      while (scan.limit < buffer.length - 1) {
        const count = await source.read(buffer.subarray(scan.limit, buffer.length - 1));
        if (count === 0) {
          scan.isLast = true;
          break;
        }
        scan.limit += count;
      }
      buffer[scan.limit] = BYTE.lf;
      record.bytes = buffer;
      mayBeInvalid = !isUtf8(buffer.subarray(0, scan.isLast ? scan.limit : wholeCharacters(buffer, scan.limit)));
      return true;
    },
    next: () => {
      while (position < scan.limit) {
        const end = scanRecord(scan, position);
        if (end === UNFINISHED) return false;
        position = end;
        record.line = line;
        line += scan.lines;
        if (record.from === record.to && record.kinds[0] === CELL.plain) {
          emptyLines += 1;
          continue;
        }
        record.damage = undefined;
        if (mayBeInvalid || scan.unclosedAt !== undefined || scan.strayAt !== undefined || scan.nulAt !== undefined)
          record.damage = damageOf(scan);
        return true;
      }
      return false;
    },
  };
}

/** The most bytes that end with a whole UTF-8 character. */
function wholeCharacters(bytes: Uint8Array, limit: number): number {
  for (let back = 1; back <= Math.min(3, limit); back += 1) {
    const byte = bytes[limit - back] ?? 0;
    // A byte that begins a character of two to four bytes; what it begins may not be complete.
    if (byte >= 0xc0) return limit - back;
    if (byte < 0x80) return limit;
  }
  return limit;
}

function damageOf({ record, unclosedAt, strayAt, nulAt }: Scan): Damage | undefined {
  const at = (position: number) => placeOf(record, position);
  if (unclosedAt !== undefined) {
    const place = at(unclosedAt);
    const message = `the quote that opens on line ${place.line} is never closed; everything after it is part of this row`;
    return { code: 'unclosed-quote', message, ...place };
  }
  if (strayAt !== undefined) {
    const message = 'text after a closing quote; double the quotes inside a quoted cell, or close it where it ends';
    return { code: 'text-after-quote', message, ...at(strayAt) };
  }
  if (nulAt !== undefined) {
    const message = 'a NUL byte; the file is damaged, or is UTF-16 without its mark (pass --encoding utf-16le)';
    return { code: 'nul-byte', message, ...at(nulAt) };
  }
  const wrong = firstInvalid(record);
  if (wrong === undefined) return undefined;
  const message = 'the row is not UTF-8; save the file as UTF-8, or pass its encoding, such as --encoding windows-1252';
  return { code: 'not-utf8', message, ...at(wrong) };
}

/** The first byte of the record that is no UTF-8, found by halving. */
function firstInvalid({ bytes, from, to }: CsvRecord): number | undefined {
  if (isUtf8(bytes.subarray(from, to))) return undefined;
  let valid = from;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      if (!isUtf8(bytes.subarray(valid, at))) return valid;
      valid = at;
    } else if (byte >= 0xc0) {
      if (!isUtf8(bytes.subarray(valid, at))) return valid;
      valid = at;
    }
  }
  return valid;
}
