import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/fake-host.js';
import { openTerminal, SCORECARD, type Terminal } from '../support/terminal.js';

const PLAN = `candidate: { name: Ada Example, id: ada@example.com }
role: head-infra
variant: startup
sessions:
  - { id: deep-dive, title: Security in depth, minutes: 35, dimensions: [security] }
interviewers:
  - { name: J. Lee, sessions: [technical], minutes: 45, date: 2026-12-02 }
  - { name: A. Novak, sessions: [deep-dive] }
`;

const ENTER = '\r';
const DOWN = '\u001b[B';

/** `interview` in a terminal, for who is said, where Ada Example is planned. */
function interview(me: string, ...options: readonly string[]): Terminal {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'scorecards/panels'), { recursive: true });
  writeFileSync(join(cwd, 'scorecards/panels/ada-example-head-infra.yaml'), PLAN);
  return openTerminal([...SCORECARD, 'interview', ...options], { cwd, env: { SCORECARD_INTERVIEWER: me } });
}

test('without options it offers what is planned for who sits there, and begins with it', async () => {
  const terminal = interview('J. Lee');
  const offer = await terminal.until('Something else');
  expect(offer).toContain('Ada Example, Technical and operational judgement, 45 min');
  expect(offer).not.toContain('Security in depth');
  terminal.type(ENTER);
  const board = await terminal.until('Infrastructure architecture');
  expect(board).toContain('Ada Example');
  expect(board).toContain('4 to go');
  expect(board).toMatch(/\b45\b/);
});

test('something else asks for role and candidate as ever', async () => {
  const terminal = interview('J. Lee');
  await terminal.until('Something else');
  terminal.type(`${DOWN}${ENTER}`);
  await terminal.until('Role');
});

test("a plan's own session is held where its interviewer names the candidate and the role", async () => {
  const terminal = interview('A. Novak', '-c', 'Ada Example', '-r', 'head-infra');
  const board = await terminal.until(/Security & compliance/);
  expect(board).toContain('1 to go');
  expect(board).toContain('startup, Security…');
  expect(terminal.bytes).toContain('As planned: Ada Example, Security in depth, 35 min');
});

test('nothing is offered to somebody who is not in a plan', async () => {
  const terminal = interview('S. Other');
  const screen = await terminal.until('Role');
  expect(screen).not.toContain('Something else');
});
