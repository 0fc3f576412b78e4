import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { momentsOf } from '../../src/commands/moments.js';
import { EXIT } from '../../src/errors.js';
import { createNodeHost } from '../../src/io/system/host.js';
import { createProgram } from '../../src/program.js';
import { TOPICS as HELP_TOPICS } from '../../src/render/help/help-topics.js';
import { widthOf } from '../../src/render/text/text.js';
import { everyLeaf } from '../support/every-command.js';
import { createFakeHost, type FakeHost, HOME } from '../support/fake-host.js';

const TOPICS = [
  'use',
  'exit-codes',
  'environment',
  'files',
  'people',
  'lines',
  'rubrics',
  'scoring',
  'csv',
  'answers',
  'ci',
];

async function shown(args: readonly string[], columns = 80): Promise<string> {
  const host = createFakeHost({ columns });
  expect(await run(args, host), host.stderr.text).toBe(EXIT.ok);
  expect(host.stderr.text).toBe('');
  return host.stdout.text;
}

describe('every command', () => {
  const leaves = everyLeaf();

  test('has examples that begin with its own words, and its exit codes', async () => {
    expect(leaves.length).toBeGreaterThan(10);
    for (const { words } of leaves) {
      const text = await shown([...words, '--help']);
      expect(text, words.join(' ')).toMatch(/\nExamples:\n/);
      expect(text).toMatch(new RegExp(`scorecard ${words.join(' ')}`));
      expect(text.replace(/\s+/g, ' '), words.join(' ')).toMatch(/Exit codes: 0 .*\b2 /);
    }
  });

  test('fits its window, but for examples: a command that is cut in two cannot be pasted', async () => {
    for (const { words } of [{ words: [] }, ...leaves]) {
      for (const columns of [80, 60]) {
        const lines = (await shown([...words, '--help'], columns)).split('\n');
        const prose = lines.filter((line) => columns === 80 || !/^ {2}.*\bscorecard /.test(line));
        for (const line of prose) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
      }
    }
  });

  test('tells the same by "help COMMAND" as by --help', async () => {
    for (const { words } of leaves) expect(await shown(['help', ...words])).toBe(await shown([...words, '--help']));
  });
});

