import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { digestOf } from '../../src/core/scorecard/digest.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';
import { createScorecard } from '../support/scorecards.js';

const ID = '2026-11-20-ada-example-small-r-panel';
const CARD = `scorecards/${ID}.json`;
const JOURNAL = `scorecards/.history/r-panel/${ID}.ndjson`;

let first: FakeHost;

beforeEach(async () => {
  first = createFakeHost({
    lines: ['knows the craft', '4', '/2 3', '/review', 'yes', '/submit', '/submit'],
    files: { 'rubrics/small.yaml': SMALL_RUBRIC },
  });
  expect(await run(['interview', '--role', 'small', '-c', 'Ada Example', '--plain', '-q'], first)).toBe(EXIT.ok);
});

async function verify(path = CARD) {
  const host = createFakeHost({ cwd: first.cwd });
  const exit = await run(['verify', path], host);
  return { exit, out: host.stdout.text, last: host.stderr.text.trimEnd().split('\n').at(-1) };
}

const inFolder = (path: string) => join(first.cwd, path);

function edit(path: string, change: (text: string) => string): void {
  const text = readFileSync(inFolder(path), 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(inFolder(path), changed);
}

/** Changes the scorecard, and gives it a digest that fits. */
function reseal(change: (card: any) => void): void {
  edit(CARD, (text) => {
    const card = JSON.parse(text);
    change(card);
    return JSON.stringify({ ...card, digest: digestOf(card) }, undefined, 2);
  });
  rmSync(inFolder(CARD.replace('.json', '.md')), { force: true });
}

test('a scorecard with its report and its journal agrees with them', async () => {
  expect(await verify()).toEqual({ exit: EXIT.ok, out: '', last: '1 scorecard verified: all agree' });
});

describe('verify tells', () => {
  test('a key that stands twice, with its line: other programs may read the first', async () => {
    edit(CARD, (text) => text.replace('"candidate"', '"c\\u0061ndidate": "Bo Sample",\n  "candidate"'));
    const { exit, out } = await verify();
    expect(exit).toBe(EXIT.no);
    expect(out).toMatch(/\.json:\d+:3 error the key "candidate" appears twice.*\(duplicate-key\)/);
  });

  test('a file that was renamed', async () => {
    renameSync(inFolder(CARD), inFolder('scorecards/other.json'));
    const { exit, out } = await verify('scorecards/other.json');
    expect(exit).toBe(EXIT.no);
    expect(out).toContain(`calls itself "${ID}"`);
  });

  test('a report that was edited', async () => {
    edit(CARD.replace('.json', '.md'), (text) => text.replace('knows the craft', 'knows little'));
    const { exit, out } = await verify();
    expect(exit).toBe(EXIT.no);
    expect(out).toContain(`scorecards/${ID}.md is not what the scorecard says: one of them was changed`);
  });

  test('a reason of the recommendation that was changed and sealed again, by the report that names the first digest', async () => {
    edit(CARD, (text) => {
      const card = JSON.parse(text);
      card.result.because[0].text = 'praised by all';
      return JSON.stringify({ ...card, digest: digestOf(card) });
    });
    const { exit, out } = await verify();
    expect(exit).toBe(EXIT.no);
    expect(out).toContain('(report)');
  });

  test.each<[string, (card: any) => void, string]>([
    ['a note', (card) => card.dimensions[0].evidence.push({ text: 'x' }), 'craft: evidence differs from its journal'],
    [
      'the candidate',
      (card) => Object.assign(card, { candidate: { name: 'Z' } }),
      'candidate differs from its journal',
    ],
    [
      'an anchor',
      (card) => Object.assign(card.dimensions[0], { anchor: 'x' }),
      'craft: anchor is "x", its journal says',
    ],
    [
      'a band',
      (card) => Object.assign(card.rubric.recommendation.bands, { no: 1.5 }),
      'recommendation differs from its journal',
    ],
    [
      'that others were looked at',
      (card) => Object.assign(card, { unblinded: true }),
      'unblinded is true, its journal says false',
    ],
    [
      'the hour',
      (card) => Object.assign(card, { submittedAt: '2026-11-20T20:00:00Z' }),
      'submittedAt is "2026-11-20T20:00:00Z", its journal says',
    ],
  ])('%s that was changed and sealed again, by the journal', async (_what, change, message) => {
    reseal(change);
    const { exit, out } = await verify();
    expect(exit).toBe(EXIT.no);
    expect(out).toContain(message);
    expect(out).toContain('(journal)');
  });

  test('a journal that was edited', async () => {
    edit(JOURNAL, (text) => text.replace('"rating":4', '"rating":5'));
    const { exit, out } = await verify();
    expect(exit).toBe(EXIT.no);
    expect(out).toContain('craft: rating is 4, its journal says 5');
  });

  test('a scorecard that calls itself a draft without digest, by the journal that was submitted', async () => {
    reseal((card) => Object.assign(card, { status: 'draft' }));
    edit(CARD, (text) => text.replace(/,\s*"digest": "[^"]*"/, ''));
    const { exit, out } = await verify();
    expect(exit).toBe(EXIT.no);
    expect(out).toContain('it is called a draft, and its journal says that it was submitted');
  });

  test('a submission before the beginning, and one without a time', async () => {
    reseal((card) => Object.assign(card, { submittedAt: '2001-01-01T00:00:00Z' }));
    expect((await verify()).out).toContain('submittedAt 2001-01-01T00:00:00Z is before startedAt');
    reseal((card) => Object.assign(card, { submittedAt: undefined }));
    expect((await verify()).out).toContain('is submitted but does not say when');
  });
});

describe('what could not be checked is counted, and is not a mismatch', () => {
  test('a scorecard without journal, as those of a batch are', async () => {
    rmSync(inFolder(JOURNAL));
    rmSync(inFolder('scorecards/log.ndjson'));
    expect(await verify()).toEqual({
      exit: EXIT.ok,
      out: '',
      last: '1 scorecard verified: all agree; not checked: 1 × journal (none is kept beside the scorecard)',
    });
  });

  test('a journal that cannot be read', async () => {
    writeFileSync(inFolder(JOURNAL), 'something else\n');
    const { exit, last } = await verify();
    expect(exit).toBe(EXIT.ok);
    expect(last).toContain(`not checked: 1 × journal (${ID}.ndjson: this is not a draft of an interview)`);
  });

  test('a report that an earlier version worded, which did not end with its own digest', async () => {
    edit(CARD.replace('.json', '.md'), (text) =>
      text.replace(/\n<!-- sha256:.*\n$/, '').replace('Interviewed', 'Seen'),
    );
    const { exit, last } = await verify();
    expect(exit).toBe(EXIT.ok);
    expect(last).toContain('not checked: 1 × report (another version of scorecard worded it)');
  });

  test('a file that is no scorecard: of none verified, nothing is said to agree', async () => {
    writeFileSync(inFolder('x.json'), '{}');
    expect(await verify('x.json')).toMatchObject({
      exit: EXIT.no,
      last: '0 scorecards verified; 1 file not valid',
    });
  });

  test('a hidden scorecard', async () => {
    const card = createScorecard({ ratings: [4, 3, 5], interviewer: 'S. Other' });
    writeFileSync(
      inFolder(`scorecards/${card.id}.json`),
      JSON.stringify({ ...card, rubric: { ...card.rubric, id: 'small' } }),
    );
    const own = createFakeHost({ cwd: first.cwd, lines: ['4', '/quit'] });
    await run(['interview', '--role', 'small', '-c', 'Ada Example', '--plain', '-q'], own);
    expect(await verify(`scorecards/${card.id}.json`)).toEqual({
      exit: EXIT.no,
      out: '',
      last: '0 scorecards verified; 1 hidden',
    });
  });
});

test('the journal of another scorecard, whose name only ends with one more number, is left alone', async () => {
  const other = readFileSync(inFolder(JOURNAL), 'utf8').replaceAll(ID, `${ID}-2`).replace('"rating":4', '"rating":1');
  writeFileSync(inFolder(`scorecards/.history/r-panel/${ID}-2.ndjson`), other);
  expect(await verify()).toMatchObject({ exit: EXIT.ok, last: '1 scorecard verified: all agree' });
});
