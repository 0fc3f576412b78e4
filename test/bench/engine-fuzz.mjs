// Nasty tables scored by the fast and the careful engine, which must leave the same: node test/bench/engine-fuzz.mjs
// [tables] [first]. The suite does the first 200; a first other than 1 gives tables that it never sees.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

const [, , tables = '2000', first = '1'] = process.argv;
const root = join(import.meta.dirname, '../..');
const { status } = spawnSync('npx', ['vitest', 'run', 'test/cli/batch-engines.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, SCORECARD_FUZZ_TABLES: tables, SCORECARD_FUZZ_FIRST: first },
});
process.exitCode = status ?? 1;
