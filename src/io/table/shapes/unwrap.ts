import { type ByteSource, fromChunks } from '../byte-source.js';
import { createCsvReader } from '../csv-reader.js';
import { BYTE, CELL } from '../csv-record.js';
import type { RawRow } from '../sample-rows.js';

/** Whether most rows are one cell in quotes with delimiters in it: a table that was quoted line by line. */
export function isWrapped(rows: readonly RawRow[]): boolean {
  const wrapped = rows.filter(
    ({ cells, isSound, isOneQuoted }) => isSound && isOneQuoted && /[,;\t|]/.test(cells[0] ?? ''),
  );
  return wrapped.length > 0 && wrapped.length * 2 >= rows.length;
}

const LINE_END = new Uint8Array([BYTE.lf]);

/** A table without the quotes around its lines; lines stay where they are. */
export function unwrapLines(source: ByteSource): ByteSource {
  return fromChunks(lines(source));
}

async function* lines(source: ByteSource): AsyncGenerator<Uint8Array> {
  const reader = createCsvReader(source, { delimiter: BYTE.comma });
  const { record } = reader;
  const encoder = new TextEncoder();
  let line = 1;
  while (await reader.fill()) {
    while (reader.next()) {
      for (; line < record.line; line += 1) yield LINE_END;
      const isWrapped = record.count === 1 && record.kinds[0] !== CELL.plain && !record.damage;
      const bytes = isWrapped ? encoder.encode(record.text(0)) : record.bytes.slice(record.from, record.to);
      yield bytes;
      yield LINE_END;
      line += 1 + lineEndsIn(bytes);
    }
  }
}

function lineEndsIn(bytes: Uint8Array): number {
  return bytes.filter((byte, at) => byte === BYTE.lf || (byte === BYTE.cr && bytes[at + 1] !== BYTE.lf)).length;
}
