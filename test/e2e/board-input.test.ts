import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPEN, useInterviews } from '../support/interviews.js';
import { openTerminal, SCORECARD } from '../support/terminal.js';

const { folder, interview, draft, ratings } = useInterviews();

const NOTHING = [undefined, undefined, undefined, undefined];

test("the terminal's late answer is no part of the candidate's name", async () => {
  const command = [...SCORECARD, 'interview', '--role', './four.yaml', '--interviewer', 'R. Panel'];
  const terminal = openTerminal(command, { cwd: folder() });
  await terminal.until('Candidate');
  terminal.type('\u001b]11;rgb:1e1e/1e1e/2e2e\u0007Ada');
  await terminal.until(/Ada$/m);
  terminal.type('\r');
  await terminal.until(OPEN);
  expect(draft().open.candidate.name).toBe('Ada');
});

test('the mouse, the focus and late answers rate nothing, however they come', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  for (const bytes of [
    '\u001b[<64;35;4M\u001b[<65;35;4M\u001b[M`45\u001b[96;35;4M\u001b[I\u001b[O',
    '\u001b]11;rgb:1e1e/1e1e/2e2e\u001b\\',
    '\u001b[?62;4c\u001b[12;40R\u001b[?2026;2$y',
    '\u001bP>|name(5.4)\u001b\\\u001b_Gi=4;5\u001b\\',
    '\u001b[4;5;3t',
  ]) {
    for (const part of [bytes.slice(0, 1), bytes.slice(1, 3), bytes.slice(3)]) {
      terminal.type(part);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  // A key of the application keypad, last, so that all before it has been read.
  terminal.type('\u001bOs');
  await terminal.until(/^1 First › 3$/m);
  terminal.type('\u001bOM');
  await terminal.until('rated 3');
  expect(ratings()).toEqual([3, ...NOTHING.slice(1)]);
  expect(draft().content.dimensions[0]?.notes).toEqual([]);
  expect(terminal.bytes).toContain('\u001b[?1000l');
  expect(terminal.bytes).toContain('\u001b[?1004l');
});

test('keys are keys however a terminal reports them, and what is none is swallowed whole', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('bc');
  for (const bytes of [
    // Function keys, plain and with modifiers, and a menu key.
    '\u001bOP\u001b[1;5P\u001b[15~\u001b[15;2~\u001b[24;8~\u001b[29~\u001b[[A',
    // The kitty keyboard: what it is asked, the release of a key, a key that has no letter.
    '\u001b[?1u\u001b[52;1:3u\u001b[57441;1u',
    // Strings of several kinds, with digits in them.
    '\u001b]52;c;NDQ0\u0007\u001bP1$r4m\u001b\\\u001b^4\u001b\\\u001bX4\u001b\\',
    // Ctrl-A as modifyOtherKeys has it, then A; Ctrl-E as kitty has it, then a 4 of the keypad.
    '\u001b[27;5;97~\u001b[27;2;65~\u001b[101;5u\u001b[57403u',
  ]) {
    terminal.type(bytes);
  }
  await terminal.until(/^1 First › Abc4$/m);
  terminal.type('\u001b[13u');
  await terminal.until('noted on 1 First (1)');
  expect(ratings()).toEqual(NOTHING);
  expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'Abc4' }]);
});

test('a wheel that the terminal translates into arrow keys records nothing', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('first\rsecond\r');
  await terminal.until('noted on 1 First (2)');
  const events = draft().content;
  terminal.type('\u001b[A'.repeat(15));
  await terminal.until('mend › first');
  terminal.type('\u001bOB'.repeat(15));
  await terminal.until('left as it was');
  expect(draft().content).toEqual(events);
});

test('a line and the next one that come in one piece are two: the second waits for its Enter', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('Tells of a plan\r4');
  await terminal.until('Enter rates 1 First 4');
  expect(draft().content.dimensions[0]).toMatchObject({ notes: [{ text: 'Tells of a plan' }] });
  expect(ratings()).toEqual(NOTHING);
});

test('an arrow key that a slow line splits after its Esc leaves the note being typed as it is', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('hal a note');
  await terminal.until('hal a note');
  for (let at = 0; at < 7; at += 1) {
    terminal.type('\u001b');
    await new Promise((resolve) => setTimeout(resolve, 80));
    terminal.type('[D');
  }
  terminal.type('f');
  await terminal.until('half a note');
  terminal.type('\r');
  await terminal.until('noted');
  expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'half a note' }]);
});

