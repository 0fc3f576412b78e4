// `batch` with and without --engine duckdb, in turns: Parquet, and results in the order of their scores. With time and
// peak memory as ratios to the run without: node test/bench/batch-engines.mjs [rows] [turns]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeTable } from './batch-data.mjs';

const [, , rows = '1000000', turns = '3'] = process.argv;
const BIN = join(import.meta.dirname, '../../bin/scorecard.js');
const FOLDER = join(tmpdir(), 'scorecard-bench');
const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;

mkdirSync(FOLDER, { recursive: true });
const csv = join(FOLDER, `${rows}.csv`);
if (!existsSync(csv)) writeTable(csv, Number(rows));
const parquet = join(FOLDER, `${rows}.parquet`);
if (!existsSync(parquet)) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (FROM read_csv('${csv}', all_varchar = true)) TO '${parquet}' (FORMAT parquet)`);
  connection.closeSync();
}

const out = (engine) => join(FOLDER, `out-${engine}.csv`);

function runOnce(input, engine, words) {
  const args = [BIN, 'batch', input, '-r', 'lead-infra', '-o', out(engine), '--force', '-q', ...words];
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    '/usr/bin/time',
    ['-f', '%M', process.execPath, ...args, ...(engine === 'duckdb' ? ['--engine', 'duckdb'] : [])],
    { encoding: 'utf8', env },
  );
  if (status !== 0) throw new Error(stderr);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  return { seconds, mebibytes: Number(stderr.trim().split('\n').at(-1)) / 1024 };
}

const best = (runs, what) => Math.min(...runs.map((run) => run[what]));

console.log(`${rows} rows, Node ${process.versions.node}\n`);
console.log('job                       engine   seconds  × without   peak MiB  × without');
for (const [job, input, words] of [
  ['Parquet', parquet, []],
  ['CSV by score', csv, ['--order', 'score']],
  ['Parquet by score', parquet, ['--order', 'score']],
  ['CSV, the best 20', csv, ['--top', '20']],
]) {
  const runs = { own: [], duckdb: [] };
  for (let turn = 0; turn < Number(turns); turn += 1)
    for (const engine of Object.keys(runs)) runs[engine].push(runOnce(input, engine, words));
  for (const engine of Object.keys(runs)) {
    const cells = ['seconds', 'mebibytes'].flatMap((what) => {
      const value = best(runs[engine], what);
      return [
        value.toFixed(what === 'seconds' ? 2 : 0).padStart(9),
        (value / best(runs.own, what)).toFixed(2).padStart(9),
      ];
    });
    console.log(job.padEnd(25), engine.padEnd(6), ...cells);
  }
  const isSame = readFileSync(out('own')).equals(readFileSync(out('duckdb')));
  console.log(isSame ? '  the same bytes' : '  DIFFERENT');
}
for (const engine of ['own', 'duckdb']) rmSync(out(engine), { force: true });
