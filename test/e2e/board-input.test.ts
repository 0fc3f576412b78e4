import { expect, test } from 'vitest';
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
