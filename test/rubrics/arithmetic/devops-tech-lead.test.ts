import { expect, test } from 'vitest';
import { figure, figures, partText } from '../../support/rubric-figures.js';

const debtBudget = partText('devops-tech-lead', 'debt-budget');
const planReview = partText('devops-tech-lead', 'plan-review');
const rotaAndCampaign = partText('devops-tech-lead', 'rota-and-campaign');
const platform = partText('devops-tech-lead', 'platform');
const risk = partText('devops-tech-lead', 'risk');
const scripting = partText('devops-tech-lead', 'scripting');
const onCallTeam = partText('devops-tech-lead', 'on-call-team');

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

test('the debt budget is the weeks of the team, less what is spent and promised', () => {
  const team = figure(debtBudget, /run by a team of (\w+)/);
  const weeks = figure(debtBudget, /The plan covers (\d+) weeks/);
  const taken = figure(debtBudget, /training take (\d+)% of/);
  const promised = figure(debtBudget, /(\d+) person-weeks are promised/);
  const [all, share, dates, left] = figures(
    debtBudget,
    /The sum: (\d+) person-weeks, less (\d+)%, less (\d+), leaves ([\d.]+);/,
  );
  expect([all, share, dates]).toEqual([team * weeks, taken, promised]);
  expect(left).toBeCloseTo(team * weeks * (1 - taken / 100) - promised, 5);
  expect(figures(debtBudget, /Finds (\d+) to (\d+), chooses/)).toEqual([Math.floor(left ?? 0), Math.ceil(left ?? 0)]);
});

test('the list of items comes to what the guide says, with and without the mesh', () => {
  const estimates = [...debtBudget.matchAll(/Item ([A-G]) - .*?Estimate (\d+)/g)];
  expect(estimates.map(([, letter]) => letter).join('')).toBe('ABCDEFG');
  const all = estimates.map(([, , weeks]) => Number(weeks));
  expect(figures(debtBudget, /without the mesh comes to (\d+), with it to (\d+)/)).toEqual([
    sum(all.slice(0, -1)),
    sum(all),
  ]);
});

test('the savings of item E pay for the extension of item D in the months stated', () => {
  const extension = figure(debtBudget, /extension for a year: ([\d,]+) pounds/);
  const monthly = figure(debtBudget, /machines, ([\d,]+) pounds a month/);
  expect(figure(debtBudget, /pay for it \(in ([\d.]+) months\)/)).toBeCloseTo(extension / monthly, 1);
});

test('what failed builds cost in the half-year is held against the estimate of item B', () => {
  const weeks = figure(debtBudget, /The plan covers (\d+) weeks/);
  const hours = figure(debtBudget, /The plan covers \d+ weeks of (\d+) hours/);
  const lost = figure(debtBudget, /developers about (\d+) hours a week/);
  const estimate = figure(debtBudget, /one senior engineer understands.*?Estimate (\d+), range/);
  expect(
    figures(debtBudget, /\((\d+) hours a week come to about (\d+) person-weeks in the half-year, against (\d+)\)/),
  ).toEqual([lost, Math.round((lost * weeks) / hours), estimate]);
});

test('the one who leaves takes the weeks stated out of the budget', () => {
  const weeks = figure(debtBudget, /The plan covers (\d+) weeks/);
  const taken = figure(debtBudget, /training take (\d+)% of/);
  const [from, until] = figures(debtBudget, /leaves at the end of week (\d+); no replacement comes before week (\d+)/);
  expect(until).toBe(weeks);
  const left = figure(debtBudget, /leaves ([\d.]+); the list/);
  const gone = ((until ?? 0) - (from ?? 0)) * (1 - taken / 100);
  expect(figures(debtBudget, /takes about (\d+) person-weeks and leaves about (\d+)/)).toEqual([
    Math.round(gone),
    Math.round(left - gone),
  ]);
});

