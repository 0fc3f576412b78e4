// Rows by `batch` and by the compiled rubric in DuckDB and in two shards of ClickHouse (where it is installed), which
// must agree; with time and peak memory: node test/bench/sql.mjs [rows]
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { build } from 'rolldown';

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

/** The most memory that a process held so far, in megabytes. */
const peak = (pid) => {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1024);
};
const report = (name, since, megabytes) => {
  const took = (performance.now() - since) / 1000;
  baseline ??= took;
  console.log(
    `${name.padEnd(10)} ${rows} rows in ${took.toFixed(2)} s (${(took / baseline).toFixed(2)} of batch), ${megabytes} MB at most`,
  );
};
let baseline;

const rubric = JSON.parse(scorecard('rubric', 'show', ROLE, '-f', 'json'));
const ids = rubric.dimensions.map(({ id }) => id);
const flags = rubric.redFlags.filter(({ severity }) => severity === 'stop').map(({ id }) => id);
const column = (id) => id.replaceAll('-', '_');
const connection = await (await DuckDBInstance.create(':memory:')).connect();

// The same rows each time: digits of a product that every engine works out alike. The first dimension always has a rating, so that no row says nothing.
const cell = (id, at) =>
  `CASE WHEN h // ${10 ** at} % 10 < ${at === 0 ? 0 : 1} THEN '' ELSE cast(1 + h // ${10 ** at} % 10 // 2 AS VARCHAR) END AS ${column(id)}`;
const flag = (id, at) => `CASE WHEN h // ${10 ** (at + 3)} % 100 = 7 THEN 'yes' END AS ${column(id)}`;
await connection.run(`CREATE TABLE ratings AS SELECT 'Ada ' || i AS candidate, ${[...ids.map(cell), ...flags.map(flag)].join(', ')}
  FROM (SELECT i, (i * 2654435761) % 1000000007 AS h FROM range(${rows}) t(i))`);
const csv = join(folder, 'in.csv');
await connection.run(
  `COPY (SELECT candidate, ${[...ids, ...flags].map((id) => `${column(id)} AS "${id}"`).join(', ')} FROM ratings) TO '${csv}' (HEADER)`,
);

let since = performance.now();
const out = join(folder, 'out.csv');
const child = spawn(process.execPath, [program, 'batch', csv, '--role', ROLE, '-f', 'csv', '-o', out, '--quiet'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
let batchPeak = 0;
const watch = setInterval(() => {
  batchPeak = Math.max(batchPeak, peak(child.pid));
}, 50);
const [status] = await once(child, 'exit');
clearInterval(watch);
if (status !== 0) throw new Error(`batch ended with ${status}`);
report('batch', since, batchPeak);

const sql = scorecard('rubric', 'sql', ROLE);
since = performance.now();
await connection.run(`CREATE TABLE scored AS ${sql}`);
// With the table of ratings, which it holds in memory.
report('DuckDB', since, peak(process.pid));

const reader = await connection.runAndReadAll(`SELECT count(*), count(*) FILTER (
    cast(round(b.score * 100) AS INTEGER) IS DISTINCT FROM cast(s.score AS INTEGER) OR b.coverage <> s.coverage OR b.recommendation <> s.recommendation)
  FROM scored s JOIN read_csv('${out}', all_varchar = false) b USING (candidate)`);
const [[compared, differ]] = reader.getRowsJson();
console.log(`compared ${compared}, differ ${differ}`);

// Counts and sums, each score times a number of its candidate's, so that no two can have changed places.
const digest = (table, number) => `SELECT recommendation, count(*), sum(score), sum(coverage),
  sum(score * (${number} % 1009)) FROM ${table} GROUP BY recommendation ORDER BY recommendation`;
const clickHouse = await startClickHouse();
let isSame = true;
if (clickHouse) {
  try {
    isSame = await compareClickHouse(clickHouse);
  } finally {
    await clickHouse.stop();
  }
} else {
  console.log('ClickHouse is not installed');
}
rmSync(folder, { recursive: true, force: true });
if (Number(compared) !== rows || Number(differ) !== 0 || !isSame) process.exitCode = 1;

async function startClickHouse() {
  const file = join(folder, 'clickhouse.mjs');
  await build({
    input: join(import.meta.dirname, '../support/sql/clickhouse.ts'),
    platform: 'node',
    output: { file, format: 'esm' },
  });
  return (await import(pathToFileURL(file).href)).startClickHouse();
}

async function compareClickHouse({ load, run, query }) {
  const columns = ['candidate', ...[...ids, ...flags].map(column)];
  await load('ratings', columns, []);
  const cellOf = (id, at) =>
    `CASE WHEN intDiv(h, ${10 ** at}) % 10 < ${at === 0 ? 0 : 1} THEN '' ELSE toString(1 + intDiv(intDiv(h, ${10 ** at}) % 10, 2)) END AS ${column(id)}`;
  const flagOf = (id, at) =>
    `CASE WHEN intDiv(h, ${10 ** (at + 3)}) % 100 = 7 THEN 'yes' ELSE NULL END AS ${column(id)}`;
  await run(`INSERT INTO ratings SELECT concat('Ada ', toString(number)) AS candidate, ${[...ids.map(cellOf), ...flags.map(flagOf)].join(', ')}
    FROM (SELECT number, (number * 2654435761) % 1000000007 AS h FROM numbers(${rows}))`);
  // The rows reach the shards when they do.
  while (Number((await query('SELECT count(*) FROM ratings'))[0][0]) < rows) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  since = performance.now();
  const theirs = await query(digest(`(${sql})`, 'toUInt64(substring(candidate, 5))'));
  const servers = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
  const megabytes = servers.filter(Boolean).reduce((sum, pid) => sum + peak(pid), 0);
  report('ClickHouse', since, megabytes);
  const ours = await connection.runAndReadAll(digest('scored', 'cast(substring(candidate, 5) AS BIGINT)'));
  const text = (found) => JSON.stringify(found.map((row) => row.map(String)));
  const same = text(theirs) === text(ours.getRowsJson());
  console.log(same ? 'ClickHouse and DuckDB agree' : `differ: ${text(theirs)} ${text(ours.getRowsJson())}`);
  return same;
}
