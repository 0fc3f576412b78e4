import { expect, test } from 'vitest';
import { bootstrap } from '../../../../src/core/stats/bootstrap/bootstrap.js';
import { seededRandom } from '../../../../src/core/stats/bootstrap/seeded-random.js';
import { krippendorffAlpha } from '../../../../src/core/stats/library.js';

const RATINGS = [
  [4, 5, 4],
  [2, 2, 3],
  [3, undefined, 3],
  [1, 2, 1],
  [5, 5, 5],
  [3, 4, 2],
  [2, 1, undefined],
  [4, 4, 5],
];
const ORDINAL = { metric: 'ordinal' } as const;

test('the same seed gives the same interval, and the result says which one it was', () => {
  const [one, again, other] = [7, 7, 8].map((seed) => krippendorffAlpha(RATINGS, { ...ORDINAL, bootstrap: { seed } }));
  expect(one).toEqual(again);
  expect(one!.interval).not.toEqual(other!.interval);
  expect(one!.bootstrap).toEqual({ seed: 7, resamples: 2000, withoutValue: 0 });
  expect(one!.value).toBe(krippendorffAlpha(RATINGS, ORDINAL).value);
  expect(one!.interval![0]).toBeLessThan(one!.value!);
  expect(one!.interval![1]).toBeGreaterThan(one!.value!);
});

test('numbers from a seed are the same everywhere, and spread evenly', () => {
  const random = seededRandom(1);
  expect(Array.from({ length: 8 }, () => random.below(100))).toEqual([9, 50, 88, 48, 43, 50, 74, 66]);
  const counts = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw += 1) counts[random.below(10)]! += 1;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test('the interval of a mean is the one that theory gives', () => {
  const values = Array.from({ length: 200 }, (_value, at) => ((at * 37) % 200) / 200);
  const mean = (drawn: Uint32Array) => drawn.reduce((sum, times, at) => sum + times * values[at]!, 0) / 200;
  const { interval } = bootstrap(200, 0.95, { resamples: 4000 }, mean);
  const error = 1.96 * Math.sqrt(1 / 12 / 200);
  expect(interval![0]).toBeCloseTo(0.4975 - error, 2);
  expect(interval![1]).toBeCloseTo(0.4975 + error, 2);
});

test('resamples without a value are left out and counted', () => {
  const once = (drawn: Uint32Array) => (drawn[0] === 2 ? undefined : drawn[0]);
  const { interval, withoutValue } = bootstrap(2, 0.95, { resamples: 400 }, once);
  expect(interval).toEqual([0, 1]);
  expect(withoutValue).toBeGreaterThan(50);
  expect(withoutValue).toBeLessThan(150);
});

test('where every resample gives the same, that is no interval', () => {
  const alike = [
    [1, 1],
    [3, 3],
    [4, 4],
    [5, 5],
  ];
  const found = krippendorffAlpha(alike, { ...ORDINAL, bootstrap: {} });
  expect(found).toMatchObject({ value: 1, interval: undefined, bootstrap: { resamples: 2000 } });
});

test('rows of one candidate are drawn together', () => {
  const twice = RATINGS.flatMap((row) => [row, row]);
  const clusters = twice.map((_row, at) => at >> 1);
  const seeded = { seed: 3, resamples: 500 };
  const together = krippendorffAlpha(twice, { ...ORDINAL, bootstrap: { ...seeded, clusters } });
  const apart = krippendorffAlpha(twice, { ...ORDINAL, bootstrap: seeded });
  const width = ([low, high]: readonly [number, number]) => high - low;
  expect(width(together.interval!)).toBeGreaterThan(1.2 * width(apart.interval!));
  expect(() => krippendorffAlpha(twice, { ...ORDINAL, bootstrap: { clusters: [1] } })).toThrow(
    'one candidate for each row',
  );
});

test.each([{ resamples: 10 }, { resamples: 1.5 }, { seed: -1 }, { seed: 0.5 }, { seed: 2 ** 32 }])(
  '%j is refused',
  (options) => expect(() => krippendorffAlpha(RATINGS, { ...ORDINAL, bootstrap: options })).toThrow(RangeError),
);

test('resamples that differ by nothing but rounding are no interval', () => {
  const noisy = (drawn: Uint32Array) => (drawn[0] ? 0.3 : 0.1 + 0.2);
  expect(bootstrap(5, 0.95, {}, noisy).interval).toBeUndefined();
});