test('the plan under review adds, changes and destroys as many things as it lists', () => {
  const listed = (pattern: RegExp, separator: string) => pattern.exec(planReview)?.[1]?.split(separator).length;
  const renamed = listed(/added under the new: (.*?)\./, ', ');
  const changed = listed(/Changed: (.*?)\."/, '; ');
  expect(figures(planReview, /(\d+) to add, (\d+) to change, (\d+) to destroy/)).toEqual([renamed, changed, renamed]);
});

test('the guide to the review counts the days of logs lost and the orders a minute', () => {
  const [before, after] = figures(planReview, /access logs, (\d+) days to (\d+)/);
  expect(figure(planReview, /retention cut by (\d+) days/)).toBe((before ?? 0) - (after ?? 0));
  const hourly = figure(planReview, /Context: ([\d,]+) orders an hour/);
  expect(figure(planReview, /without the database is (\d+) orders/)).toBe(hourly / 60);
});

test('the alerts of the campaign case come to the weekly count and the shares stated', () => {
  const weeks = figure(rotaAndCampaign, /"(\w+) weeks of alerts/);
  const [all = 0, idle = 0, search = 0] = figures(
    rotaAndCampaign,
    /weeks of alerts: (\d+) in all, (\d+) needed no action, (\d+) came/,
  );
  expect(figure(rotaAndCampaign, /Reads the figures: (\d+) alerts a week/)).toBe(all / weeks);
  const [inAction, inService] = figures(rotaAndCampaign, /two in (\w+) without action, two in (\w+) from one service/);
  expect(inAction).toBe(Math.round((2 * all) / idle));
  expect(inService).toBe(Math.round((2 * all) / search));
  const [byNight = 0, again] = figures(rotaAndCampaign, /(\d+) of the (\d+) came between/);
  expect(again).toBe(all);
  expect(figure(rotaAndCampaign, /about (\w+) alerts a week by night/)).toBe(Math.round(byNight / weeks));
});

test('the campaign asks for as much more load as the guide says', () => {
  const borne = figure(rotaAndCampaign, /stopped at ([\d.]+) times the peak/);
  expect(rotaAndCampaign).toContain('expected to double orders');
  expect(figure(rotaAndCampaign, /against twice as the risk it is \((\d+)% more load/)).toBe(
    Math.round((2 / borne - 1) * 100),
  );
  expect(figure(rotaAndCampaign, /Treats ([\d.]+) times/)).toBe(borne);
});

test('the nightly batch takes the hours stated, and would need the line stated', () => {
  const [terabytes = 0] = figures(platform, /batch reads (\d+) TB/);
  const window = figure(platform, /on premises and has (\w+) hours/);
  const line = figure(platform, /over a (\d+) Gbit\/s line/);
  const gigabits = terabytes * 1000 * 8;
  expect(figure(platform, /about (\w+) hours on that line/)).toBe(Math.round(gigabits / line / 3600));
  expect(figure(platform, /on that line, where (\w+) would need/)).toBe(window);
  expect(figure(platform, /would need some (\d+) Gbit/)).toBe(Math.round(gigabits / (window * 3600)));
});

test('the rest of the zones can carry the load of the one that is lost', () => {
  const zones = figure(platform, /of (\w+) zones, each at most/);
  expect(figure(platform, /zones, each at most (\d+)% full/)).toBe(Math.floor(((zones - 1) / zones) * 100));
});

test('the exit code of a killed container is 128 and the number of the signal', () => {
  const [code = 0, base = 0, signal = 0] = figures(platform, /(\d+) is (\d+) \+ (\d+), a SIGKILL/);
  expect(code).toBe(base + signal);
  expect(figure(platform, /an hour with exit code (\d+)/)).toBe(code);
});

test('the findings that nobody can reach are the rest of the scan', () => {
  const all = figure(risk, /your images lists (\d+) critical findings/);
  const reached = figure(risk, /critical findings; (\w+) can be reached/);
  expect(figure(risk, /do with the other (\d+)\?/)).toBe(all - reached);
});

test('the script that stopped has as many resources left as stated', () => {
  const [all = 0, done = 0] = figures(scripting, /tags ([\d,]+) resources stops at ([\d,]+)/);
  expect(figure(scripting, /\(below: ([\d,]+) left\)/)).toBe(all - done);
});

test('the pages of the rota case that are left, and the turns of those on it, come out as stated', () => {
  const [pages = 0, idle = 0] = figures(onCallTeam, /(\d+) pages a week of which (\d+) need no action/);
  expect(figure(onCallTeam, /below: (\w+) pages a week are left/)).toBe(pages - idle);
  expect(figure(onCallTeam, /: (\w+) engineers, one week in/)).toBe(figure(onCallTeam, /one week in (\w+) each/));
});

test('the pages of the month in the rota variant are those of the alarm and the single ones', () => {
  const [all = 0, alarm = 0, single = 0] = figures(
    onCallTeam,
    /of (\d+) pages in a month (\d+) come from one disk alarm, the other (\d+) each/,
  );
  expect(single).toBe(all - alarm);
});
