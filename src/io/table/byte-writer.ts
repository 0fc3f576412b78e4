import { formatCsvCell } from '../../core/table/csv-cell.js';
import type { TerminalText } from '../../core/text/safe-text.js';
import { BYTE, CELL, type CsvRecord } from './csv-record.js';

/**
 * Bytes on their way out, in one buffer that is reused once it is emptied. Whoever writes into it reserves room first.
 */
export interface ByteWriter {
  buffer: Uint8Array;
  /** How many bytes are waiting. */
  length: number;
}

export function createByteWriter(size = 64 * 1024): ByteWriter {
  return { buffer: new Uint8Array(size), length: 0 };
}

/** The bytes that are waiting; valid until the next write. */
export function pendingBytes({ buffer, length }: ByteWriter): Uint8Array {
  return buffer.subarray(0, length);
}

/** Makes room for `count` more bytes. */
export function reserve(writer: ByteWriter, count: number): void {
  const { buffer, length } = writer;
  if (length + count <= buffer.length) return;
  writer.buffer = new Uint8Array(Math.max(buffer.length * 2, length + count));
  writer.buffer.set(buffer.subarray(0, length));
}

const encoder = new TextEncoder();
const SHORT = 32;

export function writeText(writer: ByteWriter, text: TerminalText): void {
  reserve(writer, text.length * 3);
  const { buffer } = writer;
  let at = writer.length;
  // Most texts are a few letters: then the call of an encoder takes longer than the letters.
  for (let from = 0; from < text.length; from += 1) {
    const code = text.charCodeAt(from);
    if (code >= 0x80 || from === SHORT) {
      writer.length += encoder.encodeInto(text, buffer.subarray(writer.length)).written;
      return;
    }
    buffer[at] = code;
    at += 1;
  }
  writer.length = at;
}

export function writeBytes(writer: ByteWriter, bytes: Uint8Array): void {
  reserve(writer, bytes.length);
  writer.buffer.set(bytes, writer.length);
  writer.length += bytes.length;
}

/** Puts a whole number from 0 at `at`, where there must be room for 16 bytes. Returns where it ends. */
export function putNumber(buffer: Uint8Array, number: number, at: number): number {
  let digits = 1;
  for (let limit = 10; limit <= number; limit *= 10) digits += 1;
  let rest = number;
  // Beyond 32 bits the quick division below would be wrong.
  if (number > 0x7fffffff) {
    for (let place = at + digits - 1; place >= at; place -= 1) {
      buffer[place] = 48 + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    return at + digits;
  }
  for (let place = at + digits - 1; place >= at; place -= 1) {
    const next = (rest / 10) | 0;
    buffer[place] = 48 + rest - next * 10;
    rest = next;
  }
  return at + digits;
}

/** First bytes of cells that may have to be trimmed or defused: white space, operators, and where wide ones begin. */
const needsCareFirst = byteTable([9, 10, 11, 12, 13, 32, 0x2b, 0x2d, 0x3d, 0x40, 0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

/**
 * Bytes that a cell may not hold, or that a sign may begin with which it may not hold: controls, and marks that reorder
 * text. In a plain cell of another dialect, also what has to be quoted.
 */
const CONTROLS = [...Array.from({ length: 32 }, (_, byte) => byte), 0x7f, 0xc2, 0xd8, 0xe2, 0xef];
const needsCare = byteTable(CONTROLS.filter((byte) => byte !== 9 && byte !== 10));
const needsCareOrQuotes = byteTable([...CONTROLS, BYTE.quote, BYTE.comma]);

function byteTable(bytes: readonly number[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of bytes) table[byte] = 1;
  return table;
}

/** The most bytes that `writeCell` copies as they are: there must be room for them, and for the quotes. */
function longestCopy({ starts, ends }: CsvRecord, cell: number): number {
  return (ends[cell] ?? 0) - (starts[cell] ?? 0) + 2;
}

/**
 * Writes a cell as `formatCsvCell` does, trimmed: copied from its bytes where nothing in it must change but needless
 * quotes. A string is made only for a cell that has to be trimmed, quoted or defused.
 */
export function writeCell(writer: ByteWriter, record: CsvRecord, cell: number): void {
  if (cell >= record.count) return;
  reserve(writer, longestCopy(record, cell));
  const { buffer } = writer;
  const { bytes } = record;
  const start = record.starts[cell] ?? 0;
  const end = record.ends[cell] ?? 0;
  if (start === end) return;
  const last = bytes[end - 1] ?? 0;
  let isCareful = needsCareFirst[bytes[start] ?? 0] === 1 || last <= BYTE.space || last >= 0x80;
  const isPlain = record.kinds[cell] === CELL.plain;
  let at = writer.length;
  if (isPlain) {
    for (let from = start; from < end; from += 1) {
      const byte = bytes[from] ?? 0;
      if (needsCareOrQuotes[byte] === 1) isCareful = true;
      buffer[at] = byte;
      at += 1;
    }
  } else if (!isCareful) {
    let needsQuotes = record.kinds[cell] === CELL.escaped;
    buffer[at] = BYTE.quote;
    at += 1;
    for (let from = start; from < end; from += 1) {
      const byte = bytes[from] ?? 0;
      if (needsCare[byte] === 1) isCareful = true;
      if (byte === BYTE.comma || byte === BYTE.lf) needsQuotes = true;
      buffer[at] = byte;
      at += 1;
    }
    if (needsQuotes) {
      buffer[at] = BYTE.quote;
      at += 1;
    } else {
      buffer.copyWithin(writer.length, writer.length + 1, at);
      at -= 1;
    }
  }
  // What was copied before it turned out to need care is overwritten.
  if (isCareful) writeText(writer, formatCsvCell(record.text(cell).trim()));
  else writer.length = at;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const isPlain = byteTable([...`${LETTERS} .-'`].map((sign) => sign.charCodeAt(0)));

/** Whether a cell is a name of letters of ASCII, digits, inner spaces, points and hyphens: the same in every format. */
export function isPlainName({ bytes, starts, ends, count }: CsvRecord, cell: number): boolean {
  if (cell >= count) return false;
  const start = starts[cell] ?? 0;
  const end = ends[cell] ?? 0;
  if (start === end || bytes[start] === BYTE.space || bytes[end - 1] === BYTE.space) return false;
  for (let at = start; at < end; at += 1) if (isPlain[bytes[at] ?? 0] === 0) return false;
  return true;
}

/** Copies the bytes of a cell as they are. */
export function copyCell(writer: ByteWriter, { bytes, starts, ends }: CsvRecord, cell: number): void {
  const start = starts[cell] ?? 0;
  const end = ends[cell] ?? 0;
  reserve(writer, end - start);
  const { buffer } = writer;
  let to = writer.length;
  for (let at = start; at < end; at += 1) {
    buffer[to] = bytes[at] ?? 0;
    to += 1;
  }
  writer.length = to;
}
