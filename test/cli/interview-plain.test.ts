import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const files = { 'rubrics/small.yaml': SMALL_RUBRIC };
const PLAIN = ['interview', '--plain', '--role', 'small', '--candidate', 'Ada Example'];

async function hold(
  lines: string[],
  args: string[] = PLAIN,
  host = createFakeHost({ files, lines }),
): Promise<{ host: FakeHost; code: number }> {
  return { host, code: await run(args, host) };
}

/** The only scorecard of the store. */
function scorecard(host: FakeHost): any {
  const name = readdirSync(join(host.cwd, 'scorecards')).find((file) => file.endsWith('.json')) ?? 'none';
  return JSON.parse(readFileSync(join(host.cwd, 'scorecards', name), 'utf8'));
}

test('an interview through a pipe ends in a scorecard, no line lost', async () => {
  const { host, code } = await hold([
    '4',
    'held its load',
    '/next',
    '/next',
    '3',
    'drew the failure',
    '/review',
    'yes',
    '/submit',
  ]);
  expect(code).toBe(EXIT.ok);
  expect(scorecard(host)).toMatchObject({
    status: 'submitted',
    dimensions: [
      { rating: 4, evidence: [{ text: 'held its load' }] },
      { rating: 3, evidence: [{ text: 'drew the failure' }] },
    ],
    verdict: { is: 'yes' },
    result: { score: 3.6 },
  });
});

test('what a flag does not say is asked, in order', async () => {
  const { host, code } = await hold(['small', 'Bo Sample', '/quit'], ['interview', '--plain']);
  expect(code).toBe(EXIT.ok);
  expect(readdirSync(join(host.cwd, 'scorecards/.drafts/r-panel'))).toEqual([
    '2026-11-20-bo-sample-small-r-panel.ndjson',
  ]);
  expect(host.stderr.text).toContain('Interviewer: R. Panel.');
});

/** The lines that decide both dimensions, and seal. */
const REST = ['/1 a note', '/2 3', '/2 another', '/review', 'as I saw it', 'yes', '/submit'];

test('a word that only JavaScript knows is not a verdict', async () => {
  const { host } = await hold(['4', '/2 3', '/1 a', '/2 b', '/review', 'constructor', 'strong yes', '/submit']);
  expect(scorecard(host).verdict).toEqual({ is: 'strong-yes', reason: 'constructor' });
});

test('the verdict is asked before the recommendation shows', async () => {
  const { host } = await hold(['5', 'a', '/2 5', '/2 b', '/review', 'no', 'too narrow', '/submit']);
  const text = host.stderr.text;
  expect(text.indexOf('Your verdict comes before the score')).toBeGreaterThan(0);
  expect(text.indexOf('Your verdict comes before the score')).toBeLessThan(text.indexOf('Recommendation:'));
  expect(text.slice(0, text.indexOf('verdict: no; /submit'))).not.toMatch(/Score: \d|strong-yes/);
  expect(text).toContain('They differ: say why in words.');
  expect(scorecard(host).verdict).toEqual({ is: 'no', reason: 'too narrow' });
});

test('what lacks a note is asked about once more, and a line fills the gap', async () => {
  const { host, code } = await hold(['5', '/2 3', '/2 b', '/review', 'yes', '/submit', '/1 proved it', '/submit']);
  expect(code).toBe(EXIT.ok);
  expect(host.stderr.text).toContain('1 gap (1 rated 5 without a note); /submit again seals with it');
  expect(scorecard(host).dimensions[0].evidence).toMatchObject([{ text: 'proved it' }]);
});

