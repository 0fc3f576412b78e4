import { expect, test } from 'vitest';
import { gwetAC } from '../../../../src/core/stats/agreement/gwet-ac.js';
import { jackknifeInterval } from '../../../../src/core/stats/bootstrap/jackknife.js';
import { type SeededRandom, seededRandom } from '../../../../src/core/stats/bootstrap/seeded-random.js';
import { type Severity, severity } from '../../../../src/core/stats/severity/severity.js';
import { normal } from '../../../support/seeded-store.js';

const _ = undefined;
const TRUTH = [-0.8, 0.2, 0.1, 0, 0.3, 0.2];

/** 30 candidates on 8 dimensions, each seen by 3 of 6, who each see the candidate in their own way. */
function panel(random: SeededRandom) {
  const rows: (number | undefined)[][] = [];
  const clusters: number[] = [];
  for (let candidate = 0; candidate < 30; candidate += 1) {
    const level = 3 + 0.8 * normal(random);
    const seen = new Set<number>();
    while (seen.size < 3) seen.add(random.below(TRUTH.length));
    const sees = TRUTH.map((own) => own + 0.3 * normal(random));
    for (let dimension = 0; dimension < 8; dimension += 1) {
      const here = level + 0.4 * normal(random);
      const isHeld = (at: number) => seen.has(at) && random.below(20) > 0;
      rows.push(sees.map((own, at) => (isHeld(at) ? here + own + 0.5 * normal(random) : undefined)));
      clusters.push(candidate);
    }
  }
  return { rows, clusters };
}

test('of 200 simulated panels intervals over candidates hold 93 to 97% of the true effects; over rows far fewer', () => {
  const random = seededRandom(7);
  const mean = TRUTH.reduce((sum, own) => sum + own, 0) / TRUTH.length;
  const held = ({ interviewers }: Severity) =>
    interviewers.filter(({ interval }, at) => {
      const effect = (TRUTH[at] ?? 0) - mean;
      return interval !== undefined && interval[0] <= effect && effect <= interval[1];
    }).length;
  let [byCandidate, byRow] = [0, 0];
  for (let count = 0; count < 200; count += 1) {
    const { rows, clusters } = panel(random);
    byCandidate += held(severity(rows, { clusters }));
    byRow += held(severity(rows));
  }
  expect(byCandidate / 1200).toBeGreaterThan(0.93);
  expect(byCandidate / 1200).toBeLessThan(0.975);
  expect(byRow / 1200).toBeLessThan(0.85);
});

test('clusters change no effect, and there is one for each row', () => {
  const { rows, clusters } = panel(seededRandom(1));
  const values = ({ interviewers }: Severity) => interviewers.map(({ value }) => value);
  expect(values(severity(rows, { clusters }))).toEqual(values(severity(rows)));
  const bridged = [
    [1, 3, _],
    [2, 3, _],
    [_, 4, 5],
    [_, 2, 4],
  ];
  expect(() => severity(bridged, { clusters: ['a'] })).toThrow(RangeError);
});

test('the jackknife of a mean is its interval by t, and has none without two units', () => {
  const values = [1, 2, 4, 5, 8];
  const without = (leftOut: number) =>
    values.reduce((sum, value, at) => sum + (at === leftOut ? 0 : value), 0) / (values.length - 1);
  // 4 less and more than t(4) at 97.5%, 2.776, times s / sqrt(5) = 1.2247.
  const [lower, upper] = jackknifeInterval(4, 5, 0.95, without) ?? [0, 0];
  expect([lower, upper]).toEqual([expect.closeTo(0.5997, 3), expect.closeTo(7.4003, 3)]);
  expect(jackknifeInterval(4, 1, 0.95, without)).toBeUndefined();
});

test("Gwet's interval over candidates is the one over rows where each is another's, and wider where copies are not", () => {
  const rows = [
    [1, 2],
    [3, 3],
    [4, 5],
    [2, 2],
    [5, 3],
  ];
  const scale = { min: 1, max: 5 };
  const plain = gwetAC(rows, { scale, weights: 'quadratic' });
  const each = gwetAC(rows, { scale, weights: 'quadratic', clusters: rows.map((_row, at) => at) });
  expect(each).toEqual(plain);
  const copied = gwetAC([...rows, ...rows], {
    ...{ scale, weights: 'quadratic', clusters: [...rows, ...rows].map((_row, at) => at % rows.length) },
  });
  expect(copied.value).toBeCloseTo(plain.value ?? 0, 10);
  expect(copied.standardError).toBeCloseTo(plain.standardError ?? 0, 10);
  expect(() => gwetAC(rows, { scale, clusters: [1] })).toThrow(RangeError);
});

test('a candidate whom one interviewer rated is no cluster, whatever rounding leaves of a residual', () => {
  const rows = [
    [2, _, _, 1, 1],
    [_, 1, 2, 2, 2],
    [2, _, _, _, _],
    [_, 2, 1, 1, 2],
    [_, 2, 2, _, 2],
    [_, _, 2, 2, _],
    [_, _, 1, 2, 1],
  ];
  const clusters = rows.map((_row, at) => at);
  const compared = rows.map((row, at) => ({ row, at })).filter(({ at }) => at !== 2);
  const without = severity(
    compared.map(({ row }) => row),
    { clusters: compared.map(({ at }) => at) },
  );
  for (const turned of [rows, rows.map((row) => row.toReversed())]) {
    const errors = severity(turned, { clusters }).interviewers.map(({ standardError }) => standardError ?? 0);
    const expected = without.interviewers.map(({ standardError }) => standardError ?? 0);
    (turned === rows ? errors : errors.toReversed()).forEach((error, at) => {
      expect(error).toBeCloseTo(expected[at]!, 10);
    });
  }
});

test('an effect to which no cluster adds anything has no interval, not one as wide as rounding', () => {
  const rows = [
    [2, 2, 2, 2, 2],
    [1, 1, 1, 1, _],
    [1, 1, 1, 1, 2],
  ];
  for (const order of [rows, rows.toReversed()]) {
    const { interviewers } = severity(order, { clusters: order === rows ? [1, 0, 1] : [1, 0, 1] });
    for (const { interval, standardError } of interviewers) {
      expect(interval).toBeUndefined();
      expect(standardError).toBe(0);
    }
  }
});

test('where leaving out any unit changes nothing, the jackknife has no interval', () => {
  expect(jackknifeInterval(0.3, 10, 0.95, (leftOut) => (leftOut % 2 ? 0.3 : 0.1 + 0.2))).toBeUndefined();
});
