import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { slugOf } from '../../../src/core/text/slug.js';
import { lockDraft } from '../../../src/io/store/draft-lock.js';
import { freeId } from '../../../src/io/store/free-id.js';
import { sweepStore } from '../../../src/io/store/submission.js';
import { sweepTemporaries, writeAtomically } from '../../../src/io/system/write-file.js';
import { temporaryFolder } from '../../support/fake-host.js';

test.each([
  ['Ada  Example', 'ada-example'],
  ['Łukasz Żółć', 'łukasz-żółć'],
  ['山田 太郎', '山田-太郎'],
  ['../../etc/passwd', 'etc-passwd'],
  ['..', 'unnamed'],
  ['👩‍🚀', 'unnamed'],
  ['CON\0\n/x', 'con-x'],
  ["O'Neil, Jr.", 'o-neil-jr'],
])('the name %j becomes the file name part %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test.each(['x'.repeat(400), '漢'.repeat(400)])('a long name still fits into a file name', (name) => {
  expect(Buffer.byteLength(slugOf(name))).toBeLessThanOrEqual(70);
  expect(Buffer.byteLength(slugOf(name))).toBeGreaterThan(60);
});

test('a second scorecard of the same day gets a name of its own', () => {
  const store = temporaryFolder();
  const named = {
    candidate: { name: 'Ada Example' },
    interviewer: { name: 'R. Panel' },
    role: 'small',
    startedAt: '2026-11-20T14:00:00Z',
  };
  const first = freeId(store, named);
  expect(first).toBe('2026-11-20-ada-example-small-r-panel');
  writeFileSync(join(store, `${first}.md`), 'taken');
  expect(freeId(store, named)).toBe(`${first}-2`);
});

test('an atomic write leaves an existing file alone, and nothing beside it', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'x.json');
  writeAtomically(path, 'first', { mayReplace: false });
  expect(() => writeAtomically(path, 'second', { mayReplace: false })).toThrow();
  expect(readFileSync(path, 'utf8')).toBe('first');
  writeAtomically(path, 'third', { mayReplace: true });
  expect(readFileSync(path, 'utf8')).toBe('third');
  expect(readdirSync(folder)).toEqual(['x.json']);
});

test('an atomic write that fails leaves nothing behind', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'x.json'));
  expect(() => writeAtomically(join(folder, 'x.json'), 'text', { mayReplace: true })).toThrow();
  expect(readdirSync(folder)).toEqual(['x.json']);
});

test('a draft is locked for others while it is open, and a lock of a dead process is taken over', () => {
  const path = join(temporaryFolder(), 'x.ndjson');
  const release = lockDraft(path);
  expect(release).toBeDefined();
  expect(lockDraft(path)).toBeUndefined();
  release?.();
  expect(existsSync(`${path}.lock`)).toBe(false);
  writeFileSync(`${path}.lock`, JSON.stringify({ pid: 2 ** 30, host: hostname() }));
  expect(lockDraft(path)).toBeDefined();
});

test('a lock is taken over where its process number belongs to another process now', () => {
  const path = join(temporaryFolder(), 'x.ndjson');
  writeFileSync(`${path}.lock`, JSON.stringify({ pid: process.pid, host: hostname(), began: '1', token: 'x' }));
  expect(lockDraft(path)).toBeDefined();
});

test('who looked at a stale lock before another took it over does not take it over again', () => {
  const path = join(temporaryFolder(), 'x.ndjson');
  const stale = JSON.stringify({ pid: 2 ** 30, host: hostname(), token: 'x' });
  writeFileSync(`${path}.lock`, stale);
  // The right to replace it is held by a living process, which is about to.
  const right = lockDraft(`${path}.lock.x`.replace(/\.lock$/, ''));
  expect(right).toBeDefined();
  writeFileSync(`${path}.lock.x`, readFileSync(`${path}.lock.x.lock`, 'utf8'));
  expect(lockDraft(path)).toBeUndefined();
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe(stale);
});

test('a lock that was taken over is not let go of by who held it before', () => {
  const path = join(temporaryFolder(), 'x.ndjson');
  const release = lockDraft(path);
  const other = JSON.stringify({ pid: process.pid, host: hostname(), token: 'other' });
  writeFileSync(`${path}.lock`, other);
  release?.();
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe(other);
});

test('temporary files of dead programs are swept, those of living ones stay', () => {
  const folder = temporaryFolder();
  const names = [`.tmp-${2 ** 30}-abc`, `.tmp-${process.pid}-abc`, '.tmp-notes', 'x.json'];
  for (const name of names) writeFileSync(join(folder, name), '');
  sweepTemporaries(folder);
  expect(readdirSync(folder).sort()).toEqual(names.slice(1).sort());
});

test('the lock of a dead program on a draft that never came to be is swept, others stay', () => {
  const folder = temporaryFolder();
  const place = join(folder, '.drafts/r-panel');
  mkdirSync(place, { recursive: true });
  const dead = JSON.stringify({ pid: 2 ** 30, host: hostname(), token: 'x' });
  for (const name of ['orphan.ndjson.lock', 'left.ndjson.lock', 'left.ndjson']) writeFileSync(join(place, name), dead);
  const release = lockDraft(join(place, 'held.ndjson'));
  sweepStore(folder);
  expect(readdirSync(place).sort()).toEqual(['held.ndjson.lock', 'left.ndjson', 'left.ndjson.lock']);
  release?.();
});
