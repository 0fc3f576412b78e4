// The board through a pseudo-terminal: from Enter to the changed screen with the answer on disk, and opening a long draft.
// Beside each figure stands a bare program that was run in the same minute. Usage: node test/bench/board.mjs [lines]
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';

const BIN = resolve(import.meta.dirname, '../../bin/scorecard.js');
const KEYS = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), 'scorecard-bench-'));
const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;

try {
  writeFileSync(join(folder, 'ten.yaml'), rubric(10));
  await newDraft();
  addEvents(200);
  const board = await latencies([BIN, 'interview', '--resume', 'ada'], draftPath(), ['4\r', 'said so\r']);
  writeFileSync(join(folder, 'echo.mjs'), ECHO());
  const bare = await latencies([join(folder, 'echo.mjs')], join(folder, 'echo.out'), ['4\r', 'said so\r']);
  const [boardLate, bareLate] = [quantile(board, 0.99), quantile(bare, 0.99)];
  print(`line to changed screen and answer on disk, 10 dimensions, 200 events, ${KEYS} lines`);
  print(
    `  board                 p50 ${ms(quantile(board, 0.5))}  p99 ${ms(boardLate)}  worst ${ms(quantile(board, 1))}`,
  );
  print(`  bare write and sync   p50 ${ms(quantile(bare, 0.5))}  p99 ${ms(bareLate)}  worst ${ms(quantile(bare, 1))}`);
  print(
    `  p99 is ${(boardLate / bareLate).toFixed(2)} times the bare one, and ${boardLate < 16 ? 'under' : 'OVER'} 16 ms`,
  );
  await openings();
} finally {
  rmSync(folder, { recursive: true });
}

async function openings() {
  rmSync(join(folder, 'scorecards'), { recursive: true });
  await newDraft();
  const short = readFileSync(draftPath());
  const times = { bare: [], short: [], long: [] };
  for (let round = 0; round < 15; round += 1) {
    times.bare.push(timed(() => spawnSync(process.execPath, ['-e', '0'], { env })));
    writeFileSync(draftPath(), short);
    times.short.push(await opening());
    addEvents(10_000);
    times.long.push(await opening());
  }
  const [bare, one, long] = Object.values(times).map((all) => quantile(all, 0.5));
  print('from start to the first screen, medians of 15');
  print(`  node -e 0             ${ms(bare)}`);
  print(`  a draft of 1 event    ${ms(one)}, ${(one / bare).toFixed(2)} times bare`);
  print(
    `  of 10,000 events      ${ms(long)}, ${(long / bare).toFixed(2)} times bare; ${ms(long - bare)} above bare, ${ms(long - one)} above 1 event`,
  );
}

/** Types lines in turn; each waits until the screen has changed and the file has grown. Milliseconds. */
async function latencies(args, file, keys) {
  const pty = open(args);
  await shown(pty, /Enter notes|ready/);
  const times = [];
  for (let at = 0; at < KEYS; at += 1) {
    const size = statSync(file).size;
    const start = performance.now();
    pty.write(keys[at % keys.length]);
    await shown(pty, /\u001b\[\?2026l|echo/, () => statSync(file).size > size);
    times.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 3));
  }
  pty.kill('SIGKILL');
  return times;
}

async function opening() {
  const start = performance.now();
  const pty = open([BIN, 'interview', '--resume', 'ada']);
  await shown(pty, /Enter notes/);
  const time = performance.now() - start;
  pty.write('/quit\r');
  await new Promise((done) => pty.onExit(done));
  return time;
}

function open(args) {
  return spawn(process.execPath, args, { cwd: folder, cols: 80, rows: 24, env: { ...env, TERM: 'xterm-256color' } });
}

function shown(pty, pattern, isTrue = () => true) {
  return new Promise((done) => {
    let text = '';
    const listening = pty.onData((data) => {
      text += data;
      if (!pattern.test(text) || !isTrue()) return;
      listening.dispose();
      done();
    });
  });
}

async function newDraft() {
  const pty = open([
    BIN,
    'interview',
    '--role',
    './ten.yaml',
    '--candidate',
    'Ada Example',
    '--interviewer',
    'R. Panel',
  ]);
  await shown(pty, /Enter notes/);
  pty.write('/quit\r');
  await new Promise((done) => pty.onExit(done));
}

function draftPath() {
  const drafts = join(folder, 'scorecards/.drafts');
  return join(
    drafts,
    readdirSync(drafts, { recursive: true }).find((name) => name.endsWith('.ndjson')),
  );
}

/** An interview as it is held: mostly ratings and moves, a note in five. It ends on the first dimension, with all rated. */
function addEvents(count) {
  const at = new Date().toISOString();
  const lines = Array.from({ length: count - 1 }, (_, number) => {
    const dimension = `d${number % 10}`;
    if (number % 5 === 0) return { at, type: 'note', dimension, text: `what was said and done, number ${number}` };
    if (number % 5 === 1) return { at, type: 'go', to: number % 10 };
    return { at, type: 'rate', dimension, rating: 1 + (number % 5) };
  });
  const all = [...lines, { at, type: 'go', to: 0 }];
  appendFileSync(draftPath(), all.map((event) => `${JSON.stringify(event)}\n`).join(''));
}

function rubric(count) {
  const anchor = 'Explains how the thing works, what it held in figures, what it cost, and how it was checked. ';
  const dimensions = Array.from({ length: count }, (_, at) => ({
    id: `d${at}`,
    name: `Dimension number ${at + 1} of the rubric`,
    weight: 100 / count,
    minutes: 8,
    meetsBar: 'Does it.',
    anchors: Object.fromEntries([1, 2, 3, 4, 5].map((rating) => [rating, `${rating}: ${anchor.repeat(2)}`])),
    questions: [{ ask: 'Tell me about a thing that was used hard.' }, { ask: 'What broke?' }],
  }));
  const labels = { 1: 'Far below', 2: 'Below', 3: 'Meets', 4: 'Above', 5: 'Well above' };
  const recommendation = { coverageAtLeast: 70, bands: { 'strong-yes': 4.2, yes: 3, no: 2 } };
  const head = { id: 'ten', title: 'Ten', version: '1.0.0', summary: 'A role for measuring.' };
  return JSON.stringify({ ...head, scale: { bar: 3, labels }, dimensions, recommendation }, undefined, 2);
}

function ECHO() {
  return `import { fdatasyncSync, openSync, writeSync } from 'node:fs';
const file = openSync('echo.out', 'a');
process.stdin.setRawMode(true);
process.stdin.on('data', () => {
  writeSync(file, '{"at":"2026-11-20T14:00:00.000+00:00","type":"go","to":0}\\n');
  fdatasyncSync(file);
  process.stdout.write('echo');
});
process.stdout.write('ready');
`;
}

function timed(act) {
  const start = performance.now();
  act();
  return performance.now() - start;
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

function ms(value) {
  return `${value.toFixed(1)} ms`;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