test('signs of several code points come whole, and Backspace takes one of them', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('e\u0301ñ数👩‍👩‍👧🇩🇪\u007f\u007f\u001b[Dü\r');
  await terminal.until('noted');
  expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'e\u0301ñü数' }]);
});

test.each([
  ['Ctrl-D', '\u0004'],
  ['Esc', '\u001b'],
])('%s at the question for the candidate leaves, and says that nothing was written', async (_name, key) => {
  const command = [...SCORECARD, 'interview', '--role', './four.yaml', '--interviewer', 'R. Panel'];
  const terminal = openTerminal(command, { cwd: folder() });
  await terminal.until('Candidate');
  // Inquirer takes keys from the next turn on.
  await new Promise((resolve) => setTimeout(resolve, 100));
  terminal.type(key);
  expect(await terminal.ended).toMatchObject({ exitCode: 1 });
  await terminal.until('nothing was written');
});

describe('the question for the candidate', () => {
  const card = (name: string, by: string) => {
    const args = ['interview', '-r', './four.yaml', '--answers', '-', '-q', '-c', name, '-i', by];
    const { status, stderr } = spawnSync(SCORECARD[0], [SCORECARD[1], ...args], {
      ...{ cwd: folder(), encoding: 'utf8', input: 'ratings: {}\nverdict: no\n' },
    });
    expect(status, stderr).toBe(0);
  };
  const ask = (args: readonly string[] = [], size = {}, env = {}) => {
    writeFileSync(join(folder(), 'gitconfig'), '[user]\n\tname = R. Panel\n');
    const command = [...SCORECARD, 'interview', '--role', './four.yaml', ...args];
    const names = { GIT_CONFIG_GLOBAL: join(folder(), 'gitconfig'), SCORECARD_INTERVIEWER: '', ...env };
    return openTerminal(command, { cwd: folder(), env: names, ...size });
  };

  test('comes after a line that says how long, how much, where it is kept and how help is had', async () => {
    const screen = await ask().until('Interviewer: R. Panel (git)');
    expect(screen).toMatch(
      /^(\d+ min, )?4 dimensions · kept in scorecards · \/help for help\n\? Candidate\n {2}Interviewer: R. Panel \(git\) · Shift-Tab changes it\n {2}Esc: leave$/m,
    );
  });

  test('has the known names below it, accents aside, and Tab goes through them', async () => {
    for (const by of ['Ana', 'Ben']) card('Maya Fernández', by);
    card('山田 太郎', 'Ana');
    const terminal = ask();
    await terminal.until('(git)');
    terminal.type('fern');
    await terminal.until(/^ {4}Maya Fernández · 2 interviews$/m);
    terminal.type('\t');
    await terminal.until(/Candidate Maya Fernández$/m);
    terminal.type('\u0015山');
    await terminal.until(/^ {4}山田 太郎 · 1 interview$/m);
    terminal.type('\t\r');
    await terminal.until(OPEN);
    expect(draft().open.candidate.name).toBe('山田 太郎');
  });

  test('keeps what was typed while the interviewer is changed', async () => {
    const terminal = ask();
    await terminal.until('(git)');
    terminal.type('Ada Example');
    await terminal.until(/Candidate Ada Example$/m);
    terminal.type('\u001b[Z');
    await terminal.until(/Interviewer R\. Panel$/m);
    terminal.type(' Junior\r');
    await terminal.until('Interviewer: R. Panel Junior · Shift-Tab');
    terminal.type('\r');
    await terminal.until(OPEN);
    expect(terminal.screen()).toContain('Ada Example');
    expect(readdirSync(join(folder(), 'scorecards/.drafts'))).toEqual(['r-panel-junior']);
  });

  test.each([20, 60, 80])('fits %i columns, whatever the names', async (columns) => {
    const name = `Maximiliane ${'山田'.repeat(30)} ${'Hohenlohe-'.repeat(12)}`;
    card(name, 'Ana');
    const terminal = ask([], { columns }, { SCORECARD_INTERVIEWER: name });
    await terminal.until('Esc: leave');
    terminal.type('maxi');
    const screen = await terminal.until(/^ {4}Max/m);
    const rows = screen.split('\n').slice(screen.split('\n').findIndex((row) => row.startsWith('? Candidate')));
    expect(rows.filter(Boolean)).toHaveLength(4);
  });

  test('shows the interviewer whom an option names, without a source', async () => {
    const terminal = ask(['-i', 'S. Panel']);
    await terminal.until('Interviewer: S. Panel · Shift-Tab changes it');
  });
});
