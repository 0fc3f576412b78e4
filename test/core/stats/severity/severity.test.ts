import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SeededRandom, seededRandom } from '../../../../src/core/stats/bootstrap/seeded-random.js';
import { halo, type Ratings, severity } from '../../../../src/core/stats/library.js';

const _ = undefined;

// Shrout & Fleiss (1979), table 2: the judges' means are 7.67, 2.5, 4.33 and 6.67, and the residual mean square is 1.02.
test('without a hole it is the mean less the mean of all, with the error of the analysis of variance', () => {
  const found = severity([
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ]);
  const grand = 127 / 24;
  const means = [46 / 6, 15 / 6, 26 / 6, 40 / 6];
  found.interviewers.forEach(({ value, standardError }, at) => {
    expect(value).toBeCloseTo(means[at]! - grand, 12);
    expect(standardError).toBeCloseTo(Math.sqrt((1.0194444444 / 6) * (3 / 4)), 8);
  });
  expect(found.residualDeviation! ** 2).toBeCloseTo(1.02, 2);
  expect(found).toMatchObject({ degreesOfFreedom: 15, isConnected: true, groups: [[0, 1, 2, 3]] });
});

test('whoever met the better candidates isn’t lenient for it', () => {
  // The third rates as the first does; but only those whom everybody finds good.
  const found = severity([
    [5, 4, 5],
    [4, 3, 4],
    [2, 1, _],
    [1, 0, _],
  ]);
  const [first, second, third] = found.interviewers.map(({ value }) => value);
  expect(first).toBeCloseTo(1 / 3, 10);
  expect(second).toBeCloseTo(-2 / 3, 10);
  expect(third).toBeCloseTo(1 / 3, 10);
  expect(found.candidates[3]!.adjusted).toBeCloseTo(1 - 1 / 3, 10);
});

test('ratings that are exactly the sum of two effects give these effects back, whatever is missing', () => {
  const effect = fc.integer({ min: -8, max: 8 }).map((quarters) => quarters / 4);
  const shape = fc.tuple(
    fc.array(effect, { minLength: 3, maxLength: 8 }),
    fc.array(effect, { minLength: 2, maxLength: 5 }),
    fc.infiniteStream(fc.boolean()),
  );
  fc.assert(
    fc.property(shape, ([candidates, interviewers, holes]) => {
      const ratings = candidates.map((level, at) =>
        interviewers.map((own) => (at > 0 && holes.next().value ? undefined : 3 + level + own)),
      );
      const mean = interviewers.reduce((sum, own) => sum + own, 0) / interviewers.length;
      severity(ratings).interviewers.forEach(({ value }, at) => {
        expect(value).toBeCloseTo(interviewers[at]! - mean, 9);
      });
    }),
  );
});

test('interviewers who share nobody, not even through others, can’t be compared', () => {
  const found = severity([
    [1, 3, _, _],
    [2, 4, _, _],
    [_, _, 5, 3],
    [_, _, 4, _],
  ]);
  expect(found).toMatchObject({
    isConnected: false,
    groups: [
      [0, 1],
      [2, 3],
    ],
    residualDeviation: undefined,
  });
  for (const { value, reason } of found.interviewers) expect([value, reason]).toEqual([undefined, 'not-connected']);
  const linked = severity([
    [1, 3, _, _],
    [2, 4, _, _],
    [_, 4, 5, 3],
    [_, _, 4, _],
  ]);
  expect(linked).toMatchObject({ isConnected: true, groups: [[0, 1, 2, 3]] });
});

test('whoever rated nobody has no effect and changes none', () => {
  const without = severity([
    [4, 3],
    [5, 3],
    [2, 2],
  ]);
  const found = severity([
    [4, _, 3],
    [5, null, 3],
    [2, _, 2],
  ]);
  expect(found.interviewers[1]).toMatchObject({ value: undefined, reason: 'no-ratings', ratings: 0 });
  expect([found.interviewers[0], found.interviewers[2]]).toEqual(without.interviewers);
});

test('where nothing is left over there is an effect and no interval', () => {
  const found = severity([[4, 3]]);
  expect(found.interviewers.map(({ value }) => value)).toEqual([0.5, -0.5]);
  expect(found).toMatchObject({ degreesOfFreedom: 0, residualDeviation: undefined });
  expect(found.interviewers[0]).toMatchObject({ interval: undefined, standardError: undefined });
  expect(
    severity([
      [0.3, 0.1],
      [0.4, 0.2],
      [0.6, 0.4],
    ]).interviewers[0],
  ).toMatchObject({ interval: undefined });
  expect(severity([])).toMatchObject({ isConnected: false, interviewers: [] });
  expect(severity([[3], [4]]).interviewers[0]!.reason).toBe('too-few-interviewers');
});

