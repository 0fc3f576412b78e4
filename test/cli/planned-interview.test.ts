import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { slugOf } from '../../src/core/text/slug.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost } from '../support/fake-host.js';
import { SESSIONS_RUBRIC } from '../support/scorecards.js';

const PLAN = `candidate: Ada Example
role: sample
visible: always
sessions:
  - { id: deep, title: In depth, minutes: 25, dimensions: [care, tools] }
interviewers:
  - { name: J. Lee, sessions: [making, deep] }
  - { name: A. Novak, sessions: [telling], minutes: 20 }
  - { name: R. Díaz, sessions: [making], shadow: true }
`;
const FILES = {
  'rubrics/sample.yaml': JSON.stringify(SESSIONS_RUBRIC),
  'scorecards/panels/ada-example-sample.yaml': PLAN,
};

/** An interview of Ada Example at the plain prompts, which is left as a draft. */
async function begin(cwd: string, me: string, more: readonly string[] = []) {
  const host = createFakeHost({ cwd, userName: me, lines: ['/quit'] });
  const code = await run(['interview', '--plain', '-c', 'ada example', '-r', 'sample', ...more], host);
  expect(code, host.stderr.text).toBe(EXIT.ok);
  const folder = join(cwd, 'scorecards/.drafts', slugOf(me));
  const [draft = ''] = readdirSync(folder).filter((name) => name.endsWith('.ndjson'));
  return { open: JSON.parse(readFileSync(join(folder, draft), 'utf8').split('\n')[0] ?? ''), err: host.stderr.text };
}

async function seal(cwd: string, interviewer: string, session: string, ratings: object): Promise<void> {
  const answers = { role: 'sample', candidate: 'Ada Example', session, ratings, verdict: 'yes' };
  writeFileSync(join(cwd, 'answers.json'), JSON.stringify(answers));
  const host = createFakeHost({ cwd });
  expect(await run(['interview', '--answers', 'answers.json', '-q', '-i', interviewer], host), host.stderr.text).toBe(
    0,
  );
}

test('a planned interviewer who says no session holds the one that is planned, told in a line', async () => {
  const { cwd } = createFakeHost({ files: FILES });
  const { open, err } = await begin(cwd, 'A. Novak');
  expect(err).toContain('As planned: Ada Example, Telling, 20 min\n');
  expect(open).toMatchObject({ session: 'telling', minutes: 20 });
  expect(open.rubric.dimensions).toHaveLength(2);
});

test('what is in is not planned any more', async () => {
  const { cwd } = createFakeHost({ files: FILES });
  await seal(cwd, 'J. Lee', 'making', { depth: 4, talk: 3 });
  const { open, err } = await begin(cwd, 'J. Lee');
  expect(err).toContain('As planned: Ada Example, In depth, 25 min\n');
  expect(open).toMatchObject({ session: 'deep', minutes: 25 });
  expect(open.rubric.dimensions.map(({ id }: { id: string }) => id)).toEqual(['care', 'tools']);
});

test('who is planned as a shadow is one, and who is not planned holds what they say', async () => {
  const { cwd } = createFakeHost({ files: FILES });
  expect((await begin(cwd, 'M. Okafor')).open).not.toHaveProperty('session');
  const { open, err } = await begin(cwd, 'R. Díaz');
  expect(err).toContain('As planned: Ada Example, Making, 45 min, as a shadow');
  expect(open).toMatchObject({ session: 'making', shadow: true });
});

test("a session of the plan's own is known by its id, to the interviews of its candidate alone", async () => {
  const { cwd } = createFakeHost({ files: FILES });
  expect((await begin(cwd, 'M. Okafor', ['--session', 'deep'])).open).toMatchObject({ session: 'deep' });
  const other = createFakeHost({ cwd, lines: ['/quit'] });
  const line = ['interview', '--plain', '-c', 'Bo Sample', '-r', 'sample', '--session'];
  expect(await run([...line, 'deep'], other)).toBe(EXIT.usage);
  expect(other.stderr.text).toContain('sample has no session "deep"');
});

test('the sessions of the plan, its own among them, decide how many are in, and the ratings are pooled', async () => {
  const { cwd } = createFakeHost({ files: FILES });
  await seal(cwd, 'J. Lee', 'making', { depth: 4, talk: 3 });
  await seal(cwd, 'J. Lee', 'deep', { care: 4, tools: 2 });
  const shown = async (...line: string[]) => {
    const host = createFakeHost({ cwd });
    expect(await run(line, host), host.stderr.text).toBe(EXIT.ok);
    return host.stdout.text;
  };
  expect(await shown('summary')).toContain('2 of 3 sessions in: telling is missing.');
  await seal(cwd, 'A. Novak', 'telling', { talk: 5, tools: 4 });
  expect(await shown('panel', 'show', 'ada')).toContain('3 of 3 sessions in');
  const { groups } = JSON.parse(await shown('summary', '-f', 'json'));
  expect(groups).toHaveLength(1);
  expect(groups[0].candidates[0]).toMatchObject({ coverage: 100 });
});
