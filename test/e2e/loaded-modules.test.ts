import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOME, temporaryFolder } from '../support/fake-host.js';

/** What start-up time is made of: each costs as much as all the rest of a short command. */
const COSTLY = ['commander', 'zod', 'yaml', 'chalk', 'cli-table3', 'text-width', 'inquirer', 'inquirer-core'];
const COSTLY_BUILT_IN = ['child_process', 'crypto', 'tty', 'net', 'readline'];

interface Loaded {
  readonly chunks: readonly string[];
  readonly builtIn: readonly string[];
}

/** What a command loads when its output goes to a pipe. */
function loadedBy(args: readonly string[], files: Readonly<Record<string, string>> = {}): Loaded {
  const cwd = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const list = join(cwd, 'loaded.json');
  const preload = join(HOME, 'test/support/list-loaded.cjs');
  spawnSync(process.execPath, ['-r', preload, join(HOME, 'bin/scorecard.js'), ...args], {
    cwd,
    env: { ...process.env, LIST_LOADED: list },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(readFileSync(list, 'utf8')) as Loaded;
}

function costly({ chunks, builtIn }: Loaded): readonly string[] {
  return [
    ...COSTLY.filter((name) => chunks.includes(`packages/${name}`)),
    ...COSTLY_BUILT_IN.filter((name) => builtIn.includes(name)),
  ];
}

const ANSWERS = 'candidate: Ada Example\ninterviewer: R. Panel\nratings: {}\n';

describe('a command loads what it needs, and nothing that it does not', () => {
  test.each<[string, readonly string[]]>([
    ['--version', []],
    ['--help', ['commander']],
    ['rubric --help', ['commander']],
    ['rubric list', ['commander']],
    ['rubric list -f json', ['commander']],
    ['rubric show lead-devops -o kit.json', ['commander']],
    ['rubric show lead-devops', ['commander', 'text-width']],
    ['rubric check ada.yaml', ['commander', 'zod', 'yaml']],
    ['interview --role lead-devops', ['commander']],
    ['interview --role lead-devops --answers ada.yaml', ['commander', 'zod', 'yaml', 'crypto']],
  ])('%s', (line, expected) => {
    const args = line.split(' ');
    expect(costly(loadedBy(args, { 'ada.yaml': ANSWERS }))).toEqual(expected);
  });

  test('--version loads no part of the bundle', () => {
    expect(loadedBy(['--version']).chunks).toEqual([]);
  });

  test('the names that are looked for are those of the bundle', () => {
    const { chunks } = loadedBy(['rubric', 'check', 'ada.yaml'], { 'ada.yaml': ANSWERS });
    expect(chunks).toEqual(expect.arrayContaining(['packages/commander', 'packages/zod', 'packages/yaml']));
  });
});
