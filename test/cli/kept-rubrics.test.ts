import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { storeAt } from '../../src/io/store/folder-store.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const files = { 'rubrics/small.yaml': SMALL_RUBRIC };
const PLAIN = ['interview', '--plain', '--role', 'small', '-c', 'Ada Example'];
const ID = '2026-11-20-ada-example-small-r-panel';

const kept = ({ cwd }: FakeHost) => join(cwd, 'scorecards/.rubrics');
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

async function begin(options: readonly string[] = [], cwd?: string): Promise<FakeHost> {
  const host = createFakeHost({ files, lines: ['4', '/quit'], ...(cwd === undefined ? {} : { cwd }) });
  expect(await run([...PLAIN, ...options], host), host.stderr.text).toBe(EXIT.ok);
  return host;
}

test('the rubric of an interview is kept once, by the hash of its file, with all its anchors and variants', async () => {
  const host = await begin(['--variant', 'even']);
  const [name = '', ...others] = readdirSync(kept(host));
  expect([name, ...others]).toEqual([`${hash(SMALL_RUBRIC)}.json`]);
  const rubric = JSON.parse(readFileSync(join(kept(host), name), 'utf8'));
  expect(rubric).toMatchObject({
    id: 'small',
    variants: [{ id: 'even' }],
    dimensions: [{ id: 'craft', weight: 60 }, {}],
  });
  expect(statSync(join(kept(host), name)).mode & 0o777).toBe(0o600);
  const { ino } = statSync(join(kept(host), name));
  await begin(['--restart'], host.cwd);
  expect(statSync(join(kept(host), name)).ino).toBe(ino);
});

test('that of a draft of version 0.1 is kept when it is submitted', async () => {
  const host = await begin();
  rmSync(kept(host), { recursive: true });
  const resumed = createFakeHost({ cwd: host.cwd, lines: ['/2 3', '/review', 'yes', '/submit', '/submit'] });
  expect(await run(['interview', '--plain', '--resume', ID], resumed)).toBe(EXIT.ok);
  const { rubric } = JSON.parse(readFileSync(join(host.cwd, `scorecards/${ID}.json`), 'utf8'));
  expect(readdirSync(kept(host))).toEqual([`${rubric.sha256}.json`]);
});

test('the part of it that one session is never stands in its place', async () => {
  const sessions = 'sessions: [{ id: making, title: Making, minutes: 45, dimensions: [craft] }]\n';
  const host = createFakeHost({
    files: { 'rubrics/small.yaml': SMALL_RUBRIC.replace('redFlags:', `${sessions}redFlags:`) },
    lines: ['4', '/quit'],
  });
  await run([...PLAIN, '--session', 'making'], host);
  rmSync(kept(host), { recursive: true });
  const resumed = createFakeHost({ cwd: host.cwd, lines: ['/review', 'yes', '/submit', '/submit'] });
  const id = ID.replace('small', 'small-making');
  expect(await run(['interview', '--plain', '--resume', id], resumed), resumed.stderr.text).toBe(EXIT.ok);
  expect(existsSync(kept(host)) ? readdirSync(kept(host)) : []).toEqual([]);
});

test('where it cannot be kept, the interview is held, and its submission says so', async () => {
  const host = createFakeHost({ files, lines: ['4', '/2 3', '/review', 'yes', '/submit', '/submit'] });
  mkdirSync(join(host.cwd, 'scorecards'));
  writeFileSync(kept(host), 'a file');
  expect(await run(PLAIN, host)).toBe(EXIT.ok);
  expect(host.stderr.text).toContain('the rubric could not be kept: ');
  expect(host.stderr.text).toContain('Sealed');
});

test('a journal that names another place than a hash has nothing written there', async () => {
  const host = await begin();
  rmSync(kept(host), { recursive: true });
  const draft = join(host.cwd, `scorecards/.drafts/r-panel/${ID}.ndjson`);
  writeFileSync(draft, readFileSync(draft, 'utf8').replace(hash(SMALL_RUBRIC), '../../outside'));
  const resumed = createFakeHost({ cwd: host.cwd, lines: ['/2 3', '/review', 'yes', '/submit', '/submit'] });
  expect(await run(['interview', '--plain', '--resume', ID], resumed)).toBe(EXIT.ok);
  expect(readdirSync(host.cwd).sort()).toEqual(['rubrics', 'scorecards']);
  expect(readdirSync(join(host.cwd, 'scorecards'))).not.toContain('.rubrics');
});

test('a hash that is a path leads to no other file', async () => {
  const host = await begin();
  const store = storeAt('scorecards', host);
  const [name = ''] = readdirSync(kept(host));
  writeFileSync(join(host.cwd, 'other.json'), readFileSync(join(kept(host), name)));
  expect(store.readRubric(name.replace('.json', ''))).toBeDefined();
  for (const path of ['../../other', join(host.cwd, 'other'), '\u0000']) expect(store.readRubric(path)).toBeUndefined();
});
