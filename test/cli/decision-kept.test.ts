import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { digestOf } from '../../src/core/scorecard/digest.js';
import { createFakeHost, folderTemplate } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';
import { useStoreFolder } from '../support/store-folder.js';

const RECORD = 'decisions/2026-11-21-ada-example-small.json';
const CARD = '2026-11-20-ada-example-small-r-panel';
const DECIDE = ['panel', 'decide', 'ada', '--decision', 'hire', '--by', 'H. Brandt', '--why', 'Seen twice'] as const;

/** Two scorecards of Ada and the decision on them; one of Bo. */
const folder = folderTemplate(async (cwd) => {
  const files = {
    'rubrics/small.yaml': SMALL_RUBRIC,
    'a.yaml':
      'ratings: { craft: { rating: 4, evidence: [Named both limits] }, talk: 3 }\nverdict: { is: yes, reason: solid }\n',
  };
  for (const [candidate, interviewer] of [
    ['Ada Example', 'R. Panel'],
    ['Ada Example', 'J. Lee'],
    ['Bo Sample', 'R. Panel'],
  ] as const) {
    const args = ['interview', '--role', 'small', '--answers', 'a.yaml', '-q', '-c', candidate, '-i', interviewer];
    expect(await run(args, createFakeHost({ cwd, files }))).toBe(0);
  }
  const host = createFakeHost({ cwd, start: '2026-11-21T09:00:00Z', userName: 'H. Brandt' });
  expect(await run([...DECIDE, '-q'], host), host.stderr.text).toBe(0);
});

const store = useStoreFolder(folder);
const { inStore, scorecard, everything } = store;

const read = (path: string) => readFileSync(inStore(path), 'utf8');
const change = (path: string, edit: (data: any) => object) =>
  writeFileSync(inStore(path), `${JSON.stringify(edit(JSON.parse(read(path))), null, 2)}\n`);

describe('verify', () => {
  test('of a store takes its decisions in, and finds nothing', async () => {
    const { code, told } = await scorecard('verify');
    expect(told).toContain('3 scorecards and 1 decision verified: all agree');
    expect(code).toBe(0);
  });

  test('tells a decision that was changed', async () => {
    change(RECORD, (record) => ({ ...record, decision: 'no-hire' }));
    const { code, out } = await scorecard('verify', `scorecards/${RECORD}`);
    expect([code, out]).toEqual([1, expect.stringContaining('the file was changed after it was sealed (digest)')]);
  });

  test('tells a decision whose digest was made again: its panel is not that of its scorecards', async () => {
    change(RECORD, ({ digest: _digest, ...record }) => {
      const panel = { ...record.panel, recommendation: 'no', score: 2.1 };
      return { ...record, panel, digest: digestOf({ ...record, panel }) };
    });
    const { code, out } = await scorecard('verify', `scorecards/${RECORD}`);
    expect(out).toContain('recommendation is "no", recomputed as "yes"');
    expect(out).toContain('score is 2.1, recomputed as');
    expect(code).toBe(1);
  });

  test('tells a decision whose report was changed', async () => {
    writeFileSync(
      inStore(RECORD.replace('.json', '.md')),
      read(RECORD.replace('.json', '.md')).replace('Seen', 'Not seen'),
    );
    expect((await scorecard('verify')).out).toContain('is not what the decision says');
  });

  test('tells a scorecard that is gone or was changed', async () => {
    rmSync(inStore(`${CARD}.json`));
    change('2026-11-20-ada-example-small-j-lee.json', (card) => ({ ...card, notes: [{ text: 'more' }] }));
    const { code, out } = await scorecard('verify', `scorecards/${RECORD}`);
    expect(out).toContain('it rests on a scorecard of R. Panel that is gone: sha256:');
    expect(out).toContain('it rests on a scorecard of J. Lee that was changed after it was sealed: sha256:');
    expect(code).toBe(1);
  });

  test('tells a decision that is gone, by the log', async () => {
    rmSync(inStore(RECORD));
    const { code, out } = await scorecard('verify');
    expect([code, out]).toEqual([1, expect.stringContaining('the log tells of a decision that is gone')]);
  });

  test('of an erased one finds nothing wrong', async () => {
    await scorecard('person', 'erase', 'Ada Example', '--yes');
    const { code, out } = await scorecard('verify');
    expect([code, out]).toEqual([0, expect.not.stringContaining('decision')]);
  });

  test('of a copy elsewhere says what could not be checked', async () => {
    mkdirSync(join(store.cwd, 'elsewhere'));
    const name = RECORD.replace('decisions/', '');
    writeFileSync(join(store.cwd, 'elsewhere', name), read(RECORD));
    const { code, told } = await scorecard('verify', `elsewhere/${name}`, '--store', 'elsewhere');
    expect(told).toContain('scorecards of a decision (they are in another store)');
    expect(code).toBe(0);
  });
});

