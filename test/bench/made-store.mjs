// Stores of made scorecards for the benchmarks, and how whole processes are timed in turn.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const ROLE = 'lead-infra';
export const PROGRAM = resolve(import.meta.dirname, '../../bin/scorecard.js');

/**
 * Writes `files` scorecards, `interviewers` for each candidate, with the report of one interview beside each. Returns
 * how many bytes of JSON there are. The same call writes the same ratings.
 */
export function writeStore(store, { files, interviewers }) {
  const { card, markdown } = interviewOnce(store);
  let seed = 1;
  const random = () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  let bytes = 0;
  for (let at = 0; at < files; at += 1) {
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

/** One interview by the program itself, of which the others are copies with other names and ratings. */
function interviewOnce(store) {
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-bench-'));
  const run = (args) => spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });
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
  for (const path of [...Object.values(made), folder]) rmSync(path, { recursive: true });
  return { card: JSON.parse(texts[0]), markdown: texts[1] };
}

/** Milliseconds of each command in each round, in turn; a first round warms the caches. */
export function timeInTurn(commands, { rounds, cwd }) {
  const { NODE_EXTRA_CA_CERTS: _bundle, ...env } = process.env;
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, [command, args]] of Object.entries(commands)) {
      const start = process.hrtime.bigint();
      const { status, stderr } = spawnSync(command, args, { cwd, env });
      if (status !== 0) throw new Error(`${name}: ${stderr}`);
      if (round > 0) times[name].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  return times;
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** One line a command: its median, and each time. */
export function printTimes(times) {
  for (const [name, values] of Object.entries(times)) {
    console.log(
      `${name.padEnd(12)} median ${median(values).toFixed(0)} ms of ${values.map((one) => one.toFixed(0)).join(' ')}`,
    );
  }
}
