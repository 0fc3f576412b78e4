import fc from 'fast-check';
import { type Rating, ratingsOf, type ScaleRange, stepCount } from '../../src/core/rubric/scale.js';
import type { WeightedRating } from '../../src/core/scoring/scoring.js';
import { weights } from './weighted-cards.js';

/** Every scale that a rubric may have: whole ends from -10 to 100, steps of 1 or one half, 2 to 21 ratings. */
export const anyScale: fc.Arbitrary<ScaleRange> = fc
  .record({
    min: fc.integer({ min: -10, max: 99 }),
    points: fc.integer({ min: 1, max: 20 }),
    step: fc.constantFrom<1 | 0.5 | undefined>(1, 0.5, undefined),
  })
  .map(({ min, points, step }) => ({
    min,
    max: Math.min(100, min + (step === 0.5 ? Math.ceil(points / 2) : points)),
    step,
  }))
  .filter((scale) => stepCount(scale) <= 20);

export interface ScaledCard {
  readonly scale: ScaleRange;
  readonly dimensions: readonly WeightedRating[];
}

/** A scorecard on any scale, with weights or with equal ones. */
export const scaledCard: fc.Arbitrary<ScaledCard> = fc
  .tuple(anyScale, fc.oneof(weights, fc.array(fc.constant(undefined), { minLength: 1, maxLength: 10 })))
  .chain(([scale, all]) => {
    const rating = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...ratingsOf(scale)) },
      { weight: 1, arbitrary: fc.constantFrom<Rating>('not-assessed', 'not-applicable') },
    );
    return fc
      .tuple(...all.map(() => rating))
      .map((ratings) => ({ scale, dimensions: all.map((weight, at) => ({ weight, rating: ratings[at] })) }));
  });

/** Bands anywhere on a scale, with up to four decimals. */
export function bandsOn({ min, max }: ScaleRange): fc.Arbitrary<{ 'strong-yes': number; yes: number; no: number }> {
  return fc
    .uniqueArray(fc.integer({ min: min * 10_000, max: max * 10_000 }), { minLength: 3, maxLength: 3 })
    .map((units) => {
      const [no, yes, strong] = units.toSorted((a, b) => a - b).map((unit) => unit / 10_000);
      return { 'strong-yes': strong, yes, no };
    });
}
