// How long `summary` takes over 20,000 scorecard files, against `cat` of the same files and a bare start of node, all
// in one run and in turn. Run after a build: node test/bench/summary.mjs [interviewers of each candidate] [rounds]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const HOME = resolve(import.meta.dirname, '../..');
const FILES = 20_000;
const ROLE = 'lead-infra';
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

/** One interview by the program itself, then copies of it with other names and ratings; beside each its report, as in a store. */
function writeStore(store) {
  const { card, markdown } = interviewOnce(store);
  let seed = 1;
  const random = () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  let bytes = 0;
  for (let at = 0; at < FILES; at += 1) {
    const dimensions = card.dimensions.map((dimension) => {
      const { anchor: _anchor, contribution: _contribution, ...unrated } = dimension;
      if (random() < 0.1) return { ...unrated, rating: 'not-assessed' };
      return { ...dimension, rating: 1 + Math.floor(random() * 5) };
    });
    const names = {
      candidate: { name: `Candidate ${Math.floor(at / interviewers)}` },
      interviewer: { name: `Panel ${at % interviewers}` },
    };
    const redFlags = random() < 0.05 ? card.redFlags : [];
    const copy = sealed({ ...card, id: `card-${at}`, ...names, dimensions, redFlags });
    const text = `${JSON.stringify(copy, undefined, 2)}\n`;
    writeFileSync(join(store, `${at}.json`), text);
    writeFileSync(join(store, `${at}.md`), markdown);
    bytes += text.length;
  }
  return bytes;
}

/** With the digest of what it says. */
function sealed({ digest: _digest, ...card }) {
  const inOrder = (_key, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  const digest = createHash('sha256').update(JSON.stringify(card, inOrder)).digest('hex');
  return { ...card, digest: `sha256:${digest}` };
}

function interviewOnce(store) {
  const run = (args) => spawnSync(process.execPath, [join(HOME, 'bin/scorecard.js'), ...args], { encoding: 'utf8' });
  const rubric = JSON.parse(run(['rubric', 'show', ROLE, '-f', 'json']).stdout);
  const evidence = 'Compared two regions and named how each fails before proposing either; quoted p99 and the bill.';
  const answers = {
    candidate: 'Ada Example',
    interviewer: 'R. Panel',
    ratings: Object.fromEntries(rubric.dimensions.map(({ id }) => [id, { rating: 3, evidence }])),
    redFlags: [{ id: rubric.redFlags[0].id, evidence: 'said so twice' }],
    verdict: 'yes',
  };
  writeFileSync(join(folder, 'answers.json'), JSON.stringify(answers));
  const { status, stderr } = run([
    ...['interview', '--role', ROLE, '--store', store, '--answers', join(folder, 'answers.json')],
  ]);
  if (status !== 0) throw new Error(stderr);
  const name = readdirSync(store).find((entry) => entry.endsWith('.json'));
  const made = { json: join(store, name), markdown: join(store, name.replace(/json$/, 'md')) };
  const texts = [readFileSync(made.json, 'utf8'), readFileSync(made.markdown, 'utf8')];
  for (const path of Object.values(made)) rmSync(path);
  return { card: JSON.parse(texts[0]), markdown: texts[1] };
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
