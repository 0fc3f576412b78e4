import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastDifference, type Measured, rankRanges } from '../../../src/core/stats/rank-range.js';

test('far apart, each place is certain', () => {
  const ranges = rankRanges([
    { value: 2, error: 0.1 },
    { value: 5, error: 0.1 },
    { value: 3.5, error: 0.1 },
  ]);
  expect(ranges).toEqual([
    { best: 3, worst: 3 },
    { best: 1, worst: 1 },
    { best: 2, worst: 2 },
  ]);
});

test('ties needn’t be transitive: the one in the middle is tied with both, they aren’t with each other', () => {
  const ranges = rankRanges([3.0, 3.8, 4.6].map((value) => ({ value, error: 0.4 })));
  expect(ranges).toEqual([
    { best: 2, worst: 3 },
    { best: 1, worst: 3 },
    { best: 1, worst: 2 },
  ]);
});

test('nobody is ranked without candidates', () => {
  expect(rankRanges([])).toEqual([]);
});

test('the quick way says what comparing each with each says', () => {
  const measured = fc.record({
    value: fc.integer({ min: 100, max: 500 }).map((hundredths) => hundredths / 100),
    error: fc.constantFrom(0, 0.1, 0.25, 0.39, 0.6),
  });
  fc.assert(
    fc.property(fc.array(measured, { maxLength: 40 }), (values) => {
      expect(rankRanges(values)).toEqual(values.map((own) => slowRange(own, values)));
    }),
  );
});

function slowRange(own: Measured, all: readonly Measured[]) {
  const isDistinguishable = (other: Measured) =>
    Math.abs(other.value - own.value) > leastDifference(own.error, other.error);
  const higher = all.filter((other) => other.value > own.value && isDistinguishable(other)).length;
  const lower = all.filter((other) => other.value < own.value && isDistinguishable(other)).length;
  return { best: higher + 1, worst: all.length - lower };
}
