import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, onTestFinished, test, vi } from 'vitest';
import { EXIT } from '../../src/errors.js';
import { HOME } from '../support/fake-host.js';
import { startProgram } from '../support/program.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(folder, name), contents);
  return folder;
}

function people(rows: number): Uint8Array {
  const names = Array.from({ length: rows }, (_, at) => `Candidate ${at}`);
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'candidate', data: names, type: 'STRING' },
        { name: 'interviewer', data: names.map(() => 'R. Panel'), type: 'STRING' },
        { name: 'craft', data: names.map((_, at) => 1 + (at % 5)), type: 'INT32' },
        { name: 'talk', data: names.map((_, at) => 1 + (at % 4)), type: 'INT32' },
      ],
    }),
  );
}

const WORDS = ['batch', 'in.parquet', '--role', 'small.yaml', '-f', 'csv', '--engine', 'duckdb'];

test('without the package DuckDB is said to be missing, and how it is had; in the working folder it is found', async () => {
  const home = folderWith({});
  for (const part of ['bin', 'dist', 'package.json', 'rubrics'])
    cpSync(join(HOME, part), join(home, part), { recursive: true });
  const cwd = folderWith({ 'small.yaml': SMALL_RUBRIC, 'in.parquet': people(3) });
  const bin = join(home, 'bin/scorecard.js');
  const missing = await startProgram(WORDS, { cwd, bin }).ended;
  expect([missing.code, missing.stdout]).toEqual([EXIT.usage, '']);
  expect(missing.stderr).toBe(
    `scorecard: --engine duckdb needs the package @duckdb/node-api, which is not installed
run: npm install @duckdb/node-api (with --global where scorecard was installed so); or leave out --engine duckdb
`,
  );
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(join(HOME, 'node_modules/@duckdb'), join(cwd, 'node_modules/@duckdb'));
  const found = await startProgram(WORDS, { cwd, bin }).ended;
  expect([found.code, found.stdout.split('\n').length]).toEqual([EXIT.ok, 5]);
});

test.each([
  ['--order', 'score'],
  ['--order', 'table'],
])('Ctrl-C in the middle of a table ends it, writes nothing and leaves nothing behind (%s %s)', async (...order) => {
  const temporary = folderWith({});
  const cwd = folderWith({ 'small.yaml': SMALL_RUBRIC, 'in.parquet': people(300_000) });
  const { child, ended, handlesSignals } = startProgram([...WORDS, '-o', 'out.csv', ...order], {
    cwd,
    env: { TMPDIR: temporary },
  });
  await handlesSignals();
  // DuckDB's folder for the file, and either another one for what is sorted or the results beside their place.
  await vi.waitUntil(() => readdirSync(temporary).length + readdirSync(cwd).length > 3, {
    timeout: 20_000,
    interval: 5,
  });
  child.kill('SIGINT');
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([130, expect.stringContaining('out.csv was not written')]);
  expect(readdirSync(cwd).sort()).toEqual(['in.parquet', 'small.yaml']);
  expect(readdirSync(temporary)).toEqual([]);
});
