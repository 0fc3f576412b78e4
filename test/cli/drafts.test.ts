import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { openStore } from '../../src/io/store/folder-store.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

/** The same role without the dimension "talk" and without red flags. */
const OTHER = SMALL_RUBRIC.replace('id: small', 'id: other').replaceAll(/\btalk\b/g, 'speech');
const ID = '2026-11-20-ada-exmaple-small-r-panel';

let first: FakeHost;

beforeEach(async () => {
  first = createFakeHost({
    files: { 'rubrics/small.yaml': SMALL_RUBRIC, 'rubrics/other.yaml': OTHER },
    lines: ['4', 'held its load', '/2', 'spoke well', '/flag 1 blamed a colleague', '3', '/quit'],
    userName: 'R. Panel',
  });
  await run(['interview', '-r', 'small', '-c', 'Ada Exmaple', '--plain', '-q'], first);
});

async function drafts(...args: string[]) {
  const host = createFakeHost({ cwd: first.cwd, userName: 'R. Panel', start: '2026-11-20T15:00:00Z' });
  const exit = await run(['drafts', ...args], host);
  return { exit, out: host.stdout.text, err: host.stderr.text };
}

function open() {
  const host = createFakeHost({ cwd: first.cwd });
  return openStore(host, undefined).listDrafts().drafts;
}

test('each draft is told with the command that goes on with it', async () => {
  const { exit, out } = await drafts();
  expect(exit).toBe(EXIT.ok);
  expect(out).toBe(
    `Ada Exmaple, Small role: 2 of 2 decided, 2026-11-20 14:00, by R. Panel\n  scorecard interview --resume ${ID}\n`,
  );
});

test('as JSON for programs', async () => {
  const { out } = await drafts('-f', 'json');
  expect(JSON.parse(out).drafts).toMatchObject([
    { id: ID, candidate: { name: 'Ada Exmaple' }, role: 'small', decided: 2, dimensions: 2 },
  ]);
});

test('where there is none, that is said, and is no error', async () => {
  await drafts('--discard', ID);
  expect(await drafts()).toMatchObject({ exit: EXIT.ok, out: expect.stringMatching(/^No drafts in /) });
});

test('a draft that is discarded is kept as history', async () => {
  const { exit, err } = await drafts('--discard', 'exmaple');
  expect(exit).toBe(EXIT.ok);
  const kept = /It is kept as (.*)\n/.exec(err)?.[1] ?? '';
  expect(existsSync(kept)).toBe(true);
  expect(open()).toEqual([]);
});

test('a draft that is unknown, or could be several, is told with those that there are', async () => {
  expect(await drafts('--discard', 'nobody')).toMatchObject({ exit: EXIT.usage, err: expect.stringContaining(ID) });
});

test('a misspelt candidate is put right: all that was entered, with its times, goes with the new name', async () => {
  const before = open()[0]?.session;
  const { exit, err } = await drafts('--rename', ID, '--candidate', 'Ada Example <ada@example.com>');
  expect(exit, err).toBe(EXIT.ok);
  const after = open();
  expect(after).toHaveLength(1);
  expect(after[0]?.id).toBe('2026-11-20-ada-example-small-r-panel');
  expect(after[0]?.session.open.candidate).toEqual({ name: 'Ada Example', id: 'ada@example.com' });
  expect(after[0]?.session.content).toEqual(before?.content);
  expect(after[0]?.session.clock).toEqual(before?.clock);
  expect(err).toContain('--resume 2026-11-20-ada-example-small-r-panel');
});

test('another role takes what it has a place for, and the rest as notes on the whole', async () => {
  const { exit, err } = await drafts('--rename', ID, '--role', 'other');
  expect(exit, err).toBe(EXIT.ok);
  const { content, open: opening } = open()[0]?.session ?? {};
  expect(opening?.rubric.id).toBe('other');
  expect(content?.dimensions[0]).toMatchObject({ rating: 4, notes: [{ text: 'held its load' }] });
  expect(content?.dimensions[1]).toEqual({ notes: [], asked: [] });
  expect(content?.notes.map(({ text }) => text)).toEqual(['Talk: 3', 'Talk: spoke well']);
  expect(content?.flags).toMatchObject([{ evidence: [{ text: 'blamed a colleague' }] }]);
});

test('run again after it was killed half-way, it makes no second draft', async () => {
  const history = join(first.cwd, 'scorecards/.history');
  const [person = ''] = readdirSync(join(first.cwd, 'scorecards/.drafts'));
  const journal = join(first.cwd, 'scorecards/.drafts', person, `${ID}.ndjson`);
  const bytes = readFileSync(journal);
  await drafts('--rename', ID, '--candidate', 'Ada Example');
  // As if it had ended before the old draft was put away.
  const { writeFileSync } = await import('node:fs');
  writeFileSync(journal, bytes);
  expect(readdirSync(history)).toHaveLength(1);
  await drafts('--rename', ID, '--candidate', 'Ada Example');
  expect(open().map(({ id }) => id)).toEqual(['2026-11-20-ada-example-small-r-panel']);
});

test('what to do is to be said once, and whole', async () => {
  expect(await drafts('--discard', ID, '--rename', ID)).toMatchObject({ exit: EXIT.usage });
  expect(await drafts('--rename', ID)).toMatchObject({ exit: EXIT.usage, err: expect.stringContaining('--candidate') });
  expect(await drafts('--candidate', 'Ada')).toMatchObject({
    exit: EXIT.usage,
    err: expect.stringContaining('--rename'),
  });
});
