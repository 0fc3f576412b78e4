import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { EXIT } from '../../src/errors.js';
import { createFakeHost, type FakeHost } from '../support/fake-host.js';
import { tableRows, textOf } from '../support/pages.js';
import { PANEL_RUBRIC, scorecardFiles } from '../support/scorecards.js';
import { type SeededStore, seededStore } from '../support/seeded-store.js';

const FULL = seededStore();

async function agreement(
  files: Record<string, string>,
  ...options: readonly string[]
): Promise<FakeHost & { readonly code: number }> {
  const host = createFakeHost({ files });
  const code = await run(['agreement', ...options], host);
  return Object.assign(host, { code });
}

const json = async (files: Record<string, string>, ...options: readonly string[]) =>
  JSON.parse((await agreement(files, '-f', 'json', ...options)).stdout.text);
const ME = ['--as', 'J. Lee'] as const;
const store = (made: SeededStore) => seededStore(made);

test('what somebody who hires needs comes first, in sentences', async () => {
  const { stdout, stderr, code } = await agreement(FULL, ...ME);
  expect(code).toBe(EXIT.ok);
  expect(stdout.text).toMatchInlineSnapshot(`
    "How interviewers agree
    ======================

    head-infra 2.0.0: Head of Infrastructure Engineering
    ----------------------------------------------------

    30 candidates, 30 of them rated by two or more; 6 interviewers; 691 ratings.

      - Of 664 times that two rated the same, they gave the same rating 37% of the
        time (31% to 43%), and came within a point 84% of the time (79% to 89%).
      - Agreement beyond chance (Krippendorff's alpha, 1 at best, 0 as by chance):
        0.50 (0.34 to 0.62); too low to conclude from.
      - Reliability of one interviewer's score: 0.60 (0.40 to 0.76); published: 0.44
        for separate interviews, 0.74 in one panel. The mean of 3.0: 0.82 (0.67 to
        0.91).
      - Whether you rate more severely or leniently than the interviewers on average
        can't be told: +0.16 (0.00 to +0.32) points.
      - 2 of 5 others' intervals of severity hold 0; 3 do not.
      - Anchors that are read least alike: Cross-functional influence &
        communication, the same rating 30% of the time.

    What this rests on
    ------------------

      - Ratings as they were sealed, before any talk about the candidate; without
        shadows and drafts.
      - Intervals are at 95%, over candidates (drawn again 2,000 times, seed 1;
        severity, halo and AC2 without chance).
      - Severity never corrects a score, and ranks nobody: who rates differently may
        be the one who is right.
      - Others are shown in sum alone, and from three on; --names shows them by
        name.
    "
  `);
  expect(stderr.text).toBe('90 scorecards\n');
});

describe('of the others', () => {
  test('nobody is told by name, in any format, but in the own pairs', async () => {
    for (const format of ['table', 'json', 'csv', 'markdown', 'html']) {
      const { stdout } = await agreement(FULL, ...ME, '--details', '-f', format);
      for (const name of ['R. Díaz', 'T. Vance', 'M. Okafor']) expect(stdout.text, format).not.toContain(name);
    }
    const { groups } = await json(FULL, ...ME);
    expect(groups[0].interviewersShown.map(({ interviewer }: any) => interviewer)).toEqual(['J. Lee']);
    expect(groups[0].others.severity).toEqual({ of: 5, holdZero: 2 });
    expect(groups[0].pairs.shown.every(({ names }: any) => names.includes('J. Lee'))).toBe(true);
  });

  test('all are told with --names, in the order of names, the severe one as severe', async () => {
    const { groups, names } = await json(FULL, ...ME, '--names');
    expect(names).toBe(true);
    const shown = groups[0].interviewersShown;
    expect(shown.map(({ interviewer }: any) => interviewer)).toEqual([
      ...['A. Novak', 'J. Lee', 'K. Sato 佐藤', 'M. Okafor', 'R. Díaz', 'T. Vance'],
    ]);
    expect(shown[0].severity.interval[1]).toBeLessThan(0);
  });

  test('nothing is said in sum where they are fewer than three', async () => {
    const three = store({ interviewers: { 'A. Novak': -0.8, 'J. Lee': 0.2, 'R. Díaz': 0.3 } });
    const [group] = (await json(three, ...ME)).groups;
    expect(group.others).toEqual({ interviewers: 2 });
    expect(group.interviewersShown[0].severity.value).toBeGreaterThan(0);
  });

  test('whoever rated nobody sees sums alone', async () => {
    const { stdout } = await agreement(FULL, '--as', 'S. Other', '--details');
    expect(stdout.text).toContain("of 6 interviewers' intervals of severity hold 0");
    expect(stdout.text).not.toMatch(/\byou rate/i);
  });
});

