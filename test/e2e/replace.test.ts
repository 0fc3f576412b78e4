import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/fake-host.js';
import { openTerminal, SCORECARD } from '../support/terminal.js';

const SHOW = ['rubric', 'show', 'lead-infra', '-o', 'kit.html'];
const DOWN = '\u001b[B';

async function ask(keys: string): Promise<{ exitCode: number; text: string }> {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'kit.html'), 'mine');
  const terminal = openTerminal([...SCORECARD, ...SHOW], { cwd });
  await terminal.until('kit.html exists already');
  terminal.type(keys);
  const { exitCode } = await terminal.ended;
  return { exitCode, text: readFileSync(join(cwd, 'kit.html'), 'utf8') };
}

test('at a terminal, a file that exists is asked about, and Enter leaves it', async () => {
  expect(await ask('\r')).toEqual({ exitCode: 2, text: 'mine' });
});

test('it is replaced when the user says so', async () => {
  const { exitCode, text } = await ask(`${DOWN}\r`);
  expect(exitCode).toBe(0);
  expect(text).toMatch(/^<!doctype html>/);
});

test('Ctrl-C at the question leaves it', async () => {
  expect(await ask('\u0003')).toEqual({ exitCode: 130, text: 'mine' });
});
