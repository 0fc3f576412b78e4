import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { digestOf } from '../../src/core/scorecard/digest.js';
import { EXIT } from '../../src/errors.js';
import { widthOf } from '../../src/render/text/text.js';
import { createFakeHost, type FakeHost, HOME } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';
import { createScorecard, SESSIONS_RUBRIC, scorecardFiles } from '../support/scorecards.js';

const ADA = { candidate: 'Ada Example', ratings: [4, 3, 'not-assessed'], notes: ['drew it'] } as const;
const BO = { candidate: 'Bo Sample', interviewer: 'Ike Old', ratings: [2, 1, 3], notes: ['Bo was late'] } as const;

function storeOf(...parts: Parameters<typeof scorecardFiles>[1]): FakeHost {
  return createFakeHost({ files: scorecardFiles('scorecards', parts) });
}

async function explained(host: FakeHost, ...args: string[]): Promise<string> {
  expect(await run(['explain', ...args], host), host.stderr.text).toBe(EXIT.ok);
  return host.stdout.text;
}

const cardFile = (host: FakeHost, at = 0) =>
  join(host.cwd, 'scorecards', readdirSync(join(host.cwd, 'scorecards')).filter((name) => name.endsWith('.json'))[at]);

function edit(path: string, change: (card: any) => void): void {
  const card = JSON.parse(readFileSync(path, 'utf8'));
  change(card);
  writeFileSync(path, JSON.stringify(card));
}

test('a candidate reads in plain words what was asked, noted, added up and decided by whom', async () => {
  const host = createFakeHost({
    files: {
      'rubrics/small.yaml': SMALL_RUBRIC.replace('coverageAtLeast: 70', 'coverageAtLeast: 60'),
      'a.yaml': `candidate: Ada Example
ratings:
  craft: { rating: 4, evidence: ["held | its load", "# not a heading"], asked: [2] }
  talk: { rating: not-assessed, reason: ran out of time }
redFlags: [{ id: hides, evidence: asked twice }]
verdict: { is: yes, reason: knows the craft }
`,
    },
  });
  expect(await run(['interview', '--role', 'small', '--answers', 'a.yaml', '-q'], host)).toBe(EXIT.ok);
  const next = createFakeHost({ cwd: host.cwd, columns: 80 });
  const text = await explained(next, 'ada', '--contact', 'hiring@example.com');
  await expect(text.replace(/sha256:\w+/, 'sha256:…')).toMatchFileSnapshot('../fixtures/explanation.txt');
  const markdown = createFakeHost({ cwd: host.cwd });
  await expect(
    (await explained(markdown, 'ada', '-f', 'markdown')).replace(/sha256:\w+/, 'sha256:…'),
  ).toMatchFileSnapshot('../fixtures/explanation.md');
  for (const line of text.split('\n')) if (!line.includes('sha256')) expect(widthOf(line), line).toBeLessThan(81);
});

test('it tells nothing of another candidate or of who interviewed them', async () => {
  const text = await explained(storeOf(ADA, BO), 'ada');
  expect(text).toContain('drew it');
  expect(text).not.toMatch(/Bo|Ike|late/);
});

test('all sealed scorecards of a candidate come in one document, by the day of the interview', async () => {
  const second = { ...ADA, interviewer: 'Lena Two', day: '2026-11-18' };
  const text = await explained(storeOf(ADA, BO, second), 'Ada Example');
  expect(text).toContain('Interview 1: with Lena Two, 18 November 2026');
  expect(text).toContain('Interview 2: with R. Panel, 20 November 2026');
  expect(text.match(/Who decides/g)).toHaveLength(1);
});

test('one conversation of several is explained as that, and what it left to the others is no gap', async () => {
  const session = { rubric: SESSIONS_RUBRIC, session: 'making', ratings: [4, undefined, 3] };
  const text = (await explained(storeOf(session), 'ada')).replace(/\s+/g, ' ');
  expect(text).toContain('Your score in this conversation: 3.67.');
  expect(text).toContain('How much of what this conversation was about was rated: 100%.');
  expect(text).toContain('recommend: nothing, since this was one conversation of several ("incomplete")');
  expect(text).toContain('60 of the 60 that the weights of its topics come to, which is 100%.');
  expect(text).not.toMatch(/Dimension care|too little|asks for at least/);
});

test('of an amended scorecard the newest is explained, with the reason; a shadow one never', async () => {
  const host = storeOf(ADA);
  const first = createScorecard(ADA);
  const { digest: _, ...rest } = createScorecard({ ...ADA, ratings: [5, 3, 3], day: '2026-11-21' });
  const amended = { ...rest, id: 'amended', amends: { digest: first.digest ?? '', reason: 'misheard a figure' } };
  const shadow = { ...createScorecard({ ...ADA, interviewer: 'Tim Trainee' }), shadow: true };
  for (const card of [amended, { ...shadow, id: 'shadow', digest: undefined }]) {
    writeFileSync(join(host.cwd, `scorecards/${card.id}.json`), JSON.stringify({ ...card, digest: digestOf(card) }));
  }
  const text = await explained(host, 'ada');
  expect(text).toContain('misheard a figure');
  expect(text).not.toContain('Interview 1');
  expect(text).not.toContain('Trainee');
  const shown = createFakeHost({ cwd: host.cwd });
  expect(await run(['explain', 'scorecards/shadow.json'], shown)).toBe(EXIT.usage);
  const older = createFakeHost({ cwd: host.cwd });
  await explained(older, `scorecards/${first.id}.json`);
  expect(older.stderr.text).toContain('was amended: the newest is amended');
});

