import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isDraftOpen, lockDraft } from '../../../src/io/store/draft-lock.js';
import { lockOpenFile } from '../../../src/io/system/kernel-lock.js';
import { thisProcess } from '../../../src/io/system/living-process.js';
import { temporaryFolder } from '../../support/fake-host.js';

/** A draft with the lock that a process in another container of this machine left, or holds. */
function lockedElsewhere(more: object = {}): string {
  const path = join(temporaryFolder(), 'x.ndjson');
  const lock = `${path}.lock`;
  writeFileSync(lock, '');
  const holder = { ...thisProcess(), pid: 1, host: '0a1b2c3d', space: 'pid:[1] time:[1]', token: 'x' };
  writeFileSync(lock, JSON.stringify({ ...holder, device: statSync(lock).dev, ...more }));
  return path;
}

const isTold = existsSync('/proc/self/ns/pid') && spawnSync('flock', ['--help']).error === undefined;

describe.skipIf(!isTold)('a lock of a container', () => {
  test('is taken over once the kernel has let go of it', () => {
    const path = lockedElsewhere();
    const held = openSync(`${path}.lock`, 'r');
    expect(lockOpenFile(held)).toBe('locked');
    expect(isDraftOpen(path)).toBe(true);
    expect(lockDraft(path)).toBeUndefined();
    closeSync(held);
    expect(isDraftOpen(path)).toBe(false);
    expect(lockDraft(path)).toBeDefined();
    expect(lockDraft(path)).toBeUndefined();
  });

  test.each<[string, object]>([
    ['the kernel never held', { device: undefined }],
    ['is on another file system, whose locks are not known here', { device: 0 }],
    ['is of another machine', { boot: 'another' }],
  ])('that %s counts as held', (_what, more) => {
    const path = lockedElsewhere(more);
    expect(lockDraft(path)).toBeUndefined();
    expect(isDraftOpen(path)).toBe(true);
  });
});
