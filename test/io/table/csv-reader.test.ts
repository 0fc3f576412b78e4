import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  record as arbitraryRecord,
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  string,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, eachRecord, readerOf } from '../../support/csv.js';
import { HOME } from '../../support/fake-host.js';

const SPECTRUM = join(HOME, 'node_modules/csv-spectrum');

/** csv-parse, told to take what this reader takes. */
function oracle(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    bom: false,
  });
}

async function read(text: string, options: { delimiter?: string; bufferSize?: number } = {}): Promise<string[][]> {
  return eachRecord(readerOf(text, options), cellsOf);
}

const character = constantFrom('a', 'é', '太', '😀', ' ', '"', ',', ';', '\t', '\n', '\r', '\r\n', '1', "'");
const cell = array(character, { maxLength: 6 }).map((parts) => parts.join(''));

/** A cell as somebody may write it: quoted where it must be, and sometimes where it needn't. */
function written(text: string, delimiter: string, isQuoted: boolean): string {
  const mustQuote = text.startsWith('"') || [delimiter, '\n', '\r'].some((special) => text.includes(special));
  return isQuoted || mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
}

const table = arbitraryRecord({
  delimiter: constantFrom(',', ';', '\t', '|'),
  rows: array(array(arbitraryRecord({ text: cell, isQuoted: boolean() }), { minLength: 1, maxLength: 5 }), {
    maxLength: 8,
  }),
  ends: array(constantFrom('\n', '\r\n', '\r', '\n\n'), { minLength: 8, maxLength: 8 }),
  hasLastEnd: boolean(),
});

describe('the reader agrees with csv-parse', () => {
  test('on generated tables of every dialect, whatever the size of its buffer', async () => {
    await assert(
      asyncProperty(table, integer({ min: 1, max: 64 }), async ({ delimiter, rows, ends, hasLastEnd }, bufferSize) => {
        const lines = rows.map((cells) =>
          cells.map(({ text, isQuoted }) => written(text, delimiter, isQuoted)).join(delimiter),
        );
        const text = lines
          .map((line, at) => line + (at < lines.length - 1 || hasLastEnd ? (ends[at] ?? '\n') : ''))
          .join('');
        expect(await read(text, { delimiter, bufferSize })).toEqual(oracle(text, delimiter));
      }),
      { numRuns: 600 },
    );
  });

  test('on one table cut at every single byte', async () => {
    const text = 'a,"b ""x"" é","c\r\n\r\nd",太\r\n,,\r"",e"f,\n\n"last';
    const closed = `${text}"`;
    const expected = oracle(closed, ',');
    for (let bufferSize = 1; bufferSize <= closed.length + 9; bufferSize += 1)
      expect(await read(closed, { bufferSize })).toEqual(expected);
  });

  test('on text of any characters inside quotes', async () => {
    await assert(
      asyncProperty(string({ unit: 'grapheme' }), integer({ min: 1, max: 16 }), async (text, bufferSize) => {
        const written = `x,"${text.replaceAll('"', '""')}"\n`;
        expect(await read(written, { bufferSize })).toEqual([['x', text]]);
      }),
    );
  });
});

describe('csv-spectrum', () => {
  const names = readdirSync(join(SPECTRUM, 'csvs')).map((file) => file.replace(/\.csv$/, ''));
  test.each(names)('%s', async (name) => {
    const bytes = readFileSync(join(SPECTRUM, 'csvs', `${name}.csv`));
    const records = await eachRecord(readerOf(bytes), cellsOf);
    expect(records).toEqual(oracle(bytes.toString('utf8'), ','));
    // The package's own answer for this one has another telephone number than its table.
    if (name === 'location_coordinates') return;
    const [header = [], ...rows] = records;
    const objects = rows.map((cells) => Object.fromEntries(header.map((key, at) => [key, cells[at]])));
    expect(objects).toEqual(JSON.parse(readFileSync(join(SPECTRUM, 'json', `${name}.json`), 'utf8')));
  });
});

test('a quote inside a plain cell is a letter like any other', async () => {
  expect(await read('5\'10" tall,b"c"\n')).toEqual([['5\'10" tall', 'b"c"']]);
});

test('lines with nothing on them are no records, and are counted', async () => {
  const reader = readerOf('\n\r\na\n\n\rb\n');
  expect(await eachRecord(reader, cellsOf)).toEqual([['a'], ['b']]);
  expect(reader.emptyLines).toBe(4);
});

describe('places are physical', () => {
  const text = 'a,b\r\n"two\nlines","太郎",x\r\n\rlast,"q",é!\n';
  test.each([1, 7, 1024])(
    'lines count line ends inside quotes, columns count characters (buffer of %i)',
    async (bufferSize) => {
      const places = await eachRecord(readerOf(text, { bufferSize }), (record) =>
        Array.from({ length: record.count }, (_, at) => {
          const { line, column } = record.place(at);
          return `${line}:${column}`;
        }),
      );
      expect(places).toEqual([
        ['1:1', '1:3'],
        ['2:1', '3:8', '3:13'],
        ['5:1', '5:6', '5:10'],
      ]);
    },
  );

  test('a cell that the row lacks is where the row ends', async () => {
    expect(await eachRecord(readerOf('ab,c\n'), (record) => record.place(5))).toEqual([{ line: 1, column: 5 }]);
  });
});

describe('a damaged record says what and where', () => {
  const damageOf = async (text: string | Uint8Array) =>
    (await eachRecord(readerOf(text, { bufferSize: 3 }), ({ damage }) => damage)).flatMap((damage) =>
      damage ? [`${damage.code} ${damage.line}:${damage.column}`] : [],
    );

  test.each([
    ['a quote that is never closed names the line on which it opened', 'a,b\n1,"2\n3,4\n5,6\n', ['unclosed-quote 2:3']],
    ['text after a closing quote', 'a,b\n"x"y,2\n3,4\n', ['text-after-quote 2:4']],
    ['a NUL byte in a plain cell', 'a,b\n1,x\0y\n', ['nul-byte 2:4']],
    ['a NUL byte in a quoted cell', 'a,b\n1,"x\ny\0"\n', ['nul-byte 3:2']],
  ])('%s', async (_title, text, expected) => {
    expect(await damageOf(text)).toEqual(expected);
  });

  test('bytes that are no UTF-8 are found in their own row, and in no other', async () => {
    const bytes = Buffer.concat([Buffer.from('é,b\nJos'), Buffer.from([0xe9]), Buffer.from(',2\n太,4\n')]);
    expect(await damageOf(bytes)).toEqual(['not-utf8 2:4']);
  });

  test('a character that the table ends in the middle of is no UTF-8', async () => {
    expect(await damageOf(Buffer.from([0x61, 0xe5, 0xa4]))).toEqual(['not-utf8 1:2']);
  });
});

test('a row of more than 16 MiB is refused with the line on which it began', async () => {
  const bytes = Buffer.alloc(17 * 1024 * 1024, 0x61);
  bytes.write('a,b\n1,"');
  const reader = readerOf(bytes);
  await expect(eachRecord(reader, () => 0)).rejects.toThrow(':2: the row has more than 16 MiB');
});

test('a row of a hundred thousand cells is a row', async () => {
  const [cells] = await read(`${','.repeat(99_999)}\n`);
  expect(cells).toHaveLength(100_000);
});
