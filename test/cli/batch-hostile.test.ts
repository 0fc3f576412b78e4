import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, integer, oneof, record, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { cellsOf, eachRecord, readerOf } from '../support/csv.js';
import { createFakeHost, type FakeHost, temporaryFolder } from '../support/fake-host.js';
import { PROPERTY_RUNS } from '../support/property-runs.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const ARGS = ['batch', 'in.csv', '--role', 'small.yaml', '-o', 'out.csv', '--force'];

function hostIn(cwd: string, table: Uint8Array | string): FakeHost {
  return createFakeHost({ cwd, files: { 'small.yaml': SMALL_RUBRIC, 'in.csv': table } });
}

/** "1,234 rows: 1,230 scored, 4 left out, 1 empty" as numbers. */
function countsOf(stderr: string) {
  const last = stderr.trimEnd().split('\n').at(-1) ?? '';
  const number = (pattern: RegExp) => Number((pattern.exec(last)?.[1] ?? '0').replaceAll(',', ''));
  return {
    rows: number(/^([\d,]+) rows?:/),
    scored: number(/([\d,]+) scored/),
    unrated: number(/([\d,]+) without a rating/),
    leftOut: number(/([\d,]+) left out/),
    noPeople: number(/([\d,]+) no (?:person|people)/),
  };
}

const rating = constantFrom('1', '5', '', '3', ' 4 ', '4.0', '6', 'x', '"2"', 'n/a', '"', '4"4', '"4"4', '\u0000');
const row = record({
  candidate: constantFrom('Ada', '"Doe, Jane"', '"two\nlines"', '', '"open', '太郎', '=1+1', '\u001b[31m', ' '),
  ratings: array(rating, { minLength: 1, maxLength: 3 }),
  end: constantFrom('\n', '\r\n', '\r', '\n\n', ',\n', ''),
}).map(({ candidate, ratings, end }) => `${[candidate, ...ratings].join(',')}${end}`);

describe('no row is lost silently', () => {
  test('rows in are rows out: scored, left out or empty, and each file holds as many', async () => {
    const cwd = temporaryFolder();
    await assert(
      asyncProperty(array(row, { maxLength: 12 }), async (rows) => {
        const table = `candidate,craft,talk\n${rows.join('')}`;
        const host = hostIn(cwd, table);
        const code = await run(ARGS, host);
        const { rows: all, scored, unrated, leftOut, noPeople } = countsOf(host.stderr.text);
        expect(code).toBe(leftOut > 0 ? EXIT.no : EXIT.ok);
        expect(scored + unrated + leftOut).toBe(all);
        const records = await eachRecord(readerOf(table), (found) => ({ cells: cellsOf(found), damage: found.damage }));
        const blank = records.filter(({ cells, damage }) => !damage && cells.every((cell) => cell.trim() === ''));
        expect(all + noPeople).toBe(records.length - 1 - blank.length);
        const written = await eachRecord(readerOf(readFileSync(join(cwd, 'out.csv'))), cellsOf);
        expect(written.length - 1).toBe(scored + unrated);
        if (leftOut > 0) {
          const rejects = readFileSync(join(cwd, 'out.rejects.csv'), 'utf8');
          expect(rejects.match(/^"\d+",/gm)).toHaveLength(leftOut);
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  test('any bytes at all end in an answer or an error, never in a bug', async () => {
    const cwd = temporaryFolder();
    const bytes = oneof(
      uint8Array({ maxLength: 200 }),
      array(constantFrom(0, 9, 10, 13, 34, 44, 59, 65, 0xc3, 0xa9, 0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x1f, 0x8b), {
        maxLength: 80,
      }).map((parts) => Uint8Array.from(parts)),
    );
    await assert(
      asyncProperty(bytes, integer({ min: 0, max: 1 }), async (rest, hasHeader) => {
        const head = hasHeader ? Buffer.from('candidate,craft,talk\n') : Buffer.alloc(0);
        const host = hostIn(cwd, Buffer.concat([head, rest]));
        expect([EXIT.ok, EXIT.no, EXIT.usage]).toContain(await run(ARGS, host));
        expect(host.stderr.text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

test('what was left out can be run again as it is: the same rows are left out for the same reasons', async () => {
  const cwd = temporaryFolder();
  await assert(
    asyncProperty(array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      // A quote that is never closed, or text after one, takes other rows with it: those have tests of their own.
      const whole = rows.filter((text) => !/"open|4"|^"?,"|,"(,|\s|$)/.test(text));
      const first = hostIn(cwd, `candidate,craft,talk\n${whole.join('')}`);
      if ((await run(ARGS, first)) !== EXIT.no) return;
      const rejects = readFileSync(join(cwd, 'out.rejects.csv'), 'utf8');
      const second = hostIn(cwd, rejects);
      expect(await run(ARGS, second)).toBe(EXIT.no);
      expect(countsOf(second.stderr.text)).toEqual({
        unrated: 0,
        noPeople: 0,
        rows: countsOf(first.stderr.text).leftOut,
        scored: 0,
        leftOut: countsOf(first.stderr.text).leftOut,
      });
      // Lines and characters are those of the file that was read.
      const withoutLine = (text: string) => text.replace(/^"\d+",("character \d+")?/gm, '');
      expect(withoutLine(readFileSync(join(cwd, 'out.rejects.csv'), 'utf8'))).toBe(withoutLine(rejects));
    }),
    { numRuns: PROPERTY_RUNS },
  );
});

test('Ctrl-C between two rows leaves neither results nor rejects', async () => {
  const cwd = temporaryFolder();
  const host = hostIn(cwd, `candidate,craft,talk\n${'Ada,9,4\nBen,4,4\n'.repeat(50_000)}`);
  const ended = run(ARGS, host);
  // What is written so far goes to a file of another name.
  const given = readdirSync(cwd).length;
  while (readdirSync(cwd).length === given) await new Promise(setImmediate);
  host.signal('SIGTERM');
  expect(await ended).toBe(EXIT.terminated);
  expect([existsSync(join(cwd, 'out.csv')), existsSync(join(cwd, 'out.rejects.csv'))]).toEqual([false, false]);
});
