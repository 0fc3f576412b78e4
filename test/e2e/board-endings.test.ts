import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { INTERVIEW, OPEN, useInterviews } from '../support/interviews.js';
import { openTerminal, SCORECARD } from '../support/terminal.js';

const { folder, interview, draftPath, draft, ratings } = useInterviews();

/** An event of so many bytes that changes nothing: what it holds beyond its type is passed over. */
function filler(length: number): string {
  const event = (text: string) => JSON.stringify({ at: '2026-11-20T14:00:00Z', type: 'redo', text });
  return event('x'.repeat(length - event('').length));
}

describe('leaving', () => {
  const RESTORED = { isSecondScreen: false, isBracketedPaste: false, isCursorShown: true };

  test.each([
    ['/quit', '/quit\r', 0],
    ['Ctrl-C twice', '\u0003\u0003', 130],
    ['Ctrl-D twice', '\u0004\u0004', 0],
  ])('by %s restores the terminal and leaves three lines with the way back', async (_name, key, code) => {
    const terminal = interview();
    await terminal.until(OPEN);
    expect(terminal.modes()).toEqual({ isSecondScreen: true, isBracketedPaste: true, isCursorShown: true });
    terminal.type('4\r');
    await terminal.until('rated 4');
    terminal.type(key);
    expect(await terminal.ended).toMatchObject({ exitCode: code });
    await terminal.until('Resume with');
    expect(terminal.modes()).toEqual(RESTORED);
    const lines = terminal.scrollback().split('\n');
    expect(lines.slice(0, 2)).toEqual([
      expect.stringMatching(/^Draft saved: 1 of 4 decided, 0 notes, \d+:\d\d$/),
      'Ada Example, Four, by R. Panel',
    ]);
    // As it was started, so that the line can be typed as it stands.
    const resume = `Resume with: node ${SCORECARD[1]} interview --resume `;
    expect(lines.slice(2).join('').replaceAll(' ', '').startsWith(resume.replaceAll(' ', ''))).toBe(true);
    expect(lines.slice(2).join('')).toMatch(/-ada-example-four-r-panel$/);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ])('by %s restores the terminal and keeps a half-typed note', async (signal, code) => {
    const terminal = interview();
    await terminal.until(OPEN);
    terminal.type('half typed');
    await terminal.until('half typed');
    terminal.kill(signal);
    expect(await terminal.ended).toMatchObject({ exitCode: code });
    await terminal.until('Resume with');
    expect(terminal.modes()).toEqual(RESTORED);
    expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'half typed' }]);
  });

  test('by Ctrl-C at the reason of an amendment leaves the way back too', async () => {
    const cwd = folder();
    writeFileSync(
      join(cwd, 'a.yaml'),
      '{ candidate: Ada Example, ratings: { first: 3, second: 3, third: 3 }, verdict: yes }',
    );
    spawnSync(SCORECARD[0] ?? '', [...SCORECARD.slice(1), ...INTERVIEW.slice(0, -1), '--answers', 'a.yaml'], { cwd });
    const terminal = openTerminal([...SCORECARD, 'amend', 'ada', '--as', 'R. Panel'], { cwd });
    await terminal.until('Your verdict: yes');
    terminal.type('/submit\r');
    await terminal.until('/submit again');
    terminal.type('/submit\r');
    await terminal.until('Why is it amended?');
    terminal.type('\u0003');
    expect(await terminal.ended).toMatchObject({ exitCode: 130 });
    await terminal.until('Resume with');
  });

  test('with the window closed, the half-typed note is in the draft and the lock is gone', async () => {
    const terminal = interview();
    await terminal.until(OPEN);
    terminal.type('2\r/2\r');
    await terminal.until('now 2 Second');
    terminal.type('half typed');
    await terminal.until('half typed');
    await terminal.close();
    expect(ratings()[0]).toBe(2);
    expect(draft().content.dimensions[1]?.notes).toMatchObject([{ text: 'half typed' }]);
    expect(readdirSync(join(folder(), 'scorecards/.drafts/r-panel')).filter((name) => name.endsWith('.lock'))).toEqual(
      [],
    );
  });

  test('killed outright, the interview resumes where it was, and the dead lock is taken over', async () => {
    const killed = interview();
    await killed.until(OPEN);
    killed.type('4\r/2\r3\r');
    await killed.until('rated 3');
    killed.kill('SIGKILL');
    await killed.ended;
    const resumed = openTerminal([...SCORECARD, 'interview', '--resume', 'ada'], { cwd: folder() });
    const screen = await resumed.until('2 to go');
    expect(screen).toContain('2. Second');
    resumed.type('/3 5\r');
    await resumed.until('rated 5');
    expect(ratings()).toEqual([4, 3, 5, undefined]);
  });
});

test('the first Ctrl-C only says what the second does, and two seconds later it is the first again', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('half\u0003');
  await terminal.until('Ctrl-C again leaves; everything is kept');
  await new Promise((resolve) => setTimeout(resolve, 2100));
  terminal.type('\u0004 a note\u0003\r');
  await terminal.until('noted on 1 First (1)');
  expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'half a note' }]);
});

