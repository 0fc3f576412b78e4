import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { isRubricName } from '../../src/io/rubrics/rubric-folder.js';
import { createNodeHost } from '../../src/io/system/host.js';
import { createProgram } from '../../src/program.js';
import { createFakeHost, type FakeHost, HOME } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

async function create(args: readonly string[], host: FakeHost = createFakeHost()): Promise<FakeHost> {
  expect(await run(['rubric', 'new', ...args], host), host.stderr.text).toBe(EXIT.ok);
  return host;
}

/** What the program says to a command in a folder. */
async function inFolder(cwd: string, line: string): Promise<{ readonly code: number; readonly stdout: string }> {
  const host = createFakeHost({ cwd });
  const code = await run(line.split(' ').slice(1), host);
  return { code, stdout: host.stdout.text };
}

describe('rubric new --repo', () => {
  test('writes a repository that others can read, and says what to do next', async () => {
    const host = await create(['Staff Data Engineer', '--repo', 'hiring rubrics']);
    const names = readdirSync(join(host.cwd, 'hiring rubrics'), { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => statSync(join(host.cwd, 'hiring rubrics', name)).isFile()).sort();
    expect(files).toEqual([
      '.github/workflows/rubrics.yml',
      '.gitignore',
      'README.md',
      'rubrics/rubric.schema.json',
      'rubrics/skill/SKILL.md',
      'rubrics/staff-data-engineer.test.yaml',
      'rubrics/staff-data-engineer.yaml',
      'rubrics/test.schema.json',
    ]);
    for (const file of files) expect(statSync(join(host.cwd, 'hiring rubrics', file)).mode & 0o777).toBe(0o644);
    expect(host.stderr.text).toMatch(/\nNext: cd 'hiring rubrics' && git init -b main && scorecard rubric test\n$/);
  });

  test.each([[[]], [['--from', 'site-reliability-engineer']]])('passes its own checks and tests %j', async (args) => {
    const { cwd } = await create(['own-role', '--repo', 'own', ...args]);
    const steps = parse(readFileSync(join(cwd, 'own/.github/workflows/rubrics.yml'), 'utf8')).jobs.rubrics.steps;
    const lines: string[] = steps.flatMap(({ run: line = '' }) => (/^scorecard /.test(line) ? [line] : []));
    expect(lines).toEqual(['scorecard rubric check -f github rubrics', 'scorecard rubric test -f github rubrics']);
    for (const line of lines) expect((await inFolder(join(cwd, 'own'), line)).code).toBe(EXIT.ok);
    const { stdout } = await inFolder(join(cwd, 'own'), 'scorecard rubric test -f json');
    const recommended = JSON.parse(stdout).files[0].cases.map(({ got }: any) => got.recommendation);
    expect(recommended).toEqual(expect.arrayContaining(['yes', 'no', 'incomplete']));
  });

  test('keeps scorecards out of it', async () => {
    const { cwd } = await create(['own-role', '--repo', '.']);
    expect(readFileSync(join(cwd, '.gitignore'), 'utf8').split('\n')).toContain('scorecards/');
  });

  test('leaves a folder alone in which one of the files stands already', async () => {
    const host = createFakeHost({ files: { 'own/README.md': 'ours\n' } });
    expect(await run(['rubric', 'new', 'own-role', '--repo', 'own'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('own/README.md exists already');
    expect(readdirSync(join(host.cwd, 'own'))).toEqual(['README.md']);
  });

  test('cannot be combined with -o', async () => {
    const host = createFakeHost({ files: { 'rubrics/small.yaml': SMALL_RUBRIC } });
    expect(await run(['rubric', 'new', 'own-role', '--repo', 'own', '-o', 'x.yaml'], host)).toBe(EXIT.usage);
  });

  test('says a title as it is in a README, whatever signs it has', async () => {
    const { cwd } = await create(['[SRE](x) <b>*lead*', '--repo', 'own']);
    expect(readFileSync(join(cwd, 'own/README.md'), 'utf8')).toContain('\\[SRE\\](x) \\<b\\>\\*lead\\*');
  });
});

describe('the skill for writing rubrics', () => {
  const skill = readFileSync(join(HOME, 'rubrics/skill/SKILL.md'), 'utf8');
  const [, head = '', body = ''] = skill.split(/^---\n/m);

  test('has a name and a description at its head', () => {
    expect(parse(head)).toEqual({ name: 'writing-rubrics', description: expect.stringMatching(/^.{40,1024}$/) });
  });

  test('uses only the commands that it allows, and each is one', () => {
    const rubric = createProgram({ host: createNodeHost(HOME), finish: () => {} }).commands.find(
      (command) => command.name() === 'rubric',
    );
    const used = new Set([...body.matchAll(/scorecard rubric (\w+)/g)].map(([, name = '']) => name));
    expect([...used].sort()).toEqual(['check', 'diff', 'new', 'show', 'test']);
    for (const name of used) expect(rubric?.commands.map((command) => command.name())).toContain(name);
  });

  test('says that scorecards are not to be read', () => {
    expect(body).toContain('## Never read scorecards');
  });
});

describe('the hooks for pre-commit', () => {
  const hooks: readonly Record<string, string>[] = parse(readFileSync(join(HOME, '.pre-commit-hooks.yaml'), 'utf8'));

  test('run what checks and tests rubrics', async () => {
    const { cwd } = await create(['own-role', '--repo', '.']);
    expect(hooks.map(({ id }) => id)).toEqual(['scorecard-rubric-check', 'scorecard-rubric-test']);
    for (const { entry = '', pass_filenames } of hooks) {
      const files = pass_filenames === undefined ? ' rubrics/own-role.yaml' : '';
      expect((await inFolder(cwd, `${entry}${files}`)).code).toBe(EXIT.ok);
    }
  });

  test('check the files that are rubrics, and no others', () => {
    const [{ files = '', exclude = '' } = {}] = hooks;
    const isChecked = (name: string) => new RegExp(files).test(name) && !new RegExp(exclude).test(name);
    for (const name of ['a.yaml', 'a.yml', 'a.test.yaml', 'a.json', 'rubric.schema.json'])
      expect(isChecked(`rubrics/${name}`)).toBe(isRubricName(name));
    expect(isChecked('rubrics/samples/a.yaml')).toBe(false);
  });
});
