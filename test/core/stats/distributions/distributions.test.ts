import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chiSquareDistribution } from '../../../../src/core/stats/distributions/chi-square.js';
import { fDistribution } from '../../../../src/core/stats/distributions/f.js';
import { normalDistribution } from '../../../../src/core/stats/distributions/normal.js';
import { tDistribution } from '../../../../src/core/stats/distributions/t.js';

// Expected values to 16 digits, computed with 40 (mpmath 1.3).
const F_TAILS: [number, number, number, number, number][] = [
  [0.01, 1, 1, 0.06345103486110713, 0.9365489651388929],
  [1, 1, 1, 0.5, 0.5],
  [10, 1, 1, 0.8050177709578633, 0.19498222904213663],
  [0.01, 1, 10, 0.07767928143559168, 0.9223207185644083],
  [1, 1, 10, 0.6591068676979401, 0.34089313230205986],
  [10, 1, 10, 0.9898804402645662, 0.010119559735433714],
  [0.01, 2, 7.5, 0.009936988919701266, 0.9900630110802987],
  [1, 2, 7.5, 0.5878870916321891, 0.4121129083678109],
  [10, 2, 7.5, 0.9923443488427223, 0.007655651157277736],
  [0.01, 5, 15, 3.655399303635347e-5, 0.9999634460069636],
  [1, 5, 15, 0.5491488538726305, 0.45085114612736954],
  [10, 5, 15, 0.9997684760041208, 0.00023152399587925016],
  [0.01, 19, 38, 9.601253286121721e-16, 0.999999999999999],
  [1, 19, 38, 0.5177029084788284, 0.4822970915211716],
  [10, 19, 38, 0.9999999984968436, 1.5031564289538107e-9],
  [0.01, 3, 200, 0.001374549137635231, 0.9986254508623648],
  [1, 3, 200, 0.6060783501909218, 0.39392164980907823],
  [10, 3, 200, 0.9999964051795555, 3.594820444488655e-6],
  [0.01, 100, 1000, 1.8278305315025065e-79, 1.0],
  [1, 100, 1000, 0.5161436355383329, 0.4838563644616672],
  [10, 100, 1000, 1.0, 1.8840541661174583e-95],
  [0.01, 499, 4000, 0.0, 1.0],
  [1, 499, 4000, 0.5069485324707343, 0.4930514675292657],
  [10, 499, 4000, 1.0, 0.0],
];

const F_QUANTILES: [number, number, number, number][] = [
  [0.025, 1, 1, 0.001543712508674131],
  [0.025, 19, 38, 0.4268602704385684],
  [0.025, 2.3, 11.7, 0.03783531819639199],
  [0.2, 1, 1, 0.10557280900008413],
  [0.2, 19, 38, 0.6953754617328675],
  [0.2, 2.3, 11.7, 0.26499528007213385],
  [0.5, 1, 1, 1.0],
  [0.5, 19, 38, 0.982337876380931],
  [0.5, 2.3, 11.7, 0.7743144802598463],
  [0.8, 1, 1, 9.472135954999583],
  [0.8, 19, 38, 1.369928138046862],
  [0.8, 2.3, 11.7, 1.8403678032306767],
  [0.975, 1, 1, 647.7890114778442],
  [0.975, 19, 38, 2.1061239252263375],
  [0.975, 2.3, 11.7, 4.907921384623985],
  [0.999999, 1, 1, 405284734545.376],
  [0.999999, 19, 38, 6.1820436657460345],
  [0.999999, 2.3, 11.7, 52.07261019450068],
];

const CHI_TAILS: [number, number, number, number][] = [
  [0.01, 1, 0.07965567455405796, 0.920344325445942],
  [3.84, 1, 0.9499564787512949, 0.050043521248705106],
  [200, 1, 1.0, 2.088487583762545e-45],
  [0.01, 2, 0.004987520807317687, 0.9950124791926823],
  [3.84, 2, 0.8533930378696498, 0.14660696213035015],
  [200, 2, 1.0, 3.720075976020836e-44],
  [0.01, 3.5, 5.82683726436487e-5, 0.9999417316273563],
  [3.84, 3.5, 0.6469829361987879, 0.35301706380121217],
  [200, 3.5, 1.0, 1.2895667355819372e-42],
  [0.01, 19, 1.213148063471287e-28, 1.0],
  [3.84, 19, 7.74689206411557e-5, 0.9999225310793588],
  [200, 19, 1.0, 3.404765139311642e-32],
  [0.01, 100, 2.9060056331185986e-180, 1.0],
  [3.84, 100, 7.324770749107159e-52, 1.0],
  [200, 100, 0.9999999882154993, 1.1784500720979422e-8],
  [0.01, 1000, 0.0, 1.0],
  [3.84, 1000, 0.0, 1.0],
  [200, 1000, 3.8087542289264636e-178, 1.0],
];

