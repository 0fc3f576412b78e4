import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lifeOf, type ProcessName, thisProcess } from '../../../src/io/system/living-process.js';

const me = thisProcess();
const GONE = 2 ** 30;

test.skipIf(!existsSync('/proc/self/ns/pid')).each<[string, Partial<ProcessName>, string]>([
  ['this one', me, 'alive'],
  ['this one, under another name of the host', { ...me, host: 'renamed' }, 'alive'],
  ['one that is gone', { ...me, pid: GONE }, 'dead'],
  ['one whose number this one has now', { ...me, began: '1' }, 'dead'],
  ['one in another container', { ...me, pid: GONE, space: 'pid:[1] time:[1]' }, 'elsewhere'],
  ['one of this machine before it was started again', { ...me, boot: 'another' }, 'dead'],
  ['one of another machine', { ...me, boot: 'another', host: 'another' }, 'unknown'],
  ['one of another machine that tells nothing more', { pid: GONE, host: 'another' }, 'unknown'],
  ['one of this machine that tells nothing more', { pid: GONE, host: me.host }, 'dead'],
  ['nonsense', { pid: -1, host: me.host }, 'dead'],
  ['nothing', {}, 'dead'],
])('%s', (_what, name, life) => {
  expect(lifeOf(name)).toBe(life);
});
