import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeTemporaryFolder, sweepTemporaryFolders } from '../../../src/io/system/temporary-folder.js';

const GONE = 2 ** 30;
const NOW = Date.parse('2026-11-20T14:00:00Z');

let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'temporary-'));
  vi.stubEnv('TMPDIR', temporary);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** A folder with a note in it, both last touched so many hours before. */
function left(name: string, hours: number, noteHours = hours): void {
  const folder = join(temporary, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'note.md'), 'said so\n');
  const before = (many: number) => (NOW - many * 3_600_000) / 1000;
  utimesSync(join(folder, 'note.md'), before(noteHours), before(noteHours));
  utimesSync(folder, before(hours), before(hours));
}

test('what a killed program left is removed a day after it was last touched', () => {
  left(`scorecard-${GONE}-oldest`, 25);
  left(`scorecard-${GONE}-edited`, 25, 1);
  left(`scorecard-${GONE}-newest`, 1);
  left(`scorecard-${process.pid}-living`, 25);
  left('scorecard-key-abcdef', 25);
  sweepTemporaryFolders(NOW);
  expect(readdirSync(temporary).sort()).toEqual(
    [
      `scorecard-${GONE}-edited`,
      `scorecard-${GONE}-newest`,
      `scorecard-${process.pid}-living`,
      'scorecard-key-abcdef',
    ].sort(),
  );
});

test('a new folder is one that a later program knows as ours', () => {
  const folder = makeTemporaryFolder();
  expect(folder.slice(temporary.length)).toMatch(new RegExp(`^/scorecard-${process.pid}-\\w{6}$`));
});
