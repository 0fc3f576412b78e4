/**
 * Start-up as a multiple of bare Node: `node test/bench/startup.js [ROUNDS] [BIN]`, after `npm run build`. BIN is the
 * `bin/scorecard.js` of another build to compare with.
 * Each round runs `node -e 0`, the command of the other build and the command in turn. A figure is the ratio of the
 * fastest runs, which what else the machine does disturbs least; behind it stands the median of the ratios of each round.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';

const BIN = resolve(import.meta.dirname, '../../bin/scorecard.js');
const [rounds = '9', other] = process.argv.slice(2);
const builds = other === undefined ? [BIN] : [resolve(other), BIN];
const folder = mkdtempSync(join(tmpdir(), 'scorecard-bench-'));
const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;

/** Milliseconds of a whole process whose output goes to a pipe. */
function piped(args) {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const took = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return took;
}

/** Milliseconds on a terminal until `shown` appears, or until the end where it is undefined. */
function onTerminal(args, shown) {
  return new Promise((done, fail) => {
    const start = performance.now();
    const terminal = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...env, TERM: 'xterm-256color' },
      cols: 80,
      rows: 24,
    });
    let screen = '';
    let took;
    terminal.onData((data) => {
      screen += data;
      if (shown === undefined || took !== undefined || !screen.includes(shown)) return;
      took = performance.now() - start;
      terminal.kill('SIGKILL');
    });
    terminal.onExit(() => {
      if (shown === undefined) done(performance.now() - start);
      else if (took === undefined) fail(new Error(`${args.join(' ')} never showed "${shown}":\n${screen}`));
      else done(took);
    });
  });
}

const onPipe = (...line) => ({
  bare: () => piped(['-e', '0']),
  run: (bin) => piped([bin, ...line]),
});

const CASES = [
  { name: 'scorecard --version', most: 1.15, ...onPipe('--version') },
  { name: 'scorecard --help', ...onPipe('--help') },
  { name: 'scorecard rubric list', most: 1.5, ...onPipe('rubric', 'list') },
  { name: 'scorecard rubric list -f json', ...onPipe('rubric', 'list', '-f', 'json') },
  { name: 'scorecard rubric show core', most: 2.2, ...onPipe('rubric', 'show', 'core') },
  { name: 'scorecard rubric show head-infra', most: 2.2, ...onPipe('rubric', 'show', 'head-infra') },
  {
    name: 'first prompt of interview',
    most: 2.3,
    bare: () => onTerminal(['-e', '0']),
    run: (bin) => onTerminal([bin, 'interview'], 'Role'),
  },
];

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** As a multiple of bare Node: by the fastest runs, and the median over all rounds. */
function multiple(times, bare) {
  const fastest = Math.min(...times) / Math.min(...bare);
  return { fastest, shown: `${fastest.toFixed(2)} (${median(times.map((time, at) => time / bare[at])).toFixed(2)})` };
}

console.log(`Node ${process.versions.node}, best of ${rounds} rounds; in brackets the median\n`);
console.log(`| command |${other === undefined ? '' : ' other build |'} × node -e 0 | target | node -e 0, ms |`);
console.log(`|---|${other === undefined ? '' : '---|'}---|---|---|`);
let isWithin = true;
for (const { name, most, bare, run } of CASES) {
  const bareTimes = [];
  const times = builds.map(() => []);
  // The first time files are read from the disk.
  await bare();
  for (const bin of builds) await run(bin);
  for (let round = 0; round < Number(rounds); round += 1) {
    bareTimes.push(await bare());
    for (const [at, bin] of builds.entries()) times[at].push(await run(bin));
  }
  const multiples = times.map((of) => multiple(of, bareTimes));
  if (most !== undefined && multiples.at(-1).fastest > most) isWithin = false;
  const shown = multiples.map((each) => each.shown).join(' | ');
  const target = most === undefined ? '' : `at most ${most}`;
  console.log(`| ${name} | ${shown} | ${target} | ${Math.min(...bareTimes).toFixed(0)} |`);
}
rmSync(folder, { recursive: true });
if (!isWithin) process.exitCode = 1;
