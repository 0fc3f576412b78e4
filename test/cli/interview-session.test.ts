import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const SESSIONS = `sessions:
  - { id: making, title: Making, minutes: 45, dimensions: [craft] }
  - { id: telling, title: Telling, minutes: 30, dimensions: [talk] }
`;
const files = { 'rubrics/small.yaml': SMALL_RUBRIC.replace('redFlags:', `${SESSIONS}redFlags:`) };
const TELLING = ['interview', '--plain', '--role', 'small', '--candidate', 'Ada Example', '--session', 'telling'];
const LINES = ['2', 'repeats the slide', '/review', 'as I heard it', 'yes', '/submit'];

async function hold(args: string[] = TELLING, lines: string[] = LINES, cwd?: string) {
  const host = createFakeHost({ files, lines, ...(cwd === undefined ? {} : { cwd }) });
  return { host, code: await run(args, host), text: host.stderr.text.replace(/\s+/g, ' ') };
}

function cards(cwd: string): readonly string[] {
  return readdirSync(join(cwd, 'scorecards')).filter((name) => name.endsWith('.json'));
}

describe('an interview of one session', () => {
  test('holds its dimensions alone, and recommends nothing', async () => {
    const { host, code, text } = await hold();
    expect(code, text).toBe(EXIT.ok);
    expect(text).toContain('Small role (Telling)');
    expect(text).toContain('1 dimension, 30 minutes planned');
    expect(text).toContain('Of this session: score 2.00 over 1 of 2 dimensions.');
    expect(text).toContain('Recommendation: one session of two.');
    const [name = ''] = cards(host.cwd);
    expect(name).toBe('2026-11-20-ada-example-small-telling-r-panel.json');
    const card = JSON.parse(readFileSync(join(host.cwd, 'scorecards', name), 'utf8'));
    expect(card).toMatchObject({
      session: 'telling',
      dimensions: [{ id: 'talk', rating: 2 }],
      verdict: { is: 'yes', reason: 'as I heard it' },
      result: { score: 2, coverage: 100, recommendation: 'incomplete' },
    });
    expect(card.result.because[0]).toEqual({ rule: 'session', text: 'one session of two' });
    const report = readFileSync(join(host.cwd, 'scorecards', name.replace('.json', '.md')), 'utf8');
    expect(report).toContain('\nsession: "telling"\n');
    expect(report).toContain('**2.00 of 5** over 100% of the weight of its session, telling: recommendation');
    expect(await run(['verify', join('scorecards', name)], host), host.stderr.text).toBe(EXIT.ok);
  });

  test('takes as long as --minutes says when it is resumed, and goes on doing so', async () => {
    const { host } = await hold([...TELLING, '--minutes', '20'], ['2', '/quit']);
    const resume = async (...more: string[]) =>
      (await hold(['interview', '--plain', '--resume', 'ada', ...more], ['/quit'], host.cwd)).text;
    expect(await resume()).toContain('1 dimension, 20 minutes planned');
    expect(await resume('--minutes', '50')).toContain('1 dimension, 50 minutes planned');
    expect(await resume()).toContain('1 dimension, 50 minutes planned');
    const sealed = await hold(['interview', '--plain', '--resume', 'ada'], LINES.slice(1), host.cwd);
    expect(sealed.code, sealed.text).toBe(EXIT.ok);
    const history = createFakeHost({ cwd: host.cwd });
    expect(await run(['history', 'ada'], history)).toBe(EXIT.ok);
    expect(history.stdout.text).toContain('to take 50 minutes in all');
  });

  test('says what its minimums would do', async () => {
    const args = TELLING.map((word) => (word === 'telling' ? 'making' : word));
    const { host } = await hold(args, ['1', 'no thing', '/review', 'no', '/submit']);
    const card = JSON.parse(readFileSync(join(host.cwd, 'scorecards', cards(host.cwd)[0] ?? ''), 'utf8'));
    expect(card.result.because).toMatchObject([
      { rule: 'session' },
      { rule: 'minimum', dimension: 'craft', text: expect.stringContaining('would be at most "no"') },
    ]);
  });

  test('is another interview than the other session of the same people', async () => {
    const first = await hold();
    const second = await hold(
      TELLING.map((word) => (word === 'telling' ? 'making' : word)),
      ['3', 'said how it works', '/review', 'yes', '/submit'],
      first.host.cwd,
    );
    expect(second.text).not.toContain('a second one stands in its place');
    expect(cards(first.host.cwd)).toHaveLength(2);
  });

  test('covers in a summary what it has of the whole rubric', async () => {
    const { host } = await hold(TELLING, ['4', 'adds options', '/review', 'yes', '/submit']);
    const summary = createFakeHost({ cwd: host.cwd });
    expect(await run(['summary', '-f', 'json'], summary)).toBe(EXIT.ok);
    expect(JSON.parse(summary.stdout.text)).toMatchObject({
      groups: [
        {
          rubric: { dimensions: [{ id: 'craft' }, { id: 'talk' }], sessions: [{ id: 'making' }, { id: 'telling' }] },
          candidates: [
            {
              coverage: 40,
              recommendation: 'incomplete',
              because: [
                expect.stringContaining('coverage 40% is below'),
                expect.stringContaining('has a minimum of 2'),
              ],
              sessions: [
                { id: 'making', title: 'Making', isPlanned: true, isIn: false, interviewers: [] },
                { id: 'telling', title: 'Telling', isPlanned: true, isIn: true },
              ],
            },
          ],
        },
      ],
    });
  });

  test('that the rubric does not have is told', async () => {
    const { code, text } = await hold([...TELLING.slice(0, -1), 'teling']);
    expect(code).toBe(EXIT.usage);
    expect(text).toContain('small has no session "teling"; did you mean "telling"?');
  });
});

test('--minutes says how long it is to take', async () => {
  const { text } = await hold([...TELLING, '--minutes', '20'], ['/quit']);
  expect(text).toContain('1 dimension, 20 minutes planned');
  const { code } = await hold([...TELLING, '--minutes', 'soon'], []);
  expect(code).toBe(EXIT.usage);
});
