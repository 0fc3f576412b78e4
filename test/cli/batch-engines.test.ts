import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { type NastyTable, nastyTable } from '../support/nasty-tables.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

/** How many tables, and which is the first: the bench asks for more. */
const TABLES = Number(process.env.SCORECARD_FUZZ_TABLES ?? 200);
const FIRST = Number(process.env.SCORECARD_FUZZ_FIRST ?? 1);
const AT_ONCE = 50;

/** All that a run leaves: what it said, how it ended, and every file that stands there. */
async function outcome({ files, args }: NastyTable, engine: string) {
  const host = createFakeHost({ files });
  const code = await run([...args, '--engine', engine], host);
  const written = readdirSync(host.cwd, { recursive: true, encoding: 'utf8' })
    // Scorecards have ids of their own.
    .filter((path) => !(path in files) && !path.startsWith('cards'))
    .sort()
    .map((path) => [path, readFileSync(join(host.cwd, path), 'latin1')]);
  const stderr = host.stderr.text.replaceAll(` --engine ${engine}`, '');
  return { args, code, stdout: host.stdout.text, stderr, written };
}

describe('a fast batch leaves what a careful one does', () => {
  const groups = Array.from({ length: Math.ceil(TABLES / AT_ONCE) }, (_, at) => FIRST + at * AT_ONCE);
  test.each(groups)('in the nasty tables from %i', { timeout: 120_000 }, async (from) => {
    for (let seed = from; seed < Math.min(from + AT_ONCE, FIRST + TABLES); seed += 1) {
      const table = nastyTable(seed);
      const [fast, careful] = [await outcome(table, 'fast'), await outcome(table, 'careful')];
      expect({ seed, ...fast }).toEqual({ seed, ...careful });
    }
  });

  const PLAIN = 'Ada Example,R. Panel,4,4\n'.repeat(5);
  test.each([
    ['how many stood above it', `${PLAIN},,1-5,1-5\n`, EXIT.no],
    ['whether a summary stood right above it', `${PLAIN}Total,,4,4\n${PLAIN}Max,R. Panel,4,4\n`, EXIT.ok],
  ])('where what a row is depends on %s', async (_what, rows, code) => {
    const files = { 'small.yaml': SMALL_RUBRIC, 'in.csv': `candidate,interviewer,craft,talk\n${rows}` };
    const table = { files, args: ['batch', 'in.csv', '--role', 'small.yaml', '-f', 'csv'] };
    const fast = await outcome(table, 'fast');
    expect(fast.code).toBe(code);
    expect(fast).toEqual(await outcome(table, 'careful'));
  });
});
