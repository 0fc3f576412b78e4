import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { everyCommand } from '../support/every-command.js';
import { HOME } from '../support/fake-host.js';

const FOLDER = join(HOME, 'dist/man');
const pages = readdirSync(FOLDER).sort();
const hasMandoc = spawnSync('mandoc', ['-T', 'lint', '/dev/null']).error === undefined;
if (!hasMandoc) process.stderr.write('mandoc is not installed: the manual pages are not checked\n');

describe('manual pages', () => {
  test('there is one for each command and each topic', () => {
    const names = everyCommand()
      .filter(({ words }) => words.length === 1)
      .map(({ words }) => `scorecard-${words[0]}.1`);
    expect(pages).toEqual(
      expect.arrayContaining(['scorecard.1', 'scorecard-lines.7', 'scorecard-scoring.7', ...names]),
    );
  });

  test('package.json names each, so that npm puts it where man looks', () => {
    const { man } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as { man: readonly string[] };
    expect(man).toEqual(pages.map((page) => `dist/man/${page}`));
  });

  test.runIf(hasMandoc).each(pages)('mandoc finds nothing wrong with %s', (page) => {
    const { stdout, stderr, status } = spawnSync('mandoc', ['-T', 'lint', join(FOLDER, page)], { encoding: 'utf8' });
    expect([status, stdout, stderr]).toEqual([0, '', '']);
  });

  test('say what the help says: options, examples and exit codes', () => {
    const page = readFileSync(join(FOLDER, 'scorecard-interview.1'), 'utf8').replaceAll('\\-', '-');
    for (const part of ['--resume <id>', 'scorecard interview --role head-infra', '.SH EXIT STATUS'])
      expect(page).toContain(part);
  });
});
