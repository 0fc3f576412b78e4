import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { start } from '../../src/commands/start/start.js';
import { EXIT } from '../../src/errors.js';
import { createProgram } from '../../src/program.js';
import { createFakeHost, type FakeHost, folderTemplate } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const AT = '2026-11-20T14:00:00Z';
const ADA = '2026-11-20-ada-example-small-r-panel';
const BO = '2026-11-20-bo-sample-small-r-panel';
const CARD = 'scorecards/2026-11-20-cy-third-small-r-panel.json';

let first: FakeHost;

function again(lines: readonly string[] = []): FakeHost {
  return createFakeHost({ cwd: first.cwd, lines, env: { PATH: process.env.PATH ?? '' } });
}

const draftPath = (id: string) => join(first.cwd, `scorecards/.drafts/r-panel/${id}.ndjson`);
const interview = (candidate: string) => ['interview', '--plain', '--role', 'small', '--candidate', candidate];

/** Two drafts, and a scorecard. */
const folder = folderTemplate(async (cwd) => {
  const files = { 'rubrics/small.yaml': SMALL_RUBRIC, 'a.yaml': 'ratings: { craft: 4, talk: 4 }' };
  const answers = ['interview', '--role', 'small', '--answers', 'a.yaml', '--candidate', 'Cy Third'];
  expect(await run(answers, createFakeHost({ cwd, files }))).toBe(EXIT.ok);
  expect(await run(interview('Ada Example'), createFakeHost({ cwd, lines: ['4', '/quit'] }))).toBe(EXIT.ok);
  expect(await run(interview('Bo Sample'), createFakeHost({ cwd, lines: ['3', '/quit'] }))).toBe(EXIT.ok);
});

beforeEach(async () => {
  first = createFakeHost({ cwd: await folder() });
});

const line = (event: object) => `${JSON.stringify(event)}\n`;

const DAMAGES: readonly (readonly [string, () => void, string])[] = [
  [
    'a rating off the scale',
    () => appendFileSync(draftPath(ADA), line({ at: AT, type: 'rate', dimension: 'craft', rating: 99 })),
    'rating 99 is outside the scale 1 to 5',
  ],
  [
    'a note without text',
    () => appendFileSync(draftPath(ADA), line({ at: AT, type: 'note', dimension: 'craft' })),
    '"text" is missing',
  ],
  [
    'a time that is none',
    () => appendFileSync(draftPath(ADA), line({ at: 'nonsense', type: 'undo' })),
    '"at" must be a date with time and offset',
  ],
  [
    'an opening with nothing in it',
    () => writeFileSync(draftPath(ADA), line({ at: AT, type: 'open' })),
    'schemaVersion',
  ],
  ['no event', () => writeFileSync(draftPath(ADA), 'hello\n'), 'this is not a draft of an interview'],
];

describe.each(DAMAGES)('a draft with %s', (_name, damage, why) => {
  beforeEach(() => damage());

  test.each([
    ['summary', EXIT.ok],
    ['compare', EXIT.ok],
    [`report ${CARD}`, EXIT.ok],
    [`verify ${CARD}`, EXIT.ok],
  ])('does not stop %s', async (command, code) => {
    const host = again();
    expect(await run(command.split(' '), host)).toBe(code);
    expect(host.stdout.text + host.stderr.text).not.toContain('bug');
    expect(host.stderr.text).toContain('1 draft cannot be read, and so cannot hide anything: scorecard doctor');
  });

  test('is a problem of summary --drafts, which takes in the others', async () => {
    const host = again();
    expect(await run(['summary', '--drafts', '-f', 'csv'], host)).toBe(EXIT.no);
    expect(host.stdout.text).toContain('Bo Sample');
    expect(host.stderr.text).toContain(why);
    expect(host.stderr.text).toContain(`scorecards/.drafts/r-panel/${ADA}.ndjson`);
  });

  test('is something wrong to doctor, with what to do', async () => {
    const host = again();
    expect(await run(['doctor', '-f', 'json'], host)).toBe(EXIT.no);
    const { findings } = JSON.parse(host.stdout.text);
    const own = findings.filter(({ subject }: { subject: string }) => subject === 'drafts');
    expect(own).toMatchObject([{ state: 'wrong', message: expect.stringContaining(why), remedy: expect.any(String) }]);
  });

  test('is told on the start screen below the others', () => {
    const host = again();
    expect(start(createProgram({ host, finish: () => {} }), host)).toBe(EXIT.ok);
    expect(host.stdout.text).toContain(`scorecard interview --resume ${BO}`);
    expect(host.stdout.text).toContain('1 draft cannot be read: scorecard doctor says why');
  });

  test('does not stop another interview, which tells it', async () => {
    const host = again(['4', '/2 3', '/review', 'yes', '/submit', '/submit']);
    expect(await run(interview('Di Fourth'), host)).toBe(EXIT.ok);
    expect(host.stderr.text).toContain(why);
    expect(readdirSync(join(first.cwd, 'scorecards'))).toContain('2026-11-20-di-fourth-small-r-panel.json');
  });

  test('is not resumed: the line is told, and no scorecard comes of it', async () => {
    const host = again(['/review', 'strong yes', '/submit', '/submit']);
    expect(await run(['interview', '--plain', '--resume', ADA], host)).toBe(EXIT.usage);
    expect(host.stderr.text).toContain(why);
    expect(readdirSync(join(first.cwd, 'scorecards'))).not.toContain(`${ADA}.json`);
  });
});

test('a draft that names itself otherwise than its file does is told, and writes nowhere else', async () => {
  const text = line({ at: AT, type: 'undo' });
  writeFileSync(draftPath('other'), '');
  const { readFileSync } = await import('node:fs');
  writeFileSync(
    draftPath('other'),
    readFileSync(draftPath(ADA), 'utf8').replace(`"id":"${ADA}"`, '"id":"../../out"') + text,
  );
  const host = again(['/review', 'strong yes', '/submit', '/submit']);
  expect(await run(['interview', '--plain', '--resume', 'other'], host)).toBe(EXIT.usage);
  expect(host.stderr.text).toContain('other.ndjson: the draft calls itself "../../out"');
});
