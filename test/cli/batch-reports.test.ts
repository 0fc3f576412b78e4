import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import type { Scorecard } from '../../src/core/scorecard/scorecard.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const HEAD = 'candidate,interviewer,craft,talk,verdict\n';
const ADA = 'Ada Example,R. Panel,5,4,strong-yes\n';
const BEN = 'Ben Example,S. Panel,4,3,yes\n';
const CYD = 'Cyd Example,R. Panel,2,3,no\n';

function hostWith(table: string): FakeHost {
  return createFakeHost({ files: { 'small.yaml': SMALL_RUBRIC, 'in.csv': table } });
}

let minutes = 0;

/** The same folder on a later day, a minute after the run before. */
async function batch(host: FakeHost, table: string, ...args: readonly string[]) {
  writeFileSync(join(host.cwd, 'in.csv'), table);
  minutes += 1;
  const later = createFakeHost({ cwd: host.cwd, start: new Date(Date.UTC(2026, 10, 25, 9, minutes)).toISOString() });
  const code = await run(['batch', 'in.csv', '--role', 'small.yaml', '--reports', 'cards', ...args], later);
  return { code, told: later.stderr.text };
}

function cardsIn(host: FakeHost): readonly Scorecard[] {
  const folder = join(host.cwd, 'cards');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Scorecard)
    .toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}

