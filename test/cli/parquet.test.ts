import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import zlib, { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const role = ['--role', 'small.yaml'];

function parquet(columnData: ColumnSource[], options: object = {}): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData, ...options }));
}

function hostWith(table: Uint8Array, more: Readonly<Record<string, string | Uint8Array>> = {}): FakeHost {
  return createFakeHost({ files: { 'small.yaml': SMALL_RUBRIC, 'in.parquet': table, ...more } });
}

const PEOPLE: ColumnSource[] = [
  { name: 'candidate', data: ['Ada Example', 'Yamada\n太郎', 'Ben "B" Example, Jr.', 'Cyd'], type: 'STRING' },
  { name: 'interviewer', data: ['R. Panel', 'R. Panel', null, 'S. Panel'], type: 'STRING', nullable: true },
  { name: 'craft', data: [5, 4, null, 9], type: 'INT32', nullable: true },
  { name: 'talk', data: [4, 2, 3, 3], type: 'DOUBLE' },
  { name: 'talk evidence', data: ['x', 'y, "z"', null, ''], type: 'STRING', nullable: true },
];

const CSV = `candidate,interviewer,craft,talk,talk evidence
Ada Example,R. Panel,5,4,x
"Yamada
太郎",R. Panel,4,2,"y, ""z"""
"Ben ""B"" Example, Jr.",,,3,
Cyd,S. Panel,9,3,
`;

async function results(host: FakeHost, file: string): Promise<{ json: unknown; code: number }> {
  const code = await run(['batch', file, ...role, '-f', 'json'], host);
  return { json: JSON.parse(host.stdout.text.replace(/"line": ?\d+/g, '"line":0')), code };
}

