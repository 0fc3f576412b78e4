import { outlineOf } from '../../core/table/outline.js';
import { type BatchRow, type Damage, MULTIPLE_BYTES } from '../../core/table/row.js';

export const BYTE = { nul: 0, tab: 9, lf: 10, cr: 13, space: 32, quote: 34, comma: 44 } as const;

/** How a cell was written. */
export const CELL = { plain: 0, quoted: 1, escaped: 2 } as const;

/**
 * One record, as positions in the reader's buffer: no text is made until it is asked for. Valid until the reader is
 * asked for the next one.
 */
export interface CsvRecord extends BatchRow {
  bytes: Uint8Array;
  /** The first byte of each cell's content, quotes left out. */
  starts: Int32Array;
  /** The position after the last byte of each cell's content. */
  ends: Int32Array;
  /** One of `CELL` for each cell. */
  kinds: Uint8Array;
  count: number;
  line: number;
  /** Where the record begins; `to` is where it ends, without its line end. */
  from: number;
  to: number;
  damage: Damage | undefined;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function createCsvRecord(): CsvRecord {
  const record: CsvRecord = {
    bytes: new Uint8Array(0),
    starts: new Int32Array(64),
    ends: new Int32Array(64),
    kinds: new Uint8Array(64),
    count: 0,
    line: 1,
    from: 0,
    to: 0,
    damage: undefined,
    code: (at) => {
      if (at >= record.count) return BYTE.nul;
      const start = record.starts[at] ?? 0;
      const length = (record.ends[at] ?? 0) - start;
      if (length === 1) return record.bytes[start] ?? BYTE.nul;
      return length === 0 ? BYTE.nul : MULTIPLE_BYTES;
    },
    isBlank: (at) => isBlankCell(record, at),
    text: (at) => cellText(record, at),
    outline: (at) => (at < record.count ? outlineOf(record.bytes, record.starts[at] ?? 0, record.ends[at] ?? 0) : -1),
    nextCount: () => undefined,
    place: (at) => placeOf(record, cellStart(record, at)),
  };
  return record;
}

/** Makes room for more cells than any record has had so far. */
export function growRecord(record: CsvRecord): void {
  const { starts, ends, kinds } = record;
  record.starts = new Int32Array(starts.length * 2);
  record.ends = new Int32Array(ends.length * 2);
  record.kinds = new Uint8Array(kinds.length * 2);
  record.starts.set(starts);
  record.ends.set(ends);
  record.kinds.set(kinds);
}

/** Whether all of a cell is ASCII; no text is made for the answer. */
export function isAsciiCell({ bytes, starts, ends, count }: CsvRecord, cell: number): boolean {
  if (cell >= count) return true;
  const end = ends[cell] ?? 0;
  for (let at = starts[cell] ?? 0; at < end; at += 1) if ((bytes[at] ?? 0) >= 0x80) return false;
  return true;
}

function isBlankCell(record: CsvRecord, cell: number): boolean {
  if (cell >= record.count) return true;
  const { bytes } = record;
  const end = record.ends[cell] ?? 0;
  let at = record.starts[cell] ?? 0;
  while (at < end && (bytes[at] ?? 0) <= BYTE.space) at += 1;
  if (at === end) return true;
  // Wide spaces cannot be told from single bytes.
  return (bytes[at] ?? 0) >= 0x80 && cellText(record, cell).trim() === '';
}

function cellText({ bytes, starts, ends, kinds, count }: CsvRecord, at: number): string {
  if (at >= count) return '';
  const text = decoder.decode(bytes.subarray(starts[at], ends[at]));
  return kinds[at] === CELL.escaped ? text.replaceAll('""', '"') : text;
}

/** Where the cell begins, with the quote that opens it; the end of the record where there is no such cell. */
function cellStart({ starts, kinds, count, to }: CsvRecord, at: number): number {
  if (at >= count) return to;
  const start = starts[at] ?? to;
  return kinds[at] === CELL.plain ? start : start - 1;
}

/** Line and column of a byte of the record. Lines are counted only when somebody asks. */
export function placeOf({ bytes, from, line }: CsvRecord, position: number): { line: number; column: number } {
  let lines = 0;
  let lineStart = from;
  for (let at = from; at < position; at += 1) {
    const byte = bytes[at];
    const isEnd = byte === BYTE.lf || (byte === BYTE.cr && bytes[at + 1] !== BYTE.lf);
    if (!isEnd) continue;
    lines += 1;
    lineStart = at + 1;
  }
  return { line: line + lines, column: decoder.decode(bytes.subarray(lineStart, position)).length + 1 };
}
