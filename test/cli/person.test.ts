import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { parseLog } from '../../src/core/log/entry.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, folderTemplate } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';
import { useStoreFolder } from '../support/store-folder.js';

const ADAS = '2026-11-20-ada-example-small-r-panel';
const answers = (note: string) =>
  `ratings: { craft: { rating: 5, evidence: [${JSON.stringify(note)}] }, talk: 4 }\nverdict: yes\n`;

/**
 * Two scorecards and a draft of Ada, one of Bo by Ada, one of Bo that mentions her; plans, a decision, a table,
 * leftovers.
 */
const folder = folderTemplate(async (cwd) => {
  const submit = async (candidate: string, interviewer: string, note: string) => {
    const files = { 'rubrics/small.yaml': SMALL_RUBRIC, 'a.yaml': answers(note) };
    const args = ['interview', '--role', 'small', '--answers', 'a.yaml', '-q'];
    const host = createFakeHost({ cwd, files });
    expect(await run([...args, '--candidate', candidate, '--interviewer', interviewer], host)).toBe(EXIT.ok);
  };
  await submit('Ada Example', 'R. Panel', 'knew it');
  await submit('Ada Example', 'S. Other', 'better than Bo  SAMPLE');
  await submit('Bo Sample', 'R. Panel', 'fine');
  const draft = ['interview', '--role', 'small', '--plain', '--candidate', 'ADA example', '--interviewer', 'T. Third'];
  expect(await run(draft, createFakeHost({ cwd, lines: ['4', '/quit'] }))).toBe(EXIT.ok);
  const row = (candidate: string) => JSON.stringify({ candidate, score: 3 });
  const leftover = readFileSync(join(cwd, `scorecards/${ADAS}.json`), 'utf8');
  const files = {
    'scorecards/.tmp-999999-abcdef': leftover,
    [`scorecards/${ADAS}.json.sig`]: 'a signature',
    'scorecards/.drafts/2026-11-19-ada-example-small-r-panel.ndjson.lock': '{"pid":999999}',
    'scorecards/panels/ada-example-small.yaml':
      'candidate: { name: Ada Example }\nrole: small\ninterviewers: [M. Okafor]\n',
    'scorecards/decisions/ada-example-small.json': '{"candidate":{"name":"Ada Example"},"decision":"hire"}',
    'scorecards/batch.ndjson': `${row('Ada Example')}\n${row('Bo Sample')}\n`,
    'scorecards/people.yaml': '# kept by us\nsame:\n  - [Ada Example, Ada Exmple]\n  - [Bo Sample, Bo]\n',
  };
  createFakeHost({ cwd, files });
});

const store = useStoreFolder(folder);
const { inStore, scorecard, everything } = store;

const withAda = () => everything().filter(([path, text]) => /ada.?exa?mple/i.test(path + text));
const logged = () => parseLog(readFileSync(inStore('log.ndjson'), 'utf8')).entries;