/** A normal deviate by Box and Muller. */
function deviate(random: SeededRandom): number {
  const [size, angle] = [(random.below(2 ** 32) + 1) / 2 ** 32, random.below(2 ** 32) / 2 ** 32];
  return Math.sqrt(-2 * Math.log(size)) * Math.cos(2 * Math.PI * angle);
}

const TRUTH = [0.6, 0.2, 0, -0.3, -0.5];

/** The share of simulated panels in which each interviewer's interval holds the true effect. */
function coverage(panels: number, simulate: () => ReturnType<typeof severity>): number[] {
  const held = TRUTH.map(() => 0);
  let connected = 0;
  for (let panel = 0; panel < panels; panel += 1) {
    const { interviewers, isConnected } = simulate();
    if (!isConnected) continue;
    connected += 1;
    interviewers.forEach(({ interval }, at) => {
      if (interval && interval[0] <= TRUTH[at]! && TRUTH[at]! <= interval[1]) held[at]! += 1;
    });
  }
  expect(connected).toBeGreaterThan(0.99 * panels);
  return held.map((count) => count / connected);
}

test('of 1,000 simulated panels with 40% of the cells missing, the intervals hold 93 to 97% of the true effects', () => {
  const random = seededRandom(20_261_127);
  const shares = coverage(1000, () => {
    const ratings = Array.from({ length: 15 }, () => {
      const level = 3 + 0.7 * deviate(random);
      // Better candidates are seen more often, so that raw means would mislead.
      const isMissing = () => random.below(100) < 40 - 15 * (level - 3);
      return TRUTH.map((own) => (isMissing() ? undefined : level + own + 0.6 * deviate(random)));
    });
    return severity(ratings);
  });
  for (const share of shares) expect(share > 0.93 && share < 0.97).toBe(true);
});

test('where a candidate’s dimensions err together, only clusters keep the intervals honest', () => {
  const simulate = (random: SeededRandom, isClustered: boolean) => () => {
    const rows = Array.from({ length: 24 }, (_candidate, candidate) => {
      const together = TRUTH.map(() => 0.4 * deviate(random));
      const isMissing = TRUTH.map(() => random.below(100) < 30);
      return Array.from({ length: 4 }, () => ({
        candidate,
        ratings: TRUTH.map((own, at) => (isMissing[at] ? undefined : 3 + own + together[at]! + 0.4 * deviate(random))),
      }));
    }).flat();
    const clusters = isClustered ? rows.map(({ candidate }) => candidate) : undefined;
    return severity(
      rows.map(({ ratings }) => ratings),
      { clusters },
    );
  };
  for (const share of coverage(500, simulate(seededRandom(1), true))) expect(share > 0.92 && share < 0.98).toBe(true);
  for (const share of coverage(200, simulate(seededRandom(1), false))) expect(share).toBeLessThan(0.88);
  expect(() => severity([[1, 2]], { clusters: [] })).toThrow('one candidate for each row');
});

test('halo is the mean correlation of dimensions, and how little a candidate’s ratings spread', () => {
  const alike = halo([
    [1, 2, 2],
    [3, 3, 4],
    [5, 4, 6],
  ]);
  expect(alike.meanCorrelation.value).toBeCloseTo(1, 12);
  expect(alike.meanDeviation.value).toBeCloseTo(0, 12);
  const mixed = halo([
    [1, 2],
    [2, 1],
    [3, 3],
  ]);
  expect(mixed.meanCorrelation.value).toBeCloseTo(0.5, 12);
  // Standardised to −1, 0, 1 and 0, −1, 1: deviations across the two are 1/√2, 1/√2 and 0.
  expect(mixed.meanDeviation.value).toBeCloseTo(Math.SQRT2 / 3, 12);
  expect(mixed).toMatchObject({ pairs: 1, candidates: 3 });
});

test('dimensions that don’t vary, and cells that are missing, say nothing of halo', () => {
  const ratings: Ratings = [
    [1, 2, 3, _],
    [2, 1, 3, 5],
    [3, 3, 3, _],
    [null, 4, 3, _],
  ];
  expect(halo(ratings)).toMatchObject({ pairs: 1, candidates: 3, meanCorrelation: { value: 0.5 } });
  expect(
    halo([
      [3, 3],
      [3, 3],
    ]).meanCorrelation,
  ).toEqual({ value: undefined, reason: 'too-few-dimensions' });
});
