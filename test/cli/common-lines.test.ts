import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { COMMON_LINES, runCommonLine } from '../../src/common-lines.js';
import { createNodeHost } from '../../src/io/system/host.js';
import { createProgram } from '../../src/program.js';
import { everyLeaf } from '../support/every-command.js';
import { createFakeHost, HOME } from '../support/fake-host.js';

const lines = COMMON_LINES.map((line) => ({ ...line, name: line.command.join(' ') }));

describe('a common line, which is run without Commander', () => {
  test.each(lines)('$name has the arguments and options that Commander gives', ({ name, takes, options }) => {
    const found = everyLeaf().find(({ words }) => words.join(' ') === name)?.command;
    const required = found?.registeredArguments.filter((argument) => argument.required);
    expect({ takes: required?.length, options: found?.optsWithGlobals() }).toEqual({ takes, options });
    expect(required?.filter(({ parseArg, variadic }) => parseArg !== undefined || variadic)).toEqual([]);
  });

  test.each(
    lines.flatMap(({ name, takes }) =>
      takes === 0 ? [name] : ['core', 'no-such-role', 'missing.yaml', ''].map((role) => `${name} ${role}`),
    ),
  )('"%s" does what it does with Commander', async (line) => {
    const argv = line.split(' ');
    const results = [argv, [...argv, '--']].map(async (each) => {
      const host = createFakeHost();
      return { code: await run(each, host), out: host.stdout.text, err: host.stderr.text };
    });
    const [common, other] = await Promise.all(results);
    expect(common).toEqual(other);
    expect(`${common?.out}${common?.err}`).not.toBe('');
  });

  test.each([
    'rubric',
    'rubric show',
    'rubric show -h',
    'rubric show --candidate',
    'rubric show core --brief',
    'rubric show core extra',
    'rubric list extra',
    'rubric list -f json',
    'rubric list --help',
    'rubric lst',
    'interview --role core',
    'interview core',
    'interviews',
    '-q rubric list',
    'help interview',
  ])('%s is left to Commander', (line) => {
    expect(runCommonLine(line.split(' '), createFakeHost())).toBeUndefined();
  });
});

describe('a command that is declared alone', () => {
  const context = { host: createNodeHost(HOME), finish: () => {} };
  const helpOf = (words: readonly string[], first?: string) => {
    const found = words.reduce<ReturnType<typeof createProgram> | undefined>(
      (command, word) => command?.commands.find((child) => child.name() === word),
      createProgram(context, first),
    );
    return found?.helpInformation();
  };

  test.each(everyLeaf().map(({ words }) => words.join(' ')))('%s has the help that it has among all', (line) => {
    const words = line.split(' ');
    expect(helpOf(words, words[0])).toBe(helpOf(words));
    expect(helpOf(words)).toContain('Usage: ');
  });
});

test.each([
  ['sumary', 'summary'],
  ['rubic', 'rubric'],
  ['reprot', 'report'],
])('a typo of a command is told with what may be meant: %s', async (typed, meant) => {
  const host = createFakeHost();
  expect(await run([typed], host)).toBe(2);
  expect(host.stderr.text).toContain(`(Did you mean ${meant}?)`);
});
