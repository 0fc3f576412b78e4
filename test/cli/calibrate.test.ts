import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost, HOME } from '../support/fake-host.js';
import { readShipped, SMALL_RUBRIC } from '../support/rubrics.js';

const SAMPLES = parse(readFileSync(join(HOME, 'rubrics/samples/head-infra.yaml'), 'utf8')).samples;
const OPERATIONS = SAMPLES.filter(({ dimension }: any) => dimension === 'operations');
const LINE = ['rubric', 'calibrate', 'head-infra', '--dimension', 'operations', '--seed', '1', '--as', 'Ada Example'];

async function calibrate(
  lines: readonly string[],
  more: readonly string[] = [],
  cwd?: string,
): Promise<FakeHost & { readonly code: number }> {
  const host = createFakeHost({ lines, ...(cwd === undefined ? {} : { cwd }) });
  const code = await run([...LINE, ...more], host);
  return Object.assign(host, { code });
}

const plain = (lines: readonly string[], ...more: string[]) => calibrate(lines, ['--plain', ...more]);

test('answers are rated blind: nothing of what was agreed is said before the end', async () => {
  const { stderr } = await plain([]);
  for (const { why } of SAMPLES) expect(stderr.text).not.toContain(why.slice(0, 30));
  expect(stderr.text).toContain('Answer 1 of 3 · Operational excellence & incident leadership');
  expect(stderr.text).not.toContain('agreed 3');
});

test('the report says how far it agrees, and which anchors were confused with what decides between them', async () => {
  const { stdout, stderr, code } = await plain(['5', '5', '5']);
  expect(code).toBe(EXIT.ok);
  expect(stdout.text).toContain('Ada Example · 20 November 2026 · version 2.0.0');
  expect(stdout.text).toContain('too few answers to');
  const missed = OPERATIONS.filter(({ rating }: any) => rating !== 5);
  const said = stdout.text.replace(/\s+/g, ' ');
  const { dimensions } = readShipped('head-infra');
  const anchors = dimensions.find(({ id }) => id === 'operations')?.anchors;
  for (const { rating, why } of missed) {
    expect(said).toContain(`: ${rating} and 5, `);
    expect(said).toContain(anchors?.[String(rating)]?.text.replace(/\s+/g, ' '));
    expect(said).toContain(`Why ${rating}: ${why.replace(/\s+/g, ' ').trim()}`);
  }
  expect(stderr.text).toContain('3 of 3 rated (seed 1); -o FILE.json keeps it, to compare');
});

test('notes stay with their answer, /back mends, and what is off the scale is told', async () => {
  const lines = ['9', 'no commander named', '2', '/back', '1', '/nope', '/help', '/skip', '3', '', '4'];
  const { stdout, stderr, code } = await plain(lines, '-f', 'json');
  expect(code).toBe(EXIT.no);
  expect(stderr.text).toContain('ratings are 1 to 5');
  expect(stderr.text).toContain('rated 1 (was 2)');
  expect(stderr.text).toContain('no command /nope');
  const { ratings, unrated } = JSON.parse(stdout.text);
  expect(Object.values(ratings)).toEqual([{ rating: 1, note: 'no commander named' }, { rating: 3 }]);
  expect(unrated).toBe(1);
});

test('who is interrupted gets what was rated as a file to go on with', async () => {
  const waiting = createFakeHost();
  const stdin = new Readable({ read() {} });
  stdin.push('4\n');
  const { stdout, stderr } = waiting;
  const ending = run([...LINE, '--plain', '--limit', '2'], { ...waiting, stdin, stdout, stderr });
  await vi.waitFor(() => expect(stderr.text).toContain('rated 4'));
  waiting.signal('SIGINT');
  expect(await ending).toBe(EXIT.interrupted);
  expect(waiting.stderr.text).toContain(
    'scorecard rubric calibrate head-infra --dimension operations --limit 2 --answers FILE',
  );
  expect(parse(waiting.stdout.text)).toMatchObject({ rubric: 'head-infra', seed: 1, rater: 'Ada Example' });
  const again = createFakeHost({ files: { 'begun.yaml': waiting.stdout.text }, lines: ['2'] });
  const line = ['rubric', 'calibrate', 'head-infra', '--dimension', 'operations', '--limit', '2'];
  expect(await run([...line, '--answers', 'begun.yaml', '--plain'], again)).toBe(EXIT.ok);
  expect(again.stderr.text).toContain('Answer 2 of 2');
});