test('a scorecard that was changed after it was sealed explains nothing, nor do the others of its candidate', async () => {
  const host = storeOf(ADA, { ...ADA, interviewer: 'Lena Two' });
  edit(cardFile(host), (card) => {
    card.dimensions[0].rating = 5;
  });
  expect(await run(['explain', 'ada'], host)).toBe(EXIT.no);
  expect(host.stdout.text).toBe('');
  expect(host.stderr.text).toMatch(/digest/);
});

test('figures that do not follow from the ratings are not explained, though the digest fits', async () => {
  const host = storeOf(ADA);
  edit(cardFile(host), (card) => {
    card.result.score = 5;
    card.digest = digestOf(card);
  });
  expect(await run(['explain', 'ada'], host)).toBe(EXIT.no);
  expect(host.stdout.text).toBe('');
});

test('a scorecard of version 1 is explained and its history told as those of version 2 are', async () => {
  const host = createFakeHost();
  cpSync(join(HOME, 'test/fixtures/version-1'), join(host.cwd, 'scorecards'), { recursive: true });
  const text = await explained(host, 'ada');
  expect(text).toMatch(/The score of [\d.]+ is at least|That is too little to/);
  const history = createFakeHost({ cwd: host.cwd });
  expect(await run(['history', 'ada'], history), history.stderr.text).toBe(EXIT.ok);
  expect(history.stdout.text).toMatch(/rated \d/);
  expect(history.stdout.text).not.toContain('does not say what the scorecard says');
});

test('an open draft of one’s own hides the others', async () => {
  const host = createFakeHost({
    files: { ...scorecardFiles('scorecards', [ADA]), 'rubrics/sample.json': '' },
    lines: ['/quit'],
  });
  writeFileSync(join(host.cwd, 'sample.yaml'), SMALL_RUBRIC.replace('id: small', 'id: sample'));
  const open = ['interview', '--plain', '--role', './sample.yaml', '-c', 'Ada Example', '-i', 'Somebody Else'];
  await run(open, host);
  const reading = createFakeHost({ cwd: host.cwd });
  expect(await run(['explain', 'ada', '--as', 'Somebody Else'], reading)).toBe(EXIT.no);
  expect(reading.stdout.text).toBe('');
  expect(reading.stderr.text).toContain('hidden');
});

test('two candidates of one name are told apart by their ids', async () => {
  const host = storeOf(ADA, { ...ADA, interviewer: 'Lena Two' });
  for (const [at, id] of ['ada@one.example', 'ada@two.example'].entries()) {
    edit(cardFile(host, at), (card) => {
      card.candidate.id = id;
      card.digest = digestOf(card);
    });
  }
  expect(await run(['explain', 'ada'], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain('Ada Example <ada@one.example>, Ada Example <ada@two.example>');
  const text = await explained(createFakeHost({ cwd: host.cwd }), 'ADA@two.example');
  expect(text).not.toContain('Interview 2');
});

test('a page in HTML loads nothing, and names its one style by hash', async () => {
  const host = storeOf({ ...ADA, notes: ['<img src=x onerror=alert(1)> & "so"'] });
  const page = await explained(host, 'ada', '-f', 'html');
  expect(page).toContain("default-src 'none'");
  const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(page) ?? [];
  expect(page).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(page).not.toContain('<img');
});

test('that it was explained is logged, by digest, without a name', async () => {
  const host = storeOf(ADA, BO);
  await explained(host, 'ada');
  const log = readFileSync(join(host.cwd, 'scorecards/log.ndjson'), 'utf8');
  const { digest } = JSON.parse(readFileSync(cardFile(host), 'utf8'));
  expect(JSON.parse(log)).toMatchObject({ type: 'explain', by: { name: 'R. Panel' }, scorecards: [{ digest }] });
  expect(log).not.toMatch(/ada/i);
});

test('where that can’t be logged it says so, and explains all the same', async () => {
  const host = storeOf(ADA);
  mkdirSync(join(host.cwd, 'scorecards/log.ndjson'));
  expect(await explained(host, 'ada')).toContain('Ada Example');
  expect(host.stderr.text).toContain('This could not be logged: ');
});

test('a copy in another folder leaves no log there', async () => {
  const host = createFakeHost({ files: scorecardFiles('copies', [ADA]) });
  const [name = ''] = readdirSync(join(host.cwd, 'copies'));
  await explained(host, `copies/${name}`);
  expect(readdirSync(join(host.cwd, 'copies'))).toEqual([name]);
  expect(host.stderr.text).toContain('This could not be logged: there is no store');
});
