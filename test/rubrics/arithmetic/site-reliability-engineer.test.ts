import { describe, expect, test } from 'vitest';
import { figures, partText } from '../../support/rubric-figures.js';

describe('the budget in "Twelve days left and a launch"', () => {
  const text = partText('site-reliability-engineer', 'spent-budget');
  const [requests = 0, days = 0] = figures(text, /gets (\d+) requests in (\d+) days/);
  const [target = 0] = figures(text, /Objective: ([\d.]+)% of requests succeed/);
  const [today = 0] = figures(text, /end of day (\d+)/);
  const [lost = 0, provider = 0, release = 0, daily = 0] = figures(
    text,
    /(\d+) failed requests so far: (\d+) in one outage of the payment provider, (\d+) in one release that went to everyone, and (\d+) a day/,
  );
  const budget = Math.round((requests * (100 - target)) / 100);

  test('what was lost is the sum of its causes', () => {
    expect(lost).toBe(provider + release + daily * today);
  });

  test('what is left, and what is free of the daily failures', () => {
    const [whole, over, left, usual, free] = figures(
      text,
      /Budget: (\d+) failures in (\d+) days, (\d+) left, of which (\d+) go at today's rate; so (\d+) are free/,
    );
    expect([whole, over]).toEqual([budget, days]);
    expect(left).toBe(budget - lost);
    expect(usual).toBe(daily * (days - today));
    expect(free).toBe(budget - lost - daily * (days - today));
  });

  test('a fault in the new checkout costs what is said, with everyone and with a few', () => {
    const [rate = 0, all, minutes = 0, few, share = 0] = figures(
      text,
      /A fault of (\d+)% in the new checkout would cost about (\d+) failures in (\d+) minutes with everyone, and (\d+) in half an hour with (\d+)% of users/,
    );
    const perMinute = requests / days / 24 / 60;
    expect(all).toBe(Math.round((perMinute * minutes * rate) / 100));
    expect(few).toBe(Math.round((perMinute * 30 * (share / 100) * rate) / 100));
    expect(figures(text, /takes (\d+) minutes for everyone/)).toEqual([minutes]);
  });

  test('the fast alert', () => {
    const [burn = 0, percent, failures = 0, ofBudget] = figures(
      text,
      /([\d.]+) times over an hour is ([\d.]+)% of requests, some (\d+) failures, (\d+)% of the budget/,
    );
    expect(percent).toBeCloseTo(burn * (100 - target), 6);
    expect(failures).toBeCloseTo(((requests / days / 24) * burn * (100 - target)) / 100, 3);
    expect(ofBudget).toBe(Math.round((100 * failures) / budget));
  });

  test('what never arrives is more than the budget', () => {
    const [share = 0] = figures(text, /: ([\d.]+)% of attempts to check out never reach/);
    const [missed = 0] = figures(text, /never arrives would be (\d+) failures a month/);
    expect(missed).toBe(Math.round((requests * share) / 100));
    expect(missed).toBeGreaterThan(budget);
  });
});

describe('the load in "The cache came back, the service did not"', () => {
  const text = partText('site-reliability-engineer', 'cold-cache');
  const [load = 0] = figures(text, /answers (\d+) requests a second/);
  const [found = 0] = figures(text, /(\d+)% are found in the cache/);
  const [limit = 0] = figures(text, /one database that can do (\d+) reads/);
  const foundNow = (found * 3) / 4;

  test('with one node of four empty, the reads go past what the database can do', () => {
    const [share, reads = 0, most] = figures(
      text,
      /([\d.]+)% are found, so that (\d+) reads a second meet a limit of (\d+)/,
    );
    expect(share).toBe(foundNow);
    expect(reads).toBe((load * (100 - foundNow)) / 100);
    expect(most).toBe(limit);
    expect(reads).toBeGreaterThan(limit);
  });

  test('before the restart they stay within it', () => {
    expect((load * (100 - found)) / 100).toBeLessThan(limit);
  });

  test('the share of requests to admit', () => {
    const [admitted = 0, percent] = figures(text, /about (\d+) requests a second, (\d+)%, keep the reads at 900/);
    const exact = limit / (1 - foundNow / 100);
    expect(admitted).toBe(Math.round(exact / 10) * 10);
    expect(percent).toBe(Math.round((100 * exact) / load));
  });
});

test('the minutes that a target of three nines allows in a month', () => {
  const [target = 0, days = 0, minutes] = figures(
    partText('site-reliability-engineer', 'slos'),
    /([\d.]+)% of (\d+) days is some (\d+) minutes/,
  );
  expect(minutes).toBe(Math.round((days * 24 * 60 * (100 - target)) / 100));
});