describe('a scorecard says where it comes from', () => {
  test('file, row, and the digest of the file as its bytes are', async () => {
    const host = hostWith(HEAD + ADA);
    await batch(host, HEAD + ADA);
    const sha256 = createHash('sha256')
      .update(HEAD + ADA)
      .digest('hex');
    expect(cardsIn(host)[0]?.source).toEqual({
      file: 'in.csv',
      row: 2,
      sha256,
      rowSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('a table on standard input too', async () => {
    const host = createFakeHost({ files: { 'small.yaml': SMALL_RUBRIC }, stdin: HEAD + ADA });
    expect(await run(['batch', '-', '--role', 'small.yaml', '--reports', 'cards'], host)).toBe(EXIT.ok);
    const sha256 = createHash('sha256')
      .update(HEAD + ADA)
      .digest('hex');
    expect(cardsIn(host)[0]?.source).toMatchObject({ file: 'standard input', sha256 });
  });
});

describe('running again adds nothing', () => {
  test('the same table: every row is already there', async () => {
    const host = hostWith('');
    const first = await batch(host, HEAD + ADA + BEN);
    expect(first).toMatchObject({ code: EXIT.ok, told: expect.stringContaining('cards/ (2 scorecards written)') });
    const before = cardsIn(host);
    const again = await batch(host, HEAD + ADA + BEN);
    expect(again).toMatchObject({
      code: EXIT.ok,
      told: 'cards/ (0 scorecards written, 2 already there, left alone)\n2 rows: 2 scored, 0 left out\n',
    });
    expect(cardsIn(host)).toEqual(before);
  });

  test.each([
    ['rows were added', HEAD + ADA + BEN + CYD, 3],
    ['the rows have another order', HEAD + BEN + CYD + ADA, 3],
    ['empty lines moved the rows', `${HEAD}\n\n${BEN}\n${ADA}`, 2],
    [
      'a column was added',
      'candidate,office,interviewer,craft,talk,verdict\nAda Example,Bern,R. Panel,5,4,strong-yes\n',
      2,
    ],
    [
      'columns have another order',
      'craft,talk,verdict,interviewer,candidate\n5,4,strong-yes,R. Panel,Ada Example\n',
      2,
    ],
    [
      'a column has another name',
      'Candidate Name,interviewer,Craft,talk,verdict\nAda Example,R. Panel,5.0,4,Strong yes\n',
      2,
    ],
  ])('what is there is known although %s', async (_what, table, expected) => {
    const host = hostWith('');
    await batch(host, HEAD + ADA + BEN);
    await batch(host, table);
    expect(cardsIn(host)).toHaveLength(expected);
  });

  test('a row that stands twice in a table is one scorecard, and told', async () => {
    const host = hostWith('');
    const { told } = await batch(host, HEAD + ADA + BEN + ADA);
    expect(told).toContain('in.csv:4:1 note says the same as line 2: together they are one scorecard (same-row)');
    expect(cardsIn(host)).toHaveLength(2);
    await batch(host, HEAD + ADA + BEN + ADA);
    expect(cardsIn(host)).toHaveLength(2);
  });

  test('a scorecard that a program left without its report gets it', async () => {
    const host = hostWith('');
    await batch(host, HEAD + ADA);
    const folder = join(host.cwd, 'cards');
    const [report = ''] = readdirSync(folder).filter((name) => name.endsWith('.md'));
    const text = readFileSync(join(folder, report), 'utf8');
    rmSync(join(folder, report));
    await batch(host, HEAD + ADA);
    expect(readFileSync(join(folder, report), 'utf8')).toBe(text);
  });

  test('what version 0.1 wrote, without the digest of its row, is known by what it says', async () => {
    const host = hostWith('');
    await batch(host, HEAD + ADA);
    const folder = join(host.cwd, 'cards');
    const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.json'));
    const card = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Scorecard;
    writeFileSync(join(folder, name), JSON.stringify({ ...card, source: { file: 'in.csv', row: 2 } }));
    expect(await batch(host, HEAD + ADA)).toMatchObject({ told: expect.stringContaining('1 already there') });
  });
});

describe("an interviewer's second scorecard for a candidate is told by name", () => {
  const CHANGED = 'Ada Example,R. Panel,3,4,yes\n';

  test('a row that was changed: it follows the first, and counts', async () => {
    const host = hostWith('');
    await batch(host, HEAD + ADA + BEN);
    const { told } = await batch(host, HEAD + BEN + CHANGED);
    expect(told).toContain(
      'in.csv:3:1 note R. Panel has another scorecard for Ada Example, of 2026-11-25 (4.60 there, 3.40 here); this one is the later, and counts in its place (later-scorecard)',
    );
    expect(told).toContain('cards/ (1 scorecard written, 1 already there, left alone)');
    const ada = cardsIn(host).filter(({ candidate }) => candidate.name === 'Ada Example');
    expect(ada.map(({ previous }) => previous)).toEqual([undefined, ada[0]?.digest]);
  });

  test('a row of which another text could not be read: it says something else, and is kept', async () => {
    const host = hostWith(HEAD + ADA);
    await batch(host, HEAD + ADA.replace('strong-yes', 'Maybe'));
    await batch(host, HEAD + ADA.replace('strong-yes', 'Maybe so'));
    expect(cardsIn(host).map(({ notes }) => notes?.map(({ text }) => text))).toEqual([
      ['verdict: Maybe'],
      ['verdict: Maybe so'],
    ]);
    const { told } = await batch(host, HEAD + ADA.replace('strong-yes', 'Maybe so'));
    expect(told).toContain('0 scorecards written, 1 already there');
  });

  test('a row that was changed back: it is there, and no longer counts', async () => {
    const host = hostWith('');
    for (const row of [ADA, CHANGED]) await batch(host, HEAD + row);
    const { told } = await batch(host, HEAD + ADA);
    expect(cardsIn(host)).toHaveLength(2);
    expect(told).toMatch(/in\.csv:2:1 note is sealed already, and does not count any more: R\. Panel has another/);
  });

  test('two rows in one table: both are kept, the last counts', async () => {
    const host = hostWith('');
    const { told } = await batch(host, HEAD + ADA + BEN + CHANGED);
    expect(told).toContain(
      'in.csv:4:1 note R. Panel has 2 rows for Ada Example (lines 2, 4): line 4 counts, the later by day and line (several-rows)',
    );
    expect(cardsIn(host)).toHaveLength(3);
  });

  test('rows that rate different dimensions are parts of one interview, and no repetition', async () => {
    const host = hostWith('');
    const { told } = await batch(host, `${HEAD}Ada Example,R. Panel,5,,\nAda Example,R. Panel,,4,\n`);
    expect(told).not.toContain('note');
  });

  test('another interviewer, another candidate: nothing is told', async () => {
    const host = hostWith('');
    await batch(host, HEAD + ADA);
    const { told } = await batch(host, `${HEAD}Ada Example,S. Panel,5,4,yes\nDee Example,R. Panel,1,1,no\n`);
    expect(told).not.toContain('note');
  });
});