describe.each<[string, () => void, RegExp]>([
  ['is gone', () => rmSync(inStore(RECORD)), /the log tells of a decision of 2026-11-21 that is gone,\ssha256:/],
  [
    'was changed',
    () => change(RECORD, (record) => ({ ...record, why: 'Something else' })),
    /a decision of 2026-11-21 that was changed after it was sealed/,
  ],
])('a decision that %s', (_what, spoil, words) => {
  const another = ['panel', 'decide', 'ada', '--decision', 'hold', '--by', 'H. Brandt', '--why', 'x'] as const;

  test('is not replaced without a word, and stands by its digest in what replaces it', async () => {
    const { digest } = JSON.parse(read(RECORD));
    spoil();
    const refused = await scorecard(...another);
    expect(refused.code).toBe(2);
    expect(refused.told).toMatch(words);
    expect(refused.told).toContain('--why-replace');
    expect((await scorecard(...another, '--why-replace', 'the file was lost')).code).toBe(0);
    const [, text = ''] = everything().find(([path]) => /^decisions\/2026-11-26.*\.json$/.test(path)) ?? [];
    expect(JSON.parse(text).replaces).toEqual({ digest, why: 'the file was lost' });
  });

  test('is told by the list of decisions, which then is not all right', async () => {
    spoil();
    const { code, told } = await scorecard('panel', 'decisions');
    expect(code).toBe(1);
    expect(told).toMatch(/that is gone: none here has the digest sha256:|was changed after it was sealed/);
    expect(told).not.toContain('Nothing was decided');
  });
});

test('a decision that is gone is missed where its own candidate is decided on, and with no other', async () => {
  rmSync(inStore(RECORD));
  const bo = ['panel', 'decide', 'bo', '--decision', 'hold', '--by', 'H. Brandt', '--why', 'x', '-q'];
  expect((await scorecard(...bo)).code).toBe(0);
  expect((await scorecard(...DECIDE)).code).toBe(2);
});

test('a decision on somebody who was erased is not missed', async () => {
  await scorecard('person', 'erase', 'Ada Example', '--yes');
  const { code, told } = await scorecard('panel', 'decisions');
  expect([code, told]).toEqual([0, expect.stringContaining('Nothing was decided')]);
});

describe.skipIf(spawnSync('ssh-keygen', ['-?']).error !== undefined)('with a key', () => {
  test('a decision is signed as a scorecard is, and the signature is checked', async () => {
    const key = join(store.cwd, 'key');
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    const signers = `h.brandt@example.com,H.\\ Brandt ${readFileSync(`${key}.pub`, 'utf8')}`.replace('H.\\ ', 'H. ');
    writeFileSync(inStore('allowed_signers'), signers.replace('h.brandt@example.com,H. Brandt', '"H. Brandt"'));
    const env = { SCORECARD_SIGNING_KEY: key, HOME: store.cwd, PATH: process.env.PATH ?? '' };
    const again = ['--decision', 'hold', '--by', 'H. Brandt', '--why', 'x', '--why-replace', 'y', '-q'];
    const host = createFakeHost({ cwd: store.cwd, env, start: '2026-11-22T09:00:00Z', userName: 'H. Brandt' });
    expect(await run(['panel', 'decide', 'ada', ...again], host), host.stderr.text).toBe(0);
    const signed = 'scorecards/decisions/2026-11-22-ada-example-small.json';
    const { code, out } = await scorecard('verify', '--signed', signed);
    expect([code, out]).toEqual([0, expect.stringContaining(`${signed} good, by H. Brandt`)]);
  });
});

describe('report', () => {
  test.each(['markdown', 'json', 'html'])('shows a decision by its file: %s', async (format) => {
    const { code, out } = await scorecard('report', `scorecards/${RECORD}`, '-f', format);
    expect(code).toBe(0);
    expect(out).toContain('Seen twice');
  });

  test('says first that one was changed', async () => {
    change(RECORD, (record) => ({ ...record, why: 'Something else' }));
    const { code, out } = await scorecard('report', `scorecards/${RECORD}`);
    expect([code, out]).toEqual([1, expect.stringMatching(/^> \*\*Not as sealed:\*\*/)]);
    expect((await scorecard('report', `scorecards/${RECORD}`, '-f', 'html')).out).toContain('Not as sealed:');
  });

  test('names what stands in its place', async () => {
    const again = ['--decision', 'hold', '--by', 'H. Brandt', '--why', 'x', '--why-replace', 'y'];
    await scorecard('panel', 'decide', 'ada', ...again);
    const { told } = await scorecard('report', `scorecards/${RECORD}`);
    expect(told).toContain(
      'Another decision stands in its place: scorecards/decisions/2026-11-26-ada-example-small.json',
    );
  });
});

