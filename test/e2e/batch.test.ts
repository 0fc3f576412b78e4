import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/fake-host.js';
import { BIN, startProgram } from '../support/program.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

/** Half a megabyte: more than one buffer on the way in, and several flushes on the way out. */
const ROWS = 20_000;
let table = '';

beforeAll(() => {
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `Candidate ${at},R. Panel,${1 + (at % 5)},${at % 7 === 0 ? '' : 3}\n`,
  );
  table = `candidate,interviewer,craft,talk\n${rows.join('')}`;
});

function folderWith(text = table): string {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'small.yaml'), SMALL_RUBRIC);
  writeFileSync(join(cwd, 'in.csv'), text);
  return cwd;
}

const ARGS = ['batch', 'in.csv', '--role', 'small.yaml'];

test('every row of a large table comes out, in order, whatever the format', async () => {
  const cwd = folderWith();
  for (const [format, head, tail] of [
    ['csv', 1, 0],
    ['ndjson', 0, 0],
    ['table', 1, 0],
    ['json', 4, 2],
  ] as const) {
    const { code, stdout } = await startProgram([...ARGS, '-f', format], { cwd }).ended;
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n').slice(head);
    expect([format, lines.length - tail]).toEqual([format, ROWS]);
    const names = lines.slice(0, ROWS).map((line) => /Candidate \d+/.exec(line)?.[0]);
    expect(names.findIndex((name, at) => name !== `Candidate ${at}`)).toBe(-1);
  }
});

test('a reader that goes away ends the job without a word', () => {
  const cwd = folderWith();
  const shell = `"${process.execPath}" "${BIN}" ${ARGS.join(' ')} -f csv 2>err.txt | head -2; echo "\${PIPESTATUS[0]}"`;
  const out = execFileSync('bash', ['-c', shell], { cwd, encoding: 'utf8' });
  expect(out.split('\n').slice(1, 3)).toEqual(['2,Candidate 0,R. Panel,1.00,60,incomplete,,,1,', '0']);
  expect(readFileSync(join(cwd, 'err.txt'), 'utf8')).toBe('');
});

describe('Ctrl-C', () => {
  test('leaves no half-written file behind', async () => {
    const cwd = folderWith(`candidate,craft,talk\n${'Ada,9,4\n'.repeat(1_000_000)}`);
    const { child, ended } = startProgram([...ARGS, '-o', 'out.json'], { cwd });
    // What is written so far goes to a file of another name.
    await vi.waitUntil(() => readdirSync(cwd).length > 2, { timeout: 10_000, interval: 5 });
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Interrupted: out.json was not written');
    expect(readdirSync(cwd).sort()).toEqual(['in.csv', 'small.yaml']);
  });

  test('works while standard input says nothing', async () => {
    const cwd = folderWith();
    const { child, ended, handlesSignals } = startProgram(['batch', '-', '--role', 'small.yaml', '-o', 'out.csv'], {
      cwd,
    });
    child.stdin.write('candidate,craft\n');
    await handlesSignals();
    // It then reads until its input says nothing more.
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    expect(existsSync(join(cwd, 'out.csv'))).toBe(false);
  });
});

test.skipIf(!existsSync('/dev/full'))('a full disk is said, and is no success', () => {
  const cwd = folderWith();
  const shell = `"${process.execPath}" "${BIN}" ${ARGS.join(' ')} -f csv 2>&1 >/dev/full; echo "exit $?"`;
  expect(execFileSync('bash', ['-c', shell], { cwd, encoding: 'utf8' })).toBe(
    'scorecard: standard output: the disk is full\nexit 2\n',
  );
});

test('standard input, a file and a named pipe give the same', async () => {
  const cwd = folderWith();
  const { stdout } = await startProgram([...ARGS, '-f', 'csv', '-q'], { cwd }).ended;
  const piped = startProgram(['batch', '-', '--role', 'small.yaml', '-f', 'csv', '-q'], { cwd });
  piped.child.stdin.end(table);
  expect((await piped.ended).stdout).toBe(stdout);
  const shell = `"${process.execPath}" "${BIN}" batch <(cat in.csv) --role small.yaml -f csv -q`;
  expect(execFileSync('bash', ['-c', shell], { cwd, encoding: 'utf8', maxBuffer: 1e8 })).toBe(stdout);
});
