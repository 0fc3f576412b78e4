import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/fake-host.js';
import { BIN } from '../support/program.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const isThere = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;
if (!isThere) console.warn('strace is not there, or may not trace: what is synced, and when, is not tested');

interface Call {
  readonly name: string;
  /** The paths that it is about. */
  readonly paths: readonly string[];
}

/** The calls with which a submission changes names or syncs them, in their order. */
function traceSubmission(cwd: string): readonly Call[] {
  writeFileSync(join(cwd, 'small.yaml'), SMALL_RUBRIC);
  const traced = [
    '-f',
    '-y',
    '-qq',
    '-s',
    '300',
    '-o',
    'trace',
    '-e',
    'trace=mkdir,link,rename,unlink,fsync,fdatasync',
  ];
  const args = ['interview', '--answers', '-', '--role', './small.yaml', '-c', 'Ada Example', '-i', 'R. Panel'];
  const { status, stderr } = spawnSync('strace', [...traced, process.execPath, BIN, ...args, '--store', 'new/store'], {
    ...{ cwd, encoding: 'utf8', input: 'ratings: { craft: 4, talk: 3 }\nverdict: yes\n' },
  });
  expect(status, stderr).toBe(0);
  return readFileSync(join(cwd, 'trace'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, name, rest] = /^\d+ +(\w+)\((.*)\) += 0$/.exec(line) ?? [];
      if (name === undefined || rest === undefined) return [];
      const paths = [...rest.matchAll(/"([^"]*)"|\d+<([^>]*)>/g)].map(([, named, open]) => named ?? open ?? '');
      return paths.every((path) => path.includes(cwd)) ? [{ name, paths }] : [];
    });
}

test.skipIf(!isThere)(
  'a power cut takes no name that a submission has told: each folder is synced once it has it',
  () => {
    const cwd = realpathSync(temporaryFolder());
    const calls = traceSubmission(cwd);
    const isSyncedAfter = (at: number, folder: string) =>
      calls.slice(at + 1).some(({ name, paths }) => name === 'fsync' && paths[0] === folder);
    const named = calls.flatMap(({ name, paths }, at) => {
      if (name === 'mkdir') return paths.map((path) => ({ what: `made ${path}`, at, folder: dirname(path) }));
      if (name === 'rename') return paths.map((path) => ({ what: `renamed ${path}`, at, folder: dirname(path) }));
      if (name === 'link') return [{ what: `linked ${paths[1]}`, at, folder: dirname(paths[1] ?? '') }];
      return [];
    });
    const lasting = named.filter(({ what }) => !what.endsWith('.lock'));
    expect(lasting.filter(({ at, folder }) => !isSyncedAfter(at, folder)).map(({ what }) => what)).toEqual([]);
    expect(lasting.map(({ what }) => what)).toContain(`made ${join(cwd, 'new')}`);
    // The scorecard stands before its report, and both before the draft is put away.
    const order = lasting.map(({ what }) => /\.(json|md|ndjson)$/.exec(what)?.[1] ?? '').filter(Boolean);
    expect(order.filter((kind, at) => kind !== order[at - 1])).toEqual(['json', 'ndjson', 'json', 'md', 'ndjson']);
  },
);
