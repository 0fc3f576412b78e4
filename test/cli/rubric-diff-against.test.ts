import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const HEAVY_TALK = SMALL_RUBRIC.replace('weight: 60', 'weight: 30').replace('weight: 40', 'weight: 70');
const FILES = { 'rubrics/small.yaml': SMALL_RUBRIC, 'new.yaml': HEAVY_TALK };

/** Ada is a no by the rubric, and a yes where talk weighs more; Bo is a yes by both. */
async function store(): Promise<string> {
  const { cwd } = createFakeHost({ files: FILES });
  for (const [candidate, interviewer, ratings] of [
    ['Ada Example', 'J. Lee', '{ craft: 2, talk: 4 }'],
    ['Ada Example', 'A. Novak', '{ craft: 2, talk: 4 }'],
    ['Bo Sample', 'J. Lee', '{ craft: 4, talk: 4 }'],
  ] as const) {
    const answers = `candidate: ${candidate}\ninterviewer: ${interviewer}\nratings: ${ratings}\nverdict: no\n`;
    const host = createFakeHost({ cwd, files: { 'a.yaml': answers } });
    expect(await run(['interview', '--role', 'small', '--answers', 'a.yaml', '-q'], host), host.stderr.text).toBe(
      EXIT.ok,
    );
  }
  return cwd;
}

async function diff(
  cwd: string,
  args: readonly string[],
  more: Parameters<typeof createFakeHost>[0] = {},
): Promise<FakeHost> {
  const host = createFakeHost({ cwd, ...more });
  expect(await run(['rubric', 'diff', ...args], host), host.stderr.text).toBe(EXIT.no);
  return host;
}

test('rubric diff --against tells which past recommendations would differ, by digest', async () => {
  const { stdout } = await diff(await store(), ['small', 'new.yaml', '--against', 'scorecards']);
  const told = stdout.text.slice(stdout.text.indexOf('Of 3'));
  expect(
    told.replace(/[0-9a-f]{12}/g, 'DIGEST'),
  ).toBe(`Of 3 past scorecards 2 would be recommended otherwise: no → yes (2).
FROM     TO        BY     SCORECARD
2.80 no  3.40 yes  score  DIGEST
2.80 no  3.40 yes  score  DIGEST

Of 2 panels 1 would be recommended otherwise: no → yes (1).
FROM     TO        BY     PANEL
2.80 no  3.40 yes  score  DIGEST +1
`);
});

test.each(['text', 'json'])('as %s it names nobody, unless --names asks for it', async (format) => {
  const cwd = await store();
  const args = ['small', 'new.yaml', '--against', 'scorecards', '-f', format];
  const names = /Ada Example|Bo Sample|J\. Lee|Novak|ada-example/i;
  const { stdout, stderr } = await diff(cwd, args);
  expect(stdout.text + stderr.text).not.toMatch(names);
  expect((await diff(cwd, [...args, '--names'])).stdout.text).toContain('Ada Example');
});

test('as JSON it has the counts, and the digests of what differs', async () => {
  const { stdout } = await diff(await store(), ['small', 'new.yaml', '--against', 'scorecards', '-f', 'json']);
  const { against, comparable } = JSON.parse(stdout.text);
  expect(comparable).toBe('no');
  expect(against).toMatchObject({
    scorecards: { total: 3, counts: [{ from: 'no', to: 'yes', count: 2 }] },
    panels: {
      total: 2,
      turned: [{ from: { recommendation: 'no', score: 2.8 }, to: { recommendation: 'yes', score: 3.4 } }],
    },
    leftOut: [],
  });
  expect(against.panels.turned[0].scorecards[0].digest).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test('what may not be seen is not scored again', async () => {
  const cwd = await store();
  const host = createFakeHost({ cwd, lines: ['3', '/quit'] });
  await run(['interview', '--role', 'small', '--candidate', 'Ada Example', '--plain', '-q'], host);
  const { stdout } = await diff(cwd, ['small', 'new.yaml', '--against', 'scorecards']);
  expect(stdout.text).toContain('Of 1 past scorecard none would be recommended otherwise.');
});

test('either rubric can come from standard input, and not both', async () => {
  const cwd = await store();
  const { stdout } = await diff(cwd, ['-', 'new.yaml'], { stdin: SMALL_RUBRIC });
  expect(stdout.text).toContain('weight: Craft: weight 60% → 30%');
  const both = createFakeHost({ cwd, stdin: SMALL_RUBRIC });
  expect(await run(['rubric', 'diff', '-', '-'], both)).toBe(EXIT.usage);
  const broken = createFakeHost({ cwd, stdin: SMALL_RUBRIC.replace('weight: 60', 'weight: 61') });
  expect(await run(['rubric', 'diff', 'small', '-'], broken)).toBe(EXIT.usage);
  expect(broken.stderr.text).toMatch(/^standard input:\d+:\d+ error the weights sum to 101/);
});

test.each([
  [['--against', 'nowhere'], 'nowhere: there is no such folder'],
  [['--names'], '--names is for --against alone'],
  [['--as', 'J. Lee'], '--as is for --against alone'],
])('%j is refused', async (args, message) => {
  const host = createFakeHost({ files: FILES });
  expect(await run(['rubric', 'diff', 'small', 'new.yaml', ...args], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain(message);
});
