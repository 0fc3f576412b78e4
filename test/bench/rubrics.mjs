// What a rubric asks of the eye, and what it would recommend: words per anchor, and 20,000 simulated candidates scored
// by the program. Usage: node test/bench/rubrics.mjs [ROLE or FILE ...]    (without any, the built-in rubrics)
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const HOME = resolve(import.meta.dirname, '../..');
const CANDIDATES = 20_000;
/** Standard deviation of what a candidate has in all dimensions, and in each one. */
const COMMON = 0.55;
const OWN = 0.7;
const BANDS = ['strong-yes', 'yes', 'no', 'strong-no'];
const folder = mkdtempSync(join(tmpdir(), 'scorecard-bench-'));

try {
  const named = process.argv.slice(2);
  const rubrics = (named.length > 0 ? named : builtIn()).map((role) => ({ role, rubric: show(role) }));
  print('words per anchor'.padEnd(34), 'mean', 'longest', 'above 30', 'short: longest');
  for (const { role, rubric } of rubrics) words(role, rubric);
  print();
  const heads = [...BANDS, 'borderline', 'within 0.25'];
  print(`${CANDIDATES} candidates, ratings 1 to 5`.padEnd(34), 'mean', ...heads.map((head) => head.padStart(11)));
  for (const { role, rubric } of rubrics) for (const mean of [2.6, 3, 3.4]) recommendations(role, rubric, mean);
} finally {
  rmSync(folder, { recursive: true });
}

function builtIn() {
  return readdirSync(join(HOME, 'rubrics')).flatMap((name) => /^([a-z-]+)\.yaml$/.exec(name)?.[1] ?? []);
}

function show(role) {
  return JSON.parse(scorecard('rubric', 'show', role, '-f', 'json'));
}

function words(role, { dimensions }) {
  const anchors = dimensions.flatMap((dimension) => Object.values(dimension.anchors));
  const counts = anchors.map(({ text }) => countWords(text));
  const shorts = anchors.flatMap(({ short }) => (short === undefined ? [] : [countWords(short)]));
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const above = counts.filter((count) => count > 30).length;
  const longest = shorts.length === 0 ? '-' : Math.max(...shorts);
  print(
    role.slice(-34).padEnd(34),
    mean.toFixed(1),
    String(Math.max(...counts)).padStart(7),
    `${above} of ${counts.length}`.padStart(9),
    String(longest).padStart(8),
  );
}

function countWords(text) {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function recommendations(role, { dimensions, recommendation }, mean) {
  const random = normal(20_261_126);
  const rows = Array.from({ length: CANDIDATES }, (_, at) => {
    const common = COMMON * random();
    const ratings = dimensions.map(() => Math.min(5, Math.max(1, Math.round(mean + common + OWN * random()))));
    return [`c${at}`, ...ratings].join(',');
  });
  const table = join(folder, 'simulated.csv');
  writeFileSync(table, `${['candidate', ...dimensions.map(({ id }) => id)].join(',')}\n${rows.join('\n')}\n`);
  const results = scorecard('batch', table, '--role', role, '-f', 'ndjson', '-q')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).result);
  const share = (fits) => `${((100 * results.filter(fits).length) / results.length).toFixed(1)}%`.padStart(11);
  const { yes } = recommendation.bands;
  print(
    role.slice(-34).padEnd(34),
    mean.toFixed(1).padStart(4),
    ...BANDS.map((band) => share(({ recommendation }) => recommendation === band)),
    share(({ borderline }) => borderline === true),
    share(({ score }) => Math.abs(score - yes) <= 0.25),
  );
}

function scorecard(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(HOME, 'bin/scorecard.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Draws from the normal distribution, the same for the same seed (mulberry32, Box and Muller). */
function normal(seed) {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

function print(...parts) {
  process.stdout.write(`${parts.join('  ')}\n`);
}
