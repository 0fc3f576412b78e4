import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../../src/core/stats/bootstrap/seeded-random.js';
import { decisionStudy, type Generalizability, generalizability, icc } from '../../../../src/core/stats/library.js';
import { HOME } from '../../../support/fake-host.js';

const variancesOf = ({ components }: Generalizability) =>
  Object.fromEntries(components.map(({ name, variance }) => [name, variance]));

// Brennan (2001), Generalizability Theory, table 3.2 (synthetic data set 4): ten persons; three tasks of four raters each.
const BRENNAN = [
  [
    [5, 6, 5, 5],
    [5, 3, 4, 5],
    [6, 7, 3, 3],
  ],
  [
    [9, 3, 7, 7],
    [7, 5, 5, 5],
    [7, 7, 5, 2],
  ],
  [
    [3, 4, 3, 3],
    [5, 3, 3, 5],
    [6, 5, 1, 6],
  ],
  [
    [7, 5, 5, 3],
    [3, 1, 4, 3],
    [5, 3, 3, 5],
  ],
  [
    [9, 2, 9, 7],
    [7, 7, 3, 7],
    [2, 7, 5, 3],
  ],
  [
    [3, 4, 3, 5],
    [3, 3, 6, 3],
    [4, 5, 1, 2],
  ],
  [
    [7, 3, 7, 7],
    [7, 5, 5, 7],
    [5, 5, 5, 4],
  ],
  [
    [5, 8, 5, 7],
    [7, 5, 5, 4],
    [3, 2, 1, 1],
  ],
  [
    [9, 9, 8, 8],
    [6, 6, 6, 5],
    [5, 8, 1, 1],
  ],
  [
    [4, 4, 4, 3],
    [3, 5, 6, 5],
    [5, 7, 1, 1],
  ],
];
const NESTED = 'candidate x (interviewer : dimension)';

describe('Brennan (2001), table 3.2, persons × (raters : tasks)', () => {
  test('the components, page 116', () => {
    const found = variancesOf(generalizability(BRENNAN, NESTED));
    expect(found.candidate).toBeCloseTo(0.4731, 4);
    expect(found.dimension).toBeCloseTo(0.3252, 4);
    expect(found['interviewer:dimension']).toBeCloseTo(0.6475, 4);
    expect(found['candidate:dimension']).toBeCloseTo(0.5596, 4);
    expect(found.residual).toBeCloseTo(2.3802, 4);
  });

  test.each([
    [3, 4, 0.5514, 0.4637],
    [6, 2, 0.6187, 0.542],
    [3, 1, 0.3256, 0.2662],
  ])('%d tasks with %d raters: %d relative, %d absolute', (dimensions, interviewers, relative, absolute) => {
    const found = decisionStudy(generalizability(BRENNAN, NESTED), { dimensions, interviewers });
    expect(found.generalizability.value).toBeCloseTo(relative, 4);
    expect(found.dependability.value).toBeCloseTo(absolute, 4);
  });

  test('and the errors at 3 tasks with 4 raters', () => {
    const found = decisionStudy(generalizability(BRENNAN, NESTED), { dimensions: 3, interviewers: 4 });
    expect(found.relativeError).toBeCloseTo(0.3849, 4);
    expect(found.absoluteError).toBeCloseTo(0.5472, 4);
  });
});

// Our own ratings, 8 × 3 × 4; expected mean squares and REML agree on them.
test('candidates × interviewers × dimensions, crossed: components and studies to six places', () => {
  const file = join(HOME, 'test/fixtures/crossed-8x3x4.json');
  const { 'g-study-crossed-8x3x4': own } = JSON.parse(readFileSync(file, 'utf8'));
  const found = generalizability(own.ratings);
  expect(found).toMatchObject({ design: 'candidate x interviewer x dimension', ratings: 96, missing: 0 });
  for (const { name, variance } of found.components) expect(variance).toBeCloseTo(own.expected[name], 6);
  for (const [size, [relative, absolute]] of Object.entries<number[]>(own.decisionStudy)) {
    const [interviewers, dimensions] = size.split('x').map(Number);
    if (!interviewers) continue;
    const study = decisionStudy(found, { interviewers, dimensions });
    expect(study.generalizability.value).toBeCloseTo(relative!, 6);
    expect(study.dependability.value).toBeCloseTo(absolute!, 6);
  }
});

