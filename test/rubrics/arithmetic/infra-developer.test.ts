import { describe, expect, test } from 'vitest';
import { figure, figures, partText } from '../../support/rubric-figures.js';

/** What a sentence states, in its order. */
function stated(text: string, sentence: RegExp): readonly string[] {
  const found = sentence.exec(text);
  if (found === null) throw new Error(`no sentence like ${sentence}`);
  return found.slice(1);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const times = (text: string, word: RegExp) => text.match(word)?.length ?? 0;

test('a target is turned into the minutes that it leaves', () => {
  const [target, days, minutes] = figures(
    partText('infra-developer', 'observability'),
    /such as ([\d.]+)% of (\d+) days being (\d+)/,
  ) as [number, number, number];
  expect(minutes).toBe(Math.round((1 - target / 100) * days * 24 * 60));
});

describe('the case of the risky change', () => {
  const said = partText('infra-developer', 'plan-review');
  const [preview = ''] = stated(said, /The preview in detail\. (.*?labels only\.)/);

  test('counts in its last line what the preview holds in detail', () => {
    const [created, updated, deleted] = figures(said, /preview: (\d+) to create, (\d+) to update, (\d+) to delete/);
    const replaced = times(preview, /: deleted and created anew/g);
    expect(replaced).toBe(2);
    expect(created).toBe(replaced + times(preview, /: created,/g));
    expect(deleted).toBe(replaced + times(preview, /\): deleted\./g));
    expect(preview).toMatch(/Fourteen resources: updated in place/);
    expect(said).toMatch(/among fourteen harmless ones/);
    expect(updated).toBe(14);
  });

  test('shifts the zones behind the one that is taken out by one position', () => {
    const zones = stated(said, /made by position from the list (\w), (\w), (\w), out of which (\w) is taken/);
    const before = zones.slice(0, 3);
    const after = before.filter((zone) => zone !== zones[3]);
    const [position, from, to] = stated(
      said,
      /Network (\d): deleted and created anew, as its zone goes from (\w) to (\w)/,
    );
    expect([before[Number(position)], after[Number(position)]]).toEqual([from, to]);
    const [gone, zone] = stated(said, /Network (\d) \(today zone (\w)\): deleted/);
    expect([before[Number(gone)], after[Number(gone)]]).toEqual([zone, undefined]);
    expect(figure(said, /Networks 0 to (\d) are made/)).toBe(before.length - 1);
    expect(before.filter((zone, at) => zone === after[at])).toHaveLength(1);
  });

  test('parts the hosts into groups that add up', () => {
    const [hosts, linux] = figures(said, /dry run over (\d+) hosts\. (\d+) Linux/) as [number, number];
    const windows = figure(said, /(\w+) Windows report hosts: nothing/);
    expect(linux + windows).toBe(hosts);
    const [ran, of] = figures(said, /already ran on (\w+) of the (\w+) Windows hosts/);
    expect(of).toBe(windows);
    expect(figure(said, /script would fail on (\d+) hosts/)).toBe(ran);
  });

  test('restarts as many web hosts at once as the peak can spare', () => {
    const [needed, hosts] = figures(said, /peak needs (\d+) of the (\d+) web hosts/) as [number, number];
    const minutes = figure(said, /a restart takes (\d+) minutes/);
    const [batch, waves, inAll] = figures(
      said,
      /at most (\d+) web hosts at a time, so (\d+) waves and some (\d+) minutes/,
    );
    expect(figure(said, /hosts\. (\d+) Linux web hosts/)).toBe(hosts);
    expect(batch).toBe(hosts - needed);
    expect(waves).toBe(Math.ceil(hosts / (hosts - needed)));
    expect(inAll).toBe((waves ?? 0) * minutes);
  });

  test('needs the whole window for a restore', () => {
    const gigabytes = figure(said, /Database orders \((\d+) GB\)/);
    const megabytes = figure(said, /a restore moves about (\d+) MB a second/);
    const window = figure(said, /read-only for (\d+) minutes/);
    const restore = figures(said, /Works out that (\d+) GB at (\d+) MB a second take (\d+) minutes/);
    expect(restore).toEqual([gigabytes, megabytes, Math.round((gigabytes * 1000) / megabytes / 60)]);
    expect(restore[2]).toBe(window);
    expect(figure(said, /cut-over against the (\d+) minutes/)).toBe(window);
  });
});

