import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from './support/fake-host.js';

/** What the build compiles, so that its imports are gone; `test/e2e/loaded-modules.test.ts` sees that they are. */
const COMPILED = join(HOME, 'src/core/scorecard/quick-check.ts');

/**
 * Packages and files that a module loads before anything runs: its imports and theirs, but for types and `import()`.
 */
function loadedBy(file: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  if (file === COMPILED) return loaded;
  const text = readFileSync(file, 'utf8');
  for (const [, from] of text.matchAll(/^(?:import|export)(?!\s+type\b)[^'"]*?\bfrom\s+'([^']+)'/gm)) {
    if (from.startsWith('.')) loadedBy(resolve(file, '..', from.replace(/\.js$/, '.ts')), loaded);
    else loaded.add(from);
  }
  return loaded;
}

const packagesOf = (file: string) =>
  [...loadedBy(join(HOME, 'src', file))].filter((name) => !name.startsWith('/') && !name.startsWith('node:'));

test.each(['commands/summary/summary.ts', 'commands/compare/compare.ts'])(
  '%s reads well-formed scorecards without the schema, YAML and prompts',
  (file) => {
    const packages = packagesOf(file);
    expect(packages).toContain('chalk');
    for (const heavy of ['zod', 'yaml', 'inquirer', '@inquirer/core']) expect(packages).not.toContain(heavy);
  },
);

test('the walk sees what is loaded: a rubric is checked with zod and read with yaml', () => {
  expect(packagesOf('io/rubrics/rubric-file.ts')).toEqual(expect.arrayContaining(['zod', 'yaml']));
});