describe('help on a topic', () => {
  test.each(TOPICS)('%s fits 60 and 80 columns', async (topic) => {
    for (const columns of [60, 80]) {
      const text = await shown(['help', topic], columns);
      expect(text.split('\n').length).toBeGreaterThan(5);
      const literal = /^ {2}scorecard /;
      for (const line of text.split('\n').filter((one) => !literal.test(one)))
        expect(widthOf(line), line).toBeLessThanOrEqual(columns);
    }
  });

  test('use says the same as the README', () => {
    const folded = (text: string) => text.replace(/\s+/g, ' ');
    const topic = HELP_TOPICS.find(({ name }) => name === 'use');
    const told = topic?.parts.map((part) => {
      if ('text' in part) return part.text;
      return 'terms' in part ? part.terms.map(([term, meaning]) => `- **${term}**: ${meaning}`).join(' ') : '';
    });
    const [, section = ''] =
      /\n## Use, and limits\n([\s\S]*?)\n## /.exec(readFileSync(join(HOME, 'README.md'), 'utf8')) ?? [];
    expect(folded(section).trim()).toBe(folded(told?.join(' ') ?? '').trim());
  });

  test('names the nearest topic for a typo', async () => {
    const host = createFakeHost();
    expect(await run(['help', 'exit-code'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('there is no help on "exit-code"; did you mean "exit-codes"?');
  });

  test('names every variable of the environment that the program reads', async () => {
    const text = await shown(['help', 'environment']);
    for (const name of ['SCORECARD_STORE', 'SCORECARD_RUBRICS', 'SCORECARD_PLAIN', 'SCORECARD_PAGER', 'NO_COLOR'])
      expect(text).toContain(name);
  });
});

/** A host whose standard input and output are a terminal. */
function onTerminal(host: FakeHost): FakeHost {
  Object.assign(host.stdin, { isTTY: true });
  Object.assign(host.stdout, { isTTY: true });
  return host;
}

describe('the moments', () => {
  const registered = momentsOf(createProgram({ host: createNodeHost(HOME), finish: () => {} }));

  test('hold every command, each once', () => {
    const listed = registered.flatMap(({ commands }) =>
      commands.flatMap(({ name, subcommands }) => subcommands?.map((sub) => `${name} ${sub}`) ?? [name]),
    );
    expect([...listed].sort()).toEqual(
      everyLeaf()
        .map(({ words }) => words.join(' '))
        .sort(),
    );
  });

  test('head the commands in the help, in their order', async () => {
    const text = await shown(['--help']);
    const heads = [...text.matchAll(/^(\S.*):$/gm)].map(([, head]) => head);
    expect(heads).toEqual(['Options', ...registered.map(({ title }) => title), 'Examples']);
    for (const { commands } of registered) for (const { name } of commands) expect(text).toContain(`\n  ${name} `);
  });

  test('are those of the README, command by command', () => {
    const [, section = ''] = /\n## Commands\n([\s\S]*?)\n## /.exec(readFileSync(join(HOME, 'README.md'), 'utf8')) ?? [];
    const rows = [...section.matchAll(/^\| (.*?) \| (`.*?) \| /gm)].map(([, when = '', commands = '']) => ({
      when,
      commands,
    }));
    const moments = rows.map(({ when }) => when.replaceAll('*', '').trim()).filter(Boolean);
    expect(moments).toEqual(registered.map(({ title }) => title));
    for (const { title, commands } of registered) {
      const from = rows.findIndex(({ when }) => when === `**${title}**`);
      const to = rows.findIndex(({ when }, at) => at > from && when.trim() !== '');
      const cells = rows.slice(from, to < 0 ? rows.length : to).map((row) => row.commands);
      for (const { name, subcommands } of commands) {
        const own = cells.filter((cell) => new RegExp(`^.${name}\\b`).test(cell)).join(' ');
        expect(own, `${name} under ${title}`).not.toBe('');
        for (const sub of subcommands ?? []) expect(own, `${name} ${sub}`).toMatch(new RegExp(`\\b${sub}\\b`));
      }
    }
  });
});

describe('the command alone', () => {
  test('shows where to begin on a terminal', async () => {
    const host = onTerminal(createFakeHost());
    expect(await run([], host)).toBe(EXIT.ok);
    expect(host.stdout.text).toMatchInlineSnapshot(`
      "scorecard: structured interviews in the terminal

      Begin: scorecard interview

        Prepare                   rubric list, panel new
        Interview                 interview, drafts, amend
        Decide together           summary, compare, panel show
        Tables and other systems  batch, screen, import, export
        A year later              report, verify, history, explain, person show, purge
        How sure, how fair        agreement, reliability, impact
        Set up                    doctor, completion, help

      More: scorecard --help, scorecard COMMAND --help, scorecard help use
      "
    `);
  });

  test('offers the drafts that are open, with the line that resumes them', async () => {
    const host = createFakeHost({ lines: ['4', 'Named the failure mode', '/quit'] });
    await run(['interview', '--plain', '--role', 'lead-devops', '--candidate', 'Ada Example'], host);
    const next = onTerminal(createFakeHost({ cwd: host.cwd }));
    expect(await run([], next)).toBe(EXIT.ok);
    expect(next.stdout.text).toContain('Ada Example, Lead DevOps Engineer: 1 of 8 decided, 2026-11-20 14:');
    expect(next.stdout.text).toContain('scorecard interview --resume 2026-11-20-ada-example-lead-devops-r-panel\n');
  });

  test('fits a window of 24 lines with many drafts', async () => {
    const cwd = createFakeHost().cwd;
    for (const candidate of ['Ada', 'Bo', 'Cy', 'Di', 'Ed']) {
      const host = createFakeHost({ cwd, lines: ['4', '/quit'] });
      await run(['interview', '--plain', '--role', 'lead-devops', '--candidate', `${candidate} Example`], host);
    }
    const host = onTerminal(createFakeHost({ cwd }));
    expect(await run([], host)).toBe(EXIT.ok);
    const lines = host.stdout.text.split('\n');
    expect(host.stdout.text).toContain('and 2 more: scorecard drafts');
    expect(lines.length).toBeLessThan(24);
    for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(80);
  });

  test('is wrong usage where there is no terminal: the help goes to standard error', async () => {
    const host = createFakeHost();
    expect(await run([], host)).toBe(EXIT.usage);
    expect(host.stdout.text).toBe('');
    expect(host.stderr.text).toContain('Usage: scorecard');
  });
});

test('help sql tells where SQL differs from a batch: cells of flags, and blank names', async () => {
  const host = createFakeHost();
  expect(await run(['help', 'sql'], host)).toBe(EXIT.ok);
  const said = host.stdout.text.replace(/\s+/g, ' ');
  expect(said).toContain('Any other text, such as perhaps, makes the candidate invalid');
  expect(said).toContain('A name that is empty or only spaces is a candidate like any other');
});

test('help of a plan says that letters in place of names are not a secret', async () => {
  const host = createFakeHost();
  expect(await run(['panel', 'new', '--help'], host)).toBe(EXIT.ok);
  expect(host.stdout.text.replace(/\s+/g, ' ')).toContain('whoever has the plan and this program can work out who');
});
