import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/fake-host.js';
import { startProgram } from '../support/program.js';

const INTERVIEW = [
  'interview',
  '--plain',
  '--role',
  'head-infra',
  '--candidate',
  'Ada Example',
  '--interviewer',
  'R. Panel',
];

test('an interview that is killed goes on where it was, and is submitted', async () => {
  const cwd = temporaryFolder();
  const first = startProgram(INTERVIEW, { cwd });
  first.child.stdin.write('4\nnamed what one zone takes down\n/2\n');
  await first.says('Dimension 2 of 8');
  first.child.stdin.write('/na\n/3\n/flag 1 said that nights are the job\n4\nMTTR 90 to 35 min\n');
  await first.says('noted on 3 Operations (1)');
  first.child.kill('SIGKILL');
  expect(await first.ended).toMatchObject({ signal: 'SIGKILL' });

  const second = startProgram(INTERVIEW, { cwd });
  await second.says('There is a draft');
  second.child.stdin.end('1\n/4 3\n/5 3\n/6 3\n/7 4\n/8 4\n/review\nyes\n/submit\n/submit\n');
  const { code, stderr } = await second.ended;
  expect(code, stderr).toBe(0);
  const store = join(cwd, 'scorecards');
  const name = readdirSync(store).find((file) => file.endsWith('.json')) ?? '';
  const card = JSON.parse(readFileSync(join(store, name), 'utf8'));
  expect(card.dimensions.map(({ rating }: { rating: unknown }) => rating)).toEqual([
    4,
    'not-applicable',
    4,
    3,
    3,
    3,
    4,
    4,
  ]);
  expect(card.redFlags).toMatchObject([
    { id: 'burnout-is-normal', evidence: [{ text: 'said that nights are the job' }] },
  ]);
  // (15 x 4 + 15 x 4 + 10 x 3 + 10 x 3 + 10 x 3 + 15 x 4 + 15 x 4) / 90
  expect(card.result).toMatchObject({ exact: { numerator: 330, denominator: 90 }, score: 3.67, coverage: 100 });
});

test('a killed interview has every answer on disk that was acknowledged', async () => {
  const cwd = temporaryFolder();
  const program = startProgram(INTERVIEW, { cwd });
  for (let note = 1; note <= 20; note += 1) program.child.stdin.write(`note ${note}\n`);
  program.child.stdin.write('4\n');
  await program.says('rated 4');
  program.child.kill('SIGKILL');
  await program.ended;
  const drafts = join(cwd, 'scorecards/.drafts/r-panel');
  const journal = readdirSync(drafts).find((file) => file.endsWith('.ndjson')) ?? '';
  const events = readFileSync(join(drafts, journal), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.filter(({ type }) => type === 'note').map(({ text }) => text)).toEqual(
    Array.from({ length: 20 }, (_, at) => `note ${at + 1}`),
  );
  expect(events.at(-1)).toMatchObject({ type: 'rate', rating: 4 });
});
