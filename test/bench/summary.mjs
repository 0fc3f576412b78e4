// How long `summary` takes over 20,000 scorecard files, against `cat` of the same files and a bare start of node, all
// in one run and in turn. Run after a build: node test/bench/summary.mjs [interviewers of each candidate] [rounds]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { median, PROGRAM, printTimes, timeInTurn, writeStore } from './made-store.mjs';

const FILES = 20_000;
const interviewers = Number(process.argv[2] ?? 4);
const rounds = Number(process.argv[3] ?? 7);

const cwd = mkdtempSync(join(tmpdir(), 'scorecard-bench-'));
try {
  const bytes = writeStore(join(cwd, 'store'), { files: FILES, interviewers });
  const commands = {
    cat: ['sh', ['-c', 'find store -name "*.json" -print0 | xargs -0 cat > /dev/null']],
    node: [process.execPath, ['-e', '0']],
    summary: [process.execPath, [PROGRAM, 'summary', 'store', '-o', 'out.txt', '--force', '-q']],
  };
  const times = timeInTurn(commands, { rounds, cwd });
  const { cat, node, summary } = times;
  const ratio = (reads) => median(summary.map((time, at) => time / (reads * cat[at] + node[at]))).toFixed(2);
  console.log(
    `${FILES} files of ${(bytes / FILES / 1000).toFixed(1)} kB, ${interviewers} for each candidate; node ${process.version}`,
  );
  printTimes(times);
  console.log(`summary / (3 x cat + node): median ${ratio(3)} (to reach: at most 1)`);
  console.log(`summary / (cat + node):     median ${ratio(1)}`);
} finally {
  rmSync(cwd, { recursive: true, force: true });
}
