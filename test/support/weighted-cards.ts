import fc from 'fast-check';
import type { Rating } from '../../src/core/rubric/scale.js';
import type { WeightedRating } from '../../src/core/scoring/scoring.js';

export const SCALE = { min: 1, max: 5 };

/** Weights in quarters of a per cent that sum to 100, as rubrics have them. */
export const weights = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 10 }).map((parts) => {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const units = parts.map((part) => Math.max(1, Math.floor((400 * part) / total)));
  const rest = 400 - units.reduce((sum, unit) => sum + unit, 0);
  return units.with(0, units[0] + rest).map((unit) => unit / 4);
});
const rating = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom<Rating>('not-assessed', 'not-applicable') },
);

/** Dimensions of a scorecard, each with its weight and what it was rated. */
export const card = weights.chain((all) =>
  fc
    .array(rating, { minLength: all.length, maxLength: all.length })
    .map((ratings) => all.map((weight, at): WeightedRating => ({ weight, rating: ratings[at] }))),
);
