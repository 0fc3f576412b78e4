import { wholeUnits } from '../numbers/decimal.js';
import type { Fraction } from '../numbers/fraction.js';
import { type Rating, type ScaleRange, stepsInPoint } from '../rubric/scale.js';

/** What ratings weigh together, in whole units of weight: all that a score and its coverage depend on. */
export interface WeightedSum {
  /** The sum of each rated weight times the steps from the lowest rating of the scale up to its rating. */
  readonly sum: number;
  readonly rated: number;
  /** The weight that is rated or not assessed: everything but what is not applicable. */
  readonly applicable: number;
}

/**
 * The weights in whole units of one size: 12.5 and 10 are 125 and 100. Where there are none, all weigh the same, so
 * each is 1.
 */
export function weightUnits(dimensions: readonly { readonly weight?: number | undefined }[]): readonly number[] {
  const weights = dimensions.flatMap(({ weight }) => weight ?? []);
  return weights.length < dimensions.length ? dimensions.map(() => 1) : wholeUnits(weights);
}

/**
 * The sum of `ratings` weighted by `units`, which are in the same order; one that is missing, or was in nobody's session,
 * was not assessed.
 */
export function weigh(
  units: readonly number[],
  ratings: readonly (Rating | 'not-held' | undefined)[],
  scale: ScaleRange,
): WeightedSum {
  const { min } = scale;
  const steps = stepsInPoint(scale);
  let sum = 0;
  let rated = 0;
  let applicable = 0;
  for (let at = 0; at < units.length; at += 1) {
    const rating = ratings[at];
    const weight = units[at] ?? 0;
    // Written out instead of calling `isRated`: a call for each rating of each row of a batch can be measured.
    if (typeof rating === 'number') {
      sum += weight * steps * (rating - min);
      rated += weight;
      applicable += weight;
    } else if (rating !== 'not-applicable') applicable += weight;
  }
  return { sum, rated, applicable };
}

/** The weighted mean on the rubric's own scale; `undefined` when nothing was rated. */
export function meanOfWeighed(
  { sum, rated }: Pick<WeightedSum, 'sum' | 'rated'>,
  scale: ScaleRange,
): Fraction | undefined {
  const steps = stepsInPoint(scale);
  return rated === 0 ? undefined : { numerator: steps * scale.min * rated + sum, denominator: steps * rated };
}

/** Rated over applicable weight; 0 of 1 when nothing is applicable. */
export function coverageOf({ rated, applicable }: Pick<WeightedSum, 'rated' | 'applicable'>): Fraction {
  return applicable === 0 ? { numerator: 0, denominator: 1 } : { numerator: rated, denominator: applicable };
}
