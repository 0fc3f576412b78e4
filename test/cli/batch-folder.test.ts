import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const role = ['--role', 'small.yaml'];

const hostWith = (files: Readonly<Record<string, string | Uint8Array>>) =>
  createFakeHost({ files: { 'small.yaml': SMALL_RUBRIC, ...files } });

const JANUARY = 'candidate,interviewer,craft,talk\nAda Example,R. Panel,5,4\nBen Example,R. Panel,bad,4\n';
const FEBRUARY =
  'candidate,interviewer,craft,talk\n山田 太郎,S. Panel,3,3\nCyd Example,S. Panel,4,bad\nDee Example,S. Panel,4,bad\n';

describe('a folder of tables', () => {
  test('is one table, and each result, problem and reject says in which file its row stands', async () => {
    const host = hostWith({ 'months/02.csv.gz': gzipSync(FEBRUARY), 'months/01.csv': JANUARY, 'months/notes.md': 'x' });
    expect(await run(['batch', 'months', ...role, '-f', 'csv', '--rejects', 'r.csv'], host)).toBe(EXIT.no);
    const [head, ...rows] = host.stdout.text.trimEnd().split('\n');
    expect(head).toMatch(/^line,candidate,.*,file$/);
    expect(rows).toEqual([
      expect.stringMatching(/^2,Ada Example,.*,months\/01\.csv$/),
      expect.stringMatching(/^2,山田 太郎,.*,months\/02\.csv\.gz$/),
    ]);
    expect(host.stderr.text).toContain('Left alone, since no table by its name: months/notes.md\n');
    expect(host.stderr.text).toMatch(/^months\/01\.csv:3:\d+ error "bad" is not a rating/m);
    expect(host.stderr.text).toMatch(/^months\/02\.csv\.gz:3:\d+ error 2 × "bad" .*; also on line 4 /m);
    expect(host.stderr.text).toContain('5 rows: 2 scored, 3 left out');
    const rejects = readFileSync(join(host.cwd, 'r.csv'), 'utf8');
    expect(rejects).toContain('\n"months/01.csv:3","craft",');
    expect(rejects).toContain('\n"months/02.csv.gz:4","talk",');
  });

  test('counts a kind of problem over its files', async () => {
    const host = hostWith({ 'a/1.csv': JANUARY, 'a/2.csv': JANUARY, 'a/3.csv': JANUARY });
    expect(await run(['batch', 'a', ...role, '-f', 'ndjson'], host)).toBe(EXIT.no);
    expect(host.stderr.text).toMatch(/a\/1\.csv:3:\d+ error 3 × "bad" .*; also in 2 other files/);
    expect(
      host.stdout.text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).file),
    ).toEqual(['a/1.csv', 'a/2.csv', 'a/3.csv']);
  });

  test.each([
    ['candidate,interviewer,talk,craft\nA,B,4,4\n', 'column 3 is "talk", not "craft"'],
    ['candidate,interviewer,craft\nA,B,4\n', 'column 4 is without a name, not "talk"'],
    ['candidate,interviewer,craft,talk,flags\nA,B,4,4,\n', 'it has a column more, "flags"'],
    ['candidate;interviewer;craft;talk\nA;B;4;4\n', 'between its cells is ";", not ","'],
  ])('is refused before anything is written where a header is another: %j', async (other, difference) => {
    const host = hostWith({ 'a/1.csv': JANUARY, 'a/2.csv': JANUARY, 'a/3.csv': other });
    expect(await run(['batch', 'a', ...role, '-o', 'out.csv'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain(`a/3.csv is not like a/1.csv, the first file: `);
    expect(host.stderr.text).toContain(difference);
    expect(() => readFileSync(join(host.cwd, 'out.csv'))).toThrow();
  });

  test('takes headers that differ in case and spaces as the same', async () => {
    const host = hostWith({ 'a/1.csv': JANUARY, 'a/2.csv': JANUARY.replace('candidate,', ' Candidate ,') });
    expect(await run(['batch', 'a', ...role, '--value', 'bad=3', '-q'], host)).toBe(EXIT.ok);
  });

  test('knows how dates are written from all files together', async () => {
    const table = (date: string) => `candidate,interviewer,craft,talk,date\nAda,R. Panel,4,4,${date}\n`;
    const host = hostWith({ 'a/1.csv': table('03/04/2026'), 'a/2.csv': table('25/04/2026') });
    expect(await run(['batch', 'a', ...role, '-f', 'csv'], host)).toBe(EXIT.ok);
    expect(host.stdout.text).toMatch(/2026-04-03,a\/1\.csv\n.*2026-04-25,a\/2\.csv\n/);
  });

  test('does not call a --value unused that only its last file has a use for', async () => {
    const host = hostWith({ 'a/1.csv': JANUARY.replace('bad', '3'), 'a/2.csv': FEBRUARY });
    expect(await run(['batch', 'a', ...role, '--value', 'bad=2', '--value', 'none=3', '-q'], host)).toBe(EXIT.ok);
    expect(host.stderr.text).not.toContain('bad=2');
    expect(host.stderr.text).toContain('--value none=3 is not used');
  });

  test('with quotes left open in one file costs that file no more than itself', async () => {
    const open = 'candidate,interviewer,craft,talk\nAda,"R. Panel,5,4\nBen,R. Panel,4,4\n';
    const host = hostWith({ 'a/1.csv': open, 'a/2.csv': FEBRUARY.replaceAll('bad', '3') });
    expect(await run(['batch', 'a', ...role, '-f', 'csv', '-q'], host)).toBe(EXIT.no);
    expect(host.stdout.text.match(/a\/2\.csv/g)).toHaveLength(3);
    expect(host.stderr.text).toContain('a/1.csv:2:');
  });

  test('is nothing without a table, and no place for one scorecard a row', async () => {
    const empty = hostWith({ 'a/x.md': '' });
    expect(await run(['batch', 'a', ...role], empty)).toBe(EXIT.usage);
    expect(empty.stderr.text).toContain('no table is in a\n');
    const reports = hostWith({ 'a/1.csv': JANUARY });
    expect(await run(['batch', 'a', ...role, '--reports', 'r'], reports)).toBe(EXIT.usage);
    expect(reports.stderr.text).toContain('--reports takes one file at a time');
  });

  test('never has its results among the tables that are read', async () => {
    const host = hostWith({ 'a/1.csv': JANUARY, 'a/2.csv': JANUARY });
    expect(await run(['batch', 'a', ...role, '-o', 'a/2.csv', '--force'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('a/2.csv is the table being read');
  });

  test('leaves the same with each engine, as text and as Parquet, and for a pattern', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, at) => `P ${at},Q ${at % 7},${1 + (at % 5)},${at % 11 === 0 ? 'x' : 1 + (at % 4)}\n`,
    );
    const csv = (from: number) => `candidate,interviewer,craft,talk\n${rows.slice(from, from + 1000).join('')}`;
    const cells = rows.map((row) => row.trimEnd().split(','));
    const packed = (from: number) =>
      new Uint8Array(
        parquetWriteBuffer({
          columnData: ['candidate', 'interviewer', 'craft', 'talk'].map((name, at) => ({
            name,
            data: cells.slice(from, from + 1000).map((row) => row[at] ?? ''),
            type: 'STRING' as const,
          })),
        }),
      );
    const files: Record<string, string | Uint8Array> = {};
    for (const at of [0, 1, 2]) {
      files[`text/${at}.csv`] = csv(at * 1000);
      files[`lake/${at}.parquet`] = packed(at * 1000);
    }
    const outcome = async (...words: string[]) => {
      const host = hostWith(files);
      const code = await run(['batch', ...words, ...role, '-f', 'csv', '--rejects', 'r.csv'], host);
      const rejects = readFileSync(join(host.cwd, 'r.csv'), 'utf8');
      return { code, out: host.stdout.text, rejects };
    };
    const fast = await outcome('text', '--engine', 'fast');
    expect(await outcome('text', '--engine', 'careful')).toEqual(fast);
    expect(await outcome('text', '--engine', 'duckdb')).toEqual(fast);
    const lake = await outcome('lake');
    expect(await outcome('lake', '--engine', 'duckdb')).toEqual(lake);
    expect(await outcome('lake/*.parquet', '--engine', 'duckdb')).toEqual(lake);
    // A row of Parquet is one less than its line in a CSV.
    const asText = (text: string) =>
      text
        .replaceAll('lake/', 'text/')
        .replaceAll('.parquet', '.csv')
        .replace(/^\d+(?=,P)/gm, (row) => String(Number(row) + 1));
    expect(asText(lake.out)).toBe(fast.out);
  });
});

describe('patterns of names', () => {
  test('are no patterns where a file is called so', async () => {
    const host = hostWith({ 'a[1]*.csv': JANUARY.replace('bad', '3') });
    expect(await run(['batch', 'a[1]*.csv', ...role, '-f', 'csv', '--engine', 'duckdb'], host)).toBe(EXIT.ok);
    expect(host.stdout.text).not.toContain('file');
  });

  test('are told of where the engine that knows them was not asked for, or nothing fits', async () => {
    const host = hostWith({ 'a/1.csv': JANUARY });
    expect(await run(['batch', 'a/*.csv', ...role], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('patterns of names are taken with --engine duckdb');
    expect(await run(['batch', 'a/*.parquet', ...role, '--engine', 'duckdb'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('no file fits a/*.parquet');
  });
});
