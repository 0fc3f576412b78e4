import { describe, expect, test } from 'vitest';
import { figure, figures, partText, rubricFile } from '../../support/rubric-figures.js';

const rubric = rubricFile('lead-devops');
const RATIONALE = rubric.weightsRationale.replace(/\s+/g, ' ');

const MINUTES_IN_30_DAYS = 30 * 24 * 60;

const rounded = (value: number, decimals = 0) => Number(value.toFixed(decimals));

describe('the promise of 99.99%', () => {
  test.each([
    [
      'the bar of availability',
      partText('lead-devops', 'availability'),
      /Treats (99\.99)% as about ([\d.]+) minutes in 30 days/,
    ],
    ['its anchor', partText('lead-devops', 'availability'), /minutes \((99\.99)%: ([\d.]+) in 30 days\)/],
    [
      'the emergency patch',
      partText('lead-devops', 'emergency-patch'),
      /customers (99\.99)% of .* days: ([\d.]+) minutes if it were/,
    ],
  ])('leaves the minutes that are given in %s', (_where, part, sentence) => {
    const [percent = 0, minutes] = figures(part, sentence);
    expect(minutes).toBe(rounded((MINUTES_IN_30_DAYS * (100 - percent)) / 100, 1));
  });

  test('is kept by three zones only as far as two of them can carry the load', () => {
    const [zones = 0, predicted, from = 0] = figures(
      partText('lead-devops', 'cloud-cost'),
      /one of (three) zones out, (\d+)% predicted from (\d+)%/,
    );
    expect(predicted).toBe(rounded((from * zones) / (zones - 1)));
  });
});

describe('the weights', () => {
  test('are the ones that their reasons speak of', () => {
    const weights = new Map(rubric.dimensions.map(({ id, weight }) => [id, weight]));
    const said = [
      ['release-safety', /Release safety has most \((\d+)\)/],
      ['delivery-flow', /Delivery flow \((\d+)\)/],
      ['availability', /Availability \((\d+)\)/],
      ['fleet', /The fleet \((\d+)\)/],
      ['cloud-cost', /Cloud and cost \((\d+)\)/],
      ['support', /Support \((\d+)\)/],
      ['automation', /Automation \((\d+)\)/],
      ['compliance', /Compliance \((\d+)\)/],
    ] as const;
    expect(new Map(said.map(([id, sentence]) => [id, figure(RATIONALE, sentence)]))).toEqual(weights);
    expect(figure(RATIONALE, /costs more than (\d+)% suggests/)).toBe(weights.get('compliance'));
  });

  test('have as many floors and stops beside them as is said', () => {
    const floors = rubric.dimensions.filter(({ minimum }) => minimum !== undefined);
    const [count, floor] = figures(RATIONALE, /(\w+) dimensions have a floor of (\d)/);
    expect(count).toBe(floors.length);
    expect(floors.every(({ minimum }) => minimum === floor)).toBe(true);
    const stops = rubric.redFlags.filter(({ severity }) => severity === 'stop');
    expect(figure(RATIONALE, /Only (\w+) red flags stop/)).toBe(stops.length);
  });
});

