import { BYTE, CELL, type CsvRecord, growRecord } from './csv-record.js';

/** What the scanner needs of the reader, and what it leaves there. */
export interface Scan {
  readonly record: CsvRecord;
  /** 1 for bytes that mean nothing outside quotes. */
  readonly isPlain: Uint8Array;
  readonly delimiter: number;
  /** The position after the last byte; a line feed stands there as a sentinel. */
  limit: number;
  /** Whether nothing comes after `limit`. */
  isLast: boolean;
  /** How many line ends were seen, the record's own included. */
  lines: number;
  /** Positions of what is wrong with the record; `undefined` where it is sound. */
  unclosedAt: number | undefined;
  strayAt: number | undefined;
  nulAt: number | undefined;
}

/** 1 for bytes that mean nothing inside quotes. */
const isPlainInQuotes = plainTable([BYTE.nul, BYTE.lf, BYTE.cr, BYTE.quote]);

function plainTable(special: readonly number[]): Uint8Array {
  const table = new Uint8Array(256).fill(1);
  for (const byte of special) table[byte] = 0;
  return table;
}

export function createScan(record: CsvRecord, delimiter: number): Scan {
  return {
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
}

export function isDamaged({ unclosedAt, strayAt, nulAt }: Scan): boolean {
  return unclosedAt !== undefined || strayAt !== undefined || nulAt !== undefined;
}

/** What `scanRecord` returns when the bytes end before the record does. No record ends at 0. */
export const UNFINISHED = 0;

/** Finds the cells of the record that begins at `from`. Returns where the next one begins, or `UNFINISHED`. */
export function scanRecord(scan: Scan, from: number): number {
  const { record, isPlain, delimiter } = scan;
  const { bytes } = record;
  let { starts, ends, kinds } = record;
  forgetRecord(scan);
  let at = from;
  let count = 0;
  for (;;) {
    if (count === starts.length) {
      growRecord(record);
      ({ starts, ends, kinds } = record);
    }
    // A rating, mostly: one byte and the delimiter.
    if (bytes[at + 1] === delimiter && isPlain[bytes[at] ?? 0] === 1 && bytes[at] !== BYTE.quote) {
      starts[count] = at;
      ends[count] = at + 1;
      kinds[count] = CELL.plain;
      count += 1;
      at += 2;
      continue;
    }
    if (bytes[at] === BYTE.quote) {
      at = scanQuoted(scan, at + 1, count);
      if (at === UNFINISHED) return UNFINISHED;
      if (isPlain[bytes[at] ?? 0] === 1) {
        scan.strayAt ??= at;
        while (isPlain[bytes[at] ?? 0] === 1) at += 1;
      }
    } else {
      starts[count] = at;
      kinds[count] = CELL.plain;
      while (isPlain[bytes[at] ?? 0] === 1) at += 1;
    }
    if (bytes[at] === BYTE.nul) at = skipNuls(scan, at);
    if (kinds[count] === CELL.plain) ends[count] = at;
    count += 1;
    if (bytes[at] !== delimiter) break;
    at += 1;
  }
  record.count = count;
  record.from = from;
  record.to = at;
  if (bytes[at] !== BYTE.lf || at === scan.limit) return nextRecord(scan, at);
  scan.lines += 1;
  return at + 1;
}

/**
 * How many cells the record has that begins at or after `from`, past empty lines; nothing is kept. `undefined` where it
 * is not there as a whole.
 */
export function countCells({ record: { bytes }, delimiter, limit, isLast }: Scan, from: number): number | undefined {
  let at = from;
  while (at < limit && (bytes[at] === BYTE.lf || bytes[at] === BYTE.cr)) at += 1;
  if (at === limit) return undefined;
  let count = 1;
  let isQuoted = false;
  let mayOpen = true;
  for (; at < limit; at += 1) {
    const byte = bytes[at];
    if (isQuoted) isQuoted = byte !== BYTE.quote;
    else if (byte === BYTE.lf || byte === BYTE.cr) return count;
    else isQuoted = byte === BYTE.quote && mayOpen;
    if (!isQuoted && byte === delimiter) count += 1;
    mayOpen = byte === delimiter || byte === BYTE.quote;
  }
  return isLast ? count : undefined;
}

function forgetRecord(scan: Scan): void {
  scan.lines = 0;
  scan.unclosedAt = undefined;
  scan.strayAt = undefined;
  scan.nulAt = undefined;
}

/** Passes over NUL bytes and what follows them in a cell, and notes the first. */
function skipNuls(scan: Scan, from: number): number {
  const { record, isPlain } = scan;
  const { bytes } = record;
  scan.nulAt ??= from;
  let at = from;
  while (bytes[at] === BYTE.nul || isPlain[bytes[at] ?? 0] === 1) at += 1;
  return at;
}

/** Where the next record begins, from the line end of this one. */
function nextRecord(scan: Scan, at: number): number {
  const { record, limit, isLast } = scan;
  const { bytes } = record;
  if (at === limit) return isLast ? limit : UNFINISHED;
  scan.lines += 1;
  // A carriage return: the line feed after it belongs to it, and may not have come yet.
  if (at + 1 === limit) return isLast ? limit : UNFINISHED;
  return bytes[at + 1] === BYTE.lf ? at + 2 : at + 1;
}

/**
 * Reads a quoted cell from after its opening quote. Returns where what follows the closing quote begins, or
 * `UNFINISHED`.
 */
function scanQuoted(scan: Scan, start: number, cell: number): number {
  const { record, limit, isLast } = scan;
  const { bytes } = record;
  let kind: number = CELL.quoted;
  let at = start;
  for (;;) {
    // Letters lie beyond the quote: a comparison is cheaper than the table.
    while ((bytes[at] ?? 0) > BYTE.quote || isPlainInQuotes[bytes[at] ?? 0] === 1) at += 1;
    const byte = bytes[at];
    if (byte === BYTE.quote) {
      // At the limit the record is unfinished either way, or this is its end.
      if (bytes[at + 1] !== BYTE.quote || at + 1 === limit) break;
      kind = CELL.escaped;
      at += 2;
      continue;
    }
    if (at === limit) {
      if (!isLast) return UNFINISHED;
      scan.unclosedAt = start - 1;
      break;
    }
    if (byte === BYTE.nul) scan.nulAt ??= at;
    else if (byte === BYTE.lf || (bytes[at + 1] !== BYTE.lf && at + 1 < limit) || (at + 1 === limit && isLast))
      scan.lines += 1;
    at += 1;
  }
  record.starts[cell] = start;
  record.ends[cell] = at;
  record.kinds[cell] = kind;
  return scan.unclosedAt === undefined ? at + 1 : at;
}
