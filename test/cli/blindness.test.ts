import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { parseLog } from '../../src/core/log/entry.js';
import { EXIT } from '../../src/errors.js';
import { lockDraft } from '../../src/io/store/draft-lock.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const THEIRS = 'scorecards/2026-11-20-ada-example-small-s-other.json';
const MINE = '2026-11-20-ada-example-small-r-panel';
const OTHER_CANDIDATE = 'scorecards/2026-11-20-bo-example-small-s-other.json';
const ANSWERS = 'ratings: { craft: 5, talk: 5 }\nverdict: yes\n';

let first: FakeHost;

/** A host in the same folder, with its own output. */
function again(lines: readonly string[] = []): FakeHost {
  return createFakeHost({ cwd: first.cwd, lines });
}

function answer(candidate: string, interviewer: string): Promise<number> {
  const who = ['--candidate', candidate, '--interviewer', interviewer];
  return run(['interview', '--role', 'small', '--answers', 'all.yaml', ...who, '-q'], again());
}

/** R. Panel's interview at the plain prompts. */
function interview(lines: readonly string[]): Promise<number> {
  return run(['interview', '--role', 'small', '--candidate', 'ADA example', '--plain', '-q'], again(lines));
}

beforeEach(async () => {
  first = createFakeHost({ files: { 'rubrics/small.yaml': SMALL_RUBRIC, 'all.yaml': ANSWERS } });
  expect(await answer('Ada Example', 'S. Other')).toBe(EXIT.ok);
  expect(await answer('Bo Example', 'S. Other')).toBe(EXIT.ok);
  expect(await interview(['3', '/quit'])).toBe(EXIT.ok);
});

test.each(['markdown', 'json', 'answers'])(
  'a scorecard of another interviewer stays hidden as %s while the own draft is open',
  async (format) => {
    const host = again();
    expect(await run(['report', THEIRS, '-f', format], host)).toBe(EXIT.no);
    expect(host.stdout.text).toBe('');
    expect(host.stderr.text).toContain('your own draft for Ada Example is open');
    expect(host.stderr.text).toContain('--unblind');
  },
);

test('the scorecards of other candidates are shown, and exit code 1 says that one was left out', async () => {
  const host = again();
  expect(await run(['report', THEIRS, OTHER_CANDIDATE, '-f', 'json'], host)).toBe(EXIT.no);
  expect(JSON.parse(host.stdout.text)).toMatchObject({ candidate: { name: 'Bo Example' } });
});

test.each([['compare'], ['summary'], ['panel', 'show']])(
  'somebody all of whose scorecards are hidden is not called unknown: %s',
  async (...words) => {
    const host = again();
    expect(await run([...words, 'ada'], host)).toBe(EXIT.no);
    expect(host.stdout.text).toBe('');
    expect(host.stderr.text).toContain('the one scorecard of Ada Example is hidden, see above');
  },
);

test('verify tells no figure of a hidden scorecard', async () => {
  const path = join(first.cwd, THEIRS);
  writeFileSync(path, readFileSync(path, 'utf8').replace('"rating": 5', '"rating": 4'));
  const host = again();
  expect(await run(['verify', THEIRS], host)).toBe(EXIT.no);
  expect(host.stdout.text).toBe('');
  expect(host.stderr.text).toContain('your own draft for Ada Example is open');
  const looking = again();
  expect(await run(['verify', THEIRS, '--unblind'], looking)).toBe(EXIT.no);
  expect(looking.stdout.text).toContain('recomputed as');
});

test('a draft in the folder of the scorecard hides it from wherever the command runs', async () => {
  const host = createFakeHost();
  expect(await run(['report', join(first.cwd, THEIRS)], host)).toBe(EXIT.no);
  expect(host.stdout.text).toBe('');
});

test.each([
  ['report', 'elsewhere/x.json'],
  ['verify', 'elsewhere/x.json'],
  ['summary', 'elsewhere'],
  ['summary', 'elsewhere/x.json'],
])('a link to a scorecard shows no more than the scorecard: %s %s', async (command, path) => {
  mkdirSync(join(first.cwd, 'elsewhere'));
  symlinkSync(join(first.cwd, THEIRS), join(first.cwd, 'elsewhere/x.json'));
  // From a folder whose own store knows nothing of it.
  mkdirSync(join(first.cwd, 'away'));
  const host = createFakeHost({ cwd: join(first.cwd, 'away') });
  expect(await run([command, `../${path}`], host)).toBe(EXIT.no);
  expect(host.stdout.text).not.toContain('Ada Example');
  expect(host.stderr.text).toContain('your own draft for Ada Example is open');
});

test('once the own scorecard is submitted, the others are shown', async () => {
  expect(
    await run(['interview', '--resume', MINE, '--plain', '-q'], again(['4', '/review', 'yes', '/submit', '/submit'])),
  ).toBe(EXIT.ok);
  const host = again();
  expect(await run(['report', THEIRS], host)).toBe(EXIT.ok);
  expect(host.stdout.text).toContain('Ada Example');
  expect(JSON.parse(readFileSync(join(first.cwd, `scorecards/${MINE}.json`), 'utf8'))).not.toHaveProperty('unblinded');
});

test('--unblind shows them, and the own scorecard says so when it is submitted', async () => {
  const host = again();
  expect(await run(['report', THEIRS, '--unblind'], host)).toBe(EXIT.ok);
  expect(host.stdout.text).toContain('S. Other');
  expect(
    await run(['interview', '--resume', MINE, '--plain', '-q'], again(['4', '/review', 'yes', '/submit', '/submit'])),
  ).toBe(EXIT.ok);
  const card = JSON.parse(readFileSync(join(first.cwd, `scorecards/${MINE}.json`), 'utf8'));
  expect(card.unblinded).toBe(true);
});

