import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn as spawnOnTerminal } from '@lydell/node-pty';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { everyLeaf } from '../support/every-command.js';
import { createFakeHost, HOME, temporaryFolder } from '../support/fake-host.js';

const BIN = join(HOME, 'bin/scorecard.js');
const ANSWERS = 'candidate: Ada Example\ninterviewer: R. Panel\nratings: {}\n';

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A line of bash in a folder of its own, with `scorecard` as a function; it ends with the status of its first command.
 */
function bash(line: string, files: Readonly<Record<string, string>> = {}, cwd = temporaryFolder()): Ended {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const script = `scorecard() { '${process.execPath}' '${BIN}' "$@"; }\n${line}\nexit \${PIPESTATUS[0]}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd,
    encoding: 'utf8',
    input: '',
    env: { PATH: process.env.PATH, HOME: cwd },
  });
  return { status, stdout, stderr };
}

/** A folder with one submitted scorecard, and its path in it. */
function withScorecard(): { cwd: string; card: string } {
  const cwd = temporaryFolder();
  bash('scorecard interview -q --role lead-devops --answers ada.yaml', { 'ada.yaml': ANSWERS }, cwd);
  const card = bash('ls scorecards/*.json', {}, cwd).stdout.trim();
  return { cwd, card };
}

const LEAVES = everyLeaf().map(({ words, command }) => {
  const needed = command.options
    .filter(({ mandatory }) => mandatory)
    .flatMap(({ long, argChoices }) => [long ?? '', argChoices?.[0] ?? 'x']);
  return [words.join(' '), needed] as const;
});

describe.each(LEAVES)('%s', (words, needed) => {
  test('refuses an unknown option on standard error, with exit code 2 and what was meant', async () => {
    const host = createFakeHost();
    expect(await run([...words.split(' '), ...needed, '--qiuet'], host)).toBe(EXIT.usage);
    expect(host.stdout.text).toBe('');
    expect(host.stderr.text).toContain("unknown option '--qiuet'");
    expect(host.stderr.text).toContain('--quiet');
  });

  test('shows its help without colours, on standard output, in 80 columns', async () => {
    const host = createFakeHost();
    expect(await run([...words.split(' '), '--help'], host)).toBe(EXIT.ok);
    expect(host.stdout.text).not.toContain('\u001b');
    expect(host.stderr.text).toBe('');
  });
});

test('a command with a typo gets the nearest one', () => {
  const { status, stdout, stderr } = bash('scorecard sumary');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('Did you mean summary?');
});

test('options may stand after operands, and after -- nothing is an option', () => {
  expect(bash('scorecard rubric show lead-devops -f json | head -c 1')).toMatchObject({ status: 0, stdout: '{' });
  const { status, stderr } = bash('scorecard report -- --force');
  expect(status).toBe(2);
  expect(stderr).toContain('there is no scorecard of "--force"');
});

describe('colours', () => {
  test.each([
    ['scorecard rubric list', false],
    ['scorecard --color rubric list', true],
    ['FORCE_COLOR=1 scorecard rubric list', true],
    ['NO_COLOR=1 FORCE_COLOR=1 scorecard rubric list', false],
    ['NO_COLOR=1 scorecard rubric list --color', true],
    ['FORCE_COLOR=1 scorecard rubric list --no-color', false],
    ['CLICOLOR_FORCE=1 scorecard rubric list', true],
    ['CLICOLOR_FORCE=0 scorecard rubric list', false],
    ['CLICOLOR_FORCE=1 NO_COLOR=1 scorecard rubric list', false],
    ['CLICOLOR=0 FORCE_COLOR=1 scorecard rubric list', true],
  ])('%s: %s', (line, expected) => {
    expect(bash(line).stdout.includes('\u001b[')).toBe(expected);
  });
});

test('-o writes what standard output would get, and replaces a file only with --force', () => {
  const cwd = temporaryFolder();
  const { stdout } = bash('scorecard rubric show lead-devops -f json', {}, cwd);
  expect(bash('scorecard rubric show lead-devops -f json -o kit', {}, cwd)).toMatchObject({ status: 0, stdout: '' });
  expect(readFileSync(join(cwd, 'kit'), 'utf8')).toBe(stdout);
  writeFileSync(join(cwd, 'kit'), 'mine');
  const refused = bash('scorecard rubric show lead-devops -o kit', {}, cwd);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('--force');
  expect(readFileSync(join(cwd, 'kit'), 'utf8')).toBe('mine');
  expect(bash('scorecard rubric show lead-devops -f json -o kit --force', {}, cwd).status).toBe(0);
  expect(readFileSync(join(cwd, 'kit'), 'utf8')).toBe(stdout);
});

test('-q says nothing on standard error', () => {
  const written = bash('scorecard -q interview --role lead-devops --answers ada.yaml', { 'ada.yaml': ANSWERS });
  expect(written).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('--debug shows where an error comes from', () => {
  expect(bash('scorecard report none.json').stderr).not.toMatch(/\n {4}at /);
  expect(bash('scorecard report none.json --debug').stderr).toMatch(/\n {4}at .*readBytes/);
});

describe('pipes', () => {
  test('five megabytes arrive whole through a slow pipe', () => {
    const { cwd, card } = withScorecard();
    const many = `$(for i in $(seq 1000); do echo ${card}; done)`;
    expect(bash(`scorecard report ${many} -f json -o all.json`, {}, cwd).status).toBe(0);
    const { size } = statSync(join(cwd, 'all.json'));
    expect(size).toBeGreaterThan(2_000_000);
    const slow = bash(`scorecard report ${many} ${many} ${many} -f json | (sleep 1; wc -c)`, {}, cwd);
    expect(slow.status).toBe(0);
    expect(Number(slow.stdout)).toBeGreaterThan(3 * size - 100);
    expect(Number(slow.stdout)).toBeGreaterThan(5_000_000);
  });

  test('a reader that goes away is no error', () => {
    const { cwd, card } = withScorecard();
    const many = `$(for i in $(seq 300); do echo ${card}; done)`;
    expect(bash(`scorecard report ${many} -f json | head -c 10 >/dev/null`, {}, cwd)).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(bash('scorecard rubric list | true')).toMatchObject({ status: 0, stderr: '' });
  });

  test.runIf(existsSync('/dev/full'))('a full disk is told, with an exit code', () => {
    for (const command of ['rubric list', 'rubric show lead-devops -f json']) {
      const { status, stderr } = bash(`scorecard ${command} >/dev/full`);
      expect(status).toBe(2);
      expect(stderr).toContain('standard output: the disk is full');
    }
  });
});

test.each(['1', '-5', 'x', ''])('COLUMNS=%s makes no narrower table than none', (columns) => {
  const { cwd } = withScorecard();
  const plain = bash('scorecard summary', {}, cwd).stdout;
  expect(plain).toContain('Ada Example');
  expect(bash(`COLUMNS=${columns} scorecard summary`, {}, cwd).stdout).toBe(plain);
  expect(bash('COLUMNS=40 scorecard summary', {}, cwd).stdout).not.toBe(plain);
});

test('with streams that are closed, one or all, nothing breaks', () => {
  for (const closed of ['<&-', '>&-', '2>&-', '<&- >&-', '>&- 2>&-', '<&- >&- 2>&-']) {
    const { status, stdout, stderr } = bash(`scorecard rubric list ${closed}`);
    expect([closed, status]).toEqual([closed, 0]);
    expect(stdout === '').toBe(closed.includes(' >&-') || closed.startsWith('>&-'));
    expect(stderr).toBe('');
    const interview = bash(`scorecard interview --role lead-devops ${closed}`);
    expect([closed, interview.status]).toEqual([closed, 2]);
    expect(interview.stderr).not.toMatch(/\n {4}at /);
  }
});

test.runIf(existsSync('/proc/self'))('a store where no folder can be made is told at once', () => {
  const start = performance.now();
  const answers = 'scorecard interview --role lead-devops --answers ada.yaml --store /proc/x/y';
  const { status, stderr } = bash(`timeout 20 bash -c '${process.execPath} ${BIN} ${answers.slice(10)}'`, {
    'ada.yaml': ANSWERS,
  });
  expect(status).toBe(2);
  expect(stderr).toContain('/proc/x/y: there is no such file or folder');
  expect(performance.now() - start).toBeLessThan(10_000);
});

describe('without a terminal', () => {
  test('and without a session of one, nothing is asked and nothing written', () => {
    const cwd = temporaryFolder();
    for (const way of ['setsid', 'nohup']) {
      const line = `${way} ${process.execPath} ${BIN} interview --role lead-devops --candidate Ada </dev/null`;
      expect(bash(line, {}, cwd)).toMatchObject({ status: 2, stdout: '' });
    }
    expect(existsSync(join(cwd, 'scorecards'))).toBe(false);
  });

  test('an interview names the flags that take its place', () => {
    const { status, stdout, stderr } = bash('scorecard interview --role lead-devops');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/--answers FILE[\s\S]*--plain/);
  });

  test('the command alone is wrong usage, with the help on standard error', () => {
    const { status, stdout, stderr } = bash('scorecard');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: scorecard');
  });
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s ends an interview with %s and keeps the draft', async (signal, status) => {
  const cwd = temporaryFolder();
  const args = ['interview', '--plain', '--role', 'lead-devops', '--candidate', 'Ada Example', '-i', 'R. Panel'];
  const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: 'pipe' });
  let shown = '';
  child.stdin.write('4\nNamed the failure mode\n');
  const ended = new Promise((done) => child.on('exit', done));
  child.stderr.on('data', (data) => {
    const before = shown;
    shown += String(data);
    if (shown.includes('noted on') && !before.includes('noted on')) child.kill(signal);
  });
  expect(await ended).toBe(status);
  const { stdout } = bash('cat scorecards/.drafts/*/*.ndjson', {}, cwd);
  expect(stdout).toContain('Named the failure mode');
});

describe('long output on a terminal', () => {
  /** What a terminal of 20 lines shows. */
  async function shownBy(line: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
    const terminal = spawnOnTerminal('bash', ['-c', `'${process.execPath}' '${BIN}' ${line}`], {
      cwd: temporaryFolder(),
      cols: 80,
      rows: 20,
      env: { PATH: process.env.PATH, TERM: 'xterm', ...env },
    });
    let text = '';
    terminal.onData((data) => {
      text += data;
    });
    await new Promise((done) => terminal.onExit(done));
    return text;
  }
  const MARK = 'sed s/^/PAGED:/';

  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['rubric show lead-devops', { PAGER: MARK }, true],
    ['rubric show lead-devops', { PAGER: 'false', SCORECARD_PAGER: MARK }, true],
    ['help environment', { PAGER: MARK }, true],
    ['rubric show lead-devops --no-pager', { PAGER: MARK }, false],
    ['rubric show lead-devops', { PAGER: MARK, SCORECARD_PAGER: '' }, false],
    ['rubric show lead-devops', { PAGER: MARK, SCORECARD_PAGER: 'cat' }, false],
    ['rubric show lead-devops', { PAGER: MARK, TERM: 'dumb' }, false],
    ['rubric show lead-devops', { PAGER: 'no-such-pager' }, false],
  ])('%s with %o goes through the pager: %s', async (line, env, expected) => {
    const shown = await shownBy(line, env);
    expect(shown.includes('PAGED:')).toBe(expected);
    expect(shown.includes('no-such-pager') || shown.length > 500).toBe(true);
  });

  test('what fits is shown at once', async () => {
    expect(await shownBy('help exit-codes', { PAGER: MARK })).not.toContain('PAGED:');
  });
});