test('of candidates × interviewers, the studies are ICC(3,k) and ICC(2,k)', () => {
  const rating = fc.integer({ min: 1, max: 5 });
  const table = fc.array(fc.array(rating, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 10 });
  fc.assert(
    fc.property(table, (ratings) => {
      const study = generalizability(ratings);
      // An estimate below 0 counts as 0 here, and as it is in an ICC.
      if (study.reason || study.components.some(({ variance }) => variance === 0)) return;
      const found = decisionStudy(study, { interviewers: 3 });
      const { forms } = icc(ratings);
      expect(found.generalizability.value).toBeCloseTo(forms['ICC(3,k)'].value!, 8);
      expect(found.dependability.value).toBeCloseTo(forms['ICC(2,k)'].value!, 8);
    }),
  );
});

test('an estimate below 0 is set to 0, and said to have been', () => {
  const { components } = generalizability([
    [1, 2, 3],
    [2, 3, 1],
    [3, 1, 2],
  ]);
  expect(components[0]).toMatchObject({ name: 'candidate', variance: 0 });
  expect(components[0]!.negative).toBeCloseTo(-0.5, 12);
  expect(components[2]).not.toHaveProperty('negative');
});

test('what is nothing but rounding is 0, not an estimate below it', () => {
  const { components } = generalizability([
    [0.1, 0.4],
    [0.2, 0.5],
    [0.7, 1],
  ]);
  expect(components[2]).toEqual({ name: 'residual', variance: 0 });
});

test('with a third of the cells missing, the estimates are right on average', () => {
  const random = seededRandom(5);
  // Deviates with mean 0 and variance 1 from a sum of twelve.
  const deviate = () => Array.from({ length: 12 }, () => random.below(2 ** 32) / 2 ** 32).reduce((a, b) => a + b, -6);
  const sums = { candidate: 0, interviewer: 0, residual: 0 };
  const panels = 400;
  for (let panel = 0; panel < panels; panel += 1) {
    const severities = Array.from({ length: 6 }, () => 0.5 * deviate());
    const ratings = Array.from({ length: 12 }, () => {
      const level = deviate();
      return severities.map((own) => (random.below(3) === 0 ? undefined : level + own + 0.7 * deviate()));
    });
    for (const { name, variance, negative } of generalizability(ratings).components) {
      sums[name as keyof typeof sums] += (negative ?? variance!) / panels;
    }
  }
  expect(Math.abs(sums.candidate - 1)).toBeLessThan(0.08);
  expect(Math.abs(sums.interviewer - 0.25)).toBeLessThan(0.03);
  expect(Math.abs(sums.residual - 0.49)).toBeLessThan(0.02);
});

describe('what it can’t tell', () => {
  test.each([
    ['nothing', [], 'no-ratings'],
    ['one interviewer', [[1], [2], [3]], 'not-estimable'],
    ['one candidate', [[1, 2, 3]], 'not-estimable'],
    [
      'one dimension',
      [
        [[1], [2]],
        [[3], [3]],
      ],
      'not-estimable',
    ],
  ] as const)('%s: no components, no studies, and why', (_what, ratings, reason) => {
    const found = generalizability(ratings);
    expect(found.reason).toBe(reason);
    expect(found.components.every(({ variance }) => variance === undefined)).toBe(true);
    const study = decisionStudy(found, { interviewers: 3 });
    expect(study.dependability).toEqual({ value: undefined, reason });
    expect(study.relativeError).toBeUndefined();
  });

  test('where nothing varies there is nothing to generalise', () => {
    const study = decisionStudy(
      generalizability([
        [3, 3],
        [3, 3],
      ]),
      { interviewers: 2 },
    );
    expect(study.generalizability).toEqual({ value: undefined, reason: 'all-identical' });
  });

  test('ratings of another shape than the design are refused', () => {
    expect(() => generalizability([[1, 2], [3]])).toThrow('of the same length');
    expect(() => generalizability([[1, 2]], 'candidate x interviewer x dimension')).toThrow(
      'at 1, 1: a list is needed',
    );
    expect(() => generalizability([[1, Number.NaN]])).toThrow('at 1, 2: NaN is not a number');
    expect(() => generalizability([[1, 2]], 'p x r' as never)).toThrow('a design is candidate x interviewer');
    const found = generalizability([
      [1, 2],
      [2, 3],
    ]);
    for (const interviewers of [0, 1.5]) expect(() => decisionStudy(found, { interviewers })).toThrow(RangeError);
  });
});
