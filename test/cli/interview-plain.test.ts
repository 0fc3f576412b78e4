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
  const { host, code } = await hold(['4 held its load', 'n drew the failure', '3', '3', 'y']);
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
  const { host, code } = await hold(['small', 'Bo Sample', 'q'], ['interview', '--plain']);
  expect(code).toBe(EXIT.ok);
  expect(readdirSync(join(host.cwd, 'scorecards/.drafts/r-panel'))).toEqual([
    '2026-11-20-bo-sample-small-r-panel.ndjson',
  ]);
  expect(host.stderr.text).toContain('Interviewer: R. Panel.');
});

test('a word that only JavaScript knows is not a verdict', async () => {
  const { host } = await hold(['4 a', '3 b', 'constructor', 'strong yes', 'y']);
  expect(host.stderr.text).toContain('"constructor" is not a verdict');
  expect(scorecard(host).verdict).toEqual({ is: 'strong-yes' });
});

test('the verdict is asked before the recommendation shows', async () => {
  const { host } = await hold(['5 a', '5 b', '2', 'too narrow', 'y']);
  const text = host.stderr.text;
  expect(text.indexOf('Your verdict:')).toBeGreaterThan(0);
  expect(text.indexOf('Your verdict:')).toBeLessThan(text.indexOf('Recommendation:'));
  expect(text.slice(0, text.indexOf('Your verdict:'))).not.toMatch(/Score:|strong-yes/);
  expect(scorecard(host).verdict).toEqual({ is: 'no', reason: 'too narrow' });
});

test('a 1 or a 5 without evidence is asked about once more', async () => {
  const { host, code } = await hold(['5', '3', 'b', 'g 1', 'n proved it', 'r', '3', 'y']);
  expect(code).toBe(EXIT.ok);
  expect(host.stderr.text).toContain('A 1 or a 5 without evidence is hard to defend: Craft (5).');
  expect(scorecard(host).dimensions[0].evidence).toMatchObject([{ text: 'proved it' }]);
});

describe('each letter does what the table says', () => {
  test.each<[string, string[], object]>([
    ['skip with a reason', ['s ran out of time', '3'], { rating: 'not-assessed', reason: 'ran out of time' }],
    ['back and rate again', ['4', 'b', '2', '3'], { rating: 2 }],
    ['undo', ['4', 'u', '2', '3'], { rating: 2 }],
    ['redo', ['4', 'u', 'redo', '3'], { rating: 4 }],
    ['clear', ['4', 'g 1', '0', '3', '3'], { rating: 3 }],
    ['go by id', ['4', 'g craft', '1 no thing', '3'], { rating: 1 }],
    [
      'a note on a line of its own',
      ['n', 'said so', '4', '3'],
      { evidence: [{ text: 'said so', at: '2026-11-20T14:00:02.000+00:00' }] },
    ],
    ['a question marked as asked', ['c 2', '4', '3'], { asked: ['Tell me about a thing that broke.'] }],
  ])('%s', async (_name, lines, expected) => {
    const { host, code } = await hold([...lines, '0', 'y']);
    expect(code, host.stderr.text).toBe(EXIT.ok);
    expect(scorecard(host).dimensions[0]).toMatchObject(expected);
  });

  test('not applicable, where the dimension is optional, and nowhere else', async () => {
    const { host } = await hold(['na', '4', 'na', '3', 'y']);
    expect(host.stderr.text).toContain('This dimension is not optional');
    expect(scorecard(host)).toMatchObject({
      dimensions: [{ rating: 4 }, { rating: 'not-applicable' }],
      result: { coverage: 100 },
    });
  });

  test('a red flag with evidence, and taken back', async () => {
    const { host } = await hold(['f', 'f 1 said it never fails', 'f blames', 'f 2', '4', '3', '3', 'why not', 'y']);
    expect(scorecard(host)).toMatchObject({
      redFlags: [{ id: 'hides', severity: 'stop', evidence: [{ text: 'said it never fails' }] }],
      result: { recommendation: 'no' },
      verdict: { is: 'yes', reason: 'why not' },
    });
  });

  test('several words that are no command are kept as a note', async () => {
    const { host } = await hold(['a colleague drew the failure', 'said it broke twice', '4', '3', '3', 'y']);
    expect(scorecard(host).dimensions[0].evidence).toMatchObject([
      { text: 'a colleague drew the failure' },
      { text: 'said it broke twice' },
    ]);
  });

  test('what is not a command is told, with what was meant', async () => {
    const { host } = await hold(['6', 'undoo', 'zebra', 'g 9', 'q']);
    expect(host.stderr.text).toContain('rating 6 is outside the scale 1 to 5');
    expect(host.stderr.text).toContain('did you mean "undo"?');
    expect(host.stderr.text).toContain('for a note write n before it');
    expect(host.stderr.text).toContain('There is no dimension "9"');
  });
});

