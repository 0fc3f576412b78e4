import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const TABLE = 'candidate,interviewer,craft,talk\nZoë Example,R. Panel,4,3\nBad,R. Panel,9,3\n';
const RUBRIC = SMALL_RUBRIC.includes('requirements:')
  ? SMALL_RUBRIC
  : `${SMALL_RUBRIC}requirements:\n  - { id: years, name: Years, atLeast: 3 }\n`;

function hostWith(more: Readonly<Record<string, string | Uint8Array>> = {}): FakeHost {
  return createFakeHost({
    files: { 'small.yaml': RUBRIC, 'in.csv': TABLE, 'years.csv': 'candidate,years\nZoë,4\n', ...more },
  });
}

const role = ['--role', 'small.yaml'];
const MARK = [0xef, 0xbb, 0xbf];
const headOf = (bytes: Uint8Array) => [...bytes.subarray(0, 4)];

describe('--bom', () => {
  test.each([
    ['batch', ['batch', 'in.csv', ...role]],
    ['a template', ['batch', '--template', ...role]],
    ['screen', ['screen', 'years.csv', ...role]],
    ['summary', ['summary', 'cards.ndjson']],
  ])('puts one byte order mark before the CSV of %s, in a pipe and in a file', async (_what, args) => {
    const cards = hostWith();
    await run(['batch', 'in.csv', ...role, '-f', 'ndjson'], cards);
    const host = hostWith({ 'cards.ndjson': cards.stdout.text });
    const csv = args.includes('--template') ? [] : ['-f', 'csv'];
    await run([...args, ...csv, '--bom'], host);
    expect(headOf(Buffer.from(host.stdout.text))).toEqual([...MARK, expect.any(Number)]);
    expect(host.stdout.text.indexOf('\ufeff', 1)).toBe(-1);
    await run([...args, '-o', 'out.csv', '--bom'], host);
    const file = readFileSync(join(host.cwd, 'out.csv'));
    expect(headOf(file)).toEqual([...MARK, expect.any(Number)]);
    expect(file.indexOf('\ufeff', 1)).toBe(-1);
  });

  test('stands before the rows that were left out too, and the table is read with it', async () => {
    const host = hostWith();
    await run(['batch', 'in.csv', ...role, '-o', 'out.csv', '--bom'], host);
    const rejects = readFileSync(join(host.cwd, 'out.rejects.csv'));
    expect(headOf(rejects)).toEqual([...MARK, 'r'.charCodeAt(0)]);
    expect(await run(['batch', 'out.rejects.csv', ...role, '-f', 'csv'], host)).toBe(EXIT.no);
    expect(host.stderr.text).toContain('out.rejects.csv:2:73 error rating 9 is outside');
  });

  test.each([
    ['batch', ['batch', 'in.csv', ...role]],
    ['batch of JSON', ['batch', 'in.csv', ...role, '-o', 'out.json']],
    ['screen', ['screen', 'years.csv', ...role]],
    ['summary', ['summary', 'in.csv', '-f', 'json']],
  ])('is refused where %s writes no CSV, before anything is read', async (_what, args) => {
    const host = hostWith();
    expect(await run([...args, '--bom'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toMatch(/--bom is for CSV, not for (table|json)/);
    expect(host.stdout.text).toBe('');
  });
});

describe('names that look as if read in the wrong encoding', () => {
  const misread = new TextDecoder('windows-1252').decode(new TextEncoder().encode(TABLE));

  test('are told once, with what the first was', async () => {
    const host = hostWith({ 'bad.csv': `${misread}${misread.split('\n')[1]}\n` });
    await run(['batch', 'bad.csv', ...role, '-f', 'csv'], host);
    expect(host.stderr.text).toContain(
      'bad.csv note 2 names look as if read in the wrong encoding, such as "ZoÃ« Example" for "Zoë Example"; the file was saved so by another program: export it there again, as UTF-8\n',
    );
  });

  test('are told with the option where it is what reads them so', async () => {
    const host = hostWith();
    await run(['batch', 'in.csv', ...role, '--dry-run', '--encoding', 'windows-1252'], host);
    expect(host.stderr.text).toContain('1 name looks as if read in the wrong encoding');
    expect(host.stderr.text).toContain('leave out --encoding windows-1252');
  });

  test('or that have lost their signs are told by screen too', async () => {
    const host = hostWith({ 'lost.csv': 'candidate,years\nJos\ufffd,4\n' });
    await run(['screen', 'lost.csv', ...role, '-f', 'csv'], host);
    expect(host.stderr.text).toContain('lost.csv note 1 name has lost signs, such as "Jos\ufffd"');
  });

  test('are none in a table that was read rightly', async () => {
    const host = hostWith();
    await run(['batch', 'in.csv', ...role, '-f', 'csv'], host);
    expect(host.stderr.text).not.toContain('encoding');
  });
});
