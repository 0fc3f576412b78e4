import type { RowReading } from './batch-engine.js';
import { evaluateReading } from './batch-record.js';
import { decimalPlaces, toUnits } from './decimal.js';
import type { Rubric } from './rubric.js';
import { isRated } from './scale.js';
import type { Result } from './scorecard.js';

/** A result without its reasons. */
export type ShortResult = Pick<Result, 'score' | 'coverage' | 'recommendation'>;

/** Some megabytes: hundreds of times what eight dimensions rated 1 to 5 can give. */
const MOST_REMEMBERED = 100_000;

/**
 * What a row's score, coverage and recommendation become, made once for each different outcome. All three depend only on
 * the weighted sum, the rated weight, the applicable weight and whether something caps the recommendation, all of them
 * whole numbers; `because` names the dimensions and is not among them.
 */
export function createResultMemory<T>(rubric: Rubric, make: (result: ShortResult) => T): (reading: RowReading) => T {
  const places = Math.max(0, ...rubric.dimensions.map(({ weight }) => decimalPlaces(weight)));
  const units = rubric.dimensions.map(({ weight }) => toUnits(weight, places));
  const minimums = rubric.dimensions.map(({ minimum }) => minimum ?? 0);
  const stops = new Set(rubric.redFlags.filter(({ severity }) => severity === 'stop').map(({ id }) => id));
  const whole = 1 + units.reduce((sum, weight) => sum + weight, 0);
  // Two levels, since the three sums together may not fit one exact number.
  const byWeights = new Map<number, Map<number, T>>();
  let lastWeights = -1;
  let bySum = new Map<number, T>();
  let remembered = 0;

  return (reading) => {
    const { ratings, flags } = reading;
    let sum = 0;
    let rated = 0;
    let applicable = 0;
    let isCapped = flags.length > 0 && flags.some(({ id }) => stops.has(id));
    for (let at = 0; at < units.length; at += 1) {
      const rating = ratings[at] ?? 'not-assessed';
      const weight = units[at] ?? 0;
      if (isRated(rating)) {
        sum += weight * rating;
        rated += weight;
        applicable += weight;
        if (rating < (minimums[at] ?? 0)) isCapped = true;
      } else if (rating === 'not-assessed') applicable += weight;
    }
    const weights = rated * whole + applicable;
    if (weights !== lastWeights) {
      lastWeights = weights;
      bySum = byWeights.get(weights) ?? new Map<number, T>();
      byWeights.set(weights, bySum);
    }
    const key = isCapped ? -1 - sum : sum;
    const known = bySum.get(key);
    if (known !== undefined) return known;
    const made = make(evaluateReading(rubric, reading).result);
    if (remembered === MOST_REMEMBERED) {
      byWeights.clear();
      bySum = new Map();
      lastWeights = -1;
      remembered = 0;
    }
    remembered += 1;
    bySum.set(key, made);
    return made;
  };
}
