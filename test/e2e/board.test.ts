import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { replay, type Session } from '../../src/core/interview/session.js';
import { readJournal } from '../../src/io/store/read-journal.js';
import { temporaryFolder } from '../support/fake-host.js';
import { fourDimensions } from '../support/rubrics.js';
import { openTerminal, SCORECARD, type Terminal } from '../support/terminal.js';

let cwd = '';
beforeEach(() => {
  cwd = temporaryFolder();
  writeFileSync(join(cwd, 'four.yaml'), fourDimensions());
});

const INTERVIEW = ['interview', '--role', './four.yaml', '--interviewer', 'R. Panel', '--candidate'];

function interview(
  more: Partial<Parameters<typeof openTerminal>[1]> & { name?: string; args?: string[] } = {},
): Terminal {
  const { name = 'Ada Example', args = [], ...options } = more;
  return openTerminal([...SCORECARD, ...INTERVIEW, name, ...args], { cwd, ...options });
}

function draftPath(): string {
  const folder = join(cwd, 'scorecards/.drafts');
  const [draft] = readdirSync(folder).filter((name) => name.endsWith('.ndjson'));
  return join(folder, draft ?? '');
}

/** The draft as another program would read it. */
function draft(): Session {
  return replay(readJournal(draftPath()).events);
}

function ratings(): readonly unknown[] {
  return draft().content.dimensions.map(({ rating }) => rating);
}

const OPEN = /1-5 rate/;

/** An event of so many bytes that changes nothing: what it holds beyond its type is passed over. */
function filler(length: number): string {
  const event = (text: string) => JSON.stringify({ at: '2026-11-20T14:00:00Z', type: 'redo', text });
  return event('x'.repeat(length - event('').length));
}

test('a burst of keys in one write gives one rating each, and its end goes to the review, not to a verdict', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('43521');
  const screen = await terminal.until('1 came with the ratings');
  expect(screen).toContain('4/4');
  expect(ratings()).toEqual([4, 3, 5, 2]);
  expect(draft().content.verdict).toBeUndefined();
});

test('a bracketed paste becomes one note, and nothing in it runs as a key', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('\u001b[200~quit the old stack\n5 regions\nq\u001b[201~');
  await terminal.until('the pasted text is a note');
  terminal.type('4');
  await terminal.until('rated 4');
  expect(draft().content.dimensions[0]).toMatchObject({ rating: 4, notes: ['quit the old stack\n5 regions\nq'] });
});

test('a paste whose end never comes ends by itself, and keys work again', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('\u001b[200~cut off half-way');
  await terminal.until('the pasted text is a note');
  terminal.type('4');
  await terminal.until('rated 4');
  expect(draft().content.dimensions[0]).toMatchObject({ rating: 4, notes: ['cut off half-way'] });
});

test('a paste without brackets is asked about, and nothing in it runs as a key', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('quit the old stack\r5 regions were lost\rq');
  await terminal.until('Keep as a note?');
  expect(ratings()).toEqual([undefined, undefined, undefined, undefined]);
  terminal.type('\r');
  await terminal.until('noted');
  expect(draft().content.dimensions[0]?.notes).toEqual(['quit the old stack\n5 regions were lost\nq']);
});

test('a burst with a note in it is typed, not pasted', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('n');
  await terminal.until('Note:');
  terminal.type('held 12,000 requests\r4');
  await terminal.until('rated 4');
  expect(draft().content.dimensions[0]).toMatchObject({ rating: 4, notes: ['held 12,000 requests'] });
});

test('the screen follows the terminal from 200x60 to 20x7 and back, and keeps what is being typed', async () => {
  const terminal = interview({ columns: 200, rows: 60 });
  await terminal.until(OPEN);
  terminal.type('n');
  await terminal.until('Note:');
  terminal.type('half a no');
  await terminal.until('half a no');
  const large = terminal.screen();
  terminal.resize(20, 7);
  const small = await terminal.until((screen) => screen.includes('half a no') && screen.split('\n').length <= 7);
  expect(small.split('\n')).toHaveLength(7);
  terminal.resize(200, 60);
  const withoutClock = (screen: string) => screen.replace(/\d+:\d\d/g, 'm:ss');
  await terminal.until((screen) => withoutClock(screen) === withoutClock(large));
  terminal.type('te\r');
  await terminal.until('noted');
  expect(draft().content.dimensions[0]?.notes).toEqual(['half a note']);
});

test('Esc drops a note, and the key after it is a key of its own', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('nwrong');
  await terminal.until('wrong');
  terminal.type('\u001b');
  await terminal.until('nothing changed');
  terminal.type('3');
  await terminal.until('rated 3');
  expect(draft().content.dimensions[0]).toEqual({ rating: 3, notes: [], asked: [] });
});