describe('a table of Parquet', () => {
  test.each(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'BROTLI'] as const)(
    'means what the same CSV means, in %s',
    async (codec) => {
      const compressors = {
        GZIP: (bytes: Uint8Array) => gzipSync(bytes),
        BROTLI: (bytes: Uint8Array) => brotliCompressSync(bytes),
      };
      const host = hostWith(parquet(PEOPLE, { codec, compressors }));
      const csv = hostWith(new Uint8Array(), { 'in.csv': CSV });
      expect(await results(host, 'in.parquet')).toEqual(await results(csv, 'in.csv'));
    },
  );

  test('is read across row groups and in LZ4, and its rows are counted through', async () => {
    const columns = PEOPLE.map((column) => ({
      ...column,
      data: Array.from({ length: 40 }, (_, at) => column.data[at % 4]),
    }));
    // LZ4 may hold the bytes as they are: how many they are, then they themselves.
    const literal = (bytes: Uint8Array) => {
      const more = bytes.length - 15;
      const lengths = more < 0 ? [] : [...Array(Math.floor(more / 255)).fill(255), more % 255];
      return Uint8Array.from([(more < 0 ? bytes.length : 15) << 4, ...lengths, ...bytes]);
    };
    const table = parquet(columns, { rowGroupSize: 7, codec: 'LZ4_RAW', compressors: { LZ4_RAW: literal } });
    const host = hostWith(table);
    expect(await run(['batch', 'in.parquet', ...role, '-f', 'csv'], host)).toBe(EXIT.no);
    expect(host.stderr.text).toMatch(/in\.parquet row 4 error 10 × rating 9 .*; also on rows 8, 12, 16, …/);
    expect(host.stdout.text).toContain('\n39,"Ben ""B"" Example, Jr.",');
  });

  test.runIf('zstdCompressSync' in zlib)('is read in zstd', async () => {
    const { zstdCompressSync } = zlib as unknown as { zstdCompressSync: (bytes: Uint8Array) => Uint8Array };
    const host = hostWith(parquet(PEOPLE, { codec: 'ZSTD', compressors: { ZSTD: zstdCompressSync } }));
    expect(await run(['batch', 'in.parquet', ...role, '-f', 'csv'], host)).toBe(EXIT.no);
    expect(host.stdout.text).toContain('\n1,Ada Example,');
  });

  test('is known by its bytes, whatever its name is', async () => {
    const host = hostWith(new Uint8Array(), { 'data.bin': parquet(PEOPLE) });
    expect(await run(['batch', 'data.bin', ...role, '-f', 'csv'], host)).toBe(EXIT.no);
    expect(host.stdout.text).toMatch(/^line,candidate,.*\n1,Ada Example,.*\n2,"Yamada\n太郎",/);
  });

  test('has rows, which messages count without the header, and rejects that are CSV', async () => {
    const host = hostWith(parquet(PEOPLE));
    expect(await run(['batch', 'in.parquet', ...role, '-o', 'out.csv'], host)).toBe(EXIT.no);
    expect(host.stderr.text).toContain('in.parquet row 4 error rating 9 is outside the scale 1 to 5 (craft)');
    const rejects = readFileSync(join(host.cwd, 'out.rejects.csv'), 'utf8');
    expect(rejects).toContain('candidate,interviewer,craft,talk,talk evidence\n"4","craft",');
    writeFileSync(join(host.cwd, 'mended.csv'), rejects.replace(',9,', ',3,'));
    expect(await run(['batch', 'mended.csv', ...role, '-f', 'csv'], host)).toBe(EXIT.ok);
  });

  test('is checked twice by a strict run, and screened', async () => {
    const strict = hostWith(parquet(PEOPLE));
    expect(await run(['batch', 'in.parquet', ...role, '--strict'], strict)).toBe(EXIT.no);
    expect(strict.stdout.text).toBe('');
    const rubric = SMALL_RUBRIC.replace(/^requirements:\n(?: .*\n)*/m, '');
    const screened = `${rubric}requirements:\n  - { id: years, name: Years, atLeast: 3 }\n`;
    const host = createFakeHost({
      files: {
        'small.yaml': screened,
        'in.parquet': parquet([
          { name: 'candidate', data: ['Ada', 'Ben'], type: 'STRING' },
          { name: 'years', data: ['4', 'many'], type: 'STRING' },
        ]),
      },
    });
    expect(await run(['screen', 'in.parquet', ...role, '-f', 'csv'], host)).toBe(EXIT.no);
    expect(host.stdout.text).toContain('Ada');
    expect(host.stderr.text).toMatch(/in\.parquet row 2 warning "many" is not a number/);
  });
});