describe('person show', () => {
  test('lists every file with something about somebody, and what it is', async () => {
    const { code, out } = await scorecard('person', 'show', 'ada example', '-f', 'json');
    expect(code).toBe(EXIT.ok);
    const { files, spellings } = JSON.parse(out);
    expect(spellings).toContain('Ada Exmple');
    const about = files
      .filter(({ as }: { as: string }) => as === 'candidate')
      .map(({ kind }: { kind: string }) => kind);
    expect(about.sort()).toEqual(
      [
        ...['scorecard', 'scorecard', 'report', 'report', 'history', 'history', 'draft'],
        ...['signature', 'temporary', 'lock', 'plan', 'decision'],
      ].sort(),
    );
    expect(files).toContainEqual({ file: 'batch.ndjson', kind: 'table', as: 'row' });
    expect(files).toContainEqual({ file: 'people.yaml', kind: 'people', as: 'listed' });
    expect(new Set(files.map(({ file }: { file: string }) => file))).toEqual(new Set(withAda().map(([path]) => path)));
  });

  test('in words, with the names that are theirs too', async () => {
    const { code, out } = await scorecard('person', 'show', 'Bo Sample');
    expect(code).toBe(EXIT.ok);
    expect(out).toMatchInlineSnapshot(`
      "Bo Sample, also Bo
      3 files about them
        scorecard  2026-11-20-bo-sample-small-r-panel.json
        report     2026-11-20-bo-sample-small-r-panel.md
        journal    .history/r-panel/2026-11-20-bo-sample-small-r-panel.ndjson
      1 file about them and about others: their rows
        table      batch.ndjson
      1 file naming them among the people of the store
        people     people.yaml
      3 files about others or nobody, mentioning them
        scorecard  2026-11-20-ada-example-small-s-other.json
        report     2026-11-20-ada-example-small-s-other.md
        journal    .history/s-other/2026-11-20-ada-example-small-s-other.ndjson
      "
    `);
  });

  test('tells of a name that is nearly theirs, unless it was said that they are two', async () => {
    const host = createFakeHost({ cwd: store.cwd, files: { 'a.yaml': answers('typed badly') } });
    await run(['interview', '--role', 'small', '--answers', 'a.yaml', '-q', '--candidate', 'Bo Smaple'], host);
    const words = 'Nearly of that name, and taken for somebody else: Bo Smaple';
    expect((await scorecard('person', 'show', 'Bo Sample')).told).toContain(words);
    expect((await scorecard('person', 'erase', 'Bo Sample')).told).toContain(words);
    writeFileSync(inStore('people.yaml'), 'different:\n  - [Bo Smaple, Bo Sample]\n');
    expect((await scorecard('person', 'show', 'Bo Sample')).told).not.toContain('Nearly');
  });

  test('changes nothing', async () => {
    const before = everything();
    await scorecard('person', 'show', 'ada');
    expect(everything()).toEqual(before);
  });

  test('says that there is nothing, and whom it may have been about', async () => {
    const { code, told } = await scorecard('person', 'show', 'Ada Exampel');
    expect(code).toBe(EXIT.no);
    expect(told).toContain('there is nothing about "Ada Exampel"');
    expect(told).toContain('did you mean "Ada Example"');
  });

  test('does not show what others rated', async () => {
    expect((await scorecard('person', 'show', 'Ada Example', '-f', 'json')).out).not.toMatch(/knew it|"rating"/);
  });
});

