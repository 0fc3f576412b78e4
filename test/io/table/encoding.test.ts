import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createCsvReader } from '../../../src/io/table/csv-reader.js';
import { toUtf8 } from '../../../src/io/table/encoding.js';
import { cellsOf, eachRecord, sourceOf } from '../../support/csv.js';

const TEXT = 'candidate,note\nAda Example,"é 太郎 😀"\n';
const ROWS = [
  ['candidate', 'note'],
  ['Ada Example', 'é 太郎 😀'],
];

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

async function decode(bytes: Uint8Array, { encoding, piece }: { encoding?: string; piece?: number } = {}) {
  const source = await toUtf8(sourceOf(bytes, piece), { encoding, shown: 'table.csv' });
  return eachRecord(createCsvReader(source, { delimiter: 44, bufferSize: 8 }), cellsOf);
}

describe('the encoding is found', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 little-endian with its mark', utf16(`\ufeff${TEXT}`)],
    ['UTF-16 big-endian with its mark', swapped(utf16(`\ufeff${TEXT}`))],
    ['UTF-16 little-endian without a mark', utf16(TEXT)],
    ['UTF-16 big-endian without a mark', swapped(utf16(TEXT))],
    ['gzip', gzipSync(TEXT)],
    ['gzip of UTF-16', gzipSync(utf16(`\ufeff${TEXT}`))],
    ['two gzip members, one after the other', Buffer.concat([gzipSync(TEXT.slice(0, 20)), gzipSync(TEXT.slice(20))])],
  ])('%s', async (_name, bytes) => {
    for (const piece of [1, 3, 4096]) expect(await decode(bytes, { piece })).toEqual(ROWS);
  });
});

test('an encoding that was named is used', async () => {
  expect(await decode(Buffer.from([0x4a, 0x6f, 0x73, 0xe9, 0x2c, 0x80]), { encoding: 'windows-1252' })).toEqual([
    ['José', '€'],
  ]);
});

test('an encoding that nobody knows is refused with examples', async () => {
  await expect(decode(Buffer.from(TEXT), { encoding: 'utf-9' })).rejects.toThrow('the encoding "utf-9" is not known');
});

test('a workbook is refused, not read as text', async () => {
  await expect(decode(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).rejects.toThrow('is a workbook or an archive');
});

test('gzip that ends too early is an error, not a shorter table', async () => {
  const packed = gzipSync(Buffer.alloc(100_000, 'ab,c\n'));
  await expect(decode(packed.subarray(0, packed.length - 12))).rejects.toThrow('damaged or ends too early');
});