test('an interview is held, reviewed and submitted: verdict first, then the recommendation, then the reason', async () => {
  const terminal = interview({ columns: 200 });
  await terminal.until(OPEN);
  terminal.type('44');
  await terminal.until('2/4');
  terminal.type('f\r');
  await terminal.until('What you saw or heard');
  terminal.type('said nothing broke\r');
  await terminal.until('red flag observed');
  terminal.type('4');
  await terminal.until('3/4');
  terminal.type('s');
  await terminal.until('Tab not applicable');
  terminal.type('\t');
  const review = await terminal.until('Your verdict?');
  expect(review).toContain('Evidence is missing for: First; Second; Third');
  expect(review).not.toContain('recommendation');
  // The review takes no verdict in its first moment.
  await new Promise((resolve) => setTimeout(resolve, 500));
  terminal.type('3');
  const outcome = await terminal.until('Enter saves why');
  expect(outcome).toContain('4.00 of 5 · 100% of the weight · recommendation no · verdict yes');
  terminal.type('it was a misunderstanding\r');
  await terminal.until('Submit?');
  terminal.type('y');
  expect(await terminal.ended).toMatchObject({ exitCode: 0 });
  await terminal.until('Submitted: 4.00 of 5 over 100% of the weight, recommendation no, verdict yes, 1 red flag');
  expect(terminal.modes()).toEqual({ isSecondScreen: false, isBracketedPaste: false, isCursorShown: true });
  expect(terminal.scrollback().split('\n')).toHaveLength(3);
  const [name = ''] = readdirSync(join(cwd, 'scorecards')).filter((file) => file.endsWith('.json'));
  expect(JSON.parse(readFileSync(join(cwd, 'scorecards', name), 'utf8'))).toMatchObject({
    status: 'submitted',
    verdict: { is: 'yes', reason: 'it was a misunderstanding' },
    redFlags: [{ id: 'hides', evidence: 'said nothing broke' }],
    dimensions: [{ rating: 4 }, { rating: 4 }, { rating: 4 }, { rating: 'not-applicable' }],
  });
});

