import { describe, expect, test } from 'vitest';
import { figures, partText } from '../../support/rubric-figures.js';

describe('the quarter in "Five engineers, one quarter"', () => {
  const text = partText('platform-engineer', 'next-quarter');
  const ENGINEERS = 5;
  const [weeks = 0] = figures(text, /A quarter has (\d+) weeks/);
  const [support = 0] = figures(text, /Support and upkeep take (\d+)% of the team's time/);
  const efforts = figures(
    text,
    /Self-service databases (\d+)\. Faster previews (\d+)\. Template for a new service (\d+)\. Developer portal with a catalogue (\d+)\. Cluster upgrade (\d+);/,
  );

  test('what can be built, and what was proposed', () => {
    expect(text).toContain('platform team of five engineers');
    const [all, off, left, needed] = figures(
      text,
      /Capacity: (\d+) engineer-weeks less (\d+)% leaves (\d+), and the five proposals need (\d+)/,
    );
    expect([all, off]).toEqual([ENGINEERS * weeks, support]);
    expect(left).toBe((ENGINEERS * weeks * (100 - support)) / 100);
    expect(needed).toBe(efforts.reduce((sum, effort) => sum + effort, 0));
    expect(figures(text, /Works out (\d+) against (\d+)/)).toEqual([left, needed]);
  });

  test('the hours that people wait and work', () => {
    const [requests = 0, minutesEach = 0] = figures(text, /Databases: (\d+) requests a month, (\d+) minutes/);
    const [previews = 0, minutes = 0] = figures(text, /Previews: (\d+) a week, (\d+) minutes each/);
    expect(figures(text, /previews wait (\d+) hours a quarter/)).toEqual([
      Math.round((previews * minutes * weeks) / 60),
    ]);
    expect(figures(text, /cost the platform only ([\d.]+) hours a quarter/)).toEqual([
      (requests * minutesEach * 3) / 60,
    ]);
  });

  test('what is left after the change', () => {
    const [from = 0] = figures(text, /from week (\d+) on, one of the five/);
    const lent = ((weeks - from + 1) * (100 - support)) / 100;
    const [left] = figures(text, /the change leaves ([\d.]+) weeks/);
    expect(left).toBeCloseTo((ENGINEERS * weeks * (100 - support)) / 100 - lent, 6);
  });
});

describe('the sums in "A template that sixty services use"', () => {
  const text = partText('platform-engineer', 'template-review');
  const [services = 0, replicas = 0] = figures(text, /runs (\d+) services on one cluster.*?each with (\d+) replicas/);
  const [cores = 0] = figures(text, /Nodes have (\d+) cores to give/);
  const [requested = 0] = figures(text, /Each replica requests ([\d.]+) cores/);
  const [used = 0] = figures(text, /Measured use is ([\d.]+) cores for each replica/);

  test('versions and inputs add up', () => {
    const [three = 0, two = 0, copied = 0] = figures(
      text,
      /(\d+) services use version 3, (\d+) use version 2, (\d+) have copied/,
    );
    expect(three + two + copied).toBe(services);
    expect(figures(text, /reaches the (\d+) by a rebuild and the (\d+) one by one/)).toEqual([three + two, copied]);
    const [inputs, never = 0, half = 0, few = 0] = figures(
      text,
      /(\d+) inputs: (\d+) have never been changed from their default, (\d+) are set by more than half of the services, (\d+) by a few/,
    );
    expect(inputs).toBe(never + half + few);
  });

  test('what the wished inputs are', () => {
    const [wished, sizes = 0, team = 0, secret = 0] = figures(
      text,
      /Of the (\d+) wished inputs, (\d+) are different names for sizes, (\d+) are for one team, (\d+) are to reach a secret/,
    );
    expect(wished).toBe(sizes + team + secret);
    expect(figures(text, /with (\d+) more inputs/)).toEqual([wished]);
  });

  test('cores that are requested, used and would be enough', () => {
    const [now, taken, lower = 0, then = 0] = figures(
      text,
      /Requested are (\d+) cores, six nodes' worth; used are ([\d.]+)\. With ([\d.]+) requested it is (\d+) cores, three nodes/,
    );
    expect(now).toBe(services * replicas * requested);
    expect(Math.ceil((now ?? 0) / cores)).toBe(6);
    expect(taken).toBeCloseTo(services * replicas * used, 6);
    expect(then).toBeCloseTo(services * replicas * lower, 6);
    expect(Math.ceil(then / cores)).toBe(3);
  });

  test('a budget that demands every replica allows no drain', () => {
    const [demanded, whole] = figures(text, /a budget of (\d+) available out of (\d+) allows no drain/);
    expect([demanded, whole]).toEqual([replicas, replicas]);
    expect(figures(text, /disruption budget demands (\d+) available pods/)).toEqual([replicas]);
  });
});
