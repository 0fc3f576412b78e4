import { decimalPlaces, hundredthsHalfUp, toUnits } from '../numbers/decimal.js';
import type { Rubric } from '../rubric/rubric.js';
import { decide, type Recommendation } from '../scoring/recommendation.js';
import { coveragePercent } from '../scoring/scoring.js';
import type { ParsedRow } from './engine.js';

/** What a table shows of a row's result. */
export interface ShortResult {
  /** In hundredths of a point, rounded half up; `undefined` when nothing was rated. */
  readonly hundredths: number | undefined;
  /** Whole per cent, rounded down. */
  readonly coverage: number;
  readonly recommendation: Recommendation;
}

/** Some megabytes: hundreds of times what eight dimensions rated 1 to 5 can give. */
const MOST_REMEMBERED = 100_000;

/** Sums of whole numbers: all that a short result depends on. */
interface Sums {
  readonly sum: number;
  readonly rated: number;
  readonly applicable: number;
  readonly isCapped: boolean;
}

/**
 * What a row's score, coverage and recommendation become, made once for each different outcome. All three depend only on
 * the weighted sum, the rated weight, the applicable weight and whether something caps the recommendation.
 */
export function createResultCache<T>(rubric: Rubric, make: (result: ShortResult) => T): (reading: ParsedRow) => T {
  const places = Math.max(0, ...rubric.dimensions.map(({ weight }) => decimalPlaces(weight)));
  const units = rubric.dimensions.map(({ weight }) => toUnits(weight, places));
  const minimums = rubric.dimensions.map(({ minimum }) => minimum ?? 0);
  const stops = new Set(rubric.redFlags.filter(({ severity }) => severity === 'stop').map(({ id }) => id));
  // Above every sum of weights, so that two of them make one number.
  const whole = 1 + units.reduce((sum, weight) => sum + weight, 0);
  const remember = twoLevelCache((weights, key) =>
    make(
      shortResult(
        {
          sum: key < 0 ? -1 - key : key,
          rated: Math.floor(weights / whole),
          applicable: weights % whole,
          isCapped: key < 0,
        },
        rubric,
      ),
    ),
  );
  return ({ ratings, flags }) => {
    let sum = 0;
    let rated = 0;
    let applicable = 0;
    let isCapped = flags.length > 0 && flags.some(({ id }) => stops.has(id));
    for (let at = 0; at < units.length; at += 1) {
      const rating = ratings[at] ?? 'not-assessed';
      const weight = units[at] ?? 0;
      // Said here and not by `isRated`: a call for each rating of each row can be measured.
      if (typeof rating === 'number') {
        sum += weight * rating;
        rated += weight;
        applicable += weight;
        if (rating < (minimums[at] ?? 0)) isCapped = true;
      } else if (rating === 'not-assessed') applicable += weight;
    }
    return remember(rated * whole + applicable, isCapped ? -1 - sum : sum);
  };
}

function shortResult({ sum, rated, applicable, isCapped }: Sums, { recommendation: rules }: Rubric): ShortResult {
  const coverage = applicable === 0 ? { numerator: 0, denominator: 1 } : { numerator: rated, denominator: applicable };
  const exact = rated === 0 ? undefined : { numerator: sum, denominator: rated };
  return {
    hundredths: exact && hundredthsHalfUp(sum, rated),
    coverage: coveragePercent(coverage),
    recommendation: decide({ exact, coverage }, rules, isCapped),
  };
}

/** Values by two numbers: on two levels, since both together may not fit one exact number. */
function twoLevelCache<T>(make: (first: number, second: number) => T): (first: number, second: number) => T {
  const byFirst = new Map<number, Map<number, T>>();
  let lastFirst: number | undefined;
  let bySecond = new Map<number, T>();
  let size = 0;
  return (first, second) => {
    if (first !== lastFirst) {
      lastFirst = first;
      bySecond = byFirst.get(first) ?? new Map<number, T>();
      byFirst.set(first, bySecond);
    }
    const known = bySecond.get(second);
    if (known !== undefined) return known;
    if (size === MOST_REMEMBERED) {
      byFirst.clear();
      bySecond = new Map<number, T>();
      byFirst.set(first, bySecond);
      size = 0;
    }
    const made = make(first, second);
    bySecond.set(second, made);
    size += 1;
    return made;
  };
}