describe('where there is too little', () => {
  test('of 2 candidates there are counts, and what is missing for each number', async () => {
    const two = store({ candidates: 2 });
    const { stdout } = await agreement(two, ...ME, '--details');
    const said = stdout.text.replace(/\s+/g, ' ');
    expect(said).toContain('needs 10 candidates rated by two; there are 2');
    expect(said).toContain('That is too few candidates to say how sure it is.');
    const [{ alpha, ac2, scores, shares, agreement: own }] = (await json(two)).groups;
    expect(shares).toBeUndefined();
    expect(own.exact.interval).toBeUndefined();
    expect([alpha, ac2]).toEqual([
      { missing: { need: 'candidates-by-two', least: 10, there: 2 } },
      { missing: { need: 'candidates-by-two', least: 10, there: 2 } },
    ]);
    expect(scores.missing.need).toBe('full-scores');
  });

  test('interviewers who share no candidate, not even through others, have no severity', async () => {
    const sides = [
      ['A. Novak', 'J. Lee', 'R. Díaz'],
      ['K. Sato 佐藤', 'M. Okafor', 'T. Vance'],
    ];
    const [group] = (await json(store({ seenBy: (at) => sides[at % 2] ?? [] }), '--names')).groups;
    for (const { severity } of group.interviewersShown)
      expect(severity).toEqual({ missing: { need: 'connection', least: 1, there: 2 } });
  });

  test('of one interviewer there is nothing to compare', async () => {
    const { stdout, code } = await agreement(store({ interviewers: { 'J. Lee': 0 }, each: 1 }), ...ME, '--details');
    expect(code).toBe(EXIT.ok);
    expect(stdout.text).toContain('Nobody was rated by two');
    expect(stdout.text).not.toContain('Agreement in figures');
  });

  const everybodyRates = (ratingBy: (candidate: number, interviewer: number) => number) =>
    scorecardFiles(
      'scorecards',
      Array.from({ length: 12 }, (_candidate, at) =>
        ['A. Novak', 'J. Lee', 'R. Díaz'].map((interviewer, by) => ({
          ...{ rubric: PANEL_RUBRIC, candidate: `Candidate ${at + 1}`, interviewer, verdict: 'yes' as const },
          ratings: PANEL_RUBRIC.dimensions.map(() => ratingBy(at, by)),
        })),
      ).flat(),
    );
  const saidOf = async (files: Record<string, string>) =>
    (await agreement(files, '--details', '--names')).stdout.text.replace(/\s+/g, ' ');

  test('who agree on every candidate aren’t said to give ratings that are all alike, or to be too few', async () => {
    const said = await saidOf(everybodyRates((candidate) => 1 + (candidate % 5)));
    expect(said).not.toMatch(/all alike|too few candidates to say|link the interviewers/);
    expect(said).toContain('they gave the same rating 100% of the time');
    expect(said).toContain('is left out: these ratings leave nothing to tell its interval from');
  });

  test('interviewers a constant apart aren’t said to lack candidates that link them', async () => {
    const said = await saidOf(everybodyRates((candidate, interviewer) => 1 + (candidate % 3) + interviewer));
    expect(said).not.toMatch(/all alike|too few candidates to say|link the interviewers/);
    expect(said).toContain('they gave the same rating 0% of the time');
    expect(said).toContain('What has no interval is the same for each candidate.');
  });

  test('candidates whose scores are the same are said to be that, not ratings', async () => {
    const said = await saidOf(everybodyRates((candidate, interviewer) => 1 + ((candidate + interviewer) % 3)));
    expect(said).toContain('ICC(2,k) needs candidates whose scores differ; all have the same');
    expect(said).not.toContain('all alike');
  });

  test('ratings that are all alike are said to be', async () => {
    const said = await saidOf(everybodyRates(() => 3));
    expect(said).toContain("(Krippendorff's alpha) needs ratings that differ; they are all alike");
  });

  test('an empty store is said to be one', async () => {
    const { stdout, code } = await agreement({});
    expect(code).toBe(EXIT.ok);
    expect(stdout.text).toContain('There are no ratings to compare.');
  });
});