describe('each line does what the table says', () => {
  test.each<[string, string[], object]>([
    ['skipping with a reason', ['/skip ran out of time'], { rating: 'not-assessed', reason: 'ran out of time' }],
    ['going back and rating again', ['4', '/2', '/1', '2'], { rating: 2 }],
    ['undoing', ['4', '2', '/undo'], { rating: 4 }],
    ['a beginning of a command', ['4', '2', '/un'], { rating: 4 }],
    ['rating from elsewhere', ['/2', '/1 1'], { rating: 1 }],
    [
      'a note with its time',
      ['said so', '4'],
      { evidence: [{ text: 'said so', at: '2026-11-20T14:00:03.000+00:00' }, { text: 'a note' }] },
    ],
    ['another question', ['/ask 2', '4'], { asked: ['Tell me about a thing that broke.'] }],
    ['blank lines, which part lines', ['', '4', '  ', ''], { rating: 4 }],
    ['a number off the scale, which is a note', ['4', '12'], { evidence: [{ text: '12' }, { text: 'a note' }] }],
    ['a word for an editor, which is a note', ['4', ':wq'], { evidence: [{ text: ':wq' }, { text: 'a note' }] }],
  ])('%s', async (_name, lines, expected) => {
    const { host, code } = await hold([...lines, ...REST]);
    expect(code, host.stderr.text).toBe(EXIT.ok);
    expect(scorecard(host).dimensions[0]).toMatchObject(expected);
  });

  test('not applicable, where the dimension is optional, and nowhere else', async () => {
    const { host } = await hold(['/na', '4', 'a', '/2', '/na', '/review', 'yes', '/submit']);
    expect(host.stderr.text).toContain('1 Craft is not optional: /skip');
    expect(scorecard(host)).toMatchObject({
      dimensions: [{ rating: 4 }, { rating: 'not-applicable' }],
      result: { coverage: 100 },
    });
  });

  test('a red flag with what was seen, and one taken back', async () => {
    const { host } = await hold([
      '/flag',
      '/flag 1 said it never fails',
      '/flag 2 named the intern',
      '/flag 2 off',
      '4',
      ...REST.slice(0, 3),
      '/review',
      'yes',
      'why not',
      '/submit',
    ]);
    expect(host.stderr.text).toContain('Flag 1, stop: Hides a failure after being asked twice');
    expect(host.stderr.text).toContain('  Ask first: What would your team say?');
    expect(scorecard(host)).toMatchObject({
      redFlags: [{ id: 'hides', severity: 'stop', evidence: [{ text: 'said it never fails' }] }],
      result: { recommendation: 'no' },
      verdict: { is: 'yes', reason: 'why not' },
    });
  });

  test('what is no command stays a note where it has words, and is told where it has none', async () => {
    const { host } = await hold(['/tmp was full', '/reveiw', '/a', '/quit']);
    expect(host.stderr.text).toContain('noted on 1 Craft (1); no such command');
    expect(host.stderr.text).toContain('no command /reveiw; //reveiw notes it');
    expect(host.stderr.text).toContain('/ask or /anchors?');
  });

  test('a rating says its anchor, and the commands that ask print', async () => {
    const { host } = await hold(['4', '3', '/2 2', '/anchors 2', '/ask', '/help', '/quit']);
    const text = host.stderr.text.replace(/\s+/g, ' ');
    expect(text).toContain(
      'rated 4, above the bar: Names the price of the design and how it was checked. /next: 2 Talk 1 Craft',
    );
    expect(text).toContain('rated 3, meets the bar, was 4: ');
    expect(text).toMatch(/rated 2, below the bar, on 2 Talk: [^:]* 1 Craft, question/);
    expect(text).toContain('2, below the bar: Names a thing, not how it works.');
    expect(text).toContain('Question 1 (asked): Tell me about a thing you built that was used hard.');
    expect(text).toContain('/submit');
  });

  test('a place is told with its question first and last, and the prompt names both', async () => {
    const { host } = await hold(['/next', '/quit']);
    const ask = 'Ask: Tell me about a thing you built that was used hard.';
    expect(host.stderr.text.split(ask)).toHaveLength(3);
    expect(host.stderr.text).toContain('1 Craft, question 1 of 2: ');
    expect(host.stderr.text).toContain('2 Talk, question 1 of 1: ');
  });
});

