import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { slugOf } from '../../../src/core/text/slug.js';
import { lockDraft } from '../../../src/io/store/draft-lock.js';
import { freeId } from '../../../src/io/store/write-scorecard.js';
import { writeAtomically } from '../../../src/io/system/files.js';
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
  const named = { candidate: 'Ada Example', interviewer: 'R. Panel', role: 'small', startedAt: '2026-11-20T14:00:00Z' };
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