describe('while one’s own draft is open', () => {
  const open = async () => {
    const args = ['interview', '--role', 'small', '--plain', '-c', 'Ada Example', '-i', 'H. Resources'];
    expect(await run(args, createFakeHost({ cwd: store.cwd, lines: ['4', '/quit'] }))).toBe(0);
  };

  test('nothing is decided, and no decision is shown', async () => {
    await open();
    const decided = await scorecard(...DECIDE.slice(0, 3), ...DECIDE.slice(3));
    expect([decided.code, decided.told]).toEqual([2, expect.stringContaining('hidden from you')]);
    const list = await scorecard('panel', 'decisions', '-f', 'json');
    expect([list.code, JSON.parse(list.out).decisions]).toEqual([1, []]);
    const shown = await scorecard('report', `scorecards/${RECORD}`);
    expect([shown.code, shown.out]).toEqual([1, '']);
    const verified = await scorecard('verify');
    expect(verified.told).toContain('hidden');
    expect(verified.out).not.toContain('recomputed');
  });

  test('of somebody else, the record says whose is waited for', async () => {
    await open();
    const args = [...DECIDE.slice(0, 3), '--decision', 'hold', '--by', 'H. Brandt', '--why', 'x', '--why-replace', 'y'];
    const host = createFakeHost({ cwd: store.cwd, userName: 'H. Brandt', start: '2026-11-23T09:00:00Z' });
    expect(await run([...args, '-f', 'json'], host)).toBe(0);
    expect(JSON.parse(host.stdout.text).waiting).toEqual([{ interviewer: { name: 'H. Resources' } }]);
    expect(host.stderr.text).toContain('Still a draft: H. Resources.');
  });
});

describe('one person’s data', () => {
  test('holds their decisions, to read and as data', async () => {
    const { out } = await scorecard('person', 'show', 'Ada Example', '-f', 'json');
    const about = JSON.parse(out).files.filter(({ file }: any) => file.startsWith('decisions/'));
    expect(about.map(({ kind, as }: any) => [kind, as])).toEqual([
      ['decision', 'candidate'],
      ['report', 'candidate'],
    ]);
    expect((await scorecard('person', 'export', 'Ada Example', '-o', 'out')).code).toBe(0);
    const report = readFileSync(join(store.cwd, 'out/report.md'), 'utf8');
    expect(report).toContain('Hire.');
    expect(report).toContain('Seen twice');
  });

  test('is erased with them, and the log keeps the digest', async () => {
    const { digest } = JSON.parse(read(RECORD));
    expect((await scorecard('person', 'erase', 'Ada Example', '--yes')).code).toBe(0);
    expect(everything().filter(([path, text]) => /ada.example/i.test(path + text))).toEqual([]);
    expect(JSON.parse(read('log.ndjson').trim().split('\n').at(-1) ?? '')).toMatchObject({ decisions: [digest] });
  });

  test('is kept as long as the decision, and goes with it', async () => {
    const early = await scorecard('purge', '--before', '2026-11-21', '--yes', '-f', 'json');
    expect(JSON.parse(early.out).due.map(({ candidates }: any) => candidates[0].name)).toEqual(['Bo Sample']);
    await scorecard('purge', '--before', '2026-11-22', '--yes');
    expect(everything().flatMap(([path]) => (path.startsWith('.rubrics') ? [] : path))).toEqual(['log.ndjson']);
    expect((await scorecard('verify')).out).not.toContain('gone');
  });
});

test('explain says that people decided, when and who', async () => {
  const { out } = await scorecard('explain', 'ada');
  expect(out.replace(/\s+/g, ' ')).toMatch(/People decided about "[^"]+" on 21 November 2026: H\. Brandt\./);
  expect((await scorecard('explain', 'bo')).out).not.toContain('People decided about');
});

test('doctor counts decisions, and tells one that was changed', async () => {
  expect((await scorecard('doctor')).out).toMatch(/decisions\s+1 decision/);
  change(RECORD, (record) => ({ ...record, why: 'Something else' }));
  expect((await scorecard('doctor')).out.replace(/\s+/g, ' ')).toContain('changed after it was sealed');
});

test('completion offers candidates, decisions and who may have decided', async () => {
  const offered = async (...words: readonly string[]) =>
    (await scorecard('__complete', 'fish', '--', 'scorecard', 'panel', 'decide', ...words)).out;
  expect(await offered('')).toContain('Ada Example');
  expect(await offered('ada', '--decision', '')).toContain('no-hire');
  expect(await offered('ada', '--by', '')).toContain('R. Panel');
});
