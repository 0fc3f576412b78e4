import { describe, expect, test } from 'vitest';
import { OPEN, useInterviews } from '../support/interviews.js';

const { interview, draft, ratings } = useInterviews();

test.each([
  ['CJK', '山田 太郎', '障害を 90 分から 35 分に短縮'],
  ['emoji', 'Ada 👩‍👩‍👧‍👦 🇩🇪', 'shipped 🚀 on Friday'],
  ['combining marks', 'Zoe\u0308 Ko\u030cva\u0301', 'cafe\u0301 outage'],
  ['right-to-left', 'عدي مثال', 'קיצר את התקלה'],
])('%s in a name and a note keep every line in its place', async (_kind, name, note) => {
  const terminal = interview({ name });
  await terminal.until(OPEN);
  terminal.type(`${note}\r`);
  const screen = await terminal.until('noted on 1 First (1)');
  const lines = screen.split('\n');
  expect(lines).toHaveLength(24);
  expect(lines[0]).toMatch(/40 min left$/);
  expect(lines[2]).toMatch(/^1\. First .*✎1 {3}Q1 of 2 · 10 min$/);
  expect(lines[19]).toMatch(/^✎ \d\d:\d\d /);
  expect(lines[21]).toBe('─'.repeat(80));
  expect(lines[22]?.trimEnd()).toBe('1 First ›');
  expect(draft().open.candidate.name).toBe(name);
  expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: note }]);
});

describe('colours', () => {
  const codes = (bytes: string) => new Set([...bytes.matchAll(/\u001b\[([\d;]*)m/g)].map(([, code]) => code));

  test('are the sixteen of the terminal alone', async () => {
    const terminal = interview();
    await terminal.until(OPEN);
    terminal.type('4\r');
    await terminal.until('● 4');
    const used = [...codes(terminal.bytes)];
    expect(used.length).toBeGreaterThan(2);
    expect(used.filter((code) => /^[34]8;/.test(code ?? ''))).toEqual([]);
  });

  test.each([
    ['NO_COLOR', { NO_COLOR: '1' }, []],
    ['--no-color', {}, ['--no-color']],
  ])('are none with %s, and everything is still said', async (_name, env, args) => {
    const terminal = interview({ env, args });
    await terminal.until(OPEN);
    terminal.type('4\r');
    await terminal.until('● 4');
    expect([...codes(terminal.bytes)].filter((code) => code !== '0')).toEqual([]);
  });
});

test('--ascii draws with ASCII alone', async () => {
  const terminal = interview({ args: ['--ascii'] });
  await terminal.until(/^Enter notes/m);
  terminal.type('4\ra note\r/flag 1 seen\r/');
  const list = await terminal.until('/quit');
  terminal.type('\u0015/review\r');
  const review = await terminal.until('verdict >');
  expect(list + review).toMatch(/^[\u0000-\u007f]*$/);
});

test('SCORECARD_PLAIN=0 is the board', async () => {
  await interview({ env: { SCORECARD_PLAIN: '0' } }).until(OPEN);
});

test.each([
  ['--plain', {}, ['--plain']],
  ['SCORECARD_PLAIN=1', { SCORECARD_PLAIN: '1' }, []],
  ['TERM=dumb', { TERM: 'dumb' }, []],
])('%s asks line by line, without an escape code', async (_name, env, args) => {
  const terminal = interview({ env, args });
  await terminal.until('1 First, question 1 of 2:');
  terminal.type('4\r');
  await terminal.until('rated 4');
  terminal.type('said so\r');
  await terminal.until('noted');
  terminal.type('/quit\r');
  expect(await terminal.ended).toMatchObject({ exitCode: 0 });
  // No redraw, no cursor movement: what a screen reader would read out again.
  expect(terminal.bytes).not.toMatch(/\u001b|\u0008/);
  expect(ratings()[0]).toBe(4);
  expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'said so' }]);
});
