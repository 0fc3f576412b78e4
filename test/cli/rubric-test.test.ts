import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const RIGHT = `cases:
  - name: Threes are a yes
    ratings: { craft: 3, talk: 3 }
    expect: { score: 3, coverage: 100, recommendation: yes, because: [] }
  - name: Craft below its minimum   # why: nobody builds with a 1
    ratings: { Workmanship: 1 - Far below the bar, talk: 5 }
    redFlags: [blames]
    expect:
      score: 2.6
      recommendation: no
      because:
        - { rule: concern, flag: blames }
        - { rule: minimum, dimension: craft }
`;

const WRONG = RIGHT.replace('score: 2.6', 'score: 4.6').replace('recommendation: no', 'recommendation: yes');

function hostWith(cases: string, more: Readonly<Record<string, string>> = {}): FakeHost {
  return createFakeHost({
    columns: 100,
    files: { 'rubrics/small.yaml': SMALL_RUBRIC, 'rubrics/small.test.yaml': cases, ...more },
  });
}

async function tested(args: readonly string[], host: FakeHost): Promise<number> {
  return run(['rubric', 'test', ...args], host);
}

describe('rubric test', () => {
  test.each([[[]], [['small']], [['rubrics']], [['rubrics/small.yaml']], [['rubrics/small.test.yaml']]])(
    'runs the cases that %j means, and ends with 0 where all come out as expected',
    async (named) => {
      const host = hostWith(RIGHT);
      expect(await tested(named, host), host.stderr.text).toBe(EXIT.ok);
      expect(host.stdout.text).toBe(
        [
          'small (rubrics/small.test.yaml)',
          'STATE   CASE                     SCORE  COVER  RECOMMEND',
          'passed  Threes are a yes          3.00   100%  yes',
          'passed  Craft below its minimum   2.60   100%  no',
          '',
        ].join('\n'),
      );
      expect(host.stderr.text).toBe('small: 2 cases\n');
    },
  );

  test('tells at its place what came out otherwise than expected', async () => {
    const host = hostWith(WRONG.replace('rule: concern, flag: blames', 'rule: stop, flag: hides'));
    expect(await tested([], host)).toBe(EXIT.no);
    expect(host.stdout.text.split('\n\n')[1]).toBe(
      [
        'rubrics/small.test.yaml:9:14 error "Craft below its minimum": score is 2.6, expected 4.6 (case-unlike)',
        'rubrics/small.test.yaml:10:23 error "Craft below its minimum": recommendation is no, expected yes (case-unlike)',
        'rubrics/small.test.yaml:11:7 error "Craft below its minimum": expected reasons that did not come: stop hides; reasons that were not expected: concern blames (case-because)',
        '',
      ].join('\n'),
    );
    expect(host.stderr.text).toBe('small: 2 cases, 1 not as expected\n');
  });

  test('takes a recommendation that is not said to be borderline for one that is not', async () => {
    const rubric = SMALL_RUBRIC.replace('recommendation:', 'recommendation:\n  borderline: 0.2');
    const host = createFakeHost({ files: { 'rubrics/small.yaml': rubric, 'rubrics/small.test.yaml': RIGHT } });
    expect(await tested(['-f', 'json'], host)).toBe(EXIT.no);
    const { passed, failed, files } = JSON.parse(host.stdout.text);
    expect({ passed, failed }).toEqual({ passed: 1, failed: 1 });
    expect(files[0].cases[0].problems).toMatchObject([
      { code: 'case-unlike', message: '"Threes are a yes": borderline is true, expected false', line: 4 },
      { code: 'case-because', message: expect.stringContaining('borderline craft talk') },
    ]);
  });

  test('scores a session, a variant, and the interviews of a panel', async () => {
    const sessions = 'sessions:\n  - { id: making, title: Making, minutes: 60, dimensions: [craft] }\nredFlags:';
    const host = createFakeHost({
      files: {
        'rubrics/small.yaml': SMALL_RUBRIC.replace('redFlags:', sessions),
        'rubrics/small.test.yaml': `cases:
  - name: a session alone recommends nothing
    session: making
    ratings: { craft: 4 }
    expect: { score: 4, coverage: 100, recommendation: incomplete, because: [{ rule: session }] }
  - name: a variant weighs otherwise
    variant: even
    ratings: { craft: 2, talk: 5 }
    expect: { score: 3.5 }
  - name: two interviewers are pooled
    interviews:
      - { ratings: { craft: 1, talk: 4 } }
      - { session: making, ratings: { craft: 4 } }
    expect: { score: 3.1, recommendation: yes, because: [{ rule: single-below-minimum, dimension: craft }] }
`,
      },
    });
    expect(await tested([], host), host.stdout.text + host.stderr.text).toBe(EXIT.ok);
  });

  test('-f github annotates what failed', async () => {
    const host = hostWith(WRONG);
    expect(await tested(['-f', 'github', 'rubrics'], host)).toBe(EXIT.no);
    expect(host.stdout.text.split('\n')[0]).toBe(
      '::error file=rubrics/small.test.yaml,line=9,col=14,title=case-unlike::"Craft below its minimum": score is 2.6, expected 4.6',
    );
  });

  const BROKEN = `cases:
  - name: one
    ratings: { crafft: 3, talk: 9 }
    expct: { score: 3 }
  - name: one
    variant: odd
    interviews: [{ ratings: {} }]
    session: x
    expect: { because: [{ rule: minimum, dimension: talc }, { rule: stopp }] }
`;

  test('of a broken file tells every mistake with its place, and tests nothing', async () => {
    const host = hostWith(BROKEN);
    expect(await tested([], host)).toBe(EXIT.usage);
    expect(host.stdout.text).toBe('');
    const places = host.stderr.text
      .replace(/^rubrics.small.test.yaml:(\S+) error (.*?)[;,:].*$/gm, '$1 $2')
      .split('\n');
    expect(places.map((line) => line.replace(/ \([\w-]+\)$/, ''))).toEqual([
      '3:16 the rubric small has no dimension "crafft"',
      '3:33 rating 9 is outside the scale 1 to 5',
      '4:5 unknown key "expct"',
      '5:11 two cases are called "one"',
      '6:14 the rubric small has no variant "odd"',
      '8:5 a case has either ratings and what belongs to them',
      '9:69 "rule" must be one of coverage',
      'scorecard: nothing was tested',
      '',
    ]);
    const sound = hostWith(BROKEN.replace('expct', 'expect').replace('stopp', 'stop'));
    expect(await tested(['-f', 'github'], sound)).toBe(EXIT.usage);
    expect(
      sound.stdout.text.split('\n').map((line) => line.replace(/^.*?line=(\d+).*?title=([\w-]+).*$/, '$1 $2')),
    ).toEqual([
      '3 unknown-dimension',
      '3 off-scale',
      '5 same-case',
      '6 unknown-part',
      '8 case-answers',
      '9 unknown-dimension',
      '',
    ]);
  });

  test('tells the mistakes of the rubric where that is broken', async () => {
    const host = hostWith(RIGHT, { 'rubrics/small.yaml': SMALL_RUBRIC.replace('weight: 60', 'weight: 50') });
    expect(await tested([], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toMatch(/^rubrics\/small\.yaml:\d+:\d+ error the weights sum to 90/);
  });

  test.each([
    [
      ['small'],
      { 'rubrics/small.yaml': SMALL_RUBRIC },
      'rubrics/small.yaml has no test\nwrite rubrics/small.test.yaml beside it\n',
    ],
    [[], { 'rubrics/small.yaml': SMALL_RUBRIC }, 'rubrics: there are no tests in this folder'],
    [['lone.test.yaml'], { 'lone.test.yaml': RIGHT }, 'there is no lone.yaml beside it'],
  ])('%j without a test, or a test without a rubric, is told', async (named, files, message) => {
    const host = createFakeHost({ files });
    expect(await tested(named, host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain(message);
  });

  test('is not taken for a rubric by what reads a folder of them', async () => {
    const host = hostWith(RIGHT);
    await run(['rubric', 'check', 'rubrics', '-f', 'json'], host);
    expect(JSON.parse(host.stdout.text).problems.map(({ file }: { file: string }) => file)).not.toContain(
      'rubrics/small.test.yaml',
    );
    const listing = createFakeHost({ cwd: host.cwd });
    await run(['rubric', 'list'], listing);
    expect(listing.stderr.text).toBe('');
  });
});

test.each([
  ['score: 3,4', '"score" must be a number, not text; write 3.4'],
  ['score: "3.40"', '"score" must be a number, not text; write 3.40'],
  ['coverage: 100 %', '"coverage" must be a number, not text; write 100'],
  ['score: high', '"score" must be a number, not text (wrong-type)'],
])('a number written as %s is told with what to write', async (line, message) => {
  const host = hostWith(`cases:\n  - name: one\n    ratings: { craft: 3, talk: 4 }\n    expect:\n      ${line}\n`);
  expect(await tested([], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain(message);
});

test('a number with a comma in braces is told with what to write', async () => {
  const host = hostWith(RIGHT.replace('score: 3,', 'score: 3,5,'));
  expect(await tested([], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain('a comma ends "3", and "5" is a key without a value; write 3.5 (');
});

describe('rubric test --update', () => {
  const BARE = `# on top
cases:
  - name: Threes are a yes   # kept
    ratings: { craft: 3, talk: 3 }

  # before the second
  - name: Craft below its minimum
    ratings:
      craft: 1
    expect:
      recommendation: yes   # kept too
      because:
        - { rule: stop, flag: hides }
  - { name: In braces, ratings: { craft: 5, talk: 5 }, expect: { score: 1 } }
`;

  test('writes what comes out, and keeps comments, order and what need not change', async () => {
    const host = hostWith(BARE);
    const path = join(host.cwd, 'rubrics/small.test.yaml');
    chmodSync(path, 0o644);
    expect(await tested(['--update'], host)).toBe(EXIT.ok);
    expect(readFileSync(path, 'utf8')).toBe(`# on top
cases:
  - name: Threes are a yes   # kept
    ratings: { craft: 3, talk: 3 }
    expect:
      score: 3
      coverage: 100
      recommendation: yes
      because: []

  # before the second
  - name: Craft below its minimum
    ratings:
      craft: 1
    expect:
      recommendation: incomplete   # kept too
      because:
        - { rule: coverage }
        - { rule: minimum, dimension: craft }
  - { name: In braces, ratings: { craft: 5, talk: 5 }, expect: { score: 5 } }
`);
    expect(statSync(path).mode & 0o777).toBe(0o644);
    expect(host.stderr.text).toBe('small: 3 cases, 3 written anew\n');
    expect(await tested([], createFakeHost({ cwd: host.cwd }))).toBe(EXIT.ok);
  });

  test('leaves a file alone in which all is as expected', async () => {
    const host = hostWith(RIGHT);
    const path = join(host.cwd, 'rubrics/small.test.yaml');
    const before = statSync(path).mtimeMs;
    expect(await tested(['--update'], host)).toBe(EXIT.ok);
    expect(statSync(path).mtimeMs).toBe(before);
  });

  test('leaves line ends and a byte order mark what they are', async () => {
    const stored = `\ufeff${RIGHT.replace('score: 3,', 'score: 1,')}`.replaceAll('\n', '\r\n');
    const host = hostWith(stored);
    expect(await tested(['--update'], host)).toBe(EXIT.ok);
    expect(readFileSync(join(host.cwd, 'rubrics/small.test.yaml'), 'utf8')).toBe(
      stored.replace('score: 1,', 'score: 3,'),
    );
  });

  test('leaves a file alone that is read-only, and says how it would be written', async () => {
    const host = hostWith(BARE);
    const path = join(host.cwd, 'rubrics/small.test.yaml');
    chmodSync(path, 0o444);
    expect(await tested(['--update'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toBe(
      'scorecard: rubrics/small.test.yaml is read-only and was left as it is\nchmod u+w rubrics/small.test.yaml\n',
    );
    expect(readFileSync(path, 'utf8')).toBe(BARE);
  });
});
