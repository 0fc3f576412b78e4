import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../src/cli.js';
import { digestOf } from '../../src/core/scorecard/digest.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';
import { scorecardFiles } from '../support/scorecards.js';

const CARD = 'scorecards/2026-11-20-ada-example-small-r-panel.json';
const ANSWERS = `candidate: Ada Example
ratings:
  craft: { rating: 4, evidence: [held | its load, "# not a heading"], asked: [2] }
  talk: { rating: not-assessed, reason: ran out of time }
redFlags: [{ id: hides, evidence: asked twice }]
verdict: { is: yes, reason: knows the craft }
`;

async function submitted(): Promise<FakeHost> {
  const host = createFakeHost({
    files: {
      'rubrics/small.yaml': SMALL_RUBRIC.replace('coverageAtLeast: 70', 'coverageAtLeast: 60'),
      'a.yaml': ANSWERS,
    },
  });
  expect(await run(['interview', '--role', 'small', '--answers', 'a.yaml', '-q'], host)).toBe(EXIT.ok);
  return createFakeHost({ cwd: host.cwd });
}

function edit(host: FakeHost, change: (card: any) => void): void {
  const path = join(host.cwd, CARD);
  const card = JSON.parse(readFileSync(path, 'utf8'));
  change(card);
  writeFileSync(path, JSON.stringify(card));
}

test('the report says it all, with what came from outside escaped', async () => {
  const host = await submitted();
  expect(await run(['report', CARD], host)).toBe(EXIT.ok);
  await expect(host.stdout.text).toMatchFileSnapshot('../fixtures/report.md');
  expect(readFileSync(join(host.cwd, CARD.replace('.json', '.md')), 'utf8')).toBe(host.stdout.text);
});

