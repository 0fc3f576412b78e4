import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const ID = '2026-11-20-ada-example-small-r-panel';
const BEGIN = ['interview', '--plain', '--role', 'small', '--candidate', 'Ada Example'];
const RESUME = ['interview', '--plain', '--resume', ID];

let first: FakeHost;
const inStore = (path: string) => join(first.cwd, 'scorecards', path);
const read = (path: string) => readFileSync(inStore(path), 'utf8');

/** A later run, at another time. */
async function again(args: readonly string[], lines: readonly string[] = []) {
  const host = createFakeHost({ cwd: first.cwd, lines, start: '2026-11-21T09:00:00Z' });
  return { code: await run(args, host), told: host.stderr.text };
}

let sealed = { json: '', markdown: '', log: '' };

/** An interview that was submitted, as it stands the moment after its seal was recorded: nothing is written yet. */
beforeEach(async () => {
  first = createFakeHost({
    files: { 'rubrics/small.yaml': SMALL_RUBRIC },
    lines: ['4', 'held its load', '/2 3', '/review', 'yes', '/submit', '/submit'],
  });
  expect(await run(BEGIN, first)).toBe(EXIT.ok);
  sealed = { json: read(`${ID}.json`), markdown: read(`${ID}.md`), log: read('log.ndjson') };
  copyFileSync(inStore(`.history/r-panel/${ID}.ndjson`), inStore(`.drafts/r-panel/${ID}.ndjson`));
  for (const path of [`${ID}.json`, `${ID}.md`, '.history', 'log.ndjson']) rmSync(inStore(path), { recursive: true });
});

const STAGES: readonly (readonly [string, () => void])[] = [
  ['before the scorecard', () => {}],
  ['between the scorecard and its report', () => writeFileSync(inStore(`${ID}.json`), sealed.json)],
  [
    'before the draft is put away',
    () => {
      writeFileSync(inStore(`${ID}.json`), sealed.json);
      writeFileSync(inStore(`${ID}.md`), sealed.markdown);
      writeFileSync(inStore('log.ndjson'), sealed.log);
    },
  ],
  [
    'before it is logged',
    () => {
      writeFileSync(inStore(`${ID}.json`), sealed.json);
      writeFileSync(inStore(`${ID}.md`), sealed.markdown);
    },
  ],
  // As version 0.1 wrote them, in the other order.
  ['between the report and the scorecard', () => writeFileSync(inStore(`${ID}.md`), 'from another time')],
];

describe('a program that ends in the middle of a submission', () => {
  test.each(STAGES)('%s: the next interview goes on, to the same bytes', async (_name, prepare) => {
    prepare();
    const { code, told } = await again(BEGIN, ['/quit']);
    expect(code, told).toBe(EXIT.ok);
    expect({ json: read(`${ID}.json`), markdown: read(`${ID}.md`), log: read('log.ndjson') }).toEqual(sealed);
    expect(readdirSync(inStore('.history/r-panel'))).toEqual([`${ID}.ndjson`]);
    expect(existsSync(inStore(`.drafts/r-panel/${ID}.ndjson`))).toBe(false);
  });

  test.each(STAGES)('%s: --resume finishes it without a question, and says so', async (_name, prepare) => {
    prepare();
    const { code, told } = await again(RESUME);
    expect(code, told).toBe(EXIT.ok);
    expect(told).toContain('was submitted already; what was left to do is done now');
    expect({ json: read(`${ID}.json`), markdown: read(`${ID}.md`), log: read('log.ndjson') }).toEqual(sealed);
    expect(read(`.history/r-panel/${ID}.ndjson`)).not.toContain('reopen');
  });

  test('what is looked at in between is left as it was', async () => {
    for (const command of ['summary', 'doctor', 'summary --drafts']) await again(command.split(' '));
    expect(readdirSync(inStore('.'))).toEqual(['.drafts', '.rubrics']);
  });

  test('what another version would write otherwise stays as it is sealed', async () => {
    const other = sealed.json.replace('"status"', '"more": 1,\n  "status"');
    writeFileSync(inStore(`${ID}.json`), other);
    const { code, told } = await again(RESUME);
    expect(code).toBe(EXIT.ok);
    expect(told).toContain('stands already, and not as this version writes it');
    expect(read(`${ID}.json`)).toBe(other);
    expect(readdirSync(inStore('.history/r-panel'))).toEqual([`${ID}.ndjson`]);
  });

  test('a scorecard of another interview under its name is neither replaced nor taken for its own', async () => {
    writeFileSync(inStore(`${ID}.json`), sealed.json.replaceAll('2026-11-20T14:00', '2026-11-19T14:00'));
    const { code, told } = await again(RESUME);
    expect(code).toBe(EXIT.usage);
    expect(told).toMatch(/exists already, with different content/);
    expect(told).toMatch(/move that file elsewhere/);
    expect(existsSync(inStore(`.drafts/r-panel/${ID}.ndjson`))).toBe(true);
  });
});

test('a submission is logged by its digest, with no name of the candidate', () => {
  const { digest, submittedAt } = JSON.parse(sealed.json);
  const entry = { at: submittedAt, by: { name: 'R. Panel' }, type: 'submit', scorecards: [{ digest }] };
  expect(JSON.parse(sealed.log)).toEqual(entry);
});

test('one that cannot be logged stands, says so, and is logged by the next interview', async () => {
  mkdirSync(inStore('log.ndjson'));
  const { code, told } = await again(RESUME);
  expect(code).toBe(EXIT.ok);
  expect(told).toContain(`${ID} was submitted, and that could not be logged: ${inStore('log.ndjson')}`);
  expect(read(`${ID}.json`)).toBe(sealed.json);
  rmSync(inStore('log.ndjson'), { recursive: true });
  await again(['interview', '--plain', '--role', 'small', '--candidate', 'Bo Sample'], ['/quit']);
  expect(read('log.ndjson')).toBe(sealed.log);
  expect(existsSync(inStore(`.drafts/r-panel/${ID}.ndjson`))).toBe(false);
});
