/**
 * Start-up as a multiple of bare Node: `node test/bench/startup.js [PAIRS]`, after `npm run build`.
 * Each pair runs `node -e 0` and the command in turn; the figure is the median of the ratios, with its quartiles.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';

const BIN = resolve(import.meta.dirname, '../../bin/scorecard.js');
const pairs = Number(process.argv[2] ?? 25);
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

const CASES = [
  { name: 'scorecard --version', most: 1.15, bare: () => piped(['-e', '0']), run: () => piped([BIN, '--version']) },
  { name: 'scorecard --help', bare: () => piped(['-e', '0']), run: () => piped([BIN, '--help']) },
  {
    name: 'scorecard rubric list',
    most: 1.6,
    bare: () => piped(['-e', '0']),
    run: () => piped([BIN, 'rubric', 'list']),
  },
  {
    name: 'first prompt of interview',
    most: 2.8,
    bare: () => onTerminal(['-e', '0']),
    run: () => onTerminal([BIN, 'interview'], 'Role'),
  },
];

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

console.log(`Node ${process.versions.node}, ${pairs} pairs each\n`);
console.log('| command | × node -e 0, median | quartiles | target | node -e 0, ms |');
console.log('|---|---|---|---|---|');
let isWithin = true;
for (const { name, most, bare, run } of CASES) {
  const ratios = [];
  const times = [];
  await bare();
  await run();
  for (let pair = 0; pair < pairs; pair += 1) {
    const base = await bare();
    times.push(base);
    ratios.push((await run()) / base);
  }
  ratios.sort((a, b) => a - b);
  times.sort((a, b) => a - b);
  const median = at(ratios, 0.5);
  if (most !== undefined && median > most) isWithin = false;
  const target = most === undefined ? '' : `at most ${most}`;
  console.log(
    `| ${name} | ${median.toFixed(2)} | ${at(ratios, 0.25).toFixed(2)} to ${at(ratios, 0.75).toFixed(2)} | ${target} | ${at(times, 0.5).toFixed(0)} |`,
  );
}
rmSync(folder, { recursive: true });
if (!isWithin) process.exitCode = 1;
