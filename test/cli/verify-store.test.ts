import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { digestOf } from '../../src/core/scorecard/digest.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, folderTemplate, HOME } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const ANSWERS = 'ratings: { craft: 4, talk: 3 }\nverdict: yes\n';
const FILES = { 'rubrics/small.yaml': SMALL_RUBRIC, 'a.yaml': ANSWERS };

let cwd = '';

const folder = folderTemplate(async (prepared) => {
  cwd = prepared;
  for (const [minute, candidate] of ['Ada', 'Bo', '山田'].entries()) await interview(candidate, { minute });
});

beforeEach(async () => {
  cwd = await folder();
});

interface Interview {
  readonly minute: number;
  readonly interviewer?: string;
  readonly store?: string;
}

async function interview(candidate: string, { minute, interviewer = 'R. Panel', store }: Interview): Promise<void> {
  const host = createFakeHost({ cwd, files: FILES, start: `2026-11-20T14:1${minute}:00Z` });
  const args = ['-r', 'small', '-c', candidate, '-i', interviewer, '--answers', 'a.yaml', '-q'];
  expect(await run(['interview', ...args, ...(store ? ['--store', store] : [])], host), host.stderr.text).toBe(EXIT.ok);
}

async function verify(...args: readonly string[]) {
  const host = createFakeHost({ cwd });
  const exit = await run(['verify', ...args], host);
  const { heads = [], problems = [], ...rest } = args.includes('json') ? flat(JSON.parse(host.stdout.text)) : {};
  const last = host.stderr.text.trimEnd().split('\n').at(-1);
  return { exit, out: host.stdout.text, err: host.stderr.text, last, heads, problems, ...rest };
}

function flat({ stores, problems, ...rest }: any) {
  return {
    ...rest,
    heads: stores.flatMap(({ heads }: any) => heads),
    problems: problems.map(({ code, severity, file }: any) => [severity, code, file].filter(Boolean).join(' ')),
  };
}

const inStore = (name: string) => join(cwd, 'scorecards', name);
const fileOf = (candidate: string) => `2026-11-20-${candidate}-small-r-panel`;

function cardOf(candidate: string): any {
  return JSON.parse(readFileSync(inStore(`${fileOf(candidate)}.json`), 'utf8'));
}

/** All files of an interview. */
function removeFiles(candidate: string): void {
  for (const name of [
    `${fileOf(candidate)}.json`,
    `${fileOf(candidate)}.md`,
    `.history/r-panel/${fileOf(candidate)}.ndjson`,
  ])
    rmSync(inStore(name));
}

/** And the log, which would tell of it too. */
function removeAll(candidate: string): void {
  removeFiles(candidate);
  rmSync(inStore('log.ndjson'), { force: true });
}

function log(...entries: readonly object[]): void {
  for (const entry of entries) appendFileSync(inStore('log.ndjson'), `${JSON.stringify(entry)}\n`);
}

const HUMAN_RESOURCES = { at: '2026-11-25T09:00:00Z', by: { name: 'H. Records' } };

function erasure({ digest, previous }: any): object {
  return { ...HUMAN_RESOURCES, type: 'erase', scorecards: [{ digest, ...(previous ? { previous } : {}) }] };
}

