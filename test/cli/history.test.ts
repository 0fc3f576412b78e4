import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

/**
 * Two dimensions, a rating changed, a verdict, and a rating and the verdict changed after the recommendation was
 * shown.
 */
const LINES = [
  ...['Drew it', '3', '/2', '/1', '4', '/2', '/skip ran out of time', '/review', 'yes'],
  ...['/2', '2', '/review', 'no', 'it broke', '/submit', '/submit'],
];

async function interviewed(): Promise<FakeHost> {
  const host = createFakeHost({
    files: { 'rubrics/small.yaml': SMALL_RUBRIC.replace('coverageAtLeast: 70', 'coverageAtLeast: 60') },
    lines: LINES,
  });
  const args = ['interview', '--plain', '--role', 'small', '-c', 'Ada Example', '-i', 'R. Panel'];
  expect(await run(args, host), host.stderr.text).toBe(EXIT.ok);
  return host;
}

async function told(host: FakeHost, ...args: string[]): Promise<string> {
  const next = createFakeHost({ cwd: host.cwd, columns: 80 });
  expect(await run(args, next), next.stderr.text).toBe(EXIT.ok);
  return next.stdout.text;
}

test('the history tells what was rated, replaced, shown, and changed after that', async () => {
  const host = await interviewed();
  const text = await told(host, 'history', 'ada');
  // How often the program looks at the clock is no promise.
  const untimed = text.replace(/14:00:\d\d/g, '14:00:…').replace(/\b0:\d\d\b/g, '0:…');
  await expect(untimed).toMatchFileSnapshot('../fixtures/history.txt');
  const { histories } = JSON.parse(await told(host, 'history', 'ada', '-f', 'json'));
  expect(histories[0].revealed.recommendation).toBe('yes');
  const ratings = histories[0].visits
    .flatMap(({ moments }: any) => moments)
    .filter(({ type }: any) => type === 'rate')
    .map(({ changes: [change], afterReveal = false }: any) => [change.from ?? null, change.to, afterReveal]);
  expect(ratings).toContainEqual([3, 4, false]);
});

test('a report takes the history in, as Markdown and with names alone', async () => {
  const host = await interviewed();
  const report = await told(host, 'report', 'ada', '--history');
  expect(report).toMatch(/A scorecard advises; people decide\.[\s\S]*## How it came about/);
  for (const args of [['-f', 'json'], ['--anonymous']]) {
    const next = createFakeHost({ cwd: host.cwd });
    expect(await run(['report', 'ada', '--history', ...args], next)).toBe(EXIT.usage);
    expect(next.stdout.text).toBe('');
  }
});

test('a journal that was edited is told as one that does not fit', async () => {
  const host = await interviewed();
  const folder = join(host.cwd, 'scorecards/.history/r-panel');
  const [name = ''] = readdirSync(folder);
  const lines = readFileSync(join(folder, name), 'utf8');
  writeFileSync(join(folder, name), lines.replace('Drew it', 'Drew nothing'));
  expect(await told(host, 'history', 'ada')).toContain('does not say what the scorecard says');
});

test('where there is no journal, nothing is told but that', async () => {
  const host = await interviewed();
  rmSync(join(host.cwd, 'scorecards/.history'), { recursive: true });
  const next = createFakeHost({ cwd: host.cwd });
  expect(await run(['history', 'ada'], next)).toBe(EXIT.no);
  expect(next.stdout.text).toBe('');
  expect(next.stderr.text).toContain('there is no journal beside it');
});

test('a journal that is named as a scorecard is known as one', async () => {
  const host = await interviewed();
  const folder = 'scorecards/.history/r-panel';
  const [name = ''] = readdirSync(join(host.cwd, folder));
  const next = createFakeHost({ cwd: host.cwd });
  expect(await run(['report', `${folder}/${name}`], next)).toBe(EXIT.usage);
  expect(next.stderr.text).toContain('scorecard history CANDIDATE');
  expect(next.stderr.text.split('\n').length).toBeLessThan(5);
});
