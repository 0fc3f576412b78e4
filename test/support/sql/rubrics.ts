import fc from 'fast-check';
import type { Rubric } from '../../../src/core/rubric/rubric.js';
import { ratingsOf, type ScaleRange } from '../../../src/core/rubric/scale.js';
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

/** Edges of two decimals right above thirds, sixths, sevenths: a score that misses one would be rounded to it. */
function closeBands({ min, max }: ScaleRange): fc.Arbitrary<Rubric['recommendation']['bands']> {
  return fc.constantFrom(2, 3, 6, 7, 8).chain((parts) =>
    fc
      .uniqueArray(fc.integer({ min: 1, max: parts * (max - min) }), { minLength: 2, maxLength: 2 })
      .map((steps) => {
        const [no = 0, yes = 0] = steps.sort((a, b) => a - b).map((step) => Math.ceil((100 * step) / parts));
        return { 'strong-yes': max, yes: min + Math.max(yes, no + 1) / 100, no: min + no / 100 };
      })
      .map(({ yes, no }) => ({
        'strong-yes': max,
        yes: round(Math.min(yes, max - 0.01)),
        no: round(Math.min(no, max - 0.02)),
      })),
  );
}

function round(score: number): number {
  return Math.round(100 * score) / 100;
}

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
        bands: fc.oneof(bandsOn(scale), closeBands(scale)),
        coverageAtLeast: fc.constantFrom(0, 33.3333, 50, 66.6667, 70, 100),
        strongYesNeeds: fc.option(
          fc.integer({ min: scale.min * 10_000, max: scale.max * 10_000 }).map((unit) => unit / 10_000),
          { nil: undefined },
        ),
        borderline: fc.option(fc.constantFrom(0.01, 0.1, 0.15, 0.5, 1, 3.25), { nil: undefined, freq: 3 }),
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
