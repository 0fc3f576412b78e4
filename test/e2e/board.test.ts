import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPEN, useInterviews } from '../support/interviews.js';

const { folder, interview, draft, ratings } = useInterviews();

const NONE = [undefined, undefined, undefined, undefined];

describe('a line', () => {
  test('is a note with Enter, and nothing before', async () => {
    const terminal = interview();
    await terminal.until(OPEN);
    terminal.type('q4/yes, quit and submit');
    await terminal.until('q4/yes, quit and submit');
    expect(draft().content.dimensions[0]?.notes).toEqual([]);
    terminal.type('\r');
    await terminal.until('noted on 1 First (1)');
    expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'q4/yes, quit and submit' }]);
    expect(ratings()).toEqual(NONE);
  });

  test('that is a rating alone shows its anchor, and rates with Enter', async () => {
    const terminal = interview();
    await terminal.until(OPEN);
    terminal.type('4');
    await terminal.until('Enter rates 1 First 4');
    expect(terminal.screen()).toContain('4 Above: First, what a 4 looks like.');
    expect(ratings()).toEqual(NONE);
    terminal.type('\r');
    await terminal.until('rated 4: 1 First');
    expect(terminal.screen()).toContain('● 4 Above: First, what a 4 looks like.');
    expect(ratings()).toEqual([4, undefined, undefined, undefined]);
  });

  test('stays where Esc, arrows, Tab and PgDn are pressed', async () => {
    const terminal = interview();
    await terminal.until(OPEN);
    terminal.type('half a note');
    terminal.type('\u001b');
    await new Promise((resolve) => setTimeout(resolve, 300));
    terminal.type('\t\u001b[A\u001b[B\u001b[6~\u001b[5~\u001b[Dx');
    await terminal.until('half a notxe');
    expect(ratings()).toEqual(NONE);
  });

  test('comes back with ↑ to be mended', async () => {
    const terminal = interview();
    await terminal.until(OPEN);
    terminal.type('held 12 requests\r');
    await terminal.until('noted');
    terminal.type('\u001b[A');
    await terminal.until('mend › held 12 requests');
    terminal.type(' a second\r');
    await terminal.until('mended note 1 of 1');
    expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'held 12 requests a second' }]);
  });
});

describe('a paste', () => {
  test('stands in the line with its line breaks, and is one note with Enter', async () => {
    const terminal = interview();
    await terminal.until(OPEN);
    terminal.type('\u001b[200~quit the old stack\r5 regions\n/submit\u001b[201~');
    await terminal.until('quit the old stack ⏎ 5 regions ⏎ /submit');
    expect(ratings()).toEqual(NONE);
    terminal.type('\r');
    await terminal.until('noted on 1 First (1)');
    expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'quit the old stack\n5 regions\n/submit' }]);
  });

  test('whose end never comes ends by itself, and the line goes on', async () => {
    const terminal = interview();
    await terminal.until(OPEN);
    terminal.type('\u001b[200~cut off half-way');
    await terminal.until('cut off half-way');
    terminal.type(' and on\r');
    await terminal.until('noted');
    expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'cut off half-way and on' }]);
  });

  test('without brackets is as if typed: lines are lines', async () => {
    const terminal = interview();
    await terminal.until(OPEN);
    terminal.type('很好\r\n4\r\n\r\n');
    await terminal.until('nothing to note');
    expect(draft().content.dimensions[0]).toMatchObject({ rating: 4, notes: [{ text: '很好' }] });
    terminal.type('/undo\r');
    await terminal.until('undone: rating 4');
    expect(ratings()).toEqual(NONE);
  });

  test('of three megabytes is kept, and the next line is too, at once', async () => {
    const terminal = interview();
    await terminal.until(OPEN);
    terminal.type(`\u001b[200~${'x'.repeat(3_000_000)}\u001b[201~`);
    await terminal.until('xxxx');
    terminal.type('\r');
    await terminal.until('noted');
    terminal.type('4\r');
    await terminal.until('rated 4');
    expect(draft().content.dimensions[0]?.notes[0]?.text).toHaveLength(3_000_000);
    expect(ratings()[0]).toBe(4);
  });
});

