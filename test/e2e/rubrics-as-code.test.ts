import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { shellWord } from '../../src/core/text/shell-words.js';
import { HOME } from '../support/fake-host.js';
import { BIN } from '../support/program.js';
import { sarifErrors } from '../support/sarif.js';

const RUBRIC = 'rubrics/staff-data-engineer.yaml';
const CASES = 'rubrics/staff-data-engineer.test.yaml';

const top = mkdtempSync(join(tmpdir(), 'scorecard-code-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const repo = join(top, 'repo');

const { SCORECARD_STORE: _store, SCORECARD_RUBRICS: _rubrics, ...outer } = process.env;
const env = {
  ...outer,
  PATH: [join(top, 'bin'), process.env.PATH].join(delimiter),
  HOME: top,
  XDG_DATA_HOME: join(top, 'data'),
  COLUMNS: '80',
  GIT_CONFIG_GLOBAL: join(top, 'gitconfig'),
  GIT_CONFIG_NOSYSTEM: '1',
};

interface Step {
  readonly run?: string;
}

/** As GitHub runs a step: `scorecard` is on the path, and the first command that fails ends it. */
function sh(line: string, cwd = repo) {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', line], { cwd, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: repo, env, encoding: 'utf8' });

/** The steps of the workflow in the repository, as they are written there, but for what installs the program. */
function workflow(): readonly string[] {
  const { jobs } = parse(readFileSync(join(repo, '.github/workflows/rubrics.yml'), 'utf8'));
  const steps: readonly Step[] = jobs.rubrics.steps;
  return steps.flatMap(({ run }) => (run === undefined || run.startsWith('npm install') ? [] : [run]));
}

/** What each step says, up to the first that fails. */
function push() {
  const results: ReturnType<typeof sh>[] = [];
  for (const step of workflow()) {
    results.push(sh(step));
    if (results.at(-1)?.status !== 0) break;
  }
  return results;
}

/** What the hooks say, each with the files that are tracked and match, as pre-commit calls them. */
function preCommit() {
  const hooks = parse(readFileSync(join(HOME, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Record<string, string>[];
  const tracked = git('ls-files', '-z').split('\0').filter(Boolean);
  return hooks.map(({ entry = '', files = '', exclude = '^$', pass_filenames }) => {
    const meant = tracked.filter((file) => new RegExp(files).test(file) && !new RegExp(exclude).test(file));
    return sh([entry, ...(pass_filenames === undefined ? meant.map(shellWord) : [])].join(' '));
  });
}

function change(file: string, changes: Readonly<Record<string, string>>): void {
  const path = join(repo, file);
  const text = readFileSync(path, 'utf8');
  const changed = Object.entries(changes).reduce((all, [from, to]) => all.replace(from, to), text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

/** What GitHub shows at the lines of files. */
const annotations = (stdout: string, kind: string) =>
  stdout.split('\n').flatMap((line) => (line.startsWith(`::${kind} `) ? [line.slice(kind.length + 3)] : []));

beforeAll(() => {
  mkdirSync(join(top, 'bin'));
  writeFileSync(join(top, 'bin/scorecard'), `#!/bin/sh\nexec ${shellWord(process.execPath)} ${shellWord(BIN)} "$@"\n`);
  chmodSync(join(top, 'bin/scorecard'), 0o755);
  writeFileSync(join(top, 'gitconfig'), '[user]\n  name = J. Lee\n  email = lee@example.com\n');
  expect(sh('scorecard rubric new "Staff Data Engineer" --repo repo', top).stderr).toContain(
    'Next: cd repo && git init',
  );
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'Rubrics as code');
  execFileSync('git', ['clone', '-q', '--bare', repo, join(top, 'origin.git')], { env });
  git('remote', 'add', 'origin', join(top, 'origin.git'));
  git('fetch', '-q', 'origin');
  for (const [candidate, first, second] of [
    ['Ada Example', 4, 2],
    ['Bo Sample', 4, 4],
    ['Cy Young', 2, 4],
  ]) {
    const ratings = `{ first-dimension: ${first}, second-dimension: ${second} }`;
    const answers = `candidate: ${candidate}\ninterviewer: J. Lee\nratings: ${ratings}\nverdict: yes\n`;
    writeFileSync(join(top, 'answers.yaml'), answers);
    const { status, stderr } = sh(
      `scorecard interview --role ${RUBRIC} --answers ../answers.yaml --store ../store --quiet`,
    );
    expect(status, stderr).toBe(0);
  }
}, 60_000);

test('a repository of rubrics passes its own workflow and the hooks from the first commit on', () => {
  expect(push().map(({ status }) => status)).toEqual([0, 0, 0]);
  expect(preCommit().map(({ status }) => status)).toEqual([0, 0]);
  expect(git('status', '--porcelain')).toBe('');
});

test('weights that do not sum end the workflow with an annotation at their line, and the commit', () => {
  git('checkout', '-qb', 'slip');
  change(RUBRIC, { 'weight: 40': 'weight: 45' });
  const steps = push();
  expect(steps.map(({ status }) => status)).toEqual([1]);
  expect(steps[0]?.stdout).toBe(
    `::error file=${RUBRIC},line=16,col=1,title=weights-sum::the weights sum to 105, not 100: 5 too much\n`,
  );
  expect(preCommit().map(({ status, stdout, stderr }) => [status, stdout + stderr])).toEqual([
    [1, expect.stringContaining(`${RUBRIC}:16:1 error the weights sum to 105, not 100: 5 too much (weights-sum)`)],
    [2, expect.stringContaining('scorecard: nothing was tested')],
  ]);
  git('checkout', '-qf', 'main');
});

test('a change of weights is told by the cases it turns, by what it did to past recommendations, and for the version', () => {
  git('checkout', '-qb', 'heavier');
  change(RUBRIC, { 'weight: 60': 'weight: 30', 'weight: 40': 'weight: 70' });

  const [checked, tested, ...others] = push();
  expect([checked?.status, tested?.status, others]).toEqual([0, 1, []]);
  expect(annotations(checked?.stdout ?? '', 'error')).toEqual([]);
  expect(annotations(tested?.stdout ?? '', 'error')).toEqual([
    `file=${CASES},line=17,col=14,title=case-unlike::"Below its minimum, first-dimension limits what the others come to": score is 3.8, expected 2.6`,
    `file=${CASES},line=27,col=17,title=case-unlike::"first-dimension alone is held against the 70%25 that must be rated": coverage is 30, expected 60`,
  ]);

  const against = sh(`git show main:${RUBRIC} | scorecard rubric diff - ${RUBRIC} --against ../store`);
  expect(against.status).toBe(1);
  expect(against.stdout.replace(/\b[0-9a-f]{12}\b/g, 'DIGEST')).toBe(`staff-data-engineer 1.0.0: 2 weights changed.

weight: First dimension: weight 60% → 30%
weight: Second dimension: weight 40% → 70%

Scorecards of both cannot be compared: weights, dimensions or the scale have
changed.
The version is still 1.0.0: raise its first number.

Of 3 past scorecards 2 would be recommended otherwise: yes → no (1), no → yes
(1).
FROM      TO        BY     SCORECARD
3.20 yes  2.60 no   score  DIGEST
2.80 no   3.40 yes  score  DIGEST

Of 3 panels 2 would be recommended otherwise: yes → no (1), no → yes (1).
FROM      TO        BY     PANEL
3.20 yes  2.60 no   score  DIGEST
2.80 no   3.40 yes  score  DIGEST
`);

  const sarif = JSON.parse(sh('scorecard rubric check -f sarif').stdout);
  expect(sarifErrors(sarif)).toEqual([]);
  const places = sarif.runs[0].results.map(
    ({ locations: [place] }: any) => place.physicalLocation.artifactLocation.uri,
  );
  expect(new Set(places)).toEqual(new Set([RUBRIC]));

  // It is meant: the cases and the version say so, and the workflow tells who reviews it what changed.
  change(RUBRIC, { 'version: 1.0.0': 'version: 2.0.0' });
  expect(sh('scorecard rubric test --update').status).toBe(0);
  expect(git('diff', '--stat', '--', CASES)).toContain('2 insertions(+), 2 deletions(-)');
  const steps = push();
  expect(steps.map(({ status }) => status)).toEqual([0, 0, 0]);
  expect(steps[2]?.stdout).toMatch(/^staff-data-engineer 1\.0\.0 → 2\.0\.0: 2 weights changed/);
  expect(steps[2]?.stdout).not.toContain('The version');
  expect(preCommit().map(({ status }) => status)).toEqual([0, 0]);
  git('checkout', '-qf', 'main');
});

test('the workflow tells what changed of a rubric whose file has a name of any kind', () => {
  git('checkout', '-qb', 'names');
  const name = 'rubrics/our größe 採用.yml';
  writeFileSync(join(repo, name), readFileSync(join(repo, RUBRIC)));
  git('add', '.');
  git('commit', '-qm', 'Another');
  git('push', '-q', 'origin', 'names:main');
  git('fetch', '-q', 'origin');
  change(name, { 'title: "Staff Data Engineer"': 'title: "Data Engineer"' });
  const steps = push();
  expect(steps.map(({ status }) => status)).toEqual([0, 0, 0]);
  expect(steps[2]?.stdout).toContain('rubric: title Staff Data Engineer → Data Engineer');
});