describe('a store as a whole', () => {
  test('is verified where nothing is named, and each chain’s head is printed to be kept elsewhere', async () => {
    await interview('Ada', { minute: 4, interviewer: 'S. Other' });
    const { digest } = cardOf('山田');
    const { exit, out, last } = await verify();
    expect(exit).toBe(EXIT.ok);
    expect(out.split('\n')).toEqual([
      `${digest} R. Panel, 3 since 2026-11-20`,
      expect.stringMatching(/^sha256:[0-9a-f]{64} S\. Other, 1 since 2026-11-20$/),
      '',
    ]);
    expect(last).toBe('4 scorecards verified: all agree');
  });

  test.each([['--store'], ['--store', 'scorecards'], ['scorecards'], ['scorecards/']])(
    'is named by %s %s',
    async (...args) => {
      expect(await verify(...args)).toMatchObject({ exit: EXIT.ok, last: '3 scorecards verified: all agree' });
    },
  );

  test('is told as data, too', async () => {
    const { exit, verified, problems, heads } = await verify('-f', 'json');
    expect({ exit, verified, problems }).toEqual({ exit: EXIT.ok, verified: 3, problems: [] });
    expect(heads).toEqual([
      {
        digest: cardOf('山田').digest,
        interviewer: { name: 'R. Panel' },
        sealed: 3,
        erased: 0,
        since: cardOf('ada').submittedAt,
      },
    ]);
  });

  test('in which there is nothing does not agree with anything', async () => {
    mkdirSync(join(cwd, 'empty'));
    expect(await verify('empty')).toMatchObject({
      exit: EXIT.no,
      out: '',
      err: expect.stringContaining('no scorecards in empty yet'),
    });
    expect(await verify('--store', 'nowhere')).toMatchObject({
      exit: EXIT.usage,
      err: expect.stringContaining('nowhere: there is no such folder'),
    });
    expect(await verify('--store', `scorecards/${fileOf('ada')}.json`)).toMatchObject({
      exit: EXIT.usage,
      err: expect.stringContaining('is not the folder of a store'),
    });
  });

  test('says how much of its log it did not understand', async () => {
    appendFileSync(inStore('log.ndjson'), '{"type": "later"}\n{');
    const last = '3 scorecards verified: all agree; not checked: 2 × line of the log (damaged, or of a later version)';
    expect(await verify()).toMatchObject({ exit: EXIT.ok, last });
  });

  test('counts scorecards of version 1, which are in no chain', async () => {
    cpSync(join(HOME, 'test/fixtures/version-1'), join(cwd, 'scorecards'), { recursive: true });
    const { exit, last } = await verify();
    expect(exit).toBe(EXIT.ok);
    expect(last).toMatch(/^4 scorecards verified: all agree; 1 of version 1, in no chain/);
  });
});

describe('what was taken out is told', () => {
  test('by its journal, once and by its name', async () => {
    rmSync(inStore(`${fileOf('bo')}.json`));
    const { exit, problems, out } = await verify('-f', 'json');
    expect(exit).toBe(EXIT.no);
    expect(problems).toEqual([`error missing-seal scorecards/.history/r-panel/${fileOf('bo')}.ndjson`]);
    expect(out).toContain(`the scorecard \\"${fileOf('bo')}\\" is gone: this journal says that it was sealed`);
  });

  test('by the one after it, where its journal is gone too', async () => {
    const { digest } = cardOf('bo');
    removeAll('bo');
    const { exit, problems, out } = await verify('-f', 'json');
    expect(exit).toBe(EXIT.no);
    expect(problems).toEqual([`error missing-seal scorecards/${fileOf('山田')}.json`]);
    expect(out).toContain(`the scorecard before it is gone: none here has the digest ${digest}`);
  });

  test('by the log, at the end of a chain', async () => {
    const { submittedAt: at } = cardOf('山田');
    removeFiles('山田');
    const { exit, problems, out } = await verify('-f', 'json');
    expect(exit).toBe(EXIT.no);
    expect(problems).toEqual(['error missing-seal scorecards/log.ndjson']);
    expect(out).toContain(`the scorecard that R. Panel sealed at ${at} is gone`);
  });

  test('at the end of a chain to nobody else than who kept its head', async () => {
    writeFileSync(join(cwd, 'ticket.txt'), `Kept on Friday:\n${(await verify()).out}`);
    const { digest } = cardOf('山田');
    expect(await verify('--heads', 'ticket.txt')).toMatchObject({
      exit: EXIT.ok,
      err: expect.stringContaining(`all is there up to ${digest}: R. Panel, 3 since 2026-11-20\n`),
    });
    removeAll('山田');
    expect(await verify()).toMatchObject({ exit: EXIT.ok, last: '2 scorecards verified: all agree' });
    const { exit, out, last } = await verify('--store', '--head', digest);
    expect(exit).toBe(EXIT.no);
    expect(out).toContain(`error nothing here has the digest ${digest} (missing-seal)\n`);
    expect(last).toBe('2 scorecards verified: 1 mismatch');
  });

  test('by an amendment, whose predecessor it was', async () => {
    const host = createFakeHost({ cwd, lines: ['yes', '/submit', '/submit'], start: '2026-11-21T09:00:00Z' });
    await run(['amend', '山田', '--plain', '-q', '--reason', 'figures were checked'], host);
    expect(await verify()).toMatchObject({ exit: EXIT.ok, last: '4 scorecards verified: all agree' });
    const { digest } = cardOf('山田');
    removeAll('山田');
    expect((await verify()).out).toContain(`the scorecard that it amends is gone: none here has the digest ${digest}`);
  });

  test('a journal, by the log', async () => {
    const { digest, submittedAt: at, interviewer: by } = cardOf('ada');
    log({ at, by, type: 'submit', scorecards: [{ digest }] });
    rmSync(inStore(`.history/r-panel/${fileOf('ada')}.ndjson`));
    const { exit, problems } = await verify(`scorecards/${fileOf('ada')}.json`, '-f', 'json');
    expect({ exit, problems }).toEqual({
      exit: EXIT.no,
      problems: [`error no-journal scorecards/${fileOf('ada')}.json`],
    });
    rmSync(inStore('.history'), { recursive: true });
    expect(await verify(`scorecards/${fileOf('ada')}.json`, '-f', 'json')).toMatchObject({
      exit: EXIT.ok,
      problems: [`note no-journal scorecards/${fileOf('ada')}.json`],
    });
  });

  test('a head that is none is refused, and so is one without a store', async () => {
    expect(await verify('--head', 'abc')).toMatchObject({ exit: EXIT.usage, err: expect.stringContaining('abc') });
    expect(await verify('--heads', 'a.yaml')).toMatchObject({
      exit: EXIT.usage,
      err: expect.stringContaining('a.yaml'),
    });
    const { digest } = cardOf('ada');
    expect(await verify(`scorecards/${fileOf('ada')}.json`, '--head', digest)).toMatchObject({ exit: EXIT.usage });
  });
});

