import fc from 'fast-check';
import type { Rubric } from '../../../src/core/rubric/rubric.js';
import { ratingsOf } from '../../../src/core/rubric/scale.js';
import { createScaledRubric } from '../rubrics.js';
import { anyScale, bandsOn } from '../scales.js';

const IDS = ['craft', 'team-work', 'on-call', 'c', 'd', 'e', 'f-2', 'step-c'];

/** Weights of up to four decimals that sum to exactly 100. */
const fineWeights = (count: number, unit: number) =>
  fc.array(fc.integer({ min: 1, max: 40 }), { minLength: count, maxLength: count }).map((parts) => {
    const total = parts.reduce((sum, part) => sum + part, 0);
    const units = parts.map((part) => Math.max(1, Math.floor((100 * unit * part) / total)));
    const rest = 100 * unit - units.reduce((sum, one) => sum + one, 0);
    return units.with(0, (units[0] ?? 0) + rest).map((one) => one / unit);
  });

/** Rubrics of every kind: any scale, weights or none, minimums, edges with four decimals, what is borderline. */
export const anyRubric: fc.Arbitrary<Rubric> = fc
  .record({ scale: anyScale, count: fc.integer({ min: 1, max: IDS.length }) })
  .chain(({ scale, count }) =>
    fc
      .record({
        weights: fc.oneof(fc.constant(undefined), ...[1, 4, 1000, 10_000].map((unit) => fineWeights(count, unit))),
        details: fc.array(
          fc.record({
            optional: fc.boolean(),
            minimum: fc.option(fc.constantFrom(...ratingsOf(scale)), { nil: undefined, freq: 2 }),
          }),
          { minLength: count, maxLength: count },
        ),
        bands: bandsOn(scale),
        coverageAtLeast: fc.constantFrom(0, 33.3333, 50, 66.6667, 70, 100),
        strongYesNeeds: fc.option(
          fc.integer({ min: scale.min * 10_000, max: scale.max * 10_000 }).map((unit) => unit / 10_000),
          { nil: undefined },
        ),
        borderline: fc.option(fc.constantFrom(0.0001, 0.1, 0.15, 0.5, 3.25), { nil: undefined, freq: 3 }),
      })
      .map(({ weights, details, ...recommendation }) =>
        createScaledRubric(
          { ...scale, bar: scale.max },
          details.map(({ optional, minimum }, at) => ({
            id: IDS[at] ?? '',
            optional,
            ...(minimum === undefined ? {} : { minimum }),
            ...(weights ? { weight: weights[at] ?? 0 } : {}),
          })),
          { recommendation: dropUndefined(recommendation), weightsRationale: 'They differ.' },
        ),
      ),
  );

function dropUndefined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
