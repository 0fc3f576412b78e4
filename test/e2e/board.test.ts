import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPEN, useInterviews } from '../support/interviews.js';

const { folder, interview, draft, ratings } = useInterviews();

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
  expect(draft().content.dimensions[0]).toMatchObject({
    rating: 4,
    notes: [{ text: 'quit the old stack\n5 regions\nq' }],
  });
});

test('a paste whose end never comes ends by itself, and keys work again', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('\u001b[200~cut off half-way');
  await terminal.until('the pasted text is a note');
  terminal.type('4');
  await terminal.until('rated 4');
  expect(draft().content.dimensions[0]).toMatchObject({ rating: 4, notes: [{ text: 'cut off half-way' }] });
});

test('a paste without brackets is asked about, and nothing in it runs as a key', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('quit the old stack\r5 regions were lost\rq');
  await terminal.until('Keep as a note?');
  expect(ratings()).toEqual([undefined, undefined, undefined, undefined]);
  terminal.type('\r');
  await terminal.until('noted');
  expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'quit the old stack\n5 regions were lost\nq' }]);
});

test('a burst with a note in it is typed, not pasted', async () => {
  const terminal = interview();
  await terminal.until(OPEN);
  terminal.type('n');
  await terminal.until('Note:');
  terminal.type('held 12,000 requests\r4');
  await terminal.until('rated 4');
  expect(draft().content.dimensions[0]).toMatchObject({ rating: 4, notes: [{ text: 'held 12,000 requests' }] });
});

const withoutClock = (screen: string) => screen.replace(/\d+:\d\d/g, 'm:ss');

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
  await terminal.until((screen) => withoutClock(screen) === withoutClock(large));
  terminal.type('te\r');
  await terminal.until('noted');
  expect(draft().content.dimensions[0]?.notes).toMatchObject([{ text: 'half a note' }]);
});

test('a window that shrinks and grows back at once is drawn again, though its size is what it was', async () => {
  const terminal = interview({ columns: 200, rows: 60 });
  const large = await terminal.until(OPEN);
  terminal.resize(20, 7);
  terminal.resize(200, 60);
  await terminal.until((screen) => withoutClock(screen) === withoutClock(large));
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
  const [name = ''] = readdirSync(join(folder(), 'scorecards')).filter((file) => file.endsWith('.json'));
  expect(JSON.parse(readFileSync(join(folder(), 'scorecards', name), 'utf8'))).toMatchObject({
    status: 'submitted',
    verdict: { is: 'yes', reason: 'it was a misunderstanding' },
    redFlags: [{ id: 'hides', evidence: [{ text: 'said nothing broke' }] }],
    dimensions: [{ rating: 4 }, { rating: 4 }, { rating: 4 }, { rating: 'not-applicable' }],
  });
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
    writeFileSync(join(folder(), 'editor.sh'), 'echo kept >> "$1"; exit 3\n');
    const terminal = interview({ env: { VISUAL: `sh ${join(folder(), 'editor.sh')}` }, columns: 200 });
    await terminal.until(OPEN);
    terminal.type('e');
    const screen = await terminal.until('what it saved is in');
    const file = /what it saved is in (\S+note\.md)/.exec(screen)?.[1] ?? '';
    expect(readFileSync(file, 'utf8')).toBe('kept\n');
  });

  test('that works gives one note a paragraph', async () => {
    writeFileSync(join(folder(), 'editor.sh'), 'printf "one\\nline\\n\\ntwo\\n" > "$1"\n');
    const terminal = interview({ env: { VISUAL: `sh ${join(folder(), 'editor.sh')}` } });
    await terminal.until(OPEN);
    terminal.type('e');
    await terminal.until('noted');
    terminal.type('4');
    await terminal.until('rated 4');
    expect(draft().content.dimensions[0]).toMatchObject({ rating: 4, notes: [{ text: 'one\nline' }, { text: 'two' }] });
  });
});