describe('what was erased', () => {
  test('is walked over and counted, and its head stays one that can be kept', async () => {
    const [first, second, third] = ['ada', 'bo', '山田'].map(cardOf);
    removeFiles('bo');
    log(erasure(second));
    const { exit, out, err } = await verify('--store', '--head', third.digest);
    expect(exit).toBe(EXIT.ok);
    expect(out).toBe(`${third.digest} R. Panel, 3 (1 erased) since 2026-11-20\n`);
    expect(err).toContain(`all is there up to ${third.digest}: R. Panel, 3 (1 erased)`);
    removeFiles('山田');
    log(erasure(third));
    expect((await verify()).out).toBe(`${third.digest} R. Panel, 3 (2 erased) since 2026-11-20\n`);
    removeFiles('ada');
    log(erasure(first));
    expect(await verify('--store', '--head', first.digest)).toMatchObject({
      exit: EXIT.ok,
      last: '0 scorecards verified',
    });
  });

  test('is followed by the next seal of its interviewer', async () => {
    const { digest, previous } = cardOf('山田');
    removeFiles('山田');
    log(erasure({ digest, previous }));
    await interview('Dee', { minute: 5 });
    expect(cardOf('dee').previous).toBe(digest);
    expect(await verify()).toMatchObject({ exit: EXIT.ok, last: '3 scorecards verified: all agree' });
  });

  test('and left a journal behind: a colleague’s, which nobody else could remove', async () => {
    const erased = cardOf('bo');
    rmSync(inStore(`${fileOf('bo')}.json`));
    log(erasure(erased));
    const { exit, problems } = await verify('-f', 'json');
    expect(exit).toBe(EXIT.ok);
    expect(problems).toEqual([`note kept-journal scorecards/.history/r-panel/${fileOf('bo')}.ndjson`]);
  });
});