describe('the size', () => {
  test('may change from 200x60 to 20x7 and back, and what is being typed is kept', async () => {
    const terminal = interview({ columns: 200, rows: 60 });
    await terminal.until(OPEN);
    terminal.type('half a no');
    await terminal.until('half a no');
    const large = terminal.screen();
    terminal.resize(20, 7);
    const small = await terminal.until((screen) => /half a no$/m.test(screen) && screen.split('\n').length <= 7);
    expect(small.split('\n')).toHaveLength(7);
    terminal.resize(200, 60);
    await terminal.until((screen) => screen === large);
    terminal.type('te\r');
    await terminal.until('noted');
    expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'half a note' }]);
  });

  test('may go from 80x24 to 40x12 to 200x60 while a note is typed, and no line is cut off', async () => {
    const terminal = interview();
    await terminal.until(OPEN);
    const rule = (columns: number) => new RegExp(`^─{${columns}}$`, 'm');
    for (const [columns, rows, typed] of [
      [40, 12, 'held '],
      [200, 60, '12,000 '],
      [80, 24, 'requests a second'],
    ] as const) {
      terminal.type(typed);
      terminal.resize(columns, rows);
      const screen = await terminal.until((shown) => rule(columns).test(shown) && shown.includes(`${typed.trim()}`));
      expect(screen.split('\n')).toHaveLength(rows);
    }
    terminal.type('\r');
    await terminal.until('noted');
    expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'held 12,000 requests a second' }]);
  });

  test('that shrinks and grows back at once is drawn again, though it is what it was', async () => {
    const terminal = interview({ columns: 200, rows: 60 });
    const large = await terminal.until(OPEN);
    terminal.resize(20, 7);
    terminal.resize(200, 60);
    await terminal.until((screen) => screen === large);
  });
});

test('nothing is written while nothing happens', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('/time\r');
  await terminal.until('the clock is stopped');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { length } = terminal.bytes;
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(terminal.bytes.length).toBe(length);
});

test('a list that is paged past its end comes back with the first PgUp', async () => {
  const terminal = interview({ rows: 14 });
  await terminal.until(OPEN);
  terminal.type('/help\r');
  await terminal.until('more lines: PgDn');
  terminal.type('\u001b[6~'.repeat(20));
  const end = await terminal.until('the end: PgUp');
  terminal.type('\u001b[5~');
  await terminal.until((screen) => screen !== end && screen.includes('more lines: PgDn'));
});

test('an interview is held, reviewed and sealed: words, verdict, then the score', async () => {
  const terminal = interview({ columns: 100 });
  await terminal.until(OPEN);
  terminal.type('4\r/2 4\r/3 4\r');
  await terminal.until('rated 4: 3 Third');
  terminal.type('/flag 1 said nothing broke\r');
  await terminal.until('flagged ⚑ hides');
  terminal.type('/4\r');
  await terminal.until('now 4 Fourth');
  terminal.type('/na\r');
  await terminal.until('does not apply: 4 Fourth');
  terminal.type('/review\r');
  const review = await terminal.until('Your verdict comes before the score');
  expect(review).toContain('1, 2, 3 rated 4 without a note');
  expect(review).not.toContain('rubric:');
  terminal.type('it was a misunderstanding\r');
  await terminal.until('noted on the whole (1)');
  terminal.type('yes');
  await terminal.until('Enter gives the verdict yes and shows the score');
  terminal.type('\r');
  const outcome = await terminal.until('verdict: yes · /submit seals');
  expect(outcome).toContain('Your verdict: yes · score 4.00 of 5, covered 100% · rubric: no');
  terminal.type('/submit\r');
  await terminal.until('/submit again seals with it');
  terminal.type('/submit\r');
  expect(await terminal.ended).toMatchObject({ exitCode: 0 });
  expect(terminal.modes()).toEqual({ isSecondScreen: false, isBracketedPaste: false, isCursorShown: true });
  const [name = ''] = readdirSync(join(folder(), 'scorecards')).filter((file) => file.endsWith('.json'));
  expect(JSON.parse(readFileSync(join(folder(), 'scorecards', name), 'utf8'))).toMatchObject({
    status: 'submitted',
    verdict: { is: 'yes' },
    redFlags: [{ id: 'hides', evidence: [{ text: 'said nothing broke' }] }],
    dimensions: [{ rating: 4 }, { rating: 4 }, { rating: 4 }, { rating: 'not-applicable' }],
  });
});
