// npm run bench:batch [rows]: `scorecard batch` against what people would use instead, in one run.
//
// It makes its table and installs DuckDB into a folder under the temporary folder, both kept for the next run. Each
// engine is a process of its own; they take turns, and a row shows the best of five, since whatever else the machine does
// can only slow a turn down (the slowest engines run once or twice). Only ratios mean anything.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { DIMENSIONS, writeTable } from './batch-data.mjs';

const HERE = import.meta.dirname;
const BIN = join(HERE, '../../bin/scorecard.js');
const FOLDER = join(tmpdir(), 'scorecard-bench');
const ROWS = Number(process.argv[2] ?? 1_000_000);
const TURNS = 5;
// Node reads the extra certificates at every start, where they are set: that would be timed too.
const { NODE_EXTRA_CA_CERTS: _certificates, ...ENV } = process.env;

mkdirSync(FOLDER, { recursive: true });

function tableOf(rows) {
  const path = join(FOLDER, `${rows}.csv`);
  if (!existsSync(path)) writeTable(path, rows);
  return path;
}

function installDuckdb() {
  const folder = join(FOLDER, 'duckdb');
  if (existsSync(join(folder, 'node_modules/@duckdb/node-api'))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '@duckdb/node-api'], {
    cwd: folder,
    stdio: 'ignore',
  });
  return status === 0 ? folder : undefined;
}

const isThere = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const table = tableOf(ROWS);
const duckdb = installDuckdb();
const out = (name) => join(FOLDER, `out-${name}.csv`);
const node = (...args) => [process.execPath, ...args];
const scorecard = (input, name, ...more) =>
  node(BIN, 'batch', input, '--role', 'lead-infra', '-o', out(name), '--force', '-q', ...more);

/** Name, command, how many times it runs. */
const engines = [
  ['bare node', node('-e', '0'), TURNS],
  ['scorecard batch', scorecard(table, 'scorecard'), TURNS],
  ['the careful engine', scorecard(table, 'careful', '--engine', 'careful'), TURNS],
  ...(duckdb
    ? [
        ['DuckDB, copy', node(join(HERE, 'batch-duckdb.mjs'), duckdb, table, out('duckdb-copy'), 'copy'), TURNS],
        ['DuckDB, full job', node(join(HERE, 'batch-duckdb.mjs'), duckdb, table, out('duckdb'), 'full'), TURNS],
      ]
    : []),
  ['csv-parse, arrays', node(join(HERE, 'batch-csv-parse.mjs'), table, out('csv-parse'), 'arrays'), 2],
  ['csv-parse, objects', node(join(HERE, 'batch-csv-parse.mjs'), table, out('csv-parse'), 'objects'), 2],
  ...(isThere('python3', ['--version'])
    ? [["Python's csv", ['python3', join(HERE, 'batch-python.py'), table, out('python')], 2]]
    : []),
  ...(isThere('mlr', ['--version']) ? [['Miller', ['sh', '-c', millerCommand()], 2]] : []),
];

function millerCommand() {
  const sum = DIMENSIONS.map(({ id, weight }) => `(is_empty($${id}) ? 0 : ${weight} * $${id})`).join(' + ');
  const rated = DIMENSIONS.map(({ id, weight }) => `(is_empty($${id}) ? 0 : ${weight})`).join(' + ');
  return `mlr --icsv --ocsv put -q 'n = ${sum}; d = ${rated}; $score = d == 0 ? "" : fmtnum((200 * n + d) // (2 * d) / 100, "%.2f"); $coverage = d; unset $notes; emit $*' '${table}' > '${out('miller')}'`;
}

/** One process, timed, with the most memory it had (kibibytes, as GNU time and Linux tell it). */
function runOnce([command, ...args]) {
  const started = process.hrtime.bigint();
  const hasTime = existsSync('/usr/bin/time');
  const timed = hasTime ? ['/usr/bin/time', ['-f', '%M', command, ...args]] : [command, args];
  const { status, stderr } = spawnSync(timed[0], timed[1], { encoding: 'utf8', env: ENV });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return { seconds, mebibytes: hasTime ? Number(stderr.trim().split('\n').at(-1)) / 1024 : Number.NaN };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const results = new Map(engines.map(([name]) => [name, []]));
for (let turn = 0; turn < TURNS; turn += 1) {
  for (const [name, command, times] of engines) if (turn < times) results.get(name).push(runOnce(command));
}

const best = (numbers) => Math.min(...numbers);
const ours = best(results.get('scorecard batch').map(({ seconds }) => seconds));
const bare = median(results.get('bare node').map(({ mebibytes }) => mebibytes));
const size = statSync(table).size / 1e6;
console.log(
  `${ROWS} rows, ${size.toFixed(0)} MB, ${DIMENSIONS.length} ratings, quoted notes with line ends; Node ${process.versions.node}\n`,
);
console.log('engine               time × ours    MB/s   peak MiB  × bare node');
for (const [name, runs] of results) {
  const seconds = best(runs.map((run) => run.seconds));
  const mebibytes = median(runs.map((run) => run.mebibytes));
  const speed = name === 'bare node' ? '' : (size / seconds).toFixed(0);
  const cells = [
    (seconds / ours).toFixed(2).padStart(10),
    speed.padStart(8),
    mebibytes.toFixed(0).padStart(10),
    (mebibytes / bare).toFixed(2).padStart(11),
  ];
  console.log(name.padEnd(20), ...cells);
}

const many = tableOf(ROWS * 5);
const one = median(results.get('scorecard batch').map(({ mebibytes }) => mebibytes));
const five = runOnce(scorecard(many, 'scorecard-5')).mebibytes;
console.log(
  `\nscorecard batch, peak with ${ROWS * 5} rows: ${five.toFixed(0)} MiB, ${(five / one).toFixed(2)} × that with ${ROWS}`,
);

// What the engines say must be the same, or their times mean nothing.
if (duckdb) console.log(compareWithDuckdb());

function compareWithDuckdb() {
  const lines = (path) => readFileSync(path, 'utf8').split('\n');
  const mine = lines(out('scorecard'));
  const theirs = new Set(lines(out('duckdb')));
  let differing = 0;
  for (const line of mine.slice(1, -1)) {
    const [, candidate, interviewer, score, coverage, recommendation, , , ...ratings] = line.split(',');
    if (!theirs.has([candidate, interviewer, score, coverage, recommendation, ...ratings].join(','))) differing += 1;
  }
  return `rows in ${ROWS}, rows out ${mine.length - 2}; differing from DuckDB's: ${differing}`;
}

for (const name of ['scorecard', 'scorecard-5', 'careful', 'duckdb', 'duckdb-copy', 'csv-parse', 'python', 'miller'])
  rmSync(out(name), { force: true });
