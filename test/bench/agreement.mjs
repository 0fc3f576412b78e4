// How long `agreement` takes over 500 scorecards, intervals included, against a bare start of node, in one run and in
// turn. Run after a build: node test/bench/agreement.mjs [interviewers of each candidate] [rounds]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { median, PROGRAM, printTimes, timeInTurn, writeStore } from './made-store.mjs';

const FILES = 500;
const interviewers = Number(process.argv[2] ?? 3);
const rounds = Number(process.argv[3] ?? 7);

const cwd = mkdtempSync(join(tmpdir(), 'scorecard-bench-'));
try {
  writeStore(join(cwd, 'store'), { files: FILES, interviewers });
  const commands = {
    node: [process.execPath, ['-e', '0']],
    summary: [process.execPath, [PROGRAM, 'summary', 'store', '-o', 'out.txt', '--force', '-q']],
    agreement: [process.execPath, [PROGRAM, 'agreement', 'store', '-o', 'out.json', '--force', '-q']],
  };
  const times = timeInTurn(commands, { rounds, cwd });
  console.log(`${FILES} files, ${interviewers} for each candidate; node ${process.version}`);
  printTimes(times);
  const over = times.agreement.map((time, at) => time / times.node[at]);
  console.log(`agreement / node: median ${median(over).toFixed(1)}`);
} finally {
  rmSync(cwd, { recursive: true, force: true });
}