describe('a draft', () => {
  test('is kept when the input ends, and the exit code says that it was not submitted', async () => {
    const { host, code } = await hold(['4', 'held its load']);
    expect(code).toBe(EXIT.no);
    expect(host.stderr.text).toContain(
      'Resume with: scorecard interview --resume 2026-11-20-ada-example-small-r-panel',
    );
  });

  test('is offered when the same candidate and role are opened again, and goes on where it was', async () => {
    const first = await hold(['4', 'held its load', '/quit']);
    const second = createFakeHost({ cwd: first.host.cwd, lines: ['1', '/2 3', '/2 a', '/review', 'yes', '/submit'] });
    expect(await run(PLAIN, second)).toBe(EXIT.ok);
    expect(second.stderr.text).toContain('There is a draft from 2026-11-20 14:00, 1 of 2 decided');
    expect(scorecard(second).dimensions).toMatchObject([
      { rating: 4, evidence: [{ text: 'held its load' }] },
      { rating: 3 },
    ]);
  });

  test('keeps the rubric it began with, also when the file has changed since', async () => {
    const first = await hold(['4', 'held its load', '/quit']);
    const changed = { 'rubrics/small.yaml': SMALL_RUBRIC.replace('name: Craft', 'name: Trade') };
    const second = createFakeHost({
      cwd: first.host.cwd,
      files: changed,
      lines: ['/2 3', '/2 a', '/review', 'yes', '/submit'],
    });
    expect(await run(['interview', '--plain', '--resume', 'ada-example'], second)).toBe(EXIT.ok);
    expect(scorecard(second).dimensions[0].name).toBe('Craft');
  });

  test('that is restarted is kept as history', async () => {
    const first = await hold(['4', 'held its load', '/quit']);
    const second = createFakeHost({ cwd: first.host.cwd, lines: ['/quit'] });
    expect(await run([...PLAIN, '--restart'], second)).toBe(EXIT.ok);
    expect(readdirSync(join(second.cwd, 'scorecards/.history/r-panel'))).toHaveLength(1);
    expect(second.stderr.text).not.toContain('Resumed');
  });

  test('whose scorecard was written before it could be put away is not offered again, and cannot be resumed', async () => {
    const first = await hold(['4', 'held its load', '/2 3', '/2 a', '/review', 'yes', '/submit']);
    const store = join(first.host.cwd, 'scorecards');
    const id = '2026-11-20-ada-example-small-r-panel';
    // Version 0.1 recorded no submission.
    const journal = readFileSync(join(store, '.history/r-panel', `${id}.ndjson`), 'utf8');
    writeFileSync(join(store, '.drafts/r-panel', `${id}.ndjson`), journal.replace(/^.*"type":"submit".*\n/m, ''));
    rmSync(join(store, '.history'), { recursive: true });
    const resumed = createFakeHost({ cwd: first.host.cwd });
    expect(await run(['interview', '--plain', '--resume', id], resumed)).toBe(EXIT.usage);
    expect(resumed.stderr.text).toContain('has been submitted');
    const again = createFakeHost({ cwd: first.host.cwd, lines: ['/quit'] });
    expect(await run(PLAIN, again)).toBe(EXIT.ok);
    expect(again.stderr.text).not.toContain('There is a draft');
    expect(readdirSync(join(store, '.history/r-panel'))).toEqual([`${id}.ndjson`]);
  });

  test('that is not there is told, with the nearest', async () => {
    const first = await hold(['/quit']);
    const host = createFakeHost({ cwd: first.host.cwd });
    expect(await run(['interview', '--plain', '--resume', '2026-11-20-ada-exmaple-small-r-panel'], host)).toBe(
      EXIT.usage,
    );
    expect(host.stderr.text).toContain('did you mean "2026-11-20-ada-example-small-r-panel"?');
  });
});

test.each([
  ['SIGINT', EXIT.interrupted],
  ['SIGTERM', EXIT.terminated],
  ['SIGHUP', EXIT.hangup],
] as const)('%s ends it with its own exit code, and the draft is kept', async (signal, expected) => {
  const host = createFakeHost({ files, lines: ['4', 'held its load'] });
  const running = run(PLAIN, { ...host, stdin: endless(host) });
  while (!host.stderr.text.includes('noted on 1 Craft')) await new Promise(setImmediate);
  host.signal(signal);
  expect(await running).toBe(expected);
  expect(host.stderr.text).toContain('Draft saved');
});

/** The same input, but open after its last line, as a keyboard is. */
function endless(host: FakeHost): FakeHost['stdin'] {
  const stdin = new Readable({ read: () => {} });
  host.stdin.on('data', (chunk) => stdin.push(chunk));
  return stdin;
}

test('without a terminal, --plain or --answers it says what to pass', async () => {
  const host = createFakeHost({ files });
  expect(await run(['interview', '--role', 'small', '--candidate', 'Ada'], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain('pass --answers FILE');
  expect(host.stderr.text).toContain('--plain');
  expect(host.stdout.text).toBe('');
});
