import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRational, rational } from '../../../../src/core/numbers/rational.js';
import { flipTest, shortfall } from '../../../../src/core/stats/impact/one-different.js';
import { scoringRates } from '../../../../src/core/stats/impact/scoring-rates.js';
import {
  fourFifths,
  impactRatio,
  mostSelected,
  type Selection,
  selectionRate,
} from '../../../../src/core/stats/impact/selection.js';
import { ratioInterval, wilsonInterval, zTest } from '../../../../src/core/stats/impact/two-proportions.js';

const of = (selected: number, applicants: number): Selection => ({ selected, applicants });
const ratios = (groups: readonly Selection[], places: number) => {
  const most = groups[mostSelected(groups) ?? 0] ?? of(0, 0);
  return groups.map((group) => {
    const ratio = impactRatio(group, most);
    return ratio && formatRational(ratio, places);
  });
};

describe('the four-fifths rule, by the published Questions and Answers on the Uniform Guidelines (44 FR 11996, 1979)', () => {
  test('11: 12 of 40 against 48 of 80 is half the rate', () => {
    expect(impactRatio(of(12, 40), of(48, 80))).toEqual(rational(1n, 2n));
    expect(fourFifths(of(12, 40), of(48, 80))).toBe(true);
  });

  test('12: rates of 45, 48 and 51% against 60%: only the first is below, since 48 over 60 is exactly four fifths', () => {
    const rates = [45, 48, 51].map((selected) => of(selected, 100));
    expect(rates.map((group) => impactRatio(group, of(60, 100)))).toEqual([
      rational(75n, 100n),
      rational(80n, 100n),
      rational(85n, 100n),
    ]);
    expect(rates.map((group) => fourFifths(group, of(60, 100)))).toEqual([true, false, false]);
  });

  test('21: 1 of 10 women against 3 of 20 men is below, and one woman more in the place of a man turns it round', () => {
    expect(impactRatio(of(1, 10), of(3, 20))).toEqual(rational(2n, 3n));
    expect(flipTest(of(1, 10), of(3, 20))).toEqual({
      group: of(2, 10),
      reference: of(2, 20),
      ratio: rational(2n, 1n),
      changes: true,
      turns: true,
    });
  });
});

test('Connecticut v. Teal, 457 U.S. 440 (1982): the test is below, the promotions are not', () => {
  expect(formatRational(selectionRate(of(26, 48)) ?? rational(0n, 1n), 4)).toBe('0.5417');
  expect(formatRational(selectionRate(of(206, 259)) ?? rational(0n, 1n), 4)).toBe('0.7954');
  expect(ratios([of(26, 48), of(206, 259)], 2)).toEqual(['0.68', '1.00']);
  expect(fourFifths(of(26, 48), of(206, 259))).toBe(true);
  expect(impactRatio(of(11, 48), of(35, 259))).toEqual(rational(11n * 259n, 48n * 35n));
  expect(fourFifths(of(11, 48), of(35, 259))).toBe(false);
  expect(zTest(of(26, 48), of(206, 259))?.z).toBeCloseTo(-3.759, 2);
});

test('2/3 over 5/6 is exactly four fifths, which floating point takes for less', () => {
  expect(2 / 3 / (5 / 6)).toBeLessThan(0.8);
  expect(fourFifths(of(2, 3), of(5, 6))).toBe(false);
});