test('where all scored the same candidates, the correlations are of complete rows', async () => {
  const all = store({ interviewers: { 'A. Novak': -0.8, 'J. Lee': 0.2, 'R. Díaz': 0.3 } });
  const [{ scores }] = (await json(all)).groups;
  expect(scores).toMatchObject({ policy: 'complete-rows', candidates: 30, dropped: 0, scoresPerCandidate: 3 });
  const [single, mean, consistent] = scores.forms;
  expect([single.form, mean.form, consistent.form]).toEqual(['ICC(2,1)', 'ICC(2,k)', 'ICC(3,k)']);
  // What severity makes of it.
  expect(consistent.value).toBeGreaterThan(mean.value);
});

test('severity is told by month where each has enough ratings', async () => {
  const months = store({ candidates: 60, months: 2 });
  const [{ interviewersShown }] = (await json(months, ...ME)).groups;
  const { drift } = interviewersShown[0];
  expect(drift.months.map(({ month }: any) => month)).toEqual(['2026-01', '2026-02']);
  expect(drift.value).toBeCloseTo(drift.months[1].value - drift.months[0].value, 12);
});

test('the same scorecards and seed give the same bytes, another seed other intervals', async () => {
  const [one, same, other] = await Promise.all([
    json(FULL, '--seed', '5'),
    json(FULL, '--seed', '5'),
    json(FULL, '--seed', '6'),
  ]);
  expect(same).toEqual(one);
  expect(other.groups[0].alpha.interval).not.toEqual(one.groups[0].alpha.interval);
  expect(other.groups[0].alpha.value).toBe(one.groups[0].alpha.value);
  for (const seed of ['-1', 'x', '4294967296']) expect((await agreement(FULL, '--seed', seed)).code).toBe(EXIT.usage);
});

test('the page says the figures of the JSON, cell by cell, and its sentences', async () => {
  const page = (await agreement(FULL, ...ME, '--names', '-f', 'html')).stdout.text;
  const [group] = (await json(FULL, ...ME, '--names')).groups;
  const rows = tableRows(page);
  const text = textOf(page);
  for (const sentence of group.sentences) expect(text).toContain(sentence);
  const two = (value: number) => value.toFixed(2).replace(/^-0\.00$/, '0.00');
  const plus = (value: number) => (Number(two(value)) > 0 ? `+${two(value)}` : two(value));
  const percent = (value: number) => `${Math.round(value * 100)}%`;
  const cells = ({ value, interval }: any, show: (value: number) => string) => [
    show(value),
    '',
    interval.map(show).join(' to '),
  ];
  const row = (head: string, width: number) =>
    rows.filter(([first]) => first === head).map((own) => own.slice(1, width));
  expect(row('Same rating', 5)).toEqual([[...cells(group.agreement.exact, percent), '245 of 664']]);
  expect(row('Alpha, ordinal', 4)).toEqual([cells(group.alpha, two)]);
  expect(row('AC2, quadratic', 4)).toEqual([cells(group.ac2, two)]);
  for (const form of group.scores.forms) expect(row(form.form, 4)).toEqual([cells(form, two)]);
  for (const { name, agreement: own, alpha } of group.dimensions) {
    const [value, strip, interval] = cells(alpha, two);
    expect(row(name, 6)).toEqual([[percent(own.exact.value), percent(own.within.value), strip, value, interval]]);
  }
  for (const { interviewer, isMe, severity, halo } of group.interviewersShown) {
    const shown = row(isMe ? `${interviewer} (you)` : interviewer, 4);
    expect(shown).toContainEqual(cells(severity, plus));
    expect(shown).toContainEqual(cells(halo, two));
  }
  for (const { names, agreement: own } of group.pairs.shown)
    expect(row(names.join(' , '), 4)).toEqual([cells(own.exact, percent)]);
});

test('a name acts neither on a terminal nor on a page nor in a sheet', async () => {
  const hostile = 'Y\u001b[31m<img src=x onerror=alert(1)>';
  const files = Object.values(seededStore({ interviewers: { 'J. Lee': 0, [hostile]: -0.5, '=1+1': 0.3 } }));
  const named = Object.fromEntries(files.map((text, at) => [`scorecards/${at}.json`, text]));
  for (const format of ['table', 'csv', 'html', 'markdown']) {
    const { stdout, code } = await agreement(named, '--names', '--details', '-f', format);
    expect(code).toBe(EXIT.ok);
    expect(stdout.text, format).not.toContain('\u001b');
    if (format === 'html') expect(stdout.text).not.toMatch(/<img|onerror=[^&]*>/);
    if (format === 'csv') expect(stdout.text).not.toMatch(/(^|,)"?=/m);
  }
});
