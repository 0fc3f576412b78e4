import { isUtf8 } from 'node:buffer';
import type { Damage } from '../../core/table/row.js';
import { type CsvRecord, placeOf } from './csv-record.js';
import type { Scan } from './csv-scan.js';

/** What is wrong with the record that was scanned last, and where. */
export function damageOf({ record, unclosedAt, strayAt, nulAt }: Scan): Damage | undefined {
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

/** The position of the first byte of the record that is not UTF-8, found by halving. */
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
