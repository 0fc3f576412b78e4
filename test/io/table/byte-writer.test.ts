import { array, assert, asyncProperty, boolean, constantFrom } from 'fast-check';
import { expect, test } from 'vitest';
import { formatCsvCell } from '../../../src/core/table/csv-cell.js';
import { createByteWriter, pendingBytes, putNumber, writeCell } from '../../../src/io/table/byte-writer.js';
import { eachRecord, readerOf } from '../../support/csv.js';

async function copied(text: string, delimiter: string): Promise<string> {
  const out = createByteWriter(4);
  await eachRecord(readerOf(text, { delimiter }), (record) => writeCell(out, record, 0));
  return Buffer.from(pendingBytes(out)).toString('utf8');
}

const character = constantFrom(
  'a',
  'é',
  '太',
  '\u3000',
  '\u00a0',
  ' ',
  '\t',
  '"',
  ',',
  '\n',
  '\r',
  '\u001b',
  '\u007f',
  '\u009b',
  '\u061c',
  '\u202e',
  'ع',
  '=',
  '+',
  '-',
  '@',
  '＝',
  '1',
);

test('no control of a cell is written, however the cell is quoted', async () => {
  for (const text of ['a\u001b[31mb', 'a\u009b31mb', 'a\u202eb', '"a\u001b[31m\rb"']) {
    expect(await copied(`${text},x\n`, ',')).not.toMatch(/[\u001b\u009b\u202e\r]/);
  }
});

test('a cell that is copied is byte for byte the cell that is formatted, in every dialect, quoted before or not', async () => {
  await assert(
    asyncProperty(
      array(character, { maxLength: 8 }),
      boolean(),
      constantFrom(',', ';'),
      async (parts, isQuoted, delimiter) => {
        const text = parts.join('');
        const mustQuote = isQuoted || /^"|[\n\r]/.test(text) || text.includes(delimiter);
        const cell = mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
        expect(await copied(`${cell}${delimiter}x\n`, delimiter)).toBe(formatCsvCell(text.trim()));
      },
    ),
    { numRuns: 1000 },
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd|x', "'+cmd|x"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['-5', '-5'],
  ['Ada =1', 'Ada =1'],
  ['"=HYPERLINK(""x"")"', `"'=HYPERLINK(""x"")"`],
  ['" =1"', "'=1"],
])('%s leaves as %s: no spreadsheet runs it', async (cell, expected) => {
  expect(await copied(`${cell},x\n`, ',')).toBe(expected);
});

test('a comma in a plain cell of another dialect gets quotes', async () => {
  expect(await copied('Doe, Jane;x\n', ';')).toBe('"Doe, Jane"');
});

test.each([0, 7, 10, 99, 100, 4_294_967_296, 999_999_999_999])('%i is written with all its digits', (number) => {
  const buffer = new Uint8Array(20);
  expect(Buffer.from(buffer.subarray(0, putNumber(buffer, number, 0))).toString()).toBe(String(number));
});
