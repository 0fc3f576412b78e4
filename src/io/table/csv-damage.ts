import { isUtf8 } from 'node:buffer';
import { createMistake } from '../../core/problem.js';
import type { Damage } from '../../core/table/row.js';
import { type CsvRecord, placeOf } from './csv-record.js';
import type { Scan } from './csv-scan.js';

/** What is wrong with the record that was scanned last, and where. */
export function damageOf({ record, unclosedAt, strayAt, nulAt }: Scan): Damage | undefined {
  const at = (position: number) => placeOf(record, position);
  if (unclosedAt !== undefined) {
    const place = at(unclosedAt);
    return { ...createMistake('unclosed-quote', { line: place.line }), ...place };
  }
  if (strayAt !== undefined) return { ...createMistake('text-after-quote', {}), ...at(strayAt) };
  if (nulAt !== undefined) return { ...createMistake('nul-byte', {}), ...at(nulAt) };
  const wrong = firstInvalid(record);
  return wrong === undefined ? undefined : { ...createMistake('not-utf8', { what: 'row' }), ...at(wrong) };
}

/** The first byte of the record that is not UTF-8, found by halving. */
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