describe('the case of the slow pipeline', () => {
  const said = partText('infra-developer', 'slow-pipeline');
  const rows = [...said.matchAll(/([A-Z][a-z ]+?) (\d+), (\d+), (\d+), (\d+)\./g)].map(([, stage, ...cells]) => {
    const [median, p95, failed, green] = cells.map(Number) as [number, number, number, number];
    return { stage: stage ?? '', median, p95, failed, green };
  });
  const isWait = ({ stage }: { stage: string }) => stage.startsWith('Wait');
  const row = (stage: string) => rows.find((known) => known.stage === stage);

  test('has a table whose cells are possible', () => {
    expect(rows).toHaveLength(9);
    const attempts = figure(said, /failures in (\d+) attempts/);
    for (const { median, p95, failed, green } of rows) {
      expect(p95).toBeGreaterThanOrEqual(median);
      expect(green).toBeLessThanOrEqual(failed);
      expect(failed).toBeLessThanOrEqual(attempts);
    }
  });

  test('parts the medians into running and waiting', () => {
    const [running, waiting] = figures(said, /running \((\d+) minutes of stage medians\) from waiting \((\d+)\)/);
    expect(running).toBe(sum(rows.filter((stage) => !isWait(stage)).map(({ median }) => median)));
    expect(waiting).toBe(sum(rows.filter(isWait).map(({ median }) => median)));
    expect(rows.toSorted((one, other) => other.median - one.median)[0]?.stage).toBe('Wait for approval');
  });

  test('gives sums that differ from what was measured end to end', () => {
    const measured = figures(said, /takes (\d+) minutes at the median and (\d+) at p95/);
    const told = figures(said, /do not add up \((\d+) and (\d+) here, against (\d+) and (\d+) measured\)/);
    const sums = [sum(rows.map(({ median }) => median)), sum(rows.map(({ p95 }) => p95))];
    expect(told).toEqual([...sums, ...measured]);
    expect(sums).not.toEqual(measured);
  });

  test('counts the failures that went green, and those that were real', () => {
    const [tests, all] = figures(said, /they are (\d+) of the (\d+) failures that went green unchanged/);
    const integration = row('Integration tests');
    expect(tests).toBe(integration?.green);
    expect(all).toBe(sum(rows.map(({ green }) => green)));
    const [failed, overlapped] = figures(said, /Of the (\d+) failed integration runs, (\d+) overlapped/);
    expect(failed).toBe(integration?.failed);
    expect(overlapped).toBeLessThanOrEqual(failed ?? 0);
    const unit = row('Unit tests');
    expect(figure(said, /Keeps the (\d+) failed unit tests/)).toBe((unit?.failed ?? 0) - (unit?.green ?? 0));
  });

  test('gives the share of approvals that take less than a minute', () => {
    const [all, fast] = figures(said, /Of (\d+) approvals none was refused, and (\d+) were/) as [number, number];
    expect(figure(said, /in (\d+)% of cases takes less than a minute/)).toBe((100 * fast) / all);
  });
});

describe('the case of the broken service', () => {
  const said = partText('infra-developer', 'broken-service');
  const [ports, seconds, lasting] = figures(
    said,
    /has ([\d,]+) ports for each destination and keeps a port for (\d+) seconds .* about (\d+) new connections per second/,
  ) as [number, number, number];
  const [before, passed, now] = figures(
    said,
    /Load was (\d+) orders per second then, passed (\d+) at .* and is (\d+) now/,
  );
  const short = (now ?? 0) - ports / seconds;

  test('lets no more connections last than ports come free', () => {
    expect(lasting).toBe(Math.floor(ports / seconds));
    expect(before).toBeLessThan(lasting);
    expect(passed).toBeGreaterThan(lasting);
    expect(figures(said, /the sum, ([\d,]+) ports over (\d+) seconds against (\d+) new/)).toEqual([
      ports,
      seconds,
      now,
    ]);
  });

  test('runs short of ports two minutes after the load passed the line', () => {
    const [passedAt, shortAt] = figures(said, /at 09:(\d+) and is .* none until 09:(\d+)/);
    expect(ports / (passed ?? 0) / 60).toBeCloseTo((shortAt ?? 0) - (passedAt ?? 0), 1);
  });

  test('refuses as many connections as are short', () => {
    expect(figure(said, /about (\d+) a minute now/)).toBe(Math.round((60 * short) / 100) * 100);
    expect(figure(said, /about (\d+)% of orders fail/)).toBe(Math.round((100 * short) / (now ?? 0)));
    const [inHowMany, percent] = figures(said, /one in (\d+) finds no port, which is the (\d+)%/);
    expect(inHowMany).toBe(Math.round((now ?? 0) / short));
    expect(percent).toBe(Math.round((100 * short) / (now ?? 0)));
  });

  test('begins to fail so many minutes after the release', () => {
    const release = figure(said, /At 09:(\d+) a release/);
    const start = figure(said, /Since 09:(\d+) about/);
    expect(figure(said, /(\d+) minutes after the release/)).toBe(start - release);
  });
});
