import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolders, readWhole } from '../../../src/io/system/files.js';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(folder, { recursive: true }));

function made(name: string, make: (path: string) => void): string {
  const path = join(folder, name);
  make(path);
  return path;
}

test.each([
  ['a pipe that nobody writes to', () => made('pipe', (path) => execFileSync('mkfifo', [path])), 'not-a-file'],
  ['a link to a device without end', () => made('zero', (path) => symlinkSync('/dev/zero', path)), 'not-a-file'],
  [
    'a file larger than memory',
    () =>
      made('large', (path) => {
        closeSync(openSync(path, 'w'));
        truncateSync(path, 2 ** 40);
      }),
    'too-large',
  ],
  ['a folder', () => folder, 'unreadable'],
])('%s is not read', (_what, path, code) => {
  const read = readWhole(path());
  expect(read.ok ? 'read' : read.problems.map((problem) => problem.code)).toEqual([code]);
});

test('folders are made one below the other, private, and those that are there are left alone', () => {
  const path = join(folder, 'a/b/c');
  for (let time = 0; time < 2; time += 1) makeFolders(path);
  for (const made of [path, join(folder, 'a/b'), join(folder, 'a')]) expect(statSync(made).mode & 0o777).toBe(0o700);
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolders(join(folder, 'file'))).toThrow('EEXIST');
  expect(() => makeFolders(join(folder, 'file/below'))).toThrow('ENOTDIR');
});