describe('what need not be wrong is a note, which only --strict counts', () => {
  const json = (candidate: string) => `${fileOf(candidate)}.json`;

  test('two seals after the same one', async () => {
    mkdirSync(join(cwd, 'laptop'));
    cpSync(join(cwd, 'scorecards'), join(cwd, 'laptop'), { recursive: true });
    await interview('Dee', { minute: 5 });
    await interview('Eve', { minute: 6, store: 'laptop' });
    cpSync(join(cwd, 'laptop'), join(cwd, 'scorecards'), { recursive: true });
    const { exit, problems, heads, out } = await verify('-f', 'json');
    expect(exit).toBe(EXIT.ok);
    expect(problems).toEqual([`note fork scorecards/${json('eve')}`]);
    expect(out).toContain(`follows the same seal, as scorecards/${json('dee')}: sealed at once, or on two machines`);
    expect(heads.map(({ sealed }: any) => sealed)).toEqual([4, 4]);
    expect(await verify('--strict')).toMatchObject({ exit: EXIT.no, last: '5 scorecards verified: all agree; 1 note' });
  });

  test('a scorecard that was put in from elsewhere: by the seal before it, and by the journal that it lacks', async () => {
    await interview('Dee', { minute: 5, store: 'elsewhere' });
    await interview('Eve', { minute: 6, store: 'elsewhere' });
    cpSync(join(cwd, 'elsewhere', json('eve')), inStore(json('eve')));
    const { exit, problems } = await verify('-f', 'json');
    expect(exit).toBe(EXIT.ok);
    expect(problems).toEqual(Array(2).fill(`note from-elsewhere scorecards/${json('eve')}`));
  });

  test('one of somebody new, by the log that does not tell of it', async () => {
    const { digest, submittedAt: at, interviewer: by } = cardOf('ada');
    log({ at, by, type: 'submit', scorecards: [{ digest }] });
    const { digest: _, ...card } = { ...cardOf('bo'), id: 'x', interviewer: { name: 'Nobody' }, previous: undefined };
    writeFileSync(inStore('x.json'), JSON.stringify({ ...card, digest: digestOf(card) }));
    const { exit, problems } = await verify('-f', 'json');
    expect({ exit, problems }).toEqual({ exit: EXIT.ok, problems: ['note from-elsewhere scorecards/x.json'] });
    expect((await verify('scorecards/x.json', '--strict')).exit).toBe(EXIT.no);
  });

  test('a row of a batch lacks nothing: it says that it is from a table', async () => {
    writeFileSync(join(cwd, 'in.csv'), 'candidate,interviewer,craft,talk\nDee,R. Panel,4,4\nEve,R. Panel,3,4\n');
    const args = ['--role', 'small', '--reports', 'scorecards', '-q', '-o', 'out.csv'];
    const host = createFakeHost({ cwd, start: '2026-11-20T15:00:00Z' });
    expect(await run(['batch', 'in.csv', ...args], host), host.stderr.text).toBe(EXIT.ok);
    expect(await verify('--strict')).toMatchObject({
      exit: EXIT.ok,
      last: '5 scorecards verified: all agree; not checked: 2 × journal (it is from a table)',
    });
  });

  test('the rows of a batch are one chain, with the id of their interviewer in some of them', async () => {
    const rows = ['Dee,R. Panel,,4,4', 'Eve,R. Panel,r@example.com,3,4', 'Fay,R. Panel,,3,3'];
    writeFileSync(join(cwd, 'in.csv'), ['candidate,interviewer,interviewer id,craft,talk', ...rows, ''].join('\n'));
    const args = ['--role', 'small', '--reports', 'table', '-q', '-o', 'out.csv'];
    const host = createFakeHost({ cwd, start: '2026-11-20T15:00:00Z' });
    expect(await run(['batch', 'in.csv', ...args], host), host.stderr.text).toBe(EXIT.ok);
    expect((await verify('table', '--strict')).exit).toBe(EXIT.ok);
  });
});

test('a seal that follows one of somebody else is told', async () => {
  const { digest: _, ...card } = { ...cardOf('山田'), interviewer: { name: 'Z. Else' } };
  writeFileSync(inStore(`${fileOf('山田')}.json`), JSON.stringify({ ...card, digest: digestOf(card) }));
  expect((await verify()).out).toContain('follows a seal of R. Panel, who is somebody else (other-chain)');
});

describe('a report', () => {
  const REPORT = `scorecards/${fileOf('ada')}.md`;
  const edit = (name: string) =>
    writeFileSync(join(cwd, name), readFileSync(join(cwd, name), 'utf8').replace('Ada', 'Bo'));

  test('stands for the scorecard beside it, named once or twice', async () => {
    expect(await verify(REPORT, REPORT.replace('.md', '.json'))).toMatchObject({
      exit: EXIT.ok,
      last: '1 scorecard verified: all agree',
    });
    edit(REPORT);
    const { exit, out } = await verify(REPORT);
    expect(exit).toBe(EXIT.no);
    expect(out).toContain(`${REPORT} is not what the scorecard says`);
  });

  test('by itself is held against its last line', async () => {
    cpSync(join(cwd, REPORT), join(cwd, 'alone.md'));
    const last = '1 report verified: all agree; not checked: 1 × scorecard (none is beside the report)';
    expect(await verify('alone.md')).toMatchObject({ exit: EXIT.ok, last });
    edit('alone.md');
    expect(await verify('alone.md')).toMatchObject({ exit: EXIT.no, out: expect.stringContaining('(own-digest)') });
    writeFileSync(join(cwd, 'other.md'), '# Notes\n');
    expect((await verify('other.md')).last).toContain('report (it does not end with its own SHA-256)');
  });
});

test('to verify changes nothing', async () => {
  const all = () => readdirSync(cwd, { recursive: true, encoding: 'utf8' }).sort();
  const before = all();
  await verify('--store', '--strict');
  expect(all()).toEqual(before);
});
