import { formatCsvCell } from '../../core/csv-cell.js';
import { BYTE, CELL, type CsvRecord } from './csv-record.js';

/** Bytes on their way out, in one buffer that is used again once it is emptied. */
export interface ByteWriter {
  /** How many wait. */
  readonly length: number;
  /** What waits; valid until the next write. */
  pending(): Uint8Array;
  empty(): void;
  byte(byte: number): void;
  bytes(bytes: Uint8Array): void;
  text(text: string): void;
  /** A whole number from 0. */
  number(number: number): void;
  /** The part of a buffer, as it is. */
  raw(bytes: Uint8Array, from: number, to: number): void;
  /** A cell as a CSV cell: copied as it came where nothing in it must change. */
  cell(record: CsvRecord, at: number): void;
}

const encoder = new TextEncoder();

/** First bytes of cells that may have to be trimmed or defused: white space, operators, and where wide ones begin. */
const needsCareFirst = byteTable([9, 10, 11, 12, 13, 32, 0x2b, 0x2d, 0x3d, 0x40, 0xc2, 0xe2, 0xe3, 0xef]);

/** Bytes that a plain cell of another dialect may hold and a comma's may not. */
const needsQuotes = byteTable([BYTE.quote, BYTE.comma]);

function byteTable(bytes: readonly number[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of bytes) table[byte] = 1;
  return table;
}

export function createByteWriter(size = 64 * 1024): ByteWriter {
  let buffer = new Uint8Array(size);
  let length = 0;

  function reserve(count: number): void {
    if (length + count <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + count));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  }

  function text(value: string): void {
    reserve(value.length * 3);
    length += encoder.encodeInto(value, buffer.subarray(length)).written;
  }

  function copy(bytes: Uint8Array, from: number, to: number): void {
    reserve(to - from);
    // Short runs, mostly: a loop beats a call.
    for (let at = from; at < to; at += 1) {
      buffer[length] = bytes[at] ?? 0;
      length += 1;
    }
  }

  return {
    get length() {
      return length;
    },
    pending: () => buffer.subarray(0, length),
    empty: () => {
      length = 0;
    },
    byte: (byte) => {
      reserve(1);
      buffer[length] = byte;
      length += 1;
    },
    bytes: (bytes) => copy(bytes, 0, bytes.length),
    text,
    number: (number) => {
      reserve(16);
      let digits = 1;
      for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
      let rest = number;
      for (let at = length + digits - 1; at >= length; at -= 1) {
        const next = Math.floor(rest / 10);
        buffer[at] = 48 + rest - next * 10;
        rest = next;
      }
      length += digits;
    },
    raw: (bytes, from, to) => {
      reserve(to - from);
      buffer.set(bytes.subarray(from, to), length);
      length += to - from;
    },
    cell: (record, at) => {
      const { bytes } = record;
      const start = record.starts[at] ?? 0;
      const end = record.ends[at] ?? 0;
      if (start === end || at >= record.count) return;
      const last = bytes[end - 1] ?? 0;
      let isCareful = needsCareFirst[bytes[start] ?? 0] === 1 || last <= BYTE.space || last >= 0x80;
      if (record.kinds[at] === CELL.plain) {
        for (let look = start; look < end; look += 1) if (needsQuotes[bytes[look] ?? 0] === 1) isCareful = true;
        if (!isCareful) return copy(bytes, start, end);
      } else if (!isCareful) return copy(bytes, start - 1, end + 1);
      text(formatCsvCell(record.text(at).trim()));
    },
  };
}