describe('several reports as Markdown', () => {
  const FILES = scorecardFiles('scorecards', [
    { candidate: 'Ada Example', ratings: [4, 3, undefined], flags: ['worry'], verdict: 'yes' },
    { candidate: 'Ada Example', interviewer: 'S. Panel', ratings: [2, 3, 5], notes: ['# no heading', '---'] },
    { candidate: 'Bo "}</style>王小明: x', interviewer: '- S. Panel', ratings: [2, 3, 5] },
  ]);
  const report = async (...words: readonly string[]) => {
    const host = createFakeHost({ files: FILES });
    expect(await run(['report', ...words], host)).toBe(EXIT.ok);
    return host.stdout.text;
  };
  const headings = (text: string) =>
    [...text.matchAll(/^(#+) (.*)$/gm)].map(([, signs = '', title]) => [signs.length, title]);

  test('are one document: one front matter, one heading, each scorecard below it', async () => {
    const text = await report('ada');
    expect(text.match(/^---$/gm)).toHaveLength(2);
    expect(text.indexOf('---')).toBe(0);
    expect(headings(text).filter(([level]) => level !== 3)).toEqual([
      [1, 'Ada Example: 2 scorecards'],
      [2, 'Ada Example: Sample role, by R. Panel'],
      [2, 'Ada Example: Sample role, by S. Panel'],
    ]);
    expect(headings(text)).toContainEqual([3, 'Dimension depth']);
  });

  test('say in front which they are, so that a program reads it', async () => {
    const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(await report()) ?? [];
    const data = parse(front);
    expect(data.candidates).toEqual(['Ada Example', 'Bo "}</style>王小明: x']);
    expect(data.scorecards).toHaveLength(3);
  });

  test('are the same whenever they are written, by files, folder and name', async () => {
    expect(await report('scorecards')).toBe(await report());
    const files = Object.keys(FILES)
      .filter((path) => path.includes('ada'))
      .sort();
    expect(await report(...files)).toBe(await report('ada'));
  });

  test('are one document without names too', async () => {
    const text = await report('ada', '--anonymous');
    expect(headings(text).filter(([level]) => level === 1)).toHaveLength(1);
    expect(text.match(/Anonymous copy/g)).toHaveLength(1);
    expect(text).not.toContain('Ada');
  });
});

test('an empty word names nobody, and not the working folder', async () => {
  const host = await submitted();
  expect(await run(['report', ''], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain('there is no scorecard of ""');
});

test('a report as JSON gives the file back, with keys of a later version', async () => {
  const host = await submitted();
  edit(host, (card) => {
    card.future = { a: [1] };
    card.dimensions[0].future = 'kept';
    card.digest = digestOf(card);
  });
  expect(await run(['report', CARD, '-f', 'json'], host)).toBe(EXIT.ok);
  expect(JSON.parse(host.stdout.text)).toEqual(JSON.parse(readFileSync(join(host.cwd, CARD), 'utf8')));
});

test('the answers of a scorecard give the same scorecard again', async () => {
  const host = await submitted();
  expect(await run(['report', CARD, '-f', 'answers', '-o', 'again.yaml'], host)).toBe(EXIT.ok);
  const again = createFakeHost({ cwd: host.cwd });
  expect(await run(['interview', '--answers', 'again.yaml', '-f', 'json', '--store', 'second'], again)).toBe(EXIT.ok);
  const [first, second] = [readFileSync(join(host.cwd, CARD), 'utf8'), again.stdout.text].map((text) =>
    JSON.parse(text),
  );
  const untimed = ({ startedAt, submittedAt, digest, dimensions, ...rest }: any) => ({
    ...rest,
    dimensions: dimensions.map(({ seconds, ...dimension }: any) => dimension),
  });
  expect(untimed(second)).toEqual(untimed(first));
});

test('a fresh scorecard verifies', async () => {
  const host = await submitted();
  expect(await run(['verify', CARD], host)).toBe(EXIT.ok);
  expect(host.stdout.text).toBe('');
});

test('layout and the order of keys do not matter to the digest', async () => {
  const host = await submitted();
  edit(host, (card) => {
    const { candidate, ...rest } = card;
    for (const key of Object.keys(card)) delete card[key];
    Object.assign(card, rest, { candidate });
  });
  expect(await run(['verify', CARD], host)).toBe(EXIT.ok);
});

describe('verify tells each mismatch', () => {
  test.each<[string, (card: any) => void, string[]]>([
    [
      'a note that was changed',
      (card) => {
        card.dimensions[0].evidence[0].text = 'other';
      },
      ['digest'],
    ],
    [
      'a rating that was changed',
      (card) => {
        card.dimensions[0].rating = 5;
      },
      [
        'digest',
        'score is 4, recomputed as 5',
        'exact is "4/1", recomputed as "5/1"',
        'craft: contribution is 4, recomputed as 5',
      ],
    ],
    [
      'a recommendation that was changed',
      (card) => {
        card.result.recommendation = 'yes';
      },
      ['digest', 'recommendation is "yes", recomputed as "no"'],
    ],
    [
      'a rating off the scale',
      (card) => {
        card.dimensions[0].rating = 9;
      },
      ['rating 9 is outside the scale 1 to 5 (craft)'],
    ],
    [
      'a digest taken out',
      (card) => {
        delete card.digest;
      },
      ['no digest'],
    ],
  ])('%s', async (_name, change, expected) => {
    const host = await submitted();
    edit(host, change);
    expect(await run(['verify', CARD], host)).toBe(EXIT.no);
    for (const words of expected) expect(host.stdout.text).toContain(words);
  });

  test.each([1e308, 101, 5e-324, 1e-7, 33.33333])('a weight of %d, instead of computing with it', async (weight) => {
    const host = await submitted();
    edit(host, (card) => {
      card.dimensions[0].weight = weight;
    });
    expect(await run(['verify', CARD], host)).toBe(EXIT.no);
    expect(host.stdout.text).toMatch(/weight/);
    expect(host.stdout.text).not.toContain('recomputed as');
  });

  test.each<[string, (card: any) => void, string]>([
    [
      'a band with more decimals than a rubric may have',
      (card) => {
        card.rubric.recommendation.bands.yes = 5e-324;
      },
      '5e-324 has more than 4 digits after the point',
    ],
    [
      'a coverage above all of it',
      (card) => {
        card.rubric.recommendation.coverageAtLeast = 101;
      },
      '"coverageAtLeast" must be at most 100',
    ],
    [
      'a scale of astronomic ratings',
      (card) => {
        card.rubric.scale.max = 9e15;
      },
      '"max" must be at most 1000',
    ],
    [
      'a dimension that appears twice',
      (card) => {
        card.dimensions[1].id = card.dimensions[0].id;
      },
      'the id "craft" is used for two dimensions',
    ],
  ])('%s', async (_what, change, message) => {
    const host = await submitted();
    edit(host, change);
    expect(await run(['verify', CARD], host)).toBe(EXIT.no);
    expect(host.stdout.text).toContain(message);
  });

  test('a file that is not a scorecard, with its line', async () => {
    const host = await submitted();
    writeFileSync(join(host.cwd, 'x.json'), '{\n  "schemaVersion": 1,\n  "status": "open"\n}\n');
    expect(await run(['verify', 'x.json'], host)).toBe(EXIT.no);
    expect(host.stdout.text).toContain('x.json:3:13 error "status" must be one of draft, submitted');
    expect(host.stderr.text).toMatch(/^0 scorecards verified; 1 file not valid\n$/);
  });
});

test('a scorecard can be scored again when its rubric is gone', async () => {
  const host = await submitted();
  writeFileSync(join(host.cwd, 'rubrics/small.yaml'), 'id: changed');
  expect(await run(['verify', CARD], host)).toBe(EXIT.ok);
  expect(readdirSync(join(host.cwd, 'scorecards'))).toContain('2026-11-20-ada-example-small-r-panel.md');
});
