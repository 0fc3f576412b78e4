// How long `summary` takes over 20,000 scorecard files, against `cat` of the same files and a bare start of node, all
// in one run and in turn. Run after a build: node test/bench/summary.mjs [interviewers of each candidate] [rounds]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { buildScorecard } from '../../dist/core/build-scorecard.js';
import { replay } from '../../dist/core/session.js';
import { loadRubric } from '../../dist/io/rubric-file.js';
import { scorecardText } from '../../dist/io/scorecard-store.js';

const HOME = resolve(import.meta.dirname, '../..');
const FILES = 20_000;
const interviewers = Number(process.argv[2] ?? 4);
const rounds = Number(process.argv[3] ?? 7);

const folder = mkdtempSync(join(tmpdir(), 'scorecard-bench-'));
try {
  const bytes = writeStore(join(folder, 'store'));
  const { NODE_EXTRA_CA_CERTS: _bundle, ...env } = process.env;
  const commands = {
    cat: ['sh', ['-c', 'find store -name "*.json" -print0 | xargs -0 cat > /dev/null']],
    node: [process.execPath, ['-e', '0']],
    summary: [process.execPath, [join(HOME, 'bin/scorecard.js'), 'summary', 'store', '-o', 'out.txt', '--force', '-q']],
  };
  const times = { cat: [], node: [], summary: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, [command, args]] of Object.entries(commands)) {
      const start = process.hrtime.bigint();
      const { status, stderr } = spawnSync(command, args, { cwd: folder, env });
      if (status !== 0) throw new Error(`${name}: ${stderr}`);
      // The first round warms the caches.
      if (round > 0) times[name].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  report(bytes, times);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeStore(store) {
  const { rubric, sha256 } = loadRubric(join(HOME, 'rubrics/lead-infra.yaml'));
  mkdirSync(store);
  let seed = 1;
  const random = () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  let bytes = 0;
  for (let at = 0; at < FILES; at += 1) {
    const candidate = `Candidate ${Math.floor(at / interviewers)}`;
    const interviewer = `Panel ${at % interviewers}`;
    const text = scorecardText(buildScorecard(replay(eventsOf({ candidate, interviewer, rubric, sha256, random }))));
    writeFileSync(join(store, `${at}.json`), text);
    bytes += text.length;
  }
  return bytes;
}

function eventsOf({ candidate, interviewer, rubric, sha256, random }) {
  const at = '2026-11-20T10:00:00+00:00';
  const id = `${candidate}-${interviewer}`;
  const events = [{ at, type: 'open', schemaVersion: 1, id, candidate, interviewer, rubric, sha256 }];
  for (const { id: dimension } of rubric.dimensions) {
    if (random() < 0.1) continue;
    events.push({ at, type: 'rate', dimension, rating: 1 + Math.floor(random() * 5) });
    const text = 'Compared two regions and named how each fails before proposing either; quoted p99 and the bill.';
    events.push({ at, type: 'note', dimension, text });
  }
  if (random() < 0.05) events.push({ at, type: 'flag', flag: rubric.redFlags[0].id, evidence: 'said so twice' });
  return [...events, { at, type: 'verdict', is: 'yes' }, { at, type: 'submit' }];
}

function report(bytes, { cat, node, summary }) {
  const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const ratios = summary.map((time, at) => time / (3 * cat[at] + node[at]));
  const plain = summary.map((time, at) => time / (cat[at] + node[at]));
  console.log(
    `${FILES} files of ${(bytes / FILES / 1000).toFixed(1)} kB, ${interviewers} for each candidate; node ${process.version}`,
  );
  for (const [name, values] of Object.entries({ cat, node, summary })) {
    console.log(
      `${name.padEnd(8)} median ${middle(values).toFixed(0)} ms of ${values.map((one) => one.toFixed(0)).join(' ')}`,
    );
  }
  console.log(`summary / (3 x cat + node): median ${middle(ratios).toFixed(2)} (to reach: at most 1)`);
  console.log(`summary / (cat + node):     median ${middle(plain).toFixed(2)}`);
}
