import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOME } from './support/fake-host.js';

const SRC = join(HOME, 'src');

interface Layer {
  readonly layers: readonly string[];
  readonly packages: readonly (string | RegExp)[];
  /** Names that must not occur in the code. */
  readonly never: RegExp;
}

const AMBIENT = /\b(process|console)\.|Date\.now\(|new Date\(\)|Math\.random\(/;

/** Who may import what. One package, one file that knows it, where it is to be swapped with one edit. */
const LAYERS: Readonly<Record<string, Layer>> = {
  core: { layers: ['core'], packages: ['zod', 'node:crypto', 'fastest-levenshtein'], never: AMBIENT },
  render: {
    layers: ['core', 'render'],
    packages: ['chalk', 'cli-table3', 'fast-string-truncated-width', 'fast-wrap-ansi'],
    never: AMBIENT,
  },
  io: {
    layers: ['core', 'io', 'errors'],
    packages: [/^node:/, 'yaml', 'inquirer', '@inquirer/core'],
    never: /\bconsole\./,
  },
  commands: {
    layers: ['core', 'render', 'io', 'errors', 'commands'],
    packages: ['commander', 'node:path'],
    never: /\bconsole\.|\bprocess\./,
  },
};

/** Packages that only one file may know. */
const KEEPERS: Readonly<Record<string, string>> = {
  chalk: 'render/text/style.ts',
  'cli-table3': 'render/text/table.ts',
  'fastest-levenshtein': 'core/text/wording.ts',
  yaml: 'io/yaml/yaml-source.ts',
  'fast-wrap-ansi': 'render/text/text.ts',
  'fast-string-truncated-width': 'render/text/text.ts',
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\b[^'"]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm,
  );
  return [...found].flatMap(([, from, bare, lazy]) => from ?? bare ?? lazy ?? []);
}

function layerOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, '');
}

describe('each file imports only what its layer may', () => {
  test.each(files.filter((file) => layerOf(file) in LAYERS))('%s', (file) => {
    const layer = LAYERS[layerOf(file)];
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) {
        const target = relative(SRC, resolve(SRC, file, '..', name)).replaceAll('\\', '/');
        expect(layer.layers, `${file} imports ${name}`).toContain(layerOf(target.replace(/\.js$/, '.ts')));
      } else {
        const isAllowed = layer.packages.some((allowed) =>
          typeof allowed === 'string' ? allowed === name : allowed.test(name),
        );
        expect(isAllowed, `${file} imports ${name}`).toBe(true);
        if (name in KEEPERS) expect(file, `only ${KEEPERS[name]} may import ${name}`).toBe(KEEPERS[name]);
      }
    }
  });
});

describe('each file keeps to what its layer may touch', () => {
  test.each(files.filter((file) => layerOf(file) in LAYERS))('%s', (file) => {
    const code = readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).not.toMatch(LAYERS[layerOf(file)].never);
  });
});

test('inquirer is known to the terminal folder alone', () => {
  const knowing = files.filter((file) => importsOf(file).some((name) => name.includes('inquirer')));
  expect(knowing.every((file) => file.startsWith('io/terminal/'))).toBe(true);
});

test('importing is what the test sees: a known edge is found', () => {
  expect(importsOf('commands/interview/submit.ts')).toContain('../../core/interview/build-scorecard.js');
});
