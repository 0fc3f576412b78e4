import { expect, test } from 'vitest';
import { figure, figures, partText } from '../../support/rubric-figures.js';

const inPercent = (share: number) => Math.round(100 * share);
const YEAR_IN_MINUTES = 365 * 24 * 60;
const MONTH_IN_MINUTES = 30 * 24 * 60;

const reliability = partText('head-infra', 'reliability-operating-model');
const cost = partText('head-infra', 'cloud-cost-scaling');
const recovery = partText('head-infra', 'dr-plan-review');
const firstYear = partText('head-infra', 'first-year-plan');

test('the causes of the outages add up to their number', () => {
  const total = figure(reliability, /twelve months: (\d+) Sev-1/);
  const causes = figures(
    reliability,
    /infrastructure code (\d+), database failover (\d+), expired certificates (\d+), capacity (\d+), provider (\d+)\./,
  );
  expect(causes.reduce((sum, count) => sum + count, 0)).toBe(total);
  expect(figures(reliability, /counts \((\d+) of (\d+) are changes\)/)).toEqual([causes[0], total]);
  expect(figure(reliability, /The (\d+) cost customers/)).toBe(total);
  expect(figure(reliability, /which of the (\d+) each initiative/)).toBe(total);
});

test('the engineers of the three managers are those of whom some carry the rota', () => {
  const teams = figures(
    reliability,
    /Cloud Runtime with (\d+) engineers, Network and Edge with (\d+), Tooling with (\d+)/,
  );
  const engineers = teams.reduce((sum, count) => sum + count, 0);
  const [rota, of] = figures(reliability, /staffed by (\d+) volunteers of the (\d+):/);
  expect(of).toBe(engineers);
  expect(figures(reliability, /effort fits (\d+) engineers, a rota of (\d+)/)).toEqual([engineers, rota]);
  expect(reliability).toMatch(/Two of the eight who used to carry it have left/);
  expect(rota).toBe(8 - 2);
});

test('the minutes of outage are held against what the promise allows in a year', () => {
  const promised = figure(reliability, /([\d.]+)% promised in contracts/);
  const cut = figure(reliability, /cost customers ([\d,]+) minutes in all/);
  const [outage, allowed, level] = figures(
    reliability,
    /([\d,]+) minutes of outage against the (\d+) a year that ([\d.]+)%/,
  );
  expect(level).toBe(promised);
  expect(outage).toBe(cut);
  expect(allowed).toBe(Math.round((1 - promised / 100) * YEAR_IN_MINUTES));
  expect(reliability).toMatch(/allows, more than six times as much/);
  expect(Math.floor(cut / (allowed ?? 0))).toBe(6);
});

test('closed actions and noise are shares of what the pack tells', () => {
  const [opened, closed] = figures(reliability, /opened (\d+) actions, (\d+) are closed/);
  expect(figure(reliability, /\((\d+)% are closed today\)/)).toBe(inPercent((closed ?? 0) / (opened ?? 1)));
  const useful = figure(reliability, /(\d+)% needing action/);
  expect(figure(reliability, /noise \((\d+)% of pages\)/)).toBe(100 - useful);
});

const [compute = 0, databases = 0, network = 0, telemetry = 0, storage = 0, streaming = 0, other = 0] = figures(
  cost,
  /compute ([\d,]+); managed databases ([\d,]+); network ([\d,]+) .*?observability ([\d,]+); storage ([\d,]+); streaming ([\d,]+); support and other ([\d,]+)\./,
);
const bill = figure(cost, /Together ([\d,]+)\./);
const requests = figure(cost, /Usage: ([\d.]+) billion requests/) * 1e9;
const growth = figure(cost, /requests up (\d+)% in twelve months/) / 100;
const budget = figure(cost, /budget for month 12 is ([\d,]+\d)/);

test('the lines of the bill add up to its total', () => {
  expect(compute + databases + network + telemetry + storage + streaming + other).toBe(bill);
});

