// How long `panel show` takes for one candidate with 25 scorecards, as a table and as a page, against a bare start of
// node and `scorecard --version`, in one run and in turn. Run after a build: node test/bench/panel.mjs [rounds]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { median, PROGRAM, printTimes, timeInTurn, writeStore } from './made-store.mjs';

const FILES = 25;
const rounds = Number(process.argv[2] ?? 15);

const cwd = mkdtempSync(join(tmpdir(), 'scorecard-bench-'));
try {
  writeStore(join(cwd, 'scorecards'), { files: FILES, interviewers: FILES });
  const show = [PROGRAM, 'panel', 'show', 'Candidate 0', '-q'];
  const times = timeInTurn(
    {
      node: [process.execPath, ['-e', '0']],
      version: [process.execPath, [PROGRAM, '--version']],
      table: [process.execPath, show],
      html: [process.execPath, [...show, '-f', 'html']],
    },
    { rounds, cwd },
  );
  const ratio = (name) => median(times[name].map((time, at) => time / times.node[at])).toFixed(2);
  console.log(`panel show of ${FILES} scorecards of one candidate; node ${process.version}`);
  printTimes(times);
  for (const name of ['version', 'table', 'html']) console.log(`${name} / node: median ${ratio(name)}`);
} finally {
  rmSync(cwd, { recursive: true, force: true });
}
