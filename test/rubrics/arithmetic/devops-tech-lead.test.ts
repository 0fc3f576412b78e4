import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { HOME } from '../../support/fake-host.js';

/** Every text of the rubric by its part: an exercise, a dimension or a variant. */
const rubric = parse(readFileSync(join(HOME, 'rubrics/devops-tech-lead.yaml'), 'utf8')) as Record<
  'dimensions' | 'exercises' | 'variants',
  { id: string }[]
>;

function partText(id: string): string {
  const part = [...rubric.dimensions, ...rubric.exercises, ...rubric.variants].find((one) => one.id === id);
  if (!part) throw new Error(`no part ${id}`);
  return JSON.stringify(part);
}

/** The figures that a pattern captures in a part; the pattern has to stand there exactly once. */
function figures(id: string, pattern: RegExp): number[] {
  const found = [...partText(id).matchAll(new RegExp(pattern, 'g'))];
  expect(found, `${pattern} in ${id}`).toHaveLength(1);
  return (found[0]?.slice(1) ?? []).map((figure) => Number(figure.replaceAll(',', '')));
}

function figure(id: string, pattern: RegExp): number {
  const [only, ...more] = figures(id, pattern);
  expect(more).toEqual([]);
  return only ?? Number.NaN;
}

const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The same for a number that is written as a word. */
function spelt(id: string, pattern: RegExp): number {
  const found = new RegExp(pattern).exec(partText(id))?.[1] ?? '';
  const number = WORDS.indexOf(found.toLowerCase());
  expect(number, `${pattern} in ${id}`).toBeGreaterThanOrEqual(0);
  return number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

test('the debt budget is the weeks of the team, less what is spent and promised', () => {
  const team = spelt('debt-budget', /run by a team of (\w+)/);
  const weeks = figure('debt-budget', /The plan covers (\d+) weeks/);
  const taken = figure('debt-budget', /training take (\d+)% of/);
  const promised = figure('debt-budget', /(\d+) person-weeks are promised/);
  const [all, share, dates, left] = figures(
    'debt-budget',
    /The sum: (\d+) person-weeks, less (\d+)%, less (\d+), leaves ([\d.]+);/,
  );
  expect([all, share, dates]).toEqual([team * weeks, taken, promised]);
  expect(left).toBeCloseTo(team * weeks * (1 - taken / 100) - promised, 5);
  expect(figures('debt-budget', /Finds (\d+) to (\d+), chooses/)).toEqual([
    Math.floor(left ?? 0),
    Math.ceil(left ?? 0),
  ]);
});

test('the list of items comes to what the guide says, with and without the mesh', () => {
  const estimates = [...partText('debt-budget').matchAll(/Item ([A-G]) - .*?Estimate (\d+)/g)];
  expect(estimates.map(([, letter]) => letter).join('')).toBe('ABCDEFG');
  const all = estimates.map(([, , weeks]) => Number(weeks));
  expect(figures('debt-budget', /without the mesh comes to (\d+), with it to (\d+)/)).toEqual([
    sum(all.slice(0, -1)),
    sum(all),
  ]);
});

test('the savings of item E pay for the extension of item D in the months stated', () => {
  const extension = figure('debt-budget', /extension for a year: ([\d,]+) pounds/);
  const monthly = figure('debt-budget', /machines, ([\d,]+) pounds a month/);
  expect(figure('debt-budget', /pay for it \(in ([\d.]+) months\)/)).toBeCloseTo(extension / monthly, 1);
});

test('what failed builds cost in the half-year is held against the estimate of item B', () => {
  const weeks = figure('debt-budget', /The plan covers (\d+) weeks/);
  const hours = figure('debt-budget', /The plan covers \d+ weeks of (\d+) hours/);
  const lost = figure('debt-budget', /developers about (\d+) hours a week/);
  const estimate = figure('debt-budget', /one senior engineer understands.*?Estimate (\d+), range/);
  expect(
    figures('debt-budget', /\((\d+) hours a week come to about (\d+) person-weeks in the half-year, against (\d+)\)/),
  ).toEqual([lost, Math.round((lost * weeks) / hours), estimate]);
});

test('the one who leaves takes the weeks stated out of the budget', () => {
  const weeks = figure('debt-budget', /The plan covers (\d+) weeks/);
  const taken = figure('debt-budget', /training take (\d+)% of/);
  const [from, until] = figures(
    'debt-budget',
    /leaves at the end of week (\d+); no replacement comes before week (\d+)/,
  );
  expect(until).toBe(weeks);
  const left = figure('debt-budget', /leaves ([\d.]+); the list/);
  const gone = ((until ?? 0) - (from ?? 0)) * (1 - taken / 100);
  expect(figures('debt-budget', /takes about (\d+) person-weeks and leaves about (\d+)/)).toEqual([
    Math.round(gone),
    Math.round(left - gone),
  ]);
});

test('the plan under review adds, changes and destroys as many things as it lists', () => {
  const text = partText('plan-review');
  const listed = (pattern: RegExp, separator: string) => pattern.exec(text)?.[1]?.split(separator).length;
  const renamed = listed(/added under the new: (.*?)\./, ', ');
  const changed = listed(/Changed: (.*?)\."/, '; ');
  expect(figures('plan-review', /(\d+) to add, (\d+) to change, (\d+) to destroy/)).toEqual([
    renamed,
    changed,
    renamed,
  ]);
});

test('the guide to the review counts the days of logs lost and the orders a minute', () => {
  const [before, after] = figures('plan-review', /access logs, (\d+) days to (\d+)/);
  expect(figure('plan-review', /retention cut by (\d+) days/)).toBe((before ?? 0) - (after ?? 0));
  const hourly = figure('plan-review', /Context: ([\d,]+) orders an hour/);
  expect(figure('plan-review', /without the database is (\d+) orders/)).toBe(hourly / 60);
});

test('the alerts of the campaign case come to the weekly count and the shares stated', () => {
  const weeks = spelt('rota-and-campaign', /"(\w+) weeks of alerts/);
  const [all = 0, idle = 0, search = 0] = figures(
    'rota-and-campaign',
    /weeks of alerts: (\d+) in all, (\d+) needed no action, (\d+) came/,
  );
  expect(figure('rota-and-campaign', /Reads the figures: (\d+) alerts a week/)).toBe(all / weeks);
  const shares = /two in (\w+) without action, two in (\w+) from one service/.exec(partText('rota-and-campaign'));
  const [inAction, inService] = (shares ?? []).slice(1).map((word) => WORDS.indexOf(word));
  expect(inAction).toBe(Math.round((2 * all) / idle));
  expect(inService).toBe(Math.round((2 * all) / search));
  const [byNight = 0, again] = figures('rota-and-campaign', /(\d+) of the (\d+) came between/);
  expect(again).toBe(all);
  expect(spelt('rota-and-campaign', /about (\w+) alerts a week by night/)).toBe(Math.round(byNight / weeks));
});

test('the campaign asks for as much more load as the guide says', () => {
  const borne = figure('rota-and-campaign', /stopped at ([\d.]+) times the peak/);
  expect(partText('rota-and-campaign')).toContain('expected to double orders');
  expect(figure('rota-and-campaign', /against twice as the risk it is \((\d+)% more load/)).toBe(
    Math.round((2 / borne - 1) * 100),
  );
  expect(figure('rota-and-campaign', /Treats ([\d.]+) times/)).toBe(borne);
});

test('the nightly batch takes the hours stated, and would need the line stated', () => {
  const [terabytes = 0] = figures('platform', /batch reads (\d+) TB/);
  const window = spelt('platform', /on premises and has (\w+) hours/);
  const line = figure('platform', /over a (\d+) Gbit\/s line/);
  const gigabits = terabytes * 1000 * 8;
  expect(spelt('platform', /about (\w+) hours on that line/)).toBe(Math.round(gigabits / line / 3600));
  expect(spelt('platform', /on that line, where (\w+) would need/)).toBe(window);
  expect(figure('platform', /would need some (\d+) Gbit/)).toBe(Math.round(gigabits / (window * 3600)));
});

test('the rest of the zones can carry the load of the one that is lost', () => {
  const zones = spelt('platform', /of (\w+) zones, each at most/);
  expect(figure('platform', /zones, each at most (\d+)% full/)).toBe(Math.floor(((zones - 1) / zones) * 100));
});

test('the exit code of a killed container is 128 and the number of the signal', () => {
  const [code = 0, base = 0, signal = 0] = figures('platform', /(\d+) is (\d+) \+ (\d+), a SIGKILL/);
  expect(code).toBe(base + signal);
  expect(figure('platform', /an hour with exit code (\d+)/)).toBe(code);
});

test('the findings that nobody can reach are the rest of the scan', () => {
  const all = figure('risk', /your images lists (\d+) critical findings/);
  const reached = spelt('risk', /critical findings; (\w+) can be reached/);
  expect(figure('risk', /do with the other (\d+)\?/)).toBe(all - reached);
});

test('the script that stopped has as many resources left as stated', () => {
  const [all = 0, done = 0] = figures('scripting', /tags ([\d,]+) resources stops at ([\d,]+)/);
  expect(figure('scripting', /\(below: ([\d,]+) left\)/)).toBe(all - done);
});

test('the pages of the rota case that are left, and the turns of those on it, come out as stated', () => {
  const [pages = 0, idle = 0] = figures('on-call-team', /(\d+) pages a week of which (\d+) need no action/);
  expect(spelt('on-call-team', /below: (\w+) pages a week are left/)).toBe(pages - idle);
  expect(spelt('on-call-team', /: (\w+) engineers, one week in/)).toBe(spelt('on-call-team', /one week in (\w+) each/));
});

test('the pages of the month in the rota variant are those of the alarm and the single ones', () => {
  const [all = 0, alarm = 0, single = 0] = figures(
    'on-call-team',
    /of (\d+) pages in a month (\d+) come from one disk alarm, the other (\d+) each/,
  );
  expect(single).toBe(all - alarm);
});
