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
  terminal.type('n');
  await terminal.until('Note:');
  terminal.type(`${note}\r`);
  const screen = await terminal.until('noted');
  const lines = screen.split('\n');
  expect(lines).toHaveLength(24);
  expect(lines[0]).toMatch(/0\/4 {2}\d:\d\d$/);
  expect(lines[3]).toMatch(/^1\. First/);
  expect(lines.filter((line) => line.includes('✎') && !line.includes('['))).toHaveLength(1);
  expect(draft().open.candidate.name).toBe(name);
  expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: note }]);
});

test('the keys that ? shows are those of the table', async () => {
  const terminal = interview({ rows: 40 });
  await terminal.until(OPEN);
  terminal.type('?');
  const screen = await terminal.until('save the draft and leave');
  for (const line of ['g then 1-9, a-z', 'Ctrl-R', '← Shift-Tab b', '→ Tab Enter']) expect(screen).toContain(line);
  terminal.type('?');
  await terminal.until(OPEN);
});

describe('colours', () => {
  const codes = (bytes: string) => new Set([...bytes.matchAll(/\u001b\[([\d;]*)m/g)].map(([, code]) => code));

  test('are the sixteen of the terminal alone', async () => {
    const terminal = interview();
    await terminal.until(OPEN);
    terminal.type('4\u001b[D');
    await terminal.until('❯ 4');
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
    terminal.type('4\u001b[D');
    await terminal.until('❯ 4');
    expect([...codes(terminal.bytes)].filter((code) => code !== '0')).toEqual([]);
  });
});

test('--ascii draws with ASCII alone', async () => {
  const terminal = interview({ args: ['--ascii'] });
  await terminal.until(OPEN);
  terminal.type('4\u001b[Dn');
  await terminal.until('* Note:');
  terminal.type('a\r');
  const screen = await terminal.until('> 4');
  expect(screen).toMatch(/^[\u0000-\u007f]*$/);
});

test.each([
  ['--plain', {}, ['--plain']],
  ['SCORECARD_PLAIN=1', { SCORECARD_PLAIN: '1' }, []],
  ['TERM=dumb', { TERM: 'dumb' }, []],
])('%s asks line by line, without an escape code', async (_name, env, args) => {
  const terminal = interview({ env, args });
  await terminal.until('Rating 1 to 5');
  terminal.type('4\r');
  await terminal.until('Dimension 2 of 4');
  terminal.type('n said so\r');
  await terminal.until('Noted.');
  terminal.type('q\r');
  expect(await terminal.ended).toMatchObject({ exitCode: 0 });
  // No redraw, no cursor movement: what a screen reader would read out again.
  expect(terminal.bytes).not.toMatch(/\u001b|\u0008/);
  expect(ratings()[0]).toBe(4);
  expect(draft().content.dimensions[1]?.notes).toMatchObject([{ text: 'said so' }]);
});