const NORMAL_TAILS: [number, number, number][] = [
  [-10, 7.619853024160525e-24, 1.0],
  [-3, 0.0013498980316300946, 0.9986501019683699],
  [-1, 0.15865525393145705, 0.8413447460685429],
  [0, 0.5, 0.5],
  [0.1, 0.539827837277029, 0.460172162722971],
  [1.96, 0.9750021048517795, 0.024997895148220435],
  [5, 0.9999997133484281, 2.866515718791939e-7],
  [20, 1.0, 2.7536241186062337e-89],
];

/** Equal to a relative 1e-11. */
function expectNear(got: number, expected: number): void {
  expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-11 * Math.abs(expected));
}

test.each(F_TAILS)('pf(%d, %d, %d) is %d, and 1 less it %d', (x, numerator, denominator, lower, upper) => {
  expectNear(fDistribution(numerator, denominator).lower(x), lower);
  expectNear(fDistribution(numerator, denominator).upper(x), upper);
});

test.each(F_QUANTILES)('qf(%d, %d, %d) is %d', (probability, numerator, denominator, expected) => {
  expectNear(fDistribution(numerator, denominator).quantile(probability), expected);
});

test.each(CHI_TAILS)('pchisq(%d, %d) is %d, and 1 less it %d', (x, degrees, lower, upper) => {
  expectNear(chiSquareDistribution(degrees).lower(x), lower);
  expectNear(chiSquareDistribution(degrees).upper(x), upper);
});

test.each(NORMAL_TAILS)('pnorm(%d) is %d, and 1 less it %d', (x, lower, upper) => {
  expectNear(normalDistribution.lower(x), lower);
  expectNear(normalDistribution.upper(x), upper);
});

// The tables that every textbook has at its end.
test('quantiles are those of the printed tables', () => {
  expect(normalDistribution.quantile(0.975)).toBeCloseTo(1.959963984540054, 13);
  expect(normalDistribution.quantile(1e-20)).toBeCloseTo(-9.2623400897984, 12);
  expect(normalDistribution.quantile(0.5)).toBe(0);
  expect(tDistribution(10).quantile(0.975)).toBeCloseTo(2.228138851964939, 9);
  expect(tDistribution(1).quantile(0.25)).toBeCloseTo(-1, 12);
  expect(chiSquareDistribution(1).quantile(0.95)).toBeCloseTo(3.841458820694124, 12);
  expect(fDistribution(3, 10).quantile(0.95)).toBeCloseTo(3.7082648190468435, 12);
});

test('the quantile of a probability has that probability below it', () => {
  const degrees = fc.double({ min: 0.5, max: 500, noNaN: true });
  const probability = fc.double({ min: 0.0001, max: 0.9999, noNaN: true });
  fc.assert(
    fc.property(degrees, degrees, probability, (a, b, share) => {
      for (const { lower, quantile } of [fDistribution(a, b), tDistribution(a), chiSquareDistribution(a)]) {
        expect(lower(quantile(share))).toBeCloseTo(share, 10);
      }
    }),
  );
});

test('the ends of the range are where nothing and everything lies below', () => {
  expect([0, 1].map(fDistribution(3, 10).quantile)).toEqual([0, Infinity]);
  expect([0, 1].map(tDistribution(3).quantile)).toEqual([-Infinity, Infinity]);
  expect(fDistribution(3, 10).lower(-1)).toBe(0);
  expect(fDistribution(3, 10).upper(Infinity)).toBe(0);
  expect(chiSquareDistribution(3).upper(Infinity)).toBe(0);
});

test('what is no probability, and no degrees of freedom, is refused', () => {
  expect(() => normalDistribution.quantile(1.1)).toThrow('from 0 to 1');
  expect(() => fDistribution(3, 10).quantile(Number.NaN)).toThrow('from 0 to 1');
  for (const degrees of [0, -1, Number.NaN, Infinity]) expect(() => tDistribution(degrees)).toThrow(RangeError);
});
