// A million rows by `batch` and by the compiled rubric in DuckDB, which must agree: node test/bench/sql.mjs [rows]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';

const rows = Number(process.argv[2] ?? 1_000_000);
const ROLE = 'head-infra';
const program = join(import.meta.dirname, '../../bin/scorecard.js');
const folder = mkdtempSync(join(tmpdir(), 'scorecard-sql-'));
const scorecard = (...args) =>
  execFileSync(process.execPath, [program, ...args, '--quiet'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(2)} s`;

const rubric = JSON.parse(scorecard('rubric', 'show', ROLE, '-f', 'json'));
const ids = rubric.dimensions.map(({ id }) => id);
const flags = rubric.redFlags.filter(({ severity }) => severity === 'stop').map(({ id }) => id);
const column = (id) => id.replaceAll('-', '_');
const connection = await (await DuckDBInstance.create(':memory:')).connect();

// The same rows each time: digits of a hash. The first dimension always has a rating, so that no row says nothing.
const cell = (id, at) =>
  `CASE WHEN h // ${10 ** at} % 10 < ${at === 0 ? 0 : 1} THEN '' ELSE cast(1 + h // ${10 ** at} % 10 // 2 AS VARCHAR) END AS ${column(id)}`;
const flag = (id, at) => `CASE WHEN h // ${10 ** (at + 3)} % 100 = 7 THEN 'yes' END AS ${column(id)}`;
await connection.run(`CREATE TABLE ratings AS SELECT 'Ada ' || i AS candidate, ${[...ids.map(cell), ...flags.map(flag)].join(', ')}
  FROM (SELECT i, hash(i) % 1000000000 AS h FROM range(${rows}) t(i))`);
const csv = join(folder, 'in.csv');
await connection.run(
  `COPY (SELECT candidate, ${[...ids, ...flags].map((id) => `${column(id)} AS "${id}"`).join(', ')} FROM ratings) TO '${csv}' (HEADER)`,
);

let since = performance.now();
const out = join(folder, 'out.csv');
scorecard('batch', csv, '--role', ROLE, '-f', 'csv', '-o', out);
console.log(`batch    ${rows} rows in ${seconds(since)}`);

const sql = scorecard('rubric', 'sql', ROLE);
since = performance.now();
await connection.run(`CREATE TABLE scored AS ${sql}`);
console.log(`DuckDB   ${rows} rows in ${seconds(since)}`);

const reader = await connection.runAndReadAll(`SELECT count(*), count(*) FILTER (
    cast(round(b.score * 100) AS INTEGER) IS DISTINCT FROM cast(s.score AS INTEGER) OR b.coverage <> s.coverage OR b.recommendation <> s.recommendation)
  FROM scored s JOIN read_csv('${out}', all_varchar = false) b USING (candidate)`);
const [[compared, differ]] = reader.getRowsJson();
console.log(`compared ${compared}, differ ${differ}`);
rmSync(folder, { recursive: true, force: true });
if (Number(compared) !== rows || Number(differ) !== 0) process.exitCode = 1;