test('unit costs follow from the bill, today and in month 12', () => {
  const [perThousand, perTenant] = figures(cost, /So ([\d.]+) for a thousand requests and ([\d,]+) for a tenant/);
  const tenants = figure(cost, /from (\d+) tenants/);
  expect(perThousand).toBe(Number((bill / (requests / 1000)).toFixed(2)));
  expect(perTenant).toBe(bill / tenants);
  const [spend, billions, unit, less] = figures(
    cost,
    /sees that ([\d,]+) for ([\d.]+) billion requests means ([\d.]+) for a thousand, (\d+)% less/,
  );
  expect(spend).toBe(budget);
  expect(billions).toBeCloseTo((requests * (1 + growth)) / 1e9, 9);
  const aim = budget / ((requests * (1 + growth)) / 1000);
  expect(unit).toBe(Number(aim.toFixed(2)));
  expect(figure(cost, /arrives near ([\d.]+) for a thousand/)).toBe(unit);
  expect(less).toBe(inPercent(1 - aim / (bill / (requests / 1000))));
  expect(figure(cost, /month 12 would come to ([\d,]+\d)/)).toBeCloseTo(bill * (1 + growth), 6);
});

/** Load against today's at the end of a month: a quarter of the growth comes with one customer. */
function loadAt(month: number): number {
  const start = figure(cost, /one customer who starts in month (\d+)/);
  expect(cost).toMatch(/A quarter of that growth is one customer/);
  return 1 + (month * growth * 0.75) / 12 + (month >= start ? growth / 4 : 0);
}

function monthOf(load: number): number {
  return Array.from({ length: 12 }, (_, at) => at + 1).find((month) => loadAt(month) >= load) ?? Number.NaN;
}

test('connections run out where the budget does, and the quota later', () => {
  const [used = 0, most = 0] = figures(cost, /([\d,]+) of ([\d,]+) connections/);
  const [quota = 0, inUse = 0] = figures(cost, /quota is ([\d,]+) virtual CPUs, ([\d,]+) are in use/);
  const [month, more] = figures(cost, /connections run out in month (\d+), at (\d+)% more load/);
  expect(more).toBe(inPercent(most / used - 1));
  expect(month).toBe(monthOf(most / used));
  expect(cost).toMatch(/spend passes the month-12 budget at the same load/);
  expect(budget / bill).toBeCloseTo(most / used, 9);
  const [later, further, ask] = figures(
    cost,
    /quota follows in month (\d+), at (\d+)% more, and has to be asked for by month (\d+)/,
  );
  expect(further).toBe(inPercent(quota / inUse - 1));
  expect(later).toBe(monthOf(quota / inUse));
  expect(cost).toMatch(/an increase takes six weeks/);
  // Between two ends of month the load grows evenly.
  const before = (later ?? 0) - 1;
  const crossing = before + (quota / inUse - loadAt(before)) / (loadAt(before + 1) - loadAt(before));
  expect(ask).toBe(Math.floor(crossing - 6 / (52 / 12)));
});

test('what is waste has the size that the pack gives it', () => {
  const [idle, logs, loose] = figures(
    cost,
    /idle environments \(part of ([\d,]+)\), debug logs \(([\d,]+)\), snapshots and loose volumes \(([\d,]+)\)/,
  );
  expect(idle).toBe((figure(cost, /Compute: (\d+)% of it is non-production/) * compute) / 100);
  expect(logs).toBe((figure(cost, /Observability: (\d+)% is debug logging/) * telemetry) / 100);
  const [snapshots = 0, volumes = 0] = figures(cost, /Storage: ([\d,]+) for snapshots .*?, ([\d,]+) for volumes/);
  expect(loose).toBe(snapshots + volumes);
});