describe('a draft', () => {
  test('is kept when the input ends, and the exit code says that it was not submitted', async () => {
    const { host, code } = await hold(['4 held its load']);
    expect(code).toBe(EXIT.no);
    expect(host.stderr.text).toContain(
      'Resume with: scorecard interview --resume 2026-11-20-ada-example-small-r-panel',
    );
  });

  test('is offered when the same candidate and role are opened again, and goes on where it was', async () => {
    const first = await hold(['4 held its load', 'q']);
    const second = createFakeHost({ cwd: first.host.cwd, lines: ['1', '3', '3', 'y'] });
    expect(await run(PLAIN, second)).toBe(EXIT.ok);
    expect(second.stderr.text).toContain('There is a draft from 2026-11-20 14:00, 1 of 2 decided');
    expect(scorecard(second).dimensions).toMatchObject([
      { rating: 4, evidence: [{ text: 'held its load' }] },
      { rating: 3 },
    ]);
  });

  test('keeps the rubric it began with, also when the file has changed since', async () => {
    const first = await hold(['4 held its load', 'q']);
    const changed = { 'rubrics/small.yaml': SMALL_RUBRIC.replace('name: Craft', 'name: Trade') };
    const second = createFakeHost({ cwd: first.host.cwd, files: changed, lines: ['3', '3', 'y'] });
    expect(await run(['interview', '--plain', '--resume', 'ada-example'], second)).toBe(EXIT.ok);
    expect(scorecard(second).dimensions[0].name).toBe('Craft');
  });

  test('that is restarted is kept as history', async () => {
    const first = await hold(['4 held its load', 'q']);
    const second = createFakeHost({ cwd: first.host.cwd, lines: ['q'] });
    expect(await run([...PLAIN, '--restart'], second)).toBe(EXIT.ok);
    expect(readdirSync(join(second.cwd, 'scorecards/.history/r-panel'))).toHaveLength(1);
    expect(second.stderr.text).not.toContain('Resumed');
  });

  test('whose scorecard was written before it could be put away is not offered again, and cannot be resumed', async () => {
    const first = await hold(['4 held its load', '3', '3', 'y']);
    const store = join(first.host.cwd, 'scorecards');
    const id = '2026-11-20-ada-example-small-r-panel';
    // Version 0.1 recorded no submission.
    const journal = readFileSync(join(store, '.history/r-panel', `${id}.ndjson`), 'utf8');
    writeFileSync(join(store, '.drafts/r-panel', `${id}.ndjson`), journal.replace(/^.*"type":"submit".*\n/m, ''));
    rmSync(join(store, '.history'), { recursive: true });
    const resumed = createFakeHost({ cwd: first.host.cwd });
    expect(await run(['interview', '--plain', '--resume', id], resumed)).toBe(EXIT.usage);
    expect(resumed.stderr.text).toContain('has been submitted');
    const again = createFakeHost({ cwd: first.host.cwd, lines: ['q'] });
    expect(await run(PLAIN, again)).toBe(EXIT.ok);
    expect(again.stderr.text).not.toContain('There is a draft');
    expect(readdirSync(join(store, '.history/r-panel'))).toEqual([`${id}.ndjson`]);
  });

  test('that is not there is told, with the nearest', async () => {
    const first = await hold(['q']);
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
  const host = createFakeHost({ files, lines: ['4 held its load'] });
  const running = run(PLAIN, { ...host, stdin: endless(host) });
  while (!host.stderr.text.includes('Dimension 2')) await new Promise(setImmediate);
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
