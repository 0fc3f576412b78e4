import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME, temporaryFolder } from '../support/fake-host.js';
import { BIN, startProgram } from '../support/program.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const ID = '2026-11-20-ada-example-small-r-panel';
const PLAIN = [
  'interview',
  '--plain',
  '--role',
  './small.yaml',
  '--candidate',
  'Ada Example',
  '--interviewer',
  'R. Panel',
];

function folderWithRubric(): string {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'small.yaml'), SMALL_RUBRIC);
  return cwd;
}

test('of six that resume a draft with a stale lock, one gets it and the others are told that it is open', async () => {
  const cwd = folderWithRubric();
  const first = startProgram(PLAIN, { cwd });
  first.child.stdin.end('4\nheld its load\n/quit\n');
  await first.ended;
  const drafts = join(cwd, 'scorecards/.drafts/r-panel');
  const id = readdirSync(drafts)[0]?.replace('.ndjson', '') ?? '';
  writeFileSync(join(drafts, `${id}.ndjson.lock`), JSON.stringify({ pid: 2 ** 30, host: hostname() }));
  const programs = Array.from({ length: 6 }, () => startProgram(['interview', '--plain', '--resume', id], { cwd }));
  await Promise.all(programs.map(({ says }) => says('\n')));
  for (const { child } of programs) child.stdin.end('said while open\n/quit\n');
  const ended = await Promise.all(programs.map((program) => program.ended));
  expect(ended.map(({ code }) => code).sort()).toEqual([0, 2, 2, 2, 2, 2]);
  for (const { code, stderr } of ended) if (code === 2) expect(stderr).toContain('is open in another terminal');
  expect(readFileSync(join(drafts, `${id}.ndjson`), 'utf8').match(/said while open/g)).toHaveLength(1);
  expect(readdirSync(drafts)).toEqual([`${id}.ndjson`]);
});

test('eight scorecards of one name submitted at once all stand, each under a name of its own', async () => {
  const cwd = folderWithRubric();
  const answers = 'candidate: Ada Example\ninterviewer: R. Panel\nrole: ./small.yaml\nratings: {}\n';
  writeFileSync(join(cwd, 'a.yaml'), answers);
  const programs = Array.from({ length: 8 }, () =>
    startProgram(['interview', '--answers', 'a.yaml', '--again'], { cwd }),
  );
  const ended = await Promise.all(programs.map((program) => program.ended));
  expect(ended.map(({ code, stderr }) => (code === 0 ? '' : stderr)).filter(Boolean)).toEqual([]);
  const names = readdirSync(join(cwd, 'scorecards')).filter((name) => name.endsWith('.json'));
  expect(names).toHaveLength(8);
});

test('a store that is removed in an interview has every answer again with the next one', async () => {
  const cwd = folderWithRubric();
  const program = startProgram(PLAIN, { cwd });
  program.child.stdin.write('before it went\n');
  await program.says('noted on');
  rmSync(join(cwd, 'scorecards'), { recursive: true });
  program.child.stdin.end('4\nafter it went\n/quit\n');
  expect(await program.ended).toMatchObject({ code: 0 });
  const drafts = join(cwd, 'scorecards/.drafts/r-panel');
  const text = readFileSync(join(drafts, readdirSync(drafts)[0] ?? ''), 'utf8');
  expect(text).toContain('before it went');
  expect(text).toContain('after it went');
});

test('a pipe in the place of a scorecard, a draft or a rubric is told or passed over, and never waited for', async () => {
  const cwd = folderWithRubric();
  mkdirSync(join(cwd, 'scorecards/.drafts/r-panel'), { recursive: true });
  mkdirSync(join(cwd, 'rubrics'));
  const pipes = ['scorecards/x.json', `scorecards/.drafts/r-panel/${ID}.ndjson`, 'rubrics/x.yaml'];
  expect(spawnSync('mkfifo', pipes, { cwd }).status).toBe(0);
  const reads = [
    ['summary', 'scorecards'],
    ['summary', pipes[0] ?? ''],
    ['report', pipes[0] ?? ''],
  ];
  for (const args of [...reads, ['doctor'], ['rubric', 'list']]) {
    const { signal, code, stderr } = await startProgram(args, { cwd }).ended;
    expect(signal, args.join(' ')).toBeNull();
    expect(code, stderr).not.toBe(70);
    if (reads.includes(args)) expect(stderr).toContain('is not a regular file');
  }
});

test('a pipe that the shell hands over is read', () => {
  const cwd = folderWithRubric();
  const line = '"$1" "$2" rubric check <(cat "$3")';
  const shell = ['-c', line, 'bash', process.execPath, BIN, join(HOME, 'rubrics/head-infra.yaml')];
  expect(spawnSync('bash', shell, { cwd, encoding: 'utf8' })).toMatchObject({ status: 0 });
});

test('what the system refuses is told in words, wherever it does', async () => {
  const cwd = folderWithRubric();
  mkdirSync(join(cwd, 'scorecards'));
  // A name that is a folder of itself: nothing below it can be looked at.
  symlinkSync('.drafts', join(cwd, 'scorecards/.drafts'));
  const { code, stderr } = await startProgram(PLAIN, { cwd }).ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(/^scorecard: .*scorecards\/\.drafts.*: /m);
});