describe('person export', () => {
  const handedOut = (name: string) => readFileSync(join(store.cwd, 'out', name), 'utf8');
  /** Nobody's own draft hides anything. */
  beforeEach(() => rmSync(inStore('.drafts'), { recursive: true }));

  test('writes a report, data, and what is in it, private to the user', async () => {
    const { code, told } = await scorecard('person', 'export', 'Ada Example', '-o', 'out');
    expect(code, told).toBe(EXIT.ok);
    expect(readdirSync(join(store.cwd, 'out')).sort()).toEqual(['contents.md', 'data.json', 'report.md']);
    expect(statSync(join(store.cwd, 'out')).mode & 0o777).toBe(0o700);
    expect(statSync(join(store.cwd, 'out/data.json')).mode & 0o777).toBe(0o600);
    expect(handedOut('report.md')).toContain('knew it');
    expect(handedOut('report.md').match(/^# Ada Example: /gm)).toHaveLength(2);
    const { files } = JSON.parse(handedOut('data.json'));
    expect(files.map(({ kind }: { kind: string }) => kind).sort()).toEqual(
      ['decision', 'history', 'history', 'plan', 'scorecard', 'scorecard', 'table'].sort(),
    );
    for (const { digest } of logged()[0]?.scorecards ?? []) expect(handedOut('contents.md')).toContain(digest);
  });

  test('holds no other candidate: their names are replaced, their rows and rubrics left out', async () => {
    await scorecard('person', 'export', 'Ada Example', '-o', 'out');
    const all = ['contents.md', 'data.json', 'report.md'].map(handedOut).join('\n');
    expect(all).not.toMatch(/bo\s+sample|bo-sample/i);
    expect(handedOut('report.md')).toContain('better than \\[another candidate\\]');
    expect(handedOut('data.json')).not.toContain('"questions"');
    expect(handedOut('contents.md')).toContain('replaced 2 times');
  });

  test('holds nothing that they are only mentioned in', async () => {
    await scorecard('person', 'export', 'Bo Sample', '-o', 'out');
    expect(handedOut('data.json')).not.toContain('better than');
    expect(handedOut('contents.md')).toContain('3 files about others');
    expect(handedOut('contents.md')).not.toMatch(/ada/i);
  });

  test('is logged, by digest', async () => {
    const digests = logged()
      .slice(0, 2)
      .flatMap(({ scorecards }) => scorecards);
    await scorecard('person', 'export', 'Ada Example', '-o', 'out');
    expect(logged().at(-1)).toMatchObject({ type: 'export', by: { name: 'H. Resources' } });
    expect(new Set(logged().at(-1)?.scorecards)).toEqual(new Set(digests));
  });

  test('where it can’t be logged it says so, and hands it out', async () => {
    rmSync(inStore('log.ndjson'));
    mkdirSync(inStore('log.ndjson'));
    const { code, told } = await scorecard('person', 'export', 'Ada Example', '-o', 'out');
    expect(code).toBe(EXIT.ok);
    expect(told).toContain('This could not be logged: ');
    expect(handedOut('report.md')).toContain('knew it');
  });

  test('says that a scorecard is not as it was sealed', async () => {
    const path = inStore(`${ADAS}.json`);
    writeFileSync(path, readFileSync(path, 'utf8').replace('knew it', 'knew nothing'));
    await scorecard('person', 'export', 'Ada Example', '-o', 'out');
    expect(handedOut('report.md')).toContain('**Not as sealed:**');
  });

  test('never writes over what is there', async () => {
    createFakeHost({ cwd: store.cwd, files: { 'out/mine.txt': 'mine' } });
    const before = logged().length;
    const { code, told } = await scorecard('person', 'export', 'Ada Example', '-o', 'out');
    expect({ code, told }).toMatchObject({ code: EXIT.usage, told: expect.stringContaining('out is not empty') });
    expect(readdirSync(join(store.cwd, 'out'))).toEqual(['mine.txt']);
    expect(logged()).toHaveLength(before);
  });

  test('while one’s own draft is open, nothing is handed out', async () => {
    const begun = createFakeHost({ cwd: store.cwd, lines: ['4', '/quit'], userName: 'T. Third' });
    await run(['interview', '--role', 'small', '--plain', '--candidate', 'Ada Example'], begun);
    const host = createFakeHost({ cwd: store.cwd, userName: 'T. Third' });
    expect(await run(['person', 'export', 'Ada Example', '-o', 'out'], host)).toBe(EXIT.no);
    expect(host.stderr.text).toContain('your own draft');
    expect(existsSync(join(store.cwd, 'out'))).toBe(false);
    const looking = createFakeHost({ cwd: store.cwd, userName: 'T. Third' });
    expect(await run(['person', 'export', 'Ada Example', '-o', 'out', '--unblind'], looking)).toBe(EXIT.ok);
    expect(logged().map(({ type }) => type)).toEqual(expect.arrayContaining(['unblind', 'export']));
    expect(handedOut('report.md')).toContain('open draft of T. Third');
  });
});

describe('person erase', () => {
  test('leaves no file, no name and no file name, and what is about others', async () => {
    const { code, told } = await scorecard('person', 'erase', 'Ada Example', '--yes', '--why', 'ticket 4711');
    expect(code, told).toBe(EXIT.ok);
    expect(withAda()).toEqual([]);
    expect(everything().map(([path]) => path)).toEqual([
      '.history/r-panel/2026-11-20-bo-sample-small-r-panel.ndjson',
      expect.stringMatching(/^\.rubrics\/[0-9a-f]{64}\.json$/),
      '2026-11-20-bo-sample-small-r-panel.json',
      '2026-11-20-bo-sample-small-r-panel.md',
      'batch.ndjson',
      'log.ndjson',
      'people.yaml',
    ]);
    expect(readFileSync(inStore('people.yaml'), 'utf8')).toBe('# kept by us\nsame:\n  - [Bo Sample, Bo]\n');
    expect(readFileSync(inStore('batch.ndjson'), 'utf8')).toBe('{"candidate":"Bo Sample","score":3}\n');
    expect(told).toContain('Out of reach: copies, backups, git history');
  });

  test('logs when, by whom, why, and the seals, so that the chain goes on', async () => {
    const digests = logged()
      .slice(0, 2)
      .flatMap(({ scorecards }) => scorecards);
    await scorecard('person', 'erase', 'Ada Example', '--yes', '--why', 'ticket 4711');
    const { at, ...entry } = logged().at(-1) ?? { at: '' };
    expect(entry).toEqual({ type: 'erase', by: { name: 'H. Resources' }, reason: 'ticket 4711', scorecards: digests });
    expect(at).toMatch(/^2026-11-26T/);
    const bos = JSON.parse(readFileSync(inStore('2026-11-20-bo-sample-small-r-panel.json'), 'utf8'));
    expect(digests.map(({ digest }) => digest)).toContain(bos.previous);
  });

  test('verify walks the chains past it', async () => {
    rmSync(inStore(`${ADAS}.json.sig`));
    await scorecard('person', 'erase', 'Ada Example', '--yes');
    const { code, out, told } = await scorecard('verify');
    expect(code, out + told).toBe(EXIT.ok);
    expect(out).toContain('R. Panel, 2 (1 erased)');
  });

  test('a scorecard sealed after it follows on the one that was erased', async () => {
    const [, others] = logged();
    await scorecard('person', 'erase', 'Ada Example', '--yes');
    const args = ['interview', '--role', 'small', '--answers', 'a.yaml', '-f', 'json', '-q'];
    const { out } = await scorecard(...args, '--candidate', 'Cy Third', '--interviewer', 'S. Other');
    expect(JSON.parse(out).previous).toBe(others?.scorecards[0]?.digest);
  });

  test('asks first, and does nothing where nobody can be asked', async () => {
    const before = everything();
    const { code, out, told } = await scorecard('person', 'erase', 'Ada Example');
    expect(code).toBe(EXIT.usage);
    expect(out).toContain(`${ADAS}.json`);
    expect(told).toContain('pass --yes');
    expect(everything()).toEqual(before);
  });

  test.each([
    ['the beginning of a name', ['ada', '--yes'], EXIT.usage, 'is not a whole name or id'],
    ['nobody', ['Cy Third', '--yes'], EXIT.no, 'there is nothing about "Cy Third"'],
    ['an interviewer', ['R. Panel', '--yes'], EXIT.no, 'is no candidate here but an interviewer'],
    ['a reason with the name', ['Ada Example', '--yes', '--why', 'Ada asked'], EXIT.usage, 'the reason holds "Ada"'],
  ])('erases nothing for %s', async (_what, args, code, told) => {
    const before = everything();
    const result = await scorecard('person', 'erase', ...args);
    expect(result).toMatchObject({ code, told: expect.stringContaining(told) });
    expect(everything()).toEqual(before);
  });

  test('whoever would be named in the log as who erased themselves is asked to leave it to another', async () => {
    const host = createFakeHost({ cwd: store.cwd, userName: 'ada EXAMPLE' });
    expect(await run(['person', 'erase', 'Ada Example', '--yes'], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain('the log says who erases');
  });

  test('notes about others that mention the person are listed, and left', async () => {
    const { code, told } = await scorecard('person', 'erase', 'Bo Sample', '--yes');
    expect(code).toBe(EXIT.no);
    expect(told).toMatch(/Left:\n3 files about others or nobody, mentioning them\n/);
    expect(told).toContain('2026-11-20-ada-example-small-s-other.json');
    expect(existsSync(inStore('2026-11-20-ada-example-small-s-other.json'))).toBe(true);
    expect(existsSync(inStore('2026-11-20-bo-sample-small-r-panel.json'))).toBe(false);
  });

  test('where it can’t be logged, nothing is erased', async () => {
    const log = readFileSync(inStore('log.ndjson'), 'utf8');
    rmSync(inStore('log.ndjson'));
    mkdirSync(inStore('log.ndjson'));
    const before = withAda().length;
    const { code, told } = await scorecard('person', 'erase', 'Ada Example', '--yes');
    expect(code).toBe(EXIT.usage);
    expect(told).toContain('log.ndjson');
    expect(withAda()).toHaveLength(before);
    rmSync(inStore('log.ndjson'), { recursive: true });
    writeFileSync(inStore('log.ndjson'), log);
  });

  test('run again, it finds nothing more to do', async () => {
    await scorecard('person', 'erase', 'Ada Example', '--yes');
    const before = everything();
    expect((await scorecard('person', 'erase', 'Ada Example', '--yes')).code).toBe(EXIT.no);
    expect(everything()).toEqual(before);
  });

  test('a draft that is open elsewhere is not taken from under the hands of who writes it', async () => {
    const { lockDraft } = await import('../../src/io/store/draft-lock.js');
    const release = lockDraft(inStore('.drafts/t-third/2026-11-20-ada-example-small-t-third.ndjson'));
    const { code, told } = await scorecard('person', 'erase', 'Ada Example', '--yes');
    release?.();
    expect(code).toBe(EXIT.usage);
    expect(told).toContain('is open in another terminal');
    expect(existsSync(inStore(`${ADAS}.json`))).toBe(true);
  });
});

describe('person hold', () => {
  test('keeps a person from being erased, with the reason, until it is released', async () => {
    expect((await scorecard('person', 'hold', 'Ada Example', '--why', 'charge 24-118')).code).toBe(EXIT.ok);
    expect((await scorecard('person', 'hold')).out).toBe(
      'Ada Example: on hold since 2026-11-26, by H. Resources: charge 24-118\n',
    );
    expect((await scorecard('person', 'show', 'Ada Exmple')).out).toContain('on hold since 2026-11-26');
    const erase = await scorecard('person', 'erase', 'Ada Exmple', '--yes');
    expect(erase).toMatchObject({ code: EXIT.no, told: expect.stringContaining('nothing is erased: on hold') });
    expect(existsSync(inStore(`${ADAS}.json`))).toBe(true);
    const elsewhere = await scorecard('person', 'erase', 'Ada Exmple', '--yes', '--store', './scorecards');
    expect(elsewhere.told).toMatch(/scorecard person hold 'Ada Ex\S+ --store \.\/scorecards --release/);
    expect((await scorecard('person', 'hold', 'Ada Example', '--release')).code).toBe(EXIT.ok);
    expect((await scorecard('person', 'hold', 'Ada Example', '--release')).code).toBe(EXIT.no);
    expect((await scorecard('person', 'erase', 'Ada Example', '--yes')).code).toBe(EXIT.ok);
    expect(withAda()).toEqual([]);
  });

  test.each([
    [['Cy Third', '--why', 'x'], EXIT.no],
    [['Ada Example'], EXIT.usage],
    [['Ada Example', '--why', ' '], EXIT.usage],
    [['Ada Example', '--why', 'x', '--release'], EXIT.usage],
    [['--release'], EXIT.usage],
  ])('%j is refused', async (args, code) => {
    const before = everything();
    expect((await scorecard('person', 'hold', ...args)).code).toBe(code);
    expect(everything()).toEqual(before);
  });
});
