// npm run bench:batch [-- rows [turns [BIN]]]: `scorecard batch` against what people would use instead, in one run. BIN is
// the `bin/scorecard.js` of another build to compare with.
//
// It makes its tables and installs DuckDB into a folder under the temporary folder, all kept for the next run. Each
// engine is a process of its own; they take turns, and a row shows the best of its turns, since whatever else the machine
// does can only slow a turn down. What an engine before has left to be written is on the disk when a turn begins. Only
// ratios mean anything.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { DIMENSIONS, writeTable } from './batch-data.mjs';

const HERE = import.meta.dirname;
const BIN = join(HERE, '../../bin/scorecard.js');
const FOLDER = join(tmpdir(), 'scorecard-bench');
const ROWS = Number(process.argv[2] ?? 1_000_000);
const TURNS = Number(process.argv[3] ?? 5);
/** The slowest engines take fewer turns where nobody asks for more. */
const SLOW_TURNS = process.argv[3] === undefined ? 2 : TURNS;
const OTHER = process.argv[4] && resolve(process.argv[4]);
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

const LEAD_INFRA = join(HERE, '../../dist/rubrics/lead-infra.json');
const isThere = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const table = tableOf(ROWS);
const duckdb = installDuckdb();
const out = (name) => join(FOLDER, `out-${name}.csv`);
const node = (...args) => [process.execPath, ...args];
const scorecard = (input, name, ...more) => batchOf(BIN, input, name, ...more);
const batchOf = (bin, input, name, ...more) =>
  node(bin, 'batch', input, '--role', 'lead-infra', '-o', out(name), '--force', '-q', ...more);

// As JSON a row takes a hundred times its ratings: a fifth of the rows is enough.
const fifth = tableOf(ROWS / 5);
const many = tableOf(ROWS * 5);
const inFormats = (bin, name) =>
  ['ndjson', 'json', 'markdown', 'table'].map((format) => [
    `${name}, a fifth as ${format}`,
    batchOf(bin, fifth, `${bin === BIN ? 'own' : 'other'}-${format}`, '-f', format),
    TURNS,
  ]);

/** Name, command, how many times it runs. */
const engines = [
  ['bare node', node('-e', '0'), TURNS],
  ['cp', ['cp', table, out('cp')], TURNS],
  ['scorecard', scorecard(table, 'scorecard'), TURNS],
  ['scorecard, 5 times the rows', scorecard(many, 'scorecard-5'), TURNS],
  ['scorecard, careful', scorecard(table, 'careful', '--engine', 'careful'), TURNS],
  ...inFormats(BIN, 'scorecard'),
  ...(OTHER
    ? [
        ['the other build', batchOf(OTHER, table, 'other'), TURNS],
        ['the other, 5 times the rows', batchOf(OTHER, many, 'other-5'), TURNS],
        ...inFormats(OTHER, 'the other'),
      ]
    : []),
  ...(duckdb
    ? [
        ['DuckDB, copy', node(join(HERE, 'batch-duckdb.mjs'), duckdb, table, out('duckdb-copy'), 'copy'), TURNS],
        ['DuckDB, full job', node(join(HERE, 'batch-duckdb.mjs'), duckdb, table, out('duckdb'), 'full'), TURNS],
      ]
    : []),
  ['csv-parse, arrays', node(join(HERE, 'batch-csv-parse.mjs'), table, out('csv-parse'), 'arrays'), SLOW_TURNS],
  ['csv-parse, objects', node(join(HERE, 'batch-csv-parse.mjs'), table, out('csv-parse'), 'objects'), SLOW_TURNS],
  ...(isThere('python3', ['--version'])
    ? [["Python's csv", ['python3', join(HERE, 'batch-python.py'), table, out('python'), LEAD_INFRA], SLOW_TURNS]]
    : []),
  ...(isThere('mlr', ['--version']) ? [['Miller', ['sh', '-c', millerCommand()], SLOW_TURNS]] : []),
];

function millerCommand() {
  const sum = DIMENSIONS.map(({ id, weight }) => `(is_empty($${id}) ? 0 : ${weight} * $${id})`).join(' + ');
  const rated = DIMENSIONS.map(({ id, weight }) => `(is_empty($${id}) ? 0 : ${weight})`).join(' + ');
  return `mlr --icsv --ocsv put -q 'n = ${sum}; d = ${rated}; $score = d == 0 ? "" : fmtnum((200 * n + d) // (2 * d) / 100, "%.2f"); $coverage = d; unset $notes; emit $*' '${table}' > '${out('miller')}'`;
}

/** One process, timed, with the most memory it had (kibibytes, as GNU time and Linux tell it). */
function runOnce([command, ...args]) {
  spawnSync('sync');
  const started = process.hrtime.bigint();
  const hasTime = existsSync('/usr/bin/time');
  const timed = hasTime ? ['/usr/bin/time', ['-f', '%M', command, ...args]] : [command, args];
  const { status, stderr } = spawnSync(timed[0], timed[1], { cwd: FOLDER, encoding: 'utf8', env: ENV });
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
const ours = best(results.get('scorecard').map(({ seconds }) => seconds));
const bare = median(results.get('bare node').map(({ mebibytes }) => mebibytes));
const sizeOf = (path) => statSync(path).size / 1e6;
const size = sizeOf(table);
const sizes = [
  ['5 times', sizeOf(many)],
  ['a fifth', sizeOf(fifth)],
];
console.log(
  `${ROWS} rows, ${size.toFixed(0)} MB, ${DIMENSIONS.length} ratings, quoted notes with line ends; Node ${process.versions.node}\n`,
);
console.log('engine                        time × ours    MB/s   peak MiB  × bare node');
for (const [name, runs] of results) {
  const seconds = best(runs.map((run) => run.seconds));
  const mebibytes = median(runs.map((run) => run.mebibytes));
  const read = sizes.find(([part]) => name.includes(part))?.[1] ?? size;
  const speed = name === 'bare node' ? '' : (read / seconds).toFixed(0);
  const cells = [
    (seconds / ours).toFixed(2).padStart(10),
    speed.padStart(8),
    mebibytes.toFixed(0).padStart(10),
    (mebibytes / bare).toFixed(2).padStart(11),
  ];
  console.log(name.padEnd(29), ...cells);
}

const peakOf = (name) => median(results.get(name).map(({ mebibytes }) => mebibytes));
const growth = peakOf('scorecard, 5 times the rows') / peakOf('scorecard');
console.log(`\nthe peak with 5 times the rows is ${growth.toFixed(2)} × that with ${ROWS}`);

// What the engines say must be the same, or their times mean nothing.
if (duckdb) console.log(compareWithDuckdb());

function compareWithDuckdb() {
  const lines = (path) => readFileSync(path, 'utf8').split('\n');
  const mine = lines(out('scorecard'));
  const theirs = new Set(lines(out('duckdb')));
  let differing = 0;
  for (const line of mine.slice(1, -1)) {
    const [, candidate, interviewer, score, coverage, recommendation, , , ...rest] = line.split(',');
    const ratings = rest.slice(0, DIMENSIONS.length);
    if (!theirs.has([candidate, interviewer, score, coverage, recommendation, ...ratings].join(','))) differing += 1;
  }
  return `rows in ${ROWS}, rows out ${mine.length - 2}; differing from DuckDB's: ${differing}`;
}

for (const file of readdirSync(FOLDER)) if (file.startsWith('out-')) rmSync(join(FOLDER, file), { force: true });
