import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

const RUBRIC = SMALL_RUBRIC.replace(
  'coverageAtLeast: 70',
  'coverageAtLeast: 70\n  strongYesNeeds: 4\n  borderline: 0.15',
);

const answers = (interviewer: string, craft: number | string, talk: number | string) =>
  JSON.stringify({ candidate: 'Ada Example', interviewer, ratings: { craft, talk }, verdict: 'yes' });

const TABLE = `candidate,interviewer,craft,talk
Ada Example,R. Panel,5,3
Bob Example,R. Panel,5,5
Cyd Example,R. Panel,3,n/a
Dee Example,R. Panel,2,4
`;

function hostWith(files: Readonly<Record<string, string>>): FakeHost {
  return createFakeHost({ files: { 'rubrics/small.yaml': RUBRIC, ...files }, columns: 100 });
}

async function interview(...all: readonly string[]): Promise<FakeHost> {
  const host = hostWith(Object.fromEntries(all.map((text, at) => [`${at}.yaml`, text])));
  for (const at of all.keys()) {
    expect(await run(['interview', '-r', 'small', '--answers', `${at}.yaml`], host), host.stderr.text).toBe(EXIT.ok);
  }
  return host;
}

async function output(host: FakeHost, ...args: readonly string[]): Promise<string> {
  const again = createFakeHost({ cwd: host.cwd, columns: 100 });
  expect(await run(args, again), again.stderr.text).toBe(EXIT.ok);
  return again.stdout.text;
}

test('a borderline yes is called so wherever it is told, and verified', async () => {
  const host = await interview(answers('R. Panel', 3, 3));
  expect(host.stderr.text).toContain('rubric: yes, borderline');
  const report = await output(host, 'report', 'Ada Example');
  expect(report).toContain('borderline: true\n');
  expect(report).toContain('recommendation **yes, borderline**');
  expect(report).toContain('one step down in "Craft" or "Talk" would turn it');
  expect(await output(host, 'explain', 'Ada Example')).toContain('"yes", borderline');
  expect(await output(host, 'summary')).toContain('yes, borderline');
  expect(await output(host, 'compare', 'Ada Example')).toContain('yes, borderline');
  await output(host, 'verify');
});

test('a panel is borderline by its pooled score, and one interviewer’s step is what would turn it', async () => {
  const host = await interview(answers('R. Panel', 3, 3), answers('S. Panel', 3, 2), answers('T. Panel', 3, 3));
  const { groups } = JSON.parse(await output(host, 'summary', '-f', 'json'));
  expect(groups[0].rubric.recommendation).toMatchObject({ strongYesNeeds: 4, borderline: 0.15 });
  expect(groups[0].candidates[0]).toMatchObject({ recommendation: 'no', borderline: true });
  expect(groups[0].candidates[0].because.at(-1)).toContain(
    'one interviewer\'s step up in "Craft" or "Talk" would turn it',
  );
});

test('CSV says it in a last column, where the rubric asks for it', async () => {
  const host = hostWith({ 'in.csv': TABLE, 'plain/small.yaml': SMALL_RUBRIC });
  expect(await output(host, 'batch', 'in.csv', '-r', 'small', '-f', 'csv')).toMatchInlineSnapshot(`
    "line,candidate,interviewer,score,coverage,recommendation,verdict,flags,craft,talk,borderline
    2,Ada Example,R. Panel,4.20,100,yes,,,5,3,no
    3,Bob Example,R. Panel,5.00,100,strong-yes,,,5,5,no
    4,Cyd Example,R. Panel,3.00,100,yes,,,3,n/a,yes
    5,Dee Example,R. Panel,2.80,100,no,,,2,4,no
    "
  `);
  const [head] = (await output(host, 'batch', 'in.csv', '-r', 'plain/small.yaml', '-f', 'csv')).split('\n');
  expect(head).toBe('line,candidate,interviewer,score,coverage,recommendation,verdict,flags,craft,talk');
  const rows = await output(host, 'batch', 'in.csv', '-r', 'small', '-f', 'ndjson');
  writeFileSync(join(host.cwd, 'rows.ndjson'), rows);
  const summary = (await output(host, 'summary', 'rows.ndjson', '-f', 'csv')).trim().split('\n');
  expect(summary[0]).toMatch(/,craft,talk,borderline$/);
  expect(summary.filter((line) => line.endsWith(',yes'))).toEqual([expect.stringContaining('Cyd Example')]);
});

test('the rules of a rubric are told, and kept with the store', async () => {
  const file = RUBRIC.replace('borderline: 0.15', 'borderline: 0.15\n  pool: median');
  const host = hostWith({ 'rubrics/small.yaml': file, 'a.yaml': answers('R. Panel', 3, 3) });
  await run(['interview', '-r', 'small', '--answers', 'a.yaml'], host);
  const shown = (await output(host, 'rubric', 'show', 'small')).replace(/\s+/g, ' ');
  expect(shown).toContain('A dimension below 4 allows no more than "yes".');
  expect(shown).toContain('Borderline at most 0.15 from where "yes" begins.');
  expect(shown).toContain('The rating of a panel is the median of its interviewers.');
  const kept = join(host.cwd, 'scorecards/.rubrics');
  const [name = ''] = readdirSync(kept);
  expect(JSON.parse(readFileSync(join(kept, name), 'utf8')).recommendation).toMatchObject({
    strongYesNeeds: 4,
    borderline: 0.15,
    pool: 'median',
  });
});

test('rules that were changed by hand differ from the journal', async () => {
  const host = await interview(answers('R. Panel', 5, 5));
  const path = join(host.cwd, 'scorecards', '2026-11-20-ada-example-small-r-panel.json');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('"strongYesNeeds": 4', '"strongYesNeeds": 2'));
  const again = createFakeHost({ cwd: host.cwd });
  expect(await run(['verify', path], again)).toBe(EXIT.no);
  expect(again.stdout.text).toContain('recommendation differs from its journal');
});
