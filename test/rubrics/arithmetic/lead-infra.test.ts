import { describe, expect, test } from 'vitest';
import { figure, figures, partText } from '../../support/rubric-figures.js';

/** Reads figures out of the part of the rubric that has this id. */
function figuresOf(id: string): (sentence: RegExp) => readonly number[] {
  const text = partText('lead-infra', id);
  return (sentence) => figures(text, sentence);
}

function rounded(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}

const SECONDS_A_DAY = 86_400;
const TERABYTE = 1e12;

/** How much grows by so many per cent a month, as a factor. */
function growth(percent: number, months: number): number {
  return (1 + percent / 100) ** months;
}

/** Months until something that grows by so many per cent has reached a factor. */
function monthsUntil(factor: number, percent: number): number {
  return Math.log(factor) / Math.log(1 + percent / 100);
}

describe('the questions and anchors of lead-infra', () => {
  const depth = figuresOf('depth');
  const reliability = figuresOf('reliability');

  test('give the bad minutes that a target leaves', () => {
    const [minutes, days, target] = reliability(/such as (\d+) in (\d+) days at ([\d.]+)%/) as [number, number, number];
    expect(minutes).toBe(rounded(days * 24 * 60 * (1 - target / 100)));
  });

  test('give what one window of data in flight carries', () => {
    const pattern = /a (\d+) KB window over (\d+) ms carries about (\d+) Mbit\/s/;
    const [kilobytes, milliseconds, megabits] = depth(pattern) as [number, number, number];
    expect(megabits).toBe(rounded((kilobytes * 1024 * 8) / (milliseconds / 1000) / 1e6));
  });

  test('leave room for the load of a lost zone', () => {
    const [perZone] = depth(/a zone of three evacuated .* planned load per zone (\d+)% or less/) as [number];
    expect(perZone).toBe(Math.floor((100 * 2) / 3));
  });

  test('call what a stalled programme has not moved by its number', () => {
    const said = figuresOf('migration');
    const [moved, all] = said(/moved (\d+) of (\d+) services in two years/) as [number, number];
    expect(said(/before looking at the (\d+)"?/)).toEqual([all - moved]);
    expect(said(/sorts the (\d+) by what blocks/)).toEqual([all - moved]);
  });
});

describe('the case of the stalled migration', () => {
  const said = figuresOf('stalled-migration');
  const [all, moved] = said(/Of (\d+) applications (\d+) have moved/) as [number, number];
  const [left] = said(/The (\d+) that are left/) as [number];
  const [terabytes, daily] = said(/one file server, (\d+) TB, ([\d.]+) TB changed a day/) as [number, number];
  const [gigabits, used] = said(/One line of (\d+) Gbit\/s to the cloud, (\d+)% used/) as [number, number];

  test('parts what is left into groups that add up', () => {
    const groups = said(/(\d+) batch applications.* (\d+) use a database.* (\d+) have no owner.* (\d+) have never/);
    expect(left).toBe(all - moved);
    expect(groups.reduce((sum, group) => sum + group, 0)).toBe(left);
  });

  test('says how long the rest takes at the last pace', () => {
    const pace = figure(partText('lead-infra', 'stalled-migration', 'provide'), /The last half-year moved (\w+)\./);
    expect(said(/the 36 would take (\d+) months/)).toEqual([(left / pace) * 6]);
  });

  test('says how many days the copy takes, on the whole line and on what is free of it', () => {
    const [whole, free, percent] = said(/is about ([\d.]+) days at full rate, ([\d.]+) with the (\d+)%/);
    const days = (share: number) => (terabytes * TERABYTE * 8) / (gigabits * 1e9 * share) / SECONDS_A_DAY;
    expect(percent).toBe(100 - used);
    expect(whole).toBe(rounded(days(1), 1));
    expect(free).toBe(rounded(days(1 - used / 100), 1));
  });

  test('says what the daily change needs of the line, which has room for it', () => {
    const [needed] = said(/needs some (\d+) Mbit\/s on top/) as [number];
    expect(needed).toBe(rounded((daily * TERABYTE * 8) / SECONDS_A_DAY / 1e6));
    expect(needed).toBeLessThan(gigabits * 1000 * (1 - used / 100));
  });

  test('prices the extension, and tells by how much the cloud is over its plan', () => {
    const [rent] = said(/Data centre ([\d,]+),/) as [number];
    const [cloud, plan] = said(/Cloud ([\d,]+) now, ([\d,]+) in the plan/) as [number, number];
    const [least] = said(/extended by (\d+) months/) as [number];
    const [months, monthly, millions] = said(/\((\d+) times ([\d,]+), about ([\d.]+) million\)/);
    expect([months, monthly]).toEqual([least, rent]);
    expect(millions).toBe(rounded((least * rent) / 1e6, 1));
    expect(said(/explains the ([\d,]+) a month/)).toEqual([cloud - plan]);
  });
});

describe('the case of the coverage without a rebuild', () => {
  const said = figuresOf('coverage-without-rebuild');
  const [all, covered, share] = said(/([\d,]+) resources, ([\d,]+) of them managed by code, (\d+)%/) as [
    number,
    number,
    number,
  ];

  test('gives the share that stands on the dashboard and in its title', () => {
    expect(share).toBe(rounded((100 * covered) / all));
    expect(said(/(\d+)% in code, and it cannot/)).toEqual([share]);
  });

  test('counts again what carries load or data', () => {
    const [trivial, covering, carrying] = said(/([\d,]+) of the ([\d,]+) are tags.*?; ([\d,]+) carry load/);
    const [missing] = said(/What is not, (\d+) resources/) as [number];
    expect(covering).toBe(covered);
    expect(carrying).toBe(covered - (trivial as number));
    expect(missing).toBe(all - covered);
    const [counted, of, percent] = said(/([\d,]+) of ([\d,]+) resources that carry load or data, about (\d+)%/);
    expect([counted, of]).toEqual([carrying, (carrying as number) + missing]);
    expect(percent).toBe(rounded((100 * (counted as number)) / (of as number)));
  });
});

describe('the case of the tool decision', () => {
  const said = figuresOf('tool-decision');
  const [percent] = said(/Volume grows by (\d+)% a month/) as [number];
  const [offerA] = said(/taken in, ([\d,]+) a month at today's volume/) as [number];

  test('says what offer A costs in a year, when the volume has doubled', () => {
    expect(rounded(growth(percent, 12))).toBe(2);
    const [passed] = said(/offer A passes ([\d,]+) a month/) as [number];
    expect(passed).toBe(Math.floor((offerA * growth(percent, 12)) / 1000) * 1000);
  });

  test('says when offer B comes to its second price, and when it has none', () => {
    const [step, end] = said(/a month up to ([\d.]+) times today's volume, [\d,]+ above that up to (\d+) times/);
    expect(partText('lead-infra', 'tool-decision', 'evaluate')).toContain('after about seven months');
    expect(rounded(monthsUntil(step as number, percent))).toBe(7);
    const [month, times] = said(/no price from about month (\d+), when the volume passes (\d+) times/);
    expect(times).toBe(end);
    expect(month).toBe(rounded(monthsUntil(times as number, percent)));
  });

  test('says what three years of growth make of the discount', () => {
    const [off] = said(/offer A takes (\d+)% off/) as [number];
    const [cut, later] = said(/so ([\d,]+) a month at the discount has become some ([\d,]+) a month/);
    expect(rounded(growth(percent, 36))).toBe(8);
    expect(cut).toBe(offerA * (1 - off / 100));
    expect(later).toBe(rounded(((cut as number) * growth(percent, 36)) / 1000) * 1000);
    expect(said(/worth more than the (\d+)%/)).toEqual([off]);
    expect(off).toBeLessThan(50);
  });
});

describe('the case of the green dashboards', () => {
  const said = figuresOf('green-dashboards');
  const [few, many] = said(/: (\d+) instances in two zones, by schedule (\d+) from/) as [number, number];

  test('counts the connections, below the limit before and above it now', () => {
    const [each] = said(/opens up to (\d+) database connections/) as [number];
    const [limit] = said(/The database allows (\d+) connections/) as [number];
    const [tool] = said(/reporting tool holds (\d+)/) as [number];
    expect(said(/(\d+) times (\d+) and (\d+) is (\d+), below (\d+)/)).toEqual([
      few,
      each,
      tool,
      few * each + tool,
      limit,
    ]);
    expect(said(/; (\d+) times (\d+) and (\d+) is (\d+), above it/)).toEqual([many, each, tool, many * each + tool]);
    expect(few * each + tool).toBeLessThan(limit);
    expect(many * each + tool).toBeGreaterThan(limit);
  });

  test('explains the waits by the attempts of the driver', () => {
    const [wait] = said(/the driver waits (\d+) s before each new attempt, four at most/) as [number];
    expect(said(/waits of (\d+), (\d+), (\d+) or (\d+) s are/)).toEqual([wait, 2 * wait, 3 * wait, 4 * wait]);
    expect(said(/1 order in 30 takes (\d+) to (\d+) seconds/)).toEqual([wait, 4 * wait]);
  });

  test('says what slow orders add to the mean over all requests', () => {
    const [one, share] = said(/(\d+) in 30 of (\d+)%/) as [number, number];
    const [short, long, least, most] = said(/of 2%, (\d+) to (\d+) s each, adds (\d+) to (\d+) ms/);
    const added = (seconds: number) => rounded((one / 30) * (share / 100) * seconds * 1000);
    expect([least, most]).toEqual([added(short as number), added(long as number)]);
  });

  test('says what the longer round trip costs an order', () => {
    const [before] = said(/with a round trip of (\d+) ms\. Only/) as [number];
    const [after] = said(/tunnel: a round trip of (\d+) ms/) as [number];
    const [queries] = said(/One order makes (\d+) queries/) as [number];
    const [inRow, seconds] = said(/(\d+) queries in a row cost ([\d.]+) s more/);
    expect(inRow).toBe(queries);
    expect(seconds).toBe(rounded((queries * (after - before)) / 1000, 1));
  });
});
