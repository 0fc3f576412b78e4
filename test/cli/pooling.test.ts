import { beforeEach, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

/** Craft weighs 60, talk 40. */
const rubricWith = (pool: string) =>
  SMALL_RUBRIC.replace('coverageAtLeast: 70', `coverageAtLeast: 70\n  pool: ${pool}`);
const answers = (candidate: string, interviewer: string, craft: number, talk: number) =>
  JSON.stringify({ candidate, interviewer, ratings: { craft, talk }, verdict: 'yes' });
const RATED = [
  answers('Ada Example', 'R. Panel', 1, 3),
  answers('Ada Example', 'S. Panel', 4, 3),
  answers('Ada Example', 'T. Panel', 4, 4),
  answers('Ada Example', 'U. Panel', 5, 5),
  answers('Ben Example', 'R. Panel', 4, 3),
];

async function storeWith(pool: string, rated = RATED): Promise<FakeHost> {
  const files = Object.fromEntries(rated.map((text, at) => [`${at}.yaml`, text]));
  const host = createFakeHost({ files: { 'rubrics/small.yaml': rubricWith(pool), ...files }, columns: 100 });
  for (const at of rated.keys()) {
    expect(await run(['interview', '-r', 'small', '--answers', `${at}.yaml`, '-q'], host), host.stderr.text).toBe(
      EXIT.ok,
    );
  }
  return host;
}

async function output(host: FakeHost, ...args: readonly string[]): Promise<string> {
  const again = createFakeHost({ cwd: host.cwd, columns: 100 });
  expect(await run(args, again), again.stderr.text).toBe(EXIT.ok);
  return again.stdout.text;
}

let median: FakeHost;

beforeEach(async () => {
  median = await storeWith('median');
});

test('a panel is scored by its medians, and every table says so', async () => {
  // craft 1 4 4 5: 4; talk 3 3 4 5: 7/2; 4 × 60 + 3.5 × 40 of 100 = 3.80. By means: 3.5 and 3.75, 3.60.
  const { groups } = JSON.parse(await output(median, 'summary', '-f', 'json'));
  expect(groups[0].rubric.recommendation.pool).toBe('median');
  const ada = groups[0].candidates.find((one: { candidate: string }) => one.candidate === 'Ada Example');
  expect(ada.score).toBe(3.8);
  expect(ada.dimensions[1]).toMatchObject({
    mean: 3.75,
    pooled: { by: 'median', value: 3.5, exact: { numerator: 7, denominator: 2 } },
  });
  for (const format of ['table', 'markdown', 'html']) {
    expect(await output(median, 'summary', '-f', format)).toContain('(pooled by median)');
    expect(await output(median, 'panel', 'show', 'ada', '--talked', '-f', format)).toContain('(pooled by median)');
  }
  const compared = await output(median, 'compare', 'ada', 'ben');
  expect(compared).toContain('(pooled by median)');
  expect(compared).toMatch(/Craft +60% +4.00 \(1-5\)/);
  expect(compared.replace(/\s+/g, ' ')).toContain('that of medians is up to a quarter larger');
});

test('CSV has the pooled ratings, and a column that says how', async () => {
  const rows = (await output(median, 'summary', '-f', 'csv')).trim().split('\n');
  expect(rows[0]).toMatch(/,craft,talk,pool$/);
  expect(rows.find((row) => row.includes('Ada'))).toMatch(/,4,3.5,median$/);
  const pairs = (await output(median, 'compare', 'ada', 'ben', '-f', 'csv')).trim().split('\n');
  expect(pairs[0]).toMatch(/,mean,lowest,highest,interviewers,best,pool,pooled$/);
  expect(pairs.find((row) => row.includes('talk') && row.includes('Ada'))).toMatch(/,3.75,3,5,4,yes,median,3.5$/);
  expect(pairs.find((row) => row.includes('talk') && row.includes('Ben'))).toMatch(/,3,3,3,1,no,mean,3$/);
});

test('the order is tested with the medians too', async () => {
  const { comparisons } = JSON.parse(await output(median, 'compare', 'ada', 'ben', '--weights', '-f', 'json'));
  // Level in craft, 4 and 4; Ada ahead in talk: no weight turns that. By means they are level, 3.60 and 3.60.
  expect(comparisons[0].weights.neighbours).toEqual([{ ahead: 'Ada Example', behind: 'Ben Example' }]);
  expect(comparisons[0].weights.first).toBeUndefined();
});

test('the scorecard keeps how it is pooled, is verified with it, and the explanation says it', async () => {
  const report = JSON.parse(await output(median, 'report', 'Ben', '-f', 'json'));
  expect((report[0] ?? report).rubric.recommendation.pool).toBe('median');
  await output(median, 'verify');
  expect((await output(median, 'explain', 'Ben')).replace(/\s+/g, ' ')).toContain(
    'the form takes for it their median: the one in the middle, or halfway between the two in the middle.',
  );
});

test('trimmed leaves out the highest and the lowest of four, in a column of its own after the talk', async () => {
  const host = await storeWith('trimmed');
  const shown = await output(host, 'panel', 'show', 'ada', '--talked');
  expect(shown).toContain('(pooled by trimmed mean)');
  expect(shown).toMatch(/MEDIAN +MEAN +TRIMMED +RANGE/);
  expect(shown).toMatch(/Craft .* 4.0 +3.50 +4.00 +4 apart/);
  const before = await output(host, 'panel', 'show', 'ada');
  expect(before).not.toMatch(/MEDIAN|TRIMMED/);
});

test('scorecards that are pooled otherwise are of another edition, and apart', async () => {
  const other = await storeWith('trimmed', [answers('Cyd Example', 'R. Panel', 3, 3)]);
  const both = createFakeHost({ cwd: median.cwd, columns: 100 });
  await run(['summary', 'scorecards', `${other.cwd}/scorecards`, '-f', 'json'], both);
  const { groups } = JSON.parse(both.stdout.text);
  expect(groups.map((group: any) => group.rubric.recommendation.pool)).toEqual(['median', 'trimmed']);
});
