import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { start } from '../../src/commands/start/start.js';
import { EXIT } from '../../src/errors.js';
import { createProgram } from '../../src/program.js';
import { createFakeHost, type FakeHost, folderTemplate } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const LEFT_OVER = '2026-11-20-ada-example-small-r-panel';
const CARD = `scorecards/${LEFT_OVER}.json`;

let first: FakeHost;

function again(lines: readonly string[] = []): FakeHost {
  return createFakeHost({ cwd: first.cwd, lines, env: { PATH: process.env.PATH ?? '' } });
}

const inStore = (path: string) => join(first.cwd, 'scorecards', path);

/** Every name below the store, with the time at which it changed. */
function storeState(): readonly string[] {
  return readdirSync(inStore('.'), { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${statSync(inStore(name)).mtimeMs}`)
    .concat(`. ${statSync(inStore('.')).mtimeMs}`)
    .sort();
}

/** A draft, and another whose scorecard stands: the program ended before it could put it away. */
const folder = folderTemplate(async (cwd) => {
  const files = { 'rubrics/small.yaml': SMALL_RUBRIC };
  const args = ['interview', '--plain', '--role', 'small', '--candidate'];
  const ada = createFakeHost({ cwd, files, lines: ['4', '/2 3', '/review', 'yes', '/submit', '/submit'] });
  expect(await run([...args, 'Ada Example'], ada)).toBe(EXIT.ok);
  expect(await run([...args, 'Bo Sample'], createFakeHost({ cwd, lines: ['4', '/quit'] }))).toBe(EXIT.ok);
  const store = join(cwd, 'scorecards');
  copyFileSync(join(store, `.history/r-panel/${LEFT_OVER}.ndjson`), join(store, `.drafts/r-panel/${LEFT_OVER}.ndjson`));
  rmSync(join(store, '.history'), { recursive: true });
});

beforeEach(async () => {
  first = createFakeHost({ cwd: await folder() });
});

const READERS: readonly (readonly [string, number])[] = [
  ['doctor', EXIT.ok],
  ['panel decisions', EXIT.ok],
  ['summary', EXIT.ok],
  ['summary --drafts', EXIT.ok],
  ['compare', EXIT.ok],
  ['panel list', EXIT.ok],
  ['panel status', EXIT.ok],
  ['panel show ada', EXIT.ok],
  ['panel debrief ada', EXIT.ok],
  [`report ${CARD}`, EXIT.ok],
  [`verify ${CARD}`, EXIT.ok],
  ['rubric diff small core --against scorecards', EXIT.no],
  ['agreement --details --names', EXIT.ok],
  ['reliability', EXIT.ok],
  ['impact --template', EXIT.ok],
  ['__complete fish -- scorecard interview --resume 2', EXIT.ok],
];

describe.each([
  ['without history', () => {}],
  // What a user without rights sees, and a user with all of them too.
  ['in which nothing can be put away', () => writeFileSync(inStore('.history'), 'a file')],
])('a store %s is read and left as it was', (_name, prepare) => {
  test.each(READERS)('by %s', async (command, code) => {
    prepare();
    const before = storeState();
    const host = again();
    expect(await run(command.split(' '), host), host.stderr.text).toBe(code);
    expect(storeState()).toEqual(before);
  });

  test('by the start screen', () => {
    prepare();
    const before = storeState();
    const host = again();
    expect(start(createProgram({ host, finish: () => {} }), host)).toBe(EXIT.ok);
    expect(host.stdout.text).toContain('Bo Sample');
    expect(host.stdout.text).not.toContain('Ada Example');
    expect(storeState()).toEqual(before);
  });
});

test('a draft whose scorecard stands counts nowhere, and doctor says what becomes of it', async () => {
  const summary = again();
  expect(await run(['summary', '--drafts', '-f', 'csv'], summary)).toBe(EXIT.ok);
  expect(summary.stdout.text.match(/Ada Example/g)).toHaveLength(1);
  const doctor = again();
  await run(['doctor'], doctor);
  expect(doctor.stdout.text).toMatch(/^fine {3}drafts +1 open draft$/m);
  expect(doctor.stdout.text).toContain(`${LEFT_OVER} was submitted`);
});

test('an interview tidies it away', async () => {
  const args = ['interview', '--plain', '--role', 'small', '--candidate', 'Cy Third'];
  expect(await run(args, again(['4', '/quit']))).toBe(EXIT.ok);
  expect(readdirSync(inStore('.drafts/r-panel')).filter((name) => name.includes('ada'))).toEqual([]);
  expect(readdirSync(inStore('.history/r-panel'))).toEqual([`${LEFT_OVER}.ndjson`]);
});

test('an interview that cannot tidy up warns, and is held and submitted all the same', async () => {
  writeFileSync(inStore('.history'), 'a file');
  const args = ['interview', '--plain', '--role', 'small', '--candidate', 'Cy Third'];
  const host = again(['4', '/2 3', '/review', 'yes', '/submit', '/submit']);
  expect(await run(args, host), host.stderr.text).toBe(EXIT.ok);
  expect(host.stderr.text).toContain(`${LEFT_OVER} was submitted, and its draft could not be put away`);
  expect(host.stderr.text).toContain('cy-third-small-r-panel was submitted, and its draft could not be put away');
  expect(readdirSync(inStore('.'))).toContain('2026-11-20-cy-third-small-r-panel.json');
});

test('a draft that is open elsewhere is not tidied away under the hands of who writes it', async () => {
  const { lockDraft } = await import('../../src/io/store/draft-lock.js');
  const release = lockDraft(inStore(`.drafts/r-panel/${LEFT_OVER}.ndjson`));
  const args = ['interview', '--plain', '--role', 'small', '--candidate', 'Cy Third'];
  expect(await run(args, again(['4', '/quit']))).toBe(EXIT.ok);
  expect(readdirSync(inStore('.drafts/r-panel'))).toContain(`${LEFT_OVER}.ndjson`);
  release?.();
});

test('a store that does not exist is not made by looking at it', async () => {
  const host = createFakeHost();
  for (const command of ['doctor', 'summary', '__complete fish -- scorecard interview --resume 2']) {
    await run(command.split(' '), host);
  }
  expect(start(createProgram({ host, finish: () => {} }), host)).toBe(EXIT.ok);
  mkdirSync(join(host.cwd, 'probe'));
  expect(readdirSync(host.cwd)).toEqual(['probe']);
});