describe('leaving', () => {
  const RESTORED = { isSecondScreen: false, isBracketedPaste: false, isCursorShown: true };

  test.each([
    ['q', 'q', 0],
    ['Ctrl-C', '\u0003', 130],
    ['Ctrl-D', '\u0004', 0],
  ])('by %s restores the terminal and leaves three lines with the way back', async (_name, key, code) => {
    const terminal = interview();
    await terminal.until(OPEN);
    expect(terminal.modes()).toEqual({ isSecondScreen: true, isBracketedPaste: true, isCursorShown: false });
    terminal.type('4');
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
    terminal.type('n');
    await terminal.until('Note:');
    terminal.type('half typed');
    await terminal.until('half typed');
    terminal.kill(signal);
    expect(await terminal.ended).toMatchObject({ exitCode: code });
    await terminal.until('Resume with');
    expect(terminal.modes()).toEqual(RESTORED);
    expect(draft().content.dimensions[0]?.notes).toEqual(['half typed']);
  });

  test('with the window closed, the half-typed note is in the draft and the lock is gone', async () => {
    const terminal = interview();
    await terminal.until(OPEN);
    terminal.type('2n');
    await terminal.until('Note:');
    terminal.type('half typed');
    await terminal.until('half typed');
    await terminal.close();
    expect(ratings()[0]).toBe(2);
    expect(draft().content.dimensions[1]?.notes).toEqual(['half typed']);
    expect(readdirSync(join(cwd, 'scorecards/.drafts')).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  test('killed outright, the interview resumes where it was, and the dead lock is taken over', async () => {
    const killed = interview();
    await killed.until(OPEN);
    killed.type('43');
    await killed.until('2/4');
    killed.kill('SIGKILL');
    await killed.ended;
    const resumed = openTerminal([...SCORECARD, 'interview', '--resume', 'ada'], { cwd });
    const screen = await resumed.until('2/4');
    expect(screen).toContain('3. Third');
    resumed.type('5');
    await resumed.until('3/4');
    expect(ratings()).toEqual([4, 3, 5, undefined]);
  });
});

test('Ctrl-Z gives the terminal back, fg brings the board back and its keys work', async () => {
  const shell = openTerminal(['bash', '--norc', '-i'], { cwd, env: { PS1: '$ ' } });
  await shell.until('$');
  shell.type(`${[...SCORECARD, ...INTERVIEW, 'Ada'].map((word) => `'${word}'`).join(' ')}\r`);
  await shell.until(OPEN);
  shell.type('4');
  await shell.until('rated 4');
  shell.type('\u001a');
  await shell.until('Stopped');
  expect(shell.modes()).toMatchObject({ isSecondScreen: false, isCursorShown: true });
  shell.type('fg\r');
  await shell.until(OPEN);
  shell.type('3');
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
  terminal.type('4');
  await terminal.until('rated 4');
  expect(ratings()[0]).toBe(4);
});

test('a torn last line of the journal is cut off and the interview goes on', async () => {
  const first = interview();
  await first.until(OPEN);
  first.type('43q');
  await first.ended;
  writeFileSync(draftPath(), `${readFileSync(draftPath(), 'utf8')}{"at":"2026-11-20T14:0`);
  const second = openTerminal([...SCORECARD, 'interview', '--resume', 'ada'], { cwd });
  await second.until('2/4');
  second.type('5q');
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
    first.type('q');
    await first.ended;
    const kilobytes = Math.ceil(statSync(draftPath()).size / 1024) + 1;
    const limited = ['bash', '-c', `ulimit -S -f ${kilobytes}; exec "$@"`, 'limited', ...SCORECARD];
    const terminal = openTerminal([...limited, 'interview', '--resume', 'ada'], { cwd });
    await terminal.until(OPEN);
    terminal.type('n');
    await terminal.until('Note:');
    terminal.type(`${'held 12,000 requests '.repeat(120)}end\r`);
    await terminal.until('Not on disk: the file has reached the size');
    terminal.type('43');
    const screen = await terminal.until('2/4');
    expect(screen).toContain('Not on disk');
    expect(ratings()).toEqual([undefined, undefined, undefined, undefined]);
    terminal.type('q');
    await terminal.until('q prints the rest and leaves');
    terminal.type('b');
    spawnSync('prlimit', ['--pid', String(terminal.pid), '--fsize=unlimited']);
    await terminal.until((shown) => !shown.includes('Not on disk') && OPEN.test(shown));
    expect(ratings()).toEqual([4, 3, undefined, undefined]);
    expect(draft().content.dimensions[0]?.notes[0]).toMatch(/end$/);
  },
);

test('left with a full disk, what is not on disk is printed as the lines that the draft lacks', async () => {
  const first = interview();
  await first.until(OPEN);
  first.type('q');
  await first.ended;
  const whole = readFileSync(draftPath(), 'utf8');
  const kilobytes = Math.ceil(whole.length / 1024);
  writeFileSync(
    draftPath(),
    whole.padEnd(kilobytes * 1024 - 100, ' ').replace(/ +$/, (spaces) => `${filler(spaces.length)}\n`),
  );
  const limited = ['bash', '-c', `ulimit -S -f ${kilobytes}; exec "$@"`, 'limited', ...SCORECARD];
  const terminal = openTerminal([...limited, 'interview', '--resume', 'ada'], { cwd, columns: 300 });
  await terminal.until(OPEN);
  terminal.type('43');
  await terminal.until('Not on disk');
  terminal.type('\u0003');
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
  first.type('4');
  await first.until('rated 4');
  for (const command of [
    [...INTERVIEW, 'Ada Example'],
    [...INTERVIEW, 'Ada Example', '--restart'],
    ['interview', '--resume', 'ada'],
  ]) {
    const second = openTerminal([...SCORECARD, ...command], { cwd, columns: 200 });
    await second.until('is open in another terminal');
    expect(await second.ended).toMatchObject({ exitCode: 2 });
  }
  first.type('3');
  await first.until('rated 3');
  expect(ratings().slice(0, 2)).toEqual([4, 3]);
});

describe('the editor', () => {
  test('that is missing is named, and the board goes on', async () => {
    const terminal = interview({ env: { VISUAL: '/no/such/editor', EDITOR: '' } });
    await terminal.until(OPEN);
    terminal.type('e');
    await terminal.until('the editor (/no/such/editor) could not be used');
    terminal.type('4');
    await terminal.until('rated 4');
    expect(ratings()[0]).toBe(4);
  });

  test('that fails after saving says where its text is', async () => {
    writeFileSync(join(cwd, 'editor.sh'), 'echo kept >> "$1"; exit 3\n');
    const terminal = interview({ env: { VISUAL: `sh ${join(cwd, 'editor.sh')}` }, columns: 200 });
    await terminal.until(OPEN);
    terminal.type('e');
    const screen = await terminal.until('what it saved is in');
    const file = /what it saved is in (\S+note\.md)/.exec(screen)?.[1] ?? '';
    expect(readFileSync(file, 'utf8')).toBe('kept\n');
  });

  test('that works gives one note a paragraph', async () => {
    writeFileSync(join(cwd, 'editor.sh'), 'printf "one\\nline\\n\\ntwo\\n" > "$1"\n');
    const terminal = interview({ env: { VISUAL: `sh ${join(cwd, 'editor.sh')}` } });
    await terminal.until(OPEN);
    terminal.type('e');
    await terminal.until('noted');
    terminal.type('4');
    await terminal.until('rated 4');
    expect(draft().content.dimensions[0]).toMatchObject({ rating: 4, notes: ['one\nline', 'two'] });
  });
});

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
  expect(draft().open.candidate).toBe(name);
  expect(draft().content.dimensions[0]?.notes).toEqual([note]);
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
  expect(draft().content.dimensions[1]?.notes).toEqual(['said so']);
});
