import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { parseLog } from '../../src/core/log/entry.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, folderTemplate } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';
import { useStoreFolder } from '../support/store-folder.js';

const BY_DAY = [
  ['Ada Example', '2024-05-10'],
  ['Bo Sample', '2025-05-10'],
  ['Cy Third', '2026-05-10'],
] as const;

const folder = folderTemplate(async (cwd) => {
  const files = { 'rubrics/small.yaml': SMALL_RUBRIC, 'a.yaml': 'ratings: { craft: 4, talk: 3 }\nverdict: yes\n' };
  const args = ['interview', '--role', 'small', '--interviewer', 'R. Panel', '-q', '--candidate'];
  for (const [candidate, day] of BY_DAY) {
    const host = createFakeHost({ cwd, files, start: `${day}T12:00:00Z` });
    expect(await run([...args, candidate, '--answers', 'a.yaml'], host)).toBe(EXIT.ok);
  }
  createFakeHost({
    cwd,
    files: {
      'scorecards/people.yaml': 'same:\n  - [Ada Example, Ada Exmple]\n  - [Cy Third, Cyril Third]\n',
      'scorecards/panels/ada-example-small.yaml': 'candidate: Ada Example\nrole: small\ninterviewers: [M. Okafor]\n',
      'scorecards/2024-05-10-ada-example-small-r-panel.json.sig': 'a signature',
    },
  });
});

const store = useStoreFolder(folder);
const { inStore, scorecard, everything } = store;

const filesOf = (name: RegExp) => everything().filter(([path, text]) => name.test(path + text));

test('what is older than a day goes, with all that stands beside it, and the names', async () => {
  const { code, out } = await scorecard('purge', '--before', '2025-01-01', '--yes');
  expect(code).toBe(EXIT.ok);
  expect(out).toMatchInlineSnapshot(`
    "DAY         OF THE  CANDIDATE    SCORECARDS  FILES
    2024-05-10  seal    Ada Example           1      4
    "
  `);
  expect(filesOf(/ada.?exa?mple/i)).toEqual([]);
  expect(filesOf(/bo.sample/i).length).toBeGreaterThan(0);
  expect(readFileSync(inStore('people.yaml'), 'utf8')).toBe('same:\n  - [Cy Third, Cyril Third]\n');
});

test('it is logged with the day, the rules and the digests, and the chain goes on', async () => {
  await scorecard('purge', '--policy', 'us', '--yes');
  const { entries } = parseLog(readFileSync(inStore('log.ndjson'), 'utf8'));
  const { at: _at, ...purged } = entries.at(-1) ?? { at: '' };
  const seals = entries.slice(0, 2).flatMap(({ scorecards }) => scorecards);
  expect(purged).toEqual({
    type: 'purge',
    by: { name: 'H. Resources' },
    before: '2025-11-26',
    policies: ['us'],
    scorecards: seals,
  });
  const cy = JSON.parse(readFileSync(inStore('2026-05-10-cy-third-small-r-panel.json'), 'utf8'));
  expect(cy.previous).toBe(seals[1]?.digest);
});

test.each([
  [['--policy', 'us-co'], 0],
  [['--policy', 'us'], 2],
  [['--policy', 'us', '--policy', 'us-ca'], 0],
  [['--policy', 'eu', '--policy', 'us'], 2],
  [['--policy', 'us', '--before', '2025-01-01'], 1],
  [['--before', '2024-05-10'], 0],
  [['--before', '2024-05-11'], 1],
])('%j: %i are due, and a dry run deletes nothing', async (args, due) => {
  const before = everything();
  const { code, out } = await scorecard('purge', ...args, '--dry-run', '-f', 'json');
  expect(code).toBe(EXIT.ok);
  expect(JSON.parse(out).due).toHaveLength(due);
  expect(everything()).toEqual(before);
});

test('the rule is told as a fact with its source and the day of the facts', async () => {
  const { told } = await scorecard('purge', '--policy', 'us', '--dry-run');
  expect(told).toContain('29 CFR 1602.14');
  expect(told).toContain('Facts as of 2026-11-26');
  expect(told).not.toMatch(/complian/i);
});

describe('nothing is deleted', () => {
  test.each([
    ['without a period', [], 'nothing says how old is old'],
    ['by a rule that fixes none', ['--policy', 'eu'], 'no period is fixed'],
    ['by rules that fix none', ['--policy', 'eu', '--policy', 'uk'], 'UK GDPR'],
    ['by a rule that is none', ['--policy', 'us-cal'], 'did you mean "us-ca"'],
    ['before a day that has not come', ['--before', '2026-11-27'], 'is yet to come'],
    ['before what is no day', ['--before', '2026-02-30'], 'is not a date'],
    ['where nobody can be asked', ['--before', '2025-01-01'], 'pass --yes'],
  ])('%s', async (_what, args, words) => {
    const before = everything();
    const { code, told } = await scorecard('purge', ...args, ...(words === 'pass --yes' ? [] : ['--yes']));
    expect(code).toBe(EXIT.usage);
    expect(told).toContain(words);
    expect(everything()).toEqual(before);
  });

  test('of somebody on hold, by any of their names; the reason is told, and exit code 1', async () => {
    await scorecard('person', 'hold', 'Ada Exmple', '--why', 'charge 24-118');
    const { code, out } = await scorecard('purge', '--before', '2025-06-01', '--yes');
    expect(code).toBe(EXIT.no);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Stays: 2024-05-10, Ada Example: on hold since 2026-11-26, by H. Resources: charge 24-118',
    );
    expect(filesOf(/ada.?example/i).length).toBeGreaterThan(3);
    expect(filesOf(/bo.sample/i)).toEqual([]);
  });
});

test('a scorecard whose date was changed stays, since nobody knows its age', async () => {
  const path = inStore('2026-05-10-cy-third-small-r-panel.json');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('2026-05-10T', '2024-05-10T'));
  const { code, out } = await scorecard('purge', '--before', '2025-01-01', '--yes');
  expect(code).toBe(EXIT.no);
  expect(out.replace(/\s+/g, ' ')).toContain('no date, Cy Third: nothing that can be trusted says when');
  expect(filesOf(/cy.third/i).length).toBeGreaterThan(2);
});

test('an old draft is listed, and stays', async () => {
  const host = createFakeHost({ cwd: store.cwd, lines: ['4', '/quit'], start: '2024-06-01T12:00:00Z' });
  await run(['interview', '--role', 'small', '--plain', '--candidate', 'Di Fourth', '--interviewer', 'S. Other'], host);
  const { code, out } = await scorecard('purge', '--before', '2025-01-01', '--yes');
  expect(code).toBe(EXIT.no);
  expect(out).toMatch(/1 old draft left open.*\n {2}\.drafts\/s-other\/2024-06-01-di-fourth-small-s-other\.ndjson\n/);
  expect(filesOf(/di.fourth/i)).toHaveLength(1);
});

test('nothing due is nothing wrong', async () => {
  const { code, out } = await scorecard('purge', '--before', '2020-01-01');
  expect({ code, out }).toEqual({ code: EXIT.ok, out: 'Nothing is due.\n' });
});