test('two zones hold what three did, up to a ceiling', () => {
  const [requested = 0, busy = 0, , memory = 0] = figures(
    cost,
    /CPU is requested to (\d+)% and used to (\d+)%, memory is requested to (\d+)% and used to (\d+)%/,
  );
  const [share, needed, real] = figures(
    cost,
    /CPU requested at (\d+)% would ask for (\d+)% of what two zones hold, though only (\d+)% is used/,
  );
  expect([share, real]).toEqual([requested, busy]);
  expect(needed).toBe(Math.round((requested * 3) / 2));
  const [held, ceiling = 0] = figures(cost, /memory \((\d+)% used, ceiling near (\d+)%\)/);
  expect(held).toBe(memory);
  expect(ceiling).toBe(Math.floor(200 / 3));
  expect(cost).toMatch(/lets compute shrink by a fifth at most/);
  expect(1 - memory / ceiling).toBeGreaterThan(0.2);
  expect(1 - memory / ceiling).toBeLessThan(0.25);
});

test('each gap of the recovery plan is one: what is needed against what is allowed', () => {
  const [checkout = 0, lost = 0] = figures(
    recovery,
    /checkout back in (\d+) minutes with at most (\d+) minute of data/,
  );
  const [hours = 0, history = 0] = figures(recovery, /order history (\d+) hours and (\d+) minutes/);
  const [restoreHours = 0, restoreMinutes = 0] = figures(recovery, /2\.1 TB in (\d+) hours (\d+) minutes/);
  const seconds = figure(recovery, /live for ([\d,]+) seconds/);
  const lag = figure(recovery, /up to (\d+) minutes during the nightly batch/);
  expect(figures(recovery, /DNS kept for (\d+) minutes against (\d+)/)).toEqual([seconds / 60, checkout]);
  expect(figures(recovery, /lag of (\d+) minutes against (\d+)/)).toEqual([lag, lost]);
  const restore = 60 * restoreHours + restoreMinutes;
  expect(figures(recovery, /restore of (\d+) minutes against (\d+)/)).toEqual([restore, 60 * hours]);
  expect(restore).toBeGreaterThan(60 * hours);
  expect(figure(recovery, /daily backups against (\d+) minutes/)).toBe(history);
  const gaps = /Completeness, eight gaps: (.*?state in region A; .*?15 minutes)/.exec(recovery)?.[1] ?? '';
  expect(gaps.split(';')).toHaveLength(8);
});

test('the notice falls due where the plan says, and initiatives without an owner are counted', () => {
  const renewal = figure(firstYear, /renews at the end of month (\d+), with three months' notice/);
  expect(figure(firstYear, /falls due at the end of month (\d+)/)).toBe(renewal - 3);
  const all = figure(firstYear, /roadmap has (\d+) initiatives, six of them with an owner/);
  expect(figure(firstYear, /owners for the (\d+) initiatives that have none/)).toBe(all - 6);
  expect(figure(firstYear, /All (\d+) initiatives go on/)).toBe(all);
});

test('targets in per cent are the minutes that they stand for', () => {
  const observability = partText('head-infra', 'observability');
  const [target = 0, minutes] = figures(observability, /\(([\d.]+)% of 30 days is (\d+) minutes/);
  expect(minutes).toBe(Math.round((1 - target / 100) * MONTH_IN_MINUTES));
  const [low = 0, high = 0, most, least] = figures(
    observability,
    /Tier-0 ([\d.]+) to ([\d.]+)% \((\d+) down to (\d+) minutes/,
  );
  expect(most).toBe(Math.round((1 - low / 100) * MONTH_IN_MINUTES));
  expect(least).toBe(Math.round((1 - high / 100) * MONTH_IN_MINUTES));
});

test('a burn rate spends the stated share of a month', () => {
  const [rate = 0, hours = 0, share] = figures(
    partText('head-infra', 'observability'),
    /\(([\d.]+)x for (\d+) h spends (\d+)%\)/,
  );
  expect(inPercent((rate * hours) / (30 * 24))).toBe(share);
});
