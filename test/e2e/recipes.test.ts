import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shellWord } from '../../src/core/text/shell-words.js';
import { BIN } from '../support/program.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';
import { startDuckDb } from '../support/sql/duckdb.js';

const top = mkdtempSync(join(tmpdir(), 'scorecard-recipes-'));
const { SCORECARD_STORE: _store, SCORECARD_RUBRICS: _rubrics, ...outer } = process.env;
const env = { ...outer, PATH: [join(top, 'bin'), process.env.PATH].join(delimiter), HOME: top, XDG_DATA_HOME: top };
const hasJq = spawnSync('jq', ['--version']).error === undefined;

function sh(line: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: top, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** The lines that a topic shows to be typed, by the comment above each. */
function recipesOf(topic: string): ReadonlyMap<string, string> {
  const recipes = new Map<string, string>();
  let name = '';
  for (const line of sh(`scorecard help ${topic}`).stdout.split('\n')) {
    if (line.startsWith('  # ')) name = line.slice(4);
    else if (!line.startsWith('  ')) name = '';
    else if (name !== '') recipes.set(name, `${recipes.get(name) ?? ''}${line}\n`);
  }
  return recipes;
}

beforeAll(() => {
  mkdirSync(join(top, 'bin'));
  const program = `#!/bin/sh\nexec ${shellWord(process.execPath)} ${shellWord(BIN)} "$@"\n`;
  writeFileSync(join(top, 'bin/scorecard'), program, { mode: 0o755 });
  mkdirSync(join(top, 'rubrics'));
  const heavier = SMALL_RUBRIC.replace('weight: 60', 'weight: 30').replace('weight: 40', 'weight: 70');
  const cases = 'cases:\n  - { name: right, ratings: { craft: 3, talk: 4 }, expect: { score: 3.4 } }\n';
  for (const [file, text] of [
    ['rubrics/small.yaml', SMALL_RUBRIC],
    ['rubrics/small.test.yaml', `${cases}  - { name: wrong, ratings: { craft: 3, talk: 4 }, expect: { score: 4 } }\n`],
    ['old.yaml', SMALL_RUBRIC],
    ['new.yaml', heavier],
  ] as const) {
    writeFileSync(join(top, file), text);
  }
  for (const [candidate, craft, talk] of [
    ['Ada Example', 2, 4],
    ['Bo Sample', 4, 4],
    ['Cy Young', 4, 5],
  ]) {
    const ratings = `{ craft: ${craft}, talk: ${talk} }`;
    const answers = `candidate: ${candidate}\ninterviewer: J. Lee\nratings: ${ratings}\nverdict: no\n`;
    writeFileSync(join(top, 'a.yaml'), answers);
    const { status, stderr } = sh('scorecard interview --role small --answers a.yaml --store scorecards -q');
    expect(status, stderr).toBe(0);
  }
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

describe.skipIf(!hasJq)('the recipes for jq in help ci, as they stand there', () => {
  const typed = (name: string, change = (recipe: string) => recipe) => {
    const recipe = recipesOf('ci').get(name);
    expect(recipe, `${name} is gone`).toBeDefined();
    const { status, stdout, stderr } = sh(change(recipe ?? '').replace('STORE', 'scorecards'));
    return { status, stderr, out: stdout.trim() === '' ? undefined : JSON.parse(stdout) };
  };

  test('are all tried here', () => {
    expect([...recipesOf('ci').keys()]).toHaveLength(4);
  });

  test('give failed cases with what came out', () => {
    const { out } = typed('failed cases, with what came out');
    expect(out).toMatchObject({ name: 'wrong', expected: { score: 4 }, got: { score: 3.4 } });
  });

  test('end with 1 where a past recommendation would differ, else with 0', () => {
    const name = 'ends with 1 where a past recommendation would differ';
    expect(typed(name)).toEqual({ status: 1, stderr: '', out: false });
    expect(typed(name, (recipe) => recipe.replace('new.yaml', 'old.yaml'))).toEqual({
      status: 0,
      stderr: '',
      out: true,
    });
  });

  test('count the recommendations of each role', () => {
    const { out } = typed('how many candidates each recommendation has, by role');
    expect(out).toEqual({ role: 'small', given: { no: 1, yes: 1, 'strong-yes': 1 } });
  });

  test('count the ratings of each dimension', () => {
    const { out } = typed('how often each rating was given, by dimension');
    expect(out).toEqual({ craft: { '2': 1, '4': 2 }, talk: { '4': 2, '5': 1 } });
  });
});

describe.skipIf(!hasJq)('an example with jq in the help of a command', () => {
  const typed = (name: string, folder = 'scorecards') => {
    const [example = ''] = /scorecard .*\| jq .*/.exec(sh(`COLUMNS=200 scorecard ${name} --help`).stdout) ?? [];
    return sh(example.replace('scorecards/*', `${folder}/*`));
  };

  test.each([
    ['report', '2.8\n4\n4.4\n'],
    ['summary', expect.stringMatching(/^(?:\{\n {2}"candidate": "\w+ \w+",\n {2}"score": [\d.]+\n\}\n){3}$/)],
    ['history', expect.stringContaining('"recommendation": "no"')],
    ['doctor', ''],
  ])('runs as it is typed: %s', (name, stdout) => {
    expect(typed(name)).toMatchObject({ status: 0, stdout });
  });

  test('runs for one scorecard as for several', () => {
    sh('mkdir -p alone && cp scorecards/*ada*.json alone');
    expect(typed('report', 'alone')).toMatchObject({ status: 0, stdout: '2.8\n' });
  });
});

test('the recipe for DuckDB in help sql scores a CSV as a batch does', async () => {
  const shown = sh('scorecard help sql').stdout.replace(/\s+/g, ' ');
  const [, rename = '', view = ''] = /DuckDB after (sed .*?): (CREATE VIEW .*?); then the SELECT/.exec(shown) ?? [];
  const engine = await startDuckDb();
  if (engine === undefined || view === '') throw new Error('there is no DuckDB, or no recipe');
  const { dimensions, redFlags } = JSON.parse(sh('scorecard rubric show head-infra -f json').stdout);
  const stops = redFlags.filter(({ severity }: any) => severity === 'stop').map(({ id }: any) => id);
  const ids: readonly string[] = dimensions.map(({ id }: any) => id);
  const row = (name: string, rating: string, stop: string) =>
    [name, ...ids.map(() => rating), ...stops.map(() => stop)].join(',');
  const rows = [row('Ada Example', '4', ''), row('Bo Sample', '3', 'yes'), row('Cy Young', '3', 'no')];
  writeFileSync(join(top, 'all.csv'), `${[['candidate', ...ids, ...stops].join(','), ...rows].join('\n')}\n`);
  expect(sh(rename).status).toBe(0);
  await engine.run(view.replace('ratings.csv', join(top, 'ratings.csv')));
  const scored = await engine.query(sh('scorecard rubric sql head-infra').stdout);
  await engine.stop();
  const batch = sh('scorecard batch all.csv --role head-infra -f csv').stdout;
  const theirs = parseCsv(batch, { columns: true }).map(({ candidate, recommendation }: any) => [
    candidate,
    recommendation,
  ]);
  expect(scored.map(([candidate, , , recommendation]) => [candidate, recommendation])).toEqual(theirs);
  expect(theirs.map(([, recommendation]: readonly string[]) => recommendation)).toEqual(['strong-yes', 'no', 'yes']);
});