describe('the examples of New York City’s rule (6 RCNY 5-301)', () => {
  test('of a tool that selects: by sex and by sex and race', () => {
    expect(ratios([of(667, 1390), of(555, 1181)], 3)).toEqual(['1.000', '0.979']);
    const men = [of(90, 205), of(215, 412), of(95, 226), of(37, 87), of(167, 321), of(11, 24), of(52, 115)];
    const women = [of(82, 190), of(197, 385), of(75, 164), of(15, 32), of(135, 295), of(7, 17), of(44, 98)];
    expect(ratios([...men, ...women], 3)).toEqual([
      ...['0.841', '1.000', '0.806', '0.815', '0.997', '0.878', '0.866'],
      ...['0.827', '0.981', '0.876', '0.898', '0.877', '0.789', '0.860'],
    ]);
  });

  test('of a tool that selects: by race', () => {
    const races = [of(204, 408), of(412, 797), of(170, 390), of(52, 119), of(302, 616), of(18, 41), of(96, 213)];
    expect(ratios(races, 2)).toEqual(['0.97', '1.00', '0.84', '0.85', '0.95', '0.85', '0.87']);
  });

  test('of a tool that scores: 50 of 92 men and 34 of 76 women above the median', () => {
    expect(ratios([of(50, 92), of(34, 76)], 2)).toEqual(['1.00', '0.82']);
    const races = [of(18, 28), of(15, 40), of(16, 32), of(5, 8), of(10, 24), of(10, 16), of(10, 20)];
    expect(ratios(races, 2)).toEqual(['1.00', '0.58', '0.78', '0.97', '0.65', '0.97', '0.78']);
  });

  test('the median is that of all groups together, and a score on it is not above it', () => {
    expect(scoringRates([[1, 3, 3], [3, 4], [5]])).toEqual([of(0, 3), of(1, 2), of(1, 1)]);
    expect(
      scoringRates([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual([of(0, 2), of(2, 2)]);
    expect(scoringRates([])).toEqual([]);
  });
});

test('where nobody applied, or nobody of the most selected was selected, there is no ratio; of all no interval', () => {
  expect(selectionRate(of(0, 0))).toBeUndefined();
  expect(impactRatio(of(0, 10), of(0, 20))).toBeUndefined();
  expect(fourFifths(of(0, 10), of(0, 20))).toBeUndefined();
  expect(flipTest(of(0, 10), of(0, 20))).toBeUndefined();
  expect(shortfall(of(0, 0), of(1, 20))).toBeUndefined();
  expect(mostSelected([of(0, 0)])).toBeUndefined();
  expect(() => selectionRate(of(3, 2))).toThrow(RangeError);
  expect(zTest(of(0, 10), of(0, 20))).toBeUndefined();
  expect(ratioInterval(of(0, 10), of(1, 20))).toBeUndefined();
  expect(ratioInterval(of(30, 30), of(40, 40))).toBeUndefined();
  expect(wilsonInterval(0, 0)).toBeUndefined();
});

test('a group above four fifths gives one selection, and stays above where it is large', () => {
  expect(flipTest(of(400, 1000), of(450, 1000))).toMatchObject({ changes: false, group: of(399, 1000) });
  expect(flipTest(of(8, 20), of(10, 20))).toMatchObject({ changes: true, ratio: rational(7n, 11n) });
});

test('the shortfall is the fewest selections that reach the line', () => {
  const size = fc.integer({ min: 1, max: 400 });
  const group = size.chain((applicants) =>
    fc.integer({ min: 0, max: applicants }).map((selected) => of(selected, applicants)),
  );
  fc.assert(
    fc.property(group, group, (one, other) => {
      const missing = shortfall(one, other)?.fourFifths ?? 0;
      const isShort = (more: number) =>
        5 * (one.selected + more) * other.applicants < 4 * other.selected * one.applicants;
      expect(isShort(missing)).toBe(false);
      if (missing > 0) expect(isShort(missing - 1)).toBe(true);
    }),
  );
  expect(shortfall(of(24, 120), of(45, 150))).toEqual({ fourFifths: 5, parity: 12 });
});

test('intervals hold what they are of', () => {
  for (let whole = 1; whole <= 200; whole += 1) {
    for (let part = 0; part <= whole; part += 1) {
      const [lower, upper] = wilsonInterval(part, whole) ?? [2, -1];
      expect(lower >= 0 && lower <= part / whole && part / whole <= upper && upper <= 1).toBe(true);
    }
  }
  expect(wilsonInterval(24, 120)?.map((end) => end.toFixed(4))).toEqual(['0.1382', '0.2804']);
  const ratio = ratioInterval(of(24, 120), of(45, 150));
  expect(ratio?.[0]).toBeCloseTo(0.4322, 3);
  expect(ratio?.[1]).toBeCloseTo(1.0283, 3);
});
