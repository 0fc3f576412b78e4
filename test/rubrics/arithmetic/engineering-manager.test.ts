import { describe, expect, test } from 'vitest';
import { figures, partText } from '../../support/rubric-figures.js';

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

describe('the quarter in "Seven people, one quarter, too many promises"', () => {
  const PEOPLE = 7;
  const text = partText('engineering-manager', 'seven-people');
  const [weeks = 0] = figures(text, /next quarter has (\d+) weeks/);
  const [away = 0] = figures(text, /Leave and training take (\d+) engineer-weeks/);
  const [questions = 0] = figures(text, /Questions from other teams take (\d+)%/);
  const promises = figures(
    text,
    /meters' data store (\d+); audit trail for the regulator (\d+), due in week 9; database upgrade (\d+); lower cloud costs (\d+); wishes from product teams (\d+)/,
  );
  const left = PEOPLE * weeks - away - weeks;
  const able = (left * (100 - questions)) / 100;

  test('what the team can do, and what was promised', () => {
    expect(text).toContain('infrastructure team of seven engineers');
    const sums = figures(
      text,
      /Capacity: (\d+) engineer-weeks less (\d+), less (\d+) on call, leaves (\d+); less (\d+)% it is ([\d.]+), against (\d+) promised/,
    );
    expect(sums.slice(0, 5)).toEqual([PEOPLE * weeks, away, weeks, left, questions]);
    expect(sums[5]).toBeCloseTo(able, 6);
    expect(sums[6]).toBe(sumOf(promises));
    expect(figures(text, /Works out ([\d.]+) against (\d+)/)).toEqual(sums.slice(5));
    expect(figures(text, /even ([\d.]+) is a hope/)).toEqual([sums[5]]);
  });

  test('how earlier plans ended', () => {
    const promised = figures(text, /promised (\d+), (\d+), (\d+) and (\d+) engineer-weeks/);
    const finished = figures(text, /finished (\d+), (\d+), (\d+) and (\d+)\./);
    const [done, planned, percent] = figures(text, /(\d+) of (\d+) is (\d+)%, so that even/);
    expect([done, planned]).toEqual([sumOf(finished), sumOf(promised)]);
    expect(percent).toBe(Math.round((100 * sumOf(finished)) / sumOf(promised)));
    expect(figures(text, /finds the (\d+)%/)).toEqual([percent]);
  });

  test('the share of pages that could go back', () => {
    const [all = 0, billing = 0] = figures(text, /(\d+) pages a week, (\d+) of them from the billing service/);
    expect(figures(text, /(\d+) of (\d+) pages, (\d+)%, could go back/)).toEqual([
      billing,
      all,
      Math.round((100 * billing) / all),
    ]);
  });

  test('what the change takes off', () => {
    const [from = 0, to = 0] = figures(
      text,
      /two engineers are to help another department from week (\d+) to week (\d+)/,
    );
    const lent = (2 * (to - from + 1) * (100 - questions)) / 100;
    expect(figures(text, /takes off some (\d+) weeks more/)).toEqual([Math.round(lent)]);
  });
});

describe('the figures in "A talk about reviews"', () => {
  const text = partText('engineering-manager', 'hard-talk');

  test('the share of reviews', () => {
    const [own = 0, all = 0] = figures(text, /K did (\d+) of the team's (\d+) code reviews/);
    expect(figures(text, /Values (\d+)% of all reviews/)).toEqual([Math.round((100 * own) / all)]);
  });

  test('the share of the rota', () => {
    const shares = figures(text, /on call for (\d+) of the last (\d+) weeks/);
    expect(figures(text, /about one week in seven, K had (\d+) of (\d+)/)).toEqual(shares);
    expect(text).toContain('a fictional team of seven engineers');
  });
});