test('Ctrl-Z gives the terminal back, fg brings the board back and its keys work', async () => {
  const shell = openTerminal(['bash', '--norc', '-i'], { cwd: folder(), env: { PS1: '$ ' } });
  await shell.until('$');
  shell.type(`${[...SCORECARD, ...INTERVIEW, 'Ada'].map((word) => `'${word}'`).join(' ')}\r`);
  await shell.until(OPEN);
  shell.type('4\r');
  await shell.until('rated 4');
  shell.type('\u001a');
  await shell.until('Stopped');
  expect(shell.modes()).toMatchObject({ isSecondScreen: false, isCursorShown: true });
  shell.type('fg\r');
  await shell.until(OPEN);
  shell.type('/2 3\r');
  await shell.until('rated 3');
  expect(ratings().slice(0, 2)).toEqual([4, 3]);
});

test('stopped and continued from outside, the board takes the terminal again and draws itself whole', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  const entries = () => terminal.bytes.split('\u001b[?1049h').length - 1;
  expect(entries()).toBe(1);
  terminal.kill('SIGSTOP');
  terminal.kill('SIGCONT');
  await terminal.until((screen) => entries() === 2 && OPEN.test(screen));
  terminal.type('4\r');
  await terminal.until('rated 4');
  expect(ratings()[0]).toBe(4);
});

test('a torn last line of the journal is cut off and the interview goes on', async () => {
  const first = interview();
  await first.until(OPEN);
  first.type('4\r/2 3\r/quit\r');
  await first.ended;
  writeFileSync(draftPath(), `${readFileSync(draftPath(), 'utf8')}{"at":"2026-11-20T14:0`);
  const second = openTerminal([...SCORECARD, 'interview', '--resume', 'ada'], { cwd: folder() });
  await second.until('2 to go');
  second.type('/3 5\r/quit\r');
  await second.ended;
  expect(ratings()).toEqual([4, 3, 5, undefined]);
});

const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0;

// A limit on the size of files stands in for a full disk, since it needs no other user: writes fail half-way alike.
// Only `prlimit` (util-linux) can lift it again from outside.
test.skipIf(!hasPrlimit)(
  'a full disk is told, nothing on the screen is lost, and all of it is written once there is room',
  async () => {
    const first = interview();
    await first.until(OPEN);
    first.type('/quit\r');
    await first.ended;
    const kilobytes = Math.ceil(statSync(draftPath()).size / 1024) + 1;
    const limited = ['bash', '-c', `ulimit -S -f ${kilobytes}; exec "$@"`, 'limited', ...SCORECARD];
    const terminal = openTerminal([...limited, 'interview', '--resume', 'ada'], { cwd: folder() });
    await terminal.until(OPEN);
    terminal.type(`${'held 12,000 requests '.repeat(120)}end\r`);
    await terminal.until('Not on disk: the file has reached the size');
    terminal.type('4\r/2 3\r');
    const screen = await terminal.until('2 to go');
    expect(screen).toContain('Not on disk');
    expect(ratings()).toEqual([undefined, undefined, undefined, undefined]);
    spawnSync('prlimit', ['--pid', String(terminal.pid), '--fsize=unlimited']);
    await terminal.until((shown) => !shown.includes('Not on disk') && OPEN.test(shown));
    expect(ratings()).toEqual([4, 3, undefined, undefined]);
    expect(draft().content.dimensions[0]?.notes[0]?.text).toMatch(/end$/);
  },
);

test('left with a full disk, what is not on disk is printed as the lines that the draft lacks', async () => {
  const first = interview();
  await first.until(OPEN);
  first.type('/quit\r');
  await first.ended;
  const whole = readFileSync(draftPath(), 'utf8');
  const kilobytes = Math.ceil(whole.length / 1024);
  writeFileSync(
    draftPath(),
    whole.padEnd(kilobytes * 1024 - 100, ' ').replace(/ +$/, (spaces) => `${filler(spaces.length)}\n`),
  );
  const limited = ['bash', '-c', `ulimit -S -f ${kilobytes}; exec "$@"`, 'limited', ...SCORECARD];
  const terminal = openTerminal([...limited, 'interview', '--resume', 'ada'], { cwd: folder(), columns: 300 });
  await terminal.until(OPEN);
  terminal.type('4\r/2 3\r');
  await terminal.until('Not on disk');
  terminal.type('\u0003\u0003');
  expect(await terminal.ended).toMatchObject({ exitCode: 130 });
  await terminal.until('To keep them, add these lines to');
  const printed = terminal
    .scrollback()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  writeFileSync(draftPath(), `${readFileSync(draftPath(), 'utf8')}${printed.join('\n')}\n`);
  expect(ratings()).toEqual([4, 3, undefined, undefined]);
});

test('a second terminal on the same draft is told, and the first goes on', async () => {
  const first = interview();
  await first.until(OPEN);
  first.type('4\r');
  await first.until('rated 4');
  for (const command of [
    [...INTERVIEW, 'Ada Example'],
    [...INTERVIEW, 'Ada Example', '--restart'],
    ['interview', '--resume', 'ada'],
  ]) {
    const second = openTerminal([...SCORECARD, ...command], { cwd: folder(), columns: 200 });
    await second.until('is open in another terminal');
    expect(await second.ended).toMatchObject({ exitCode: 2 });
  }
  first.type('/2 3\r');
  await first.until('rated 3');
  expect(ratings().slice(0, 2)).toEqual([4, 3]);
});
