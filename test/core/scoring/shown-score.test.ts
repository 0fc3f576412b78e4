import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownHundredths } from '../../../src/core/scoring/shown-score.js';

const BANDS = { 'strong-yes': 3.9, yes: 3, no: 2 };

test.each([
  ['719/240 is below the 3 where yes begins', 719, 240, BANDS, 299],
  ['the edge itself is reached', 3, 1, BANDS, 300],
  ['just above an edge it is rounded as ever', 7201, 2400, BANDS, 300],
  ['between the edges it is rounded half up', 3125, 1000, BANDS, 313],
  ['below the first edge', 19999, 10000, BANDS, 199],
  ['an edge in ten-thousandths', 29955, 10000, { ...BANDS, yes: 2.9956 }, 299],
  ['below zero', -7, 1000, { 'strong-yes': 1, yes: 0, no: -1 }, -1],
] as const)('%s', (_what, numerator, denominator, bands, hundredths) => {
  expect(shownHundredths({ numerator, denominator }, bands)).toBe(hundredths);
  const large = { numerator: BigInt(numerator), denominator: BigInt(denominator) };
  expect(shownHundredths(large, bands)).toBe(hundredths);
});

test('without bands it is rounded half up alone', () => {
  expect(shownHundredths({ numerator: 719, denominator: 240 }, undefined)).toBe(300);
});

const edges = fc
  .uniqueArray(fc.integer({ min: 10_001, max: 49_999 }), { minLength: 3, maxLength: 3 })
  .map((units) => units.toSorted((a, b) => a - b).map((unit) => unit / 10_000))
  .map(([no, yes, strongYes]) => ({ 'strong-yes': strongYes, yes, no }));
const score = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.nat())
  .map(([denominator, part]) => ({ numerator: denominator + (part % (4 * denominator + 1)), denominator }));

test('it is never shown at or above an edge that it does not reach, and is less than a hundredth off', () => {
  fc.assert(
    fc.property(score, edges, ({ numerator, denominator }, bands) => {
      const shown = shownHundredths({ numerator, denominator }, bands);
      expect(Math.abs(100 * numerator - shown * denominator)).toBeLessThan(denominator);
      for (const edge of Object.values(bands)) {
        const units = Math.round(edge * 10_000);
        if (10_000 * numerator < units * denominator) expect(100 * shown).toBeLessThan(units);
      }
    }),
  );
});