describe('the emergency patch', () => {
  const pack = partText('lead-devops', 'emergency-patch');
  const [billion = 0, average, peak = 0, night = 0, mayFail, failed = 0, left = 0] = figures(
    pack,
    /takes ([\d.]+) billion requests in 30 days \((\d+) a second on average, (\d+) at the daily peak, (\d+) at night\), so ([\d,]+) may fail\. It is day 18 and ([\d,]+) have failed: ([\d,]+) are left/,
  );
  const requests = billion * 1e9;
  const [servers = 0, zones = 0] = figures(pack, /Group A\. (\d+) stateless .* in (\w+) equal zones/);
  const [loadAtPeak = 0, loadAtNight = 0, draining = 0, warming = 0] = figures(
    pack,
    /load at peak (\d+)%, at night (\d+)%\. Draining takes (\d+) seconds, a new server is warm after (\d+) minutes/,
  );

  test('gives a budget of requests that follows from the traffic', () => {
    expect(average).toBe(rounded(requests / (MINUTES_IN_30_DAYS * 60)));
    expect(mayFail).toBe(rounded(requests / 10_000));
    expect(left).toBe((mayFail ?? 0) - failed);
  });

  test('has as many servers in its groups as in its title', () => {
    const databases = figure(pack, /Group B\. (\d+) database hosts/);
    const batch = figure(pack, /Group C\. (\d+) hosts/);
    expect(servers + databases + batch).toBe(figure(pack, /patch of (\d+) servers/));
    expect(servers + databases + batch).toBe(figure(pack, /one order for all (\d+)/));
    expect(databases).toBe(3 * figure(pack, /(\d+) clusters of one primary and two replicas/));
  });

  test('knows what batches and a whole zone do to the load of the web servers', () => {
    const [batches = 0, size = 0, load, minutes, zoneAtPeak, zoneAtNight] = figures(
      pack,
      /(\w+) batches of (\d+) raise the peak load to (\d+)% and take (\d+) minutes in all, .* gives (\d+)% at peak and (\d+)% at night/,
    );
    expect(batches * size).toBe(servers);
    expect(load).toBe(rounded((loadAtPeak * servers) / (servers - size)));
    expect(minutes).toBe(batches * (draining / 60 + warming));
    expect(zoneAtPeak).toBe(rounded((loadAtPeak * zones) / (zones - 1)));
    expect(zoneAtNight).toBe(rounded((loadAtNight * zones) / (zones - 1)));
  });

  test('knows what the filter refuses, and what share of the budget that is', () => {
    const percent = figure(pack, /also refused ([\d.]+)% of valid requests/);
    const perDay = rounded(((requests / 30) * percent) / 100);
    expect(figure(pack, /filter refuses about ([\d,]+) valid requests a day, a third of the remaining/)).toBe(perDay);
    expect(figure(pack, /compared with the filter's ([\d,]+) a day/)).toBe(perDay);
    const hours = figure(pack, /remaining budget over (\d+) hours/);
    expect((perDay * hours) / 24 / left).toBeCloseTo(1 / 3);
  });

  test('knows what switchovers cost by night, and a stuck one at peak', () => {
    const longest = figure(pack, /costs 8 to (\d+) seconds of failed writes/);
    const oneIn = figure(pack, /One request in (\w+) is a write; one cluster takes half of all writes/);
    const [rate, byNight, stuck] = figures(
      pack,
      /at night, with (\d+) requests a second, cost at most (\d+) failed writes in all; .* at peak costs ([\d,]+) a minute/,
    );
    expect(rate).toBe(night);
    expect(byNight).toBe((night / oneIn) * longest);
    expect(stuck).toBe((peak / oneIn / 2) * 60);
  });

  test('knows how fast the bad responses of the patch use up the budget', () => {
    const oneIn = figure(pack, /canary one response in (\d+) is cut short/);
    const [told, spent, hours, lost, days = 0] = figures(
      pack,
      /one bad response in (\d+) on the whole fleet spends the ([\d,]+) in about ([\d.]+) hours, and fails ([\d,]+) requests in (\w+) days/,
    );
    const perDay = requests / 30 / oneIn;
    expect(told).toBe(oneIn);
    expect(spent).toBe(left);
    expect(hours).toBe(rounded((left / perDay) * 24, 1));
    expect(lost).toBe(rounded(perDay * days));
    expect(figure(pack, /a better patch in (\w+) days/)).toBe(days);
  });
});

describe('release and rollback', () => {
  const pack = partText('lead-devops', 'release-and-rollback');
  const [deployments = 0, failures = 0, percent] = figures(
    pack,
    /(\d+) deployments of single services, (\d+) failed \((\d+)%\)/,
  );
  const causes = figures(
    pack,
    /(\w+) were configuration edits made by hand, (\w+) were schema changes .* (\w+) were defects .* (\w+) were the wrong/,
  );

  test('sorts all failed deployments by cause', () => {
    expect(percent).toBe((100 * failures) / deployments);
    expect(causes.reduce((sum, count) => sum + count, 0)).toBe(failures);
    expect(figure(pack, /chosen from the (\d+) failures/)).toBe(failures);
  });

  test('finds most of them in hand edits and schema changes', () => {
    const [most, of] = figures(pack, /hand edits and schema changes make up (\d+) of the (\d+)/);
    expect(most).toBe((causes[0] ?? 0) + (causes[1] ?? 0));
    expect(of).toBe(failures);
  });

  test('finds two thirds of the lead time in waiting', () => {
    const [leadTime = 0, waiting = 0] = figures(pack, /lead time is (\d+) days, of which (\d+) are spent waiting/);
    const [parts, whole] = [2, 3];
    expect(pack).toContain('the wait is two thirds of the lead time');
    expect(waiting / leadTime).toBe(parts / whole);
    expect(figure(pack, /and the (\d+) days, not from a catalogue/)).toBe(waiting);
  });

  test('sees one rollback cost more than the promise allows in a year', () => {
    const rollback = figure(pack, /the previous tag again: (\d+) minutes/);
    const [told = 0, perMonth, perYear = 0] = figures(
      pack,
      /one rollback of (\d+) minutes spends more than a year at ([\d.]+) minutes in 30 days \(about (\d+) minutes\)/,
    );
    expect(told).toBe(rollback);
    expect(perMonth).toBe(rounded(MINUTES_IN_30_DAYS / 10_000, 1));
    // Twelve periods of 30 days give 51.8, a calendar year 52.6.
    expect(perYear).toBeGreaterThan((12 * MINUTES_IN_30_DAYS) / 10_000);
    expect(perYear).toBeLessThan((365 * 24 * 60) / 10_000);
    expect(rollback).toBeGreaterThan((365 * 24 * 60) / 10_000);
  });
});

describe('the support escalation', () => {
  const pack = partText('lead-devops', 'support-escalation');
  const DAY = 24 * 60;
  const [tokyo = 0, tokyoAhead = 0, dubai = 0, dubaiAhead = 0, iceland = 0, icelandAhead = 0] = figures(
    pack,
    /: (\d+) around Tokyo \(UTC\+(\d)\), (\d+) around Dubai \(UTC\+(\d)\) and (\d+) in Iceland \(UTC\+(\d)\)/,
  );
  const [now = 0, nowInDubai, nowInIceland] = figures(
    pack,
    /It is (\d\d:\d\d) in Tokyo, (\d\d:\d\d) in Dubai and (\d\d:\d\d) of the evening before in Iceland/,
  );
  const [offline = 0, since = 0] = figures(pack, /(\d+) cameras around Tokyo have been offline since (\d\d:\d\d)/);
  const [restarted = 0, restartedAt = 0, gone = 0] = figures(
    pack,
    /restarted (\d+) healthy cameras around Dubai half an hour ago, at (\d\d:\d\d) Tokyo time \(midnight in Dubai\); (\d+) of them/,
  );
  const behindTokyo = (ahead: number) => (tokyoAhead - ahead) * 60;

  test('counts all cameras', () => {
    expect(figure(pack, /fleet of ([\d,]+) cameras/)).toBe(tokyo + dubai + iceland);
  });

  test('gives the same moment on the clocks of all regions', () => {
    expect(nowInDubai).toBe(now - behindTokyo(dubaiAhead));
    expect(nowInIceland).toBe(now - behindTokyo(icelandAhead) + DAY);
    expect(restartedAt).toBe(now - 30);
    expect(restartedAt - behindTokyo(dubaiAhead)).toBe(0);
  });

  test('knows when the other regions restart', () => {
    const [local = 0, inDubai = 0, inIceland = 0] = figures(
      pack,
      /each night at (\d\d:\d\d) by its own local clock, which is (\d\d:\d\d) Tokyo time in Dubai and (\d\d:\d\d) Tokyo time in Iceland/,
    );
    expect(local).toBe(since);
    expect(inDubai).toBe(local + behindTokyo(dubaiAhead));
    expect(inIceland).toBe(local + behindTokyo(icelandAhead));
    const [hours = 0, minutes = 0, later = 0] = figures(
      pack,
      /Dubai restarts in (\d) hour (\d+) minutes, Iceland (\w+) hours after that/,
    );
    expect(hours * 60 + minutes).toBe(inDubai - now);
    expect(later * 60).toBe(inIceland - inDubai);
  });

  test('knows how many cameras the next restarts would lose', () => {
    const [rate, of, lost, remaining] = figures(
      pack,
      /at the rate of (\d+) in (\d+) some (\d+) of the ([\d,]+) cameras not yet restarted/,
    );
    expect([rate, of]).toEqual([offline, tokyo]);
    expect(remaining).toBe(dubai + iceland - restarted);
    expect(lost).toBe(rounded(((remaining ?? 0) * offline) / tokyo));
    expect(figures(pack, /since (\d+) of (\d+) were lost that way/)).toEqual([gone, restarted]);
  });

  test('has the same share of cameras behind name servers of their own', () => {
    expect(pack).toContain('a bit less than a quarter of all cameras');
    expect(offline / tokyo).toBeLessThan(0.25);
    expect(offline / tokyo).toBeGreaterThan(0.2);
  });

  test('splits the offline cameras into those within reach and visits, with their cost', () => {
    const [reachable = 0, all, visits = 0, each = 0] = figures(
      pack,
      /For (\d+) of the (\d+) the site's router .*; (\d+) need a visit at about (\d+) each/,
    );
    expect(all).toBe(offline);
    expect(reachable + visits).toBe(offline);
    const [reached, told, cost] = figures(
      pack,
      /Reaches (\d+) through the name at the site, and puts the (\d+) visits at about ([\d,]+)/,
    );
    expect([reached, told, cost]).toEqual([reachable, visits, visits * each]);
    expect(figures(pack, /splits them into (\d+) and (\d+) with cost/)).toEqual([reachable, visits]);
  });

  test('knows when the contract asked for a notice', () => {
    const [hours = 0, threshold = 0] = figures(
      pack,
      /first notice within (\w+) hours of a fault that affects more than (\d+)% of a region/,
    );
    const [percent = 0, due] = figures(pack, /With (\d+)% of the region offline the notice was due by (\d\d:\d\d)/);
    expect(percent).toBe(rounded((100 * offline) / tokyo));
    expect(percent).toBeGreaterThan(threshold);
    expect(due).toBe(since + hours * 60);
  });
});