describe('reports', () => {
  async function two(): Promise<string> {
    const one = await plain(['3', '3', '3'], '-o', 'ada.json');
    const bo = createFakeHost({ cwd: one.cwd, lines: ['1', '1', '3'] });
    const line = ['rubric', 'calibrate', 'head-infra', '--dimension', 'operations', '--seed', '1', '--plain'];
    expect(await run([...line, '--as', 'Bo Sample', '-o', 'bo.json'], bo), bo.stderr.text).toBe(EXIT.ok);
    return one.cwd;
  }

  test('of two raters are compared, with what was agreed beside', async () => {
    const host = createFakeHost({ cwd: await two() });
    const line = ['rubric', 'calibrate', 'head-infra', '--compare', 'ada.json', 'bo.json'];
    expect(await run(line, host), host.stderr.text).toBe(EXIT.ok);
    expect(host.stdout.text).toContain('The same rating: 1 of 3 (33%');
    expect(host.stdout.text).toContain('On average Ada Example rated 1.33 higher than Bo Sample');
    expect(host.stdout.text).toContain('Operational excellence & incident leadership: 1 and 3, twice');
    expect(host.stdout.text).toMatch(/^operations-\d: Ada Example 3, Bo Sample 1, agreed \d$/m);
    for (const format of ['json', 'markdown', 'html'])
      expect(await run([...line, '-f', format], createFakeHost({ cwd: host.cwd }))).toBe(EXIT.ok);
  });

  test('are files of answers too', async () => {
    const host = createFakeHost({ cwd: await two() });
    expect(await run([...LINE, '--answers', 'ada.json'], host)).toBe(EXIT.ok);
    expect(host.stdout.text).toContain('Ada Example · 20 November 2026');
  });

  test('with mistakes are told with line and column', async () => {
    const yaml = 'rubric: head-infra\nversion: 2.0.0\nratings:\n  operations-1: 7\n  operatons-2: 3\n';
    const host = createFakeHost({ files: { 'x.yaml': yaml } });
    expect(await run([...LINE, '--answers', 'x.yaml'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('x.yaml:4:17 error rating 7 is outside the scale');
    expect(host.stderr.text).toContain(
      'x.yaml:5:3 error there is no answer "operatons-2"; did you mean "operations-2"?',
    );
  });
});

describe('wrong usage', () => {
  test.each([
    [[], 'rating needs a terminal, and there is none'],
    [['--dimension', 'operatons', '--plain'], 'head-infra has no dimension "operatons"; did you mean "operations"?'],
    [['--limit', '0', '--plain'], '--limit 0 is not a whole number above 0'],
    [['--compare', 'a.json'], '--compare takes two reports'],
    [['--plain'], 'nothing was rated'],
  ])('%j', async (more, message) => {
    const { stderr, code } = await calibrate([], more);
    expect(code).toBe(EXIT.usage);
    expect(stderr.text).toContain(message);
  });

  test('a rubric without rated answers says where they belong', async () => {
    const host = createFakeHost({ files: { 'rubrics/small.yaml': SMALL_RUBRIC } });
    expect(await run(['rubric', 'calibrate', 'small', '--plain'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('rubrics/samples/small.yaml is missing');
  });
});

test.each(['head-infra', 'core', 'site-reliability-engineer'])(
  '%s has answers to rate from the beginning',
  async (role) => {
    const host = createFakeHost({ lines: ['3', '3', '3', ''] });
    expect(await run(['rubric', 'calibrate', role, '--limit', '3', '--plain'], host), host.stderr.text).toBe(EXIT.ok);
  },
);