describe.each(['fast', 'duckdb'])('values of Parquet are the texts that a CSV has, with --engine %s', (engine) => {
  /** The text of each value in the column, as the rejects keep it: the rating is outside the scale in each row. */
  async function texts(data: readonly unknown[], type: object): Promise<readonly string[]> {
    const columnData = [
      { name: 'candidate', data: data.map(() => 'Ada') },
      { name: 'x', data },
      { name: 'craft', data: data.map(() => 9) },
    ] as ColumnSource[];
    const schema = [
      { name: 'root', num_children: 3 },
      { name: 'candidate', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      { name: 'x', repetition_type: 'REQUIRED', ...type },
      { name: 'craft', type: 'INT32', repetition_type: 'REQUIRED' },
    ];
    const host = hostWith(parquet(columnData, { schema }));
    const more = ['-f', 'csv', '--rejects', 'r.csv', '--engine', engine];
    await run(['batch', 'in.parquet', ...role, '--map', 'x=', ...more], host);
    const lines = readFileSync(join(host.cwd, 'r.csv'), 'utf8').trimEnd().split('\n').slice(1);
    return lines.map((line) => /,Ada,(.*),9$/.exec(line)?.[1] ?? line);
  }

  const UTC = { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' };
  const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };

  test.each<[string, object, unknown[], string[]]>([
    ['booleans', { type: 'BOOLEAN' }, [true, false], ['true', 'false']],
    ['whole numbers of 64 bits', { type: 'INT64' }, [9007199254740993n, -1n], ['9007199254740993', '-1']],
    ['fractions of 32 bits', { type: 'FLOAT' }, [3.1, 4, 0.1], ['3.1', '4', '0.1']],
    ['fractions of 64 bits, and none', { type: 'DOUBLE' }, [3.1, 4, Number.NaN], ['3.1', '4', '']],
    ['texts with formulas, as they are', text, ['=1+1', ' a ', '+4'], ['=1+1', ' a ', '+4']],
    ['texts from a dictionary', text, ['a', 'a', 'b', 'a', 'a', 'a'], ['a', 'a', 'b', 'a', 'a', 'a']],
    [
      'days',
      { type: 'INT32', converted_type: 'DATE' },
      [new Date('2026-11-20'), new Date('1969-12-31')],
      ['2026-11-20', '1969-12-31'],
    ],
    [
      'decimals',
      { type: 'INT32', converted_type: 'DECIMAL', precision: 5, scale: 2 },
      [3.5, 4, 0.07],
      ['3.50', '4.00', '0.07'],
    ],
    [
      'times',
      { type: 'INT64', logical_type: UTC },
      [new Date('2026-11-20T09:30:00Z'), new Date('2026-11-20T09:30:00.250Z')],
      ['2026-11-20T09:30:00Z', '2026-11-20T09:30:00.250Z'],
    ],
    [
      'times of no zone',
      { type: 'INT64', logical_type: { ...UTC, isAdjustedToUTC: false } },
      [new Date('2026-11-20T09:30:00Z')],
      ['2026-11-20T09:30:00'],
    ],
    [
      'lists and maps',
      { type: 'BYTE_ARRAY', converted_type: 'JSON' },
      [['a', 1], { b: [2] }],
      ['a; 1', '"{""b"":[2]}"'],
    ],
  ])('%s', async (_what, type, data, expected) => {
    expect(await texts(data, type)).toEqual(expected);
  });

  test('whatever a text is, it is the same cell as in CSV', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 1, maxLength: 6 }),
        async (names) => {
          const plain = names.map((name) => name.replaceAll('\0', ''));
          const host = hostWith(
            parquet([
              { name: 'candidate', data: plain, type: 'STRING' },
              { name: 'craft', data: plain.map(() => 4), type: 'INT32' },
            ]),
          );
          await run(['batch', 'in.parquet', ...role, '-f', 'json', '--engine', engine], host);
          const { results } = JSON.parse(host.stdout.text) as { results: { candidate: { name: string } }[] };
          expect(results.map(({ candidate }) => candidate.name)).toEqual(
            plain.map((name) => name.trim()).filter((name) => name !== ''),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('what is no Parquet that can be read is told', () => {
  const whole = parquet(PEOPLE);

  test.each<[string, Uint8Array, readonly string[], string]>([
    ['a file that is cut off', whole.slice(0, whole.length - 20), [], 'in.parquet is damaged, or is Parquet of a kind'],
    [
      'a file with bytes changed',
      Uint8Array.from(whole, (byte, at) => (at > 20 && at < 60 ? 0xff : byte)),
      [],
      'in.parquet',
    ],
    ['the four bytes alone', new TextEncoder().encode('PAR1'), [], 'in.parquet is damaged'],
    [
      'an encrypted file',
      new TextEncoder().encode(`PARE${'x'.repeat(40)}PARE`),
      [],
      'is damaged, or is Parquet of a kind',
    ],
    ['an encoding', whole, ['--encoding', 'latin1'], 'in.parquet is Parquet, which has neither encoding nor delimiter'],
    ['a packed file', gzipSync(whole), [], 'in.parquet is Parquet, which is read from its end'],
  ])('%s', async (_what, bytes, options, message) => {
    const host = hostWith(bytes);
    expect(await run(['batch', 'in.parquet', ...role, ...options], host)).not.toBe(EXIT.ok);
    expect(host.stderr.text).toContain(message);
    expect(host.stderr.text).not.toContain('this is a bug');
  });
});