test.each([
  ['begun again', ['--restart', '--plain'], ['4', '/2 3', '/review', 'yes', '/submit', '/submit'], MINE],
  ['left for an answers file', ['--answers', '-'], ['ratings: { craft: 4, talk: 3 }', 'verdict: yes'], `${MINE}-2`],
])('who looked is on record in a draft that is %s', async (_how, options, lines, id) => {
  const submit = (candidate: string) =>
    run(['interview', '--role', 'small', '-c', candidate, '-q', ...options], again(lines));
  expect(await run(['report', THEIRS, '--unblind'], again())).toBe(EXIT.ok);
  expect(await submit('Ada Example')).toBe(EXIT.ok);
  expect(await submit('Bo Sample')).toBe(EXIT.ok);
  const card = (name: string) => JSON.parse(readFileSync(join(first.cwd, `scorecards/${name}.json`), 'utf8'));
  expect(card(id).unblinded).toBe(true);
  expect(card('2026-11-20-bo-sample-small-r-panel')).not.toHaveProperty('unblinded');
});

test('who looked is on record under another name of the candidate', async () => {
  expect(await run(['report', THEIRS, '--unblind'], again())).toBe(EXIT.ok);
  const words = ['interview', '-r', 'small', '-c', 'Bea Sample', '--same', 'Ada Example=Bea Sample', '--restart'];
  expect(await run([...words, '--plain', '-q'], again(['4', '/2 3', '/review', 'yes', '/submit', '/submit']))).toBe(
    EXIT.ok,
  );
  const card = readFileSync(join(first.cwd, 'scorecards/2026-11-20-bea-sample-small-r-panel.json'), 'utf8');
  expect(JSON.parse(card).unblinded).toBe(true);
});

test('--unblind that cannot be recorded, since the draft is open elsewhere, shows nothing', async () => {
  const release = lockDraft(join(first.cwd, `scorecards/.drafts/r-panel/${MINE}.ndjson`));
  const host = again();
  expect(await run(['report', THEIRS, '--unblind'], host)).toBe(EXIT.usage);
  expect(host.stdout.text).toBe('');
  expect(host.stderr.text).toContain('is open in another terminal');
  release?.();
});

describe('a look at what others rated', () => {
  const logged = () => parseLog(readFileSync(join(first.cwd, 'scorecards/log.ndjson'), 'utf8')).entries;
  const looks = () => logged().filter(({ type }) => type === 'unblind');
  const theirs = () => JSON.parse(readFileSync(join(first.cwd, THEIRS), 'utf8'));

  test.each([
    ['report', THEIRS],
    ['verify', THEIRS],
    ['summary', 'scorecards'],
    ['compare', 'scorecards'],
  ])('%s --unblind is logged, with whose draft was open and what was seen', async (command, path) => {
    expect(await run([command, path, '--unblind'], again())).toBe(EXIT.ok);
    expect(looks()).toMatchObject([{ by: { name: 'R. Panel' }, scorecards: [{ digest: theirs().digest }] }]);
  });

  test('each time, though the draft needs to say so once', async () => {
    for (const command of ['report', 'report']) await run([command, THEIRS, '--unblind'], again());
    expect(looks()).toHaveLength(2);
    const draft = readFileSync(join(first.cwd, `scorecards/.drafts/r-panel/${MINE}.ndjson`), 'utf8');
    expect(draft.match(/"unblind"/g)).toHaveLength(1);
  });

  test('is refused where it can’t be logged, and the draft says nothing of it', async () => {
    rmSync(join(first.cwd, 'scorecards/log.ndjson'));
    mkdirSync(join(first.cwd, 'scorecards/log.ndjson'));
    const host = again();
    expect(await run(['report', THEIRS, '--unblind'], host)).toBe(EXIT.usage);
    expect(host.stdout.text).toBe('');
    expect(host.stderr.text).toContain('--unblind cannot be logged');
    const draft = readFileSync(join(first.cwd, `scorecards/.drafts/r-panel/${MINE}.ndjson`), 'utf8');
    expect(draft).not.toContain('"unblind"');
  });

  test('takes into the log what is a digest, and not what somebody wrote in its place', async () => {
    writeFileSync(join(first.cwd, THEIRS), JSON.stringify({ ...theirs(), digest: 'Ada Example' }));
    expect(await run(['report', THEIRS, '--unblind'], again())).toBe(EXIT.no);
    expect(looks()).toMatchObject([{ scorecards: [] }]);
  });
});

test.each([
  ['summary', []],
  ['summary', ['scorecards']],
  ['compare', []],
])('%s %j leaves them out and says so', async (command, paths) => {
  const host = again();
  await run([command, ...paths, '-f', 'json'], host);
  expect(host.stdout.text).not.toContain('Ada Example');
  expect(host.stderr.text).toContain('your own draft for Ada Example is open');
});

test('summary --unblind takes them in, and the own scorecard says so', async () => {
  const host = again();
  expect(await run(['summary', '--unblind', '-f', 'json'], host)).toBe(EXIT.ok);
  expect(host.stdout.text).toContain('Ada Example');
  expect(
    await run(['interview', '--resume', MINE, '--plain', '-q'], again(['4', '/review', 'yes', '/submit', '/submit'])),
  ).toBe(EXIT.ok);
  const card = JSON.parse(readFileSync(join(first.cwd, `scorecards/${MINE}.json`), 'utf8'));
  expect(card.unblinded).toBe(true);
});
