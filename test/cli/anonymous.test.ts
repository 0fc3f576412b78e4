import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { digestOf } from '../../src/core/scorecard/digest.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { createScorecard } from '../support/scorecards.js';

const NAMES = /ada|example|panel|ike|old|ats-4711|sha256:|2026-11-20-/i;

function files(): Record<string, string> {
  const first = createScorecard({
    ratings: [4, 3, 'not-assessed'],
    notes: ["Ada drew it; Panel agreed, so did Ike. She'd write to ada@example.com"],
    flags: ['worry'],
    verdict: 'yes',
  });
  const named = {
    ...first,
    candidate: { name: 'Ada Example', id: 'ATS-4711' },
    previous: digestOf({ a: 1 }),
    source: { file: 'ada.csv', row: 2 },
    verdict: { is: 'yes', reason: 'Ada Example knows it' },
    notes: [{ text: 'asked for by R. Panel' }],
    later: 'Ada',
  };
  const second = createScorecard({ interviewer: 'Ike Old', ratings: [5, 3, 3] });
  return Object.fromEntries(
    [{ ...named, digest: undefined }, second].map((card) => [
      `scorecards/${card.id}.json`,
      JSON.stringify({ ...card, digest: digestOf(JSON.parse(JSON.stringify(card))) }),
    ]),
  );
}

async function reported(host: FakeHost, ...args: string[]): Promise<string> {
  expect(await run(['report', 'ada', '--anonymous', ...args], host), host.stderr.text).toBe(EXIT.ok);
  return host.stdout.text;
}

test.each([['markdown'], ['json'], ['answers']])(
  'no name, id, address, digest or file is left in %s',
  async (format) => {
    const host = createFakeHost({ files: files() });
    const text = await reported(host, '-f', format);
    expect(text.replace(/"sha256": "f+"/g, '')).not.toMatch(NAMES);
    expect(text).toContain('the candidate drew it; Interviewer B agreed, so did Interviewer A');
    expect(text).toContain('the candidate knows it');
    expect(host.stderr.text).toContain('notes may tell more');
  },
);

test('a copy says of itself that it is none of the sealed files, and no command takes it for one', async () => {
  const host = createFakeHost({ files: files() });
  expect(await reported(host)).toMatch(/^> \*\*Anonymous copy:\*\*/);
  const json = createFakeHost({ cwd: host.cwd });
  const [copy] = JSON.parse(await reported(json, '-f', 'json'));
  expect(copy).toMatchObject({ anonymous: true, candidate: { name: 'the candidate' } });
  const back = createFakeHost({ files: { 'copy.json': JSON.stringify(copy) } });
  expect(await run(['summary', 'copy.json'], back)).toBe(EXIT.no);
  expect(back.stderr.text).toContain('no digest');
});

test('verify takes a candidate and a folder too, and tells of the broken files in it', async () => {
  const host = createFakeHost({ files: { ...files(), 'scorecards/broken.json': '{ "candidate": ' } });
  expect(await run(['verify', 'ada'], host)).toBe(EXIT.ok);
  expect(host.stderr.text).toContain('2 scorecards verified');
  expect(host.stderr.text).toContain('1 file in scorecards cannot be read');
  const folder = createFakeHost({ cwd: host.cwd });
  expect(await run(['verify', 'scorecards'], folder)).toBe(EXIT.no);
  expect(folder.stderr.text).toMatch(/2 scorecards verified: all agree;.* 1 file not valid/);
});

test('a report takes a candidate, a folder, or by default the store', async () => {
  const host = createFakeHost({ files: files() });
  const all = ['scorecards', 'ada', 'ATS-4711', undefined];
  for (const word of all) {
    const each = createFakeHost({ cwd: host.cwd });
    expect(await run(['report', ...(word === undefined ? [] : [word]), '-f', 'json'], each), each.stderr.text).toBe(0);
    expect(JSON.parse(each.stdout.text)).toHaveLength(2);
  }
  const nobody = createFakeHost({ cwd: host.cwd });
  expect(await run(['report', 'adda'], nobody)).toBe(EXIT.usage);
  expect(nobody.stderr.text).toContain('did you mean "Ada"?');
});
