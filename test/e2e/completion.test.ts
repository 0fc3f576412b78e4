import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasShell, openShell, type Shell, type ShellSession } from '../support/shell-session.js';

const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

/** The beginning of a scorecard file, as the store writes it. */
const card = (candidate: string) =>
  `${JSON.stringify({ schemaVersion: 1, id: 'x', candidate, interviewer: "O'Neil" }, undefined, 2)}\n`;

const STORE = {
  'panel/scorecards/2026-11-20-ada-example-lead-devops-r-panel.json': card('Ada Example'),
  'panel/scorecards/2026-11-20-bob-lead-devops-r-panel.json': card('Bob "Bo" $HOME O\'Hara'),
  'panel/scorecards/2026-11-20-yamada-lead-devops-r-panel.json': card('山田 太郎'),
  'panel/my answers.yaml': '',
};

describe.each(SHELLS.filter(hasShell))('in %s', (shell) => {
  let session: ShellSession;
  beforeAll(async () => {
    session = await openShell(shell, STORE);
  });
  afterAll(() => session.end());

  test('completes commands, subcommands, options, roles and formats', async () => {
    expect(await session.complete('scorecard interv\t')).toEqual(['interview']);
    expect(await session.complete('scorecard rubric sh\tlead-dev\t')).toEqual(['rubric', 'show', 'lead-devops']);
    expect(await session.complete('scorecard interview --ro\tlead-dev\t')).toEqual([
      'interview',
      '--role',
      'lead-devops',
    ]);
    expect(await session.complete('scorecard interview --role=lead-dev\t')).toEqual([
      'interview',
      '--role=lead-devops',
    ]);
    expect(await session.complete('scorecard rubric list -f js\t')).toEqual(['rubric', 'list', '-f', 'json']);
  });

  test('completes the variants of the role that was named', async () => {
    expect(await session.complete('scorecard interview --role head-infra --variant start\t')).toEqual([
      'interview',
      '--role',
      'head-infra',
      '--variant',
      'startup',
    ]);
  });

  test('runs nothing that was typed', async () => {
    const trap = join(session.cwd, 'trap');
    await session.complete(`scorecard interview --role '$(touch ${trap})' '; touch ${trap}' --ro\t x`);
    await session.complete(`scorecard interview '\`touch ${trap}\`' --vari\tx`);
    expect(existsSync(trap)).toBe(false);
  });

  describe('beside a store', () => {
    beforeAll(async () => {
      await session.run('cd panel');
    });

    test('completes names with spaces, quotes and signs of the shell to one word', async () => {
      expect(await session.complete('scorecard interview --candidate Ada\t')).toEqual([
        'interview',
        '--candidate',
        'Ada Example',
      ]);
      expect(await session.complete('scorecard interview --candidate Bo\t')).toEqual([
        'interview',
        '--candidate',
        'Bob "Bo" $HOME O\'Hara',
      ]);
      expect(await session.complete('scorecard interview --candidate 山\t')).toEqual([
        'interview',
        '--candidate',
        '山田 太郎',
      ]);
    });

    test('goes on inside an open quote', async () => {
      expect(await session.complete(`scorecard interview --candidate "Ada Ex\t`)).toEqual([
        'interview',
        '--candidate',
        'Ada Example',
      ]);
    });

    test('completes scorecards of the store, and files where a file is wanted', async () => {
      expect(await session.complete('scorecard verify scorecards/2026-11-20-a\t')).toEqual([
        'verify',
        'scorecards/2026-11-20-ada-example-lead-devops-r-panel.json',
      ]);
      expect(await session.complete('scorecard interview --answers my\t')).toEqual([
        'interview',
        '--answers',
        'my answers.yaml',
      ]);
    });
  });
});
