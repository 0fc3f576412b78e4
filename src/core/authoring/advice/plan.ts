import { greatestCommonDivisor, MAX_DECIMALS, toUnits } from '../../numbers/decimal.js';
import { isAtLeast } from '../../numbers/fraction.js';
import { createAdvice, type Path, type Problem } from '../../problem.js';
import type { Rubric } from '../../rubric/rubric.js';
import { stepCount } from '../../rubric/scale.js';
import { bandRules } from '../../scoring/rules.js';
import { meanOfWeighed, weightUnits } from '../../scoring/weighted-sum.js';

/** The US Office of Personnel Management advises 5 to 8 competencies an interview. */
const MOST_DIMENSIONS = 8;
const FEWEST_DIMENSIONS = 5;

export function sizeAdvice({ dimensions }: Rubric): readonly Problem[] {
  const count = dimensions.length;
  if (count < FEWEST_DIMENSIONS)
    return [createAdvice('few-dimensions', { count, fewest: FEWEST_DIMENSIONS }, ['dimensions'])];
  if (count <= MOST_DIMENSIONS) return [];
  return [createAdvice('many-dimensions', { count, most: MOST_DIMENSIONS }, ['dimensions'])];
}

/** Borderline marks what is near one edge; what is near two of them says nothing. */
export function borderlineAdvice({ recommendation: { bands, borderline = 0 } }: Rubric): readonly Problem[] {
  const room = Math.min(bands.yes - bands.no, bands['strong-yes'] - bands.yes);
  if (2 * borderline < room) return [];
  return [createAdvice('wide-borderline', { borderline }, ['recommendation', 'borderline'])];
}

export function weightsAdvice(rubric: Rubric): readonly Problem[] {
  return [...rationaleAdvice(rubric), ...alikeAdvice(rubric), ...reachAdvice(rubric)];
}

function rationaleAdvice({ dimensions, weightsRationale }: Rubric): readonly Problem[] {
  const areEqual = dimensions.every(({ weight }) => weight === dimensions[0]?.weight);
  if (areEqual && weightsRationale !== undefined) {
    return [createAdvice('needless-rationale', {}, ['weightsRationale'])];
  }
  if (!areEqual && weightsRationale === undefined) {
    return [createAdvice('no-rationale', {}, ['dimensions'])];
  }
  return [];
}

/** How far apart weights may be that were meant to be one: 33, 33 and 34. */
const ALIKE = 1;

/** Weights that miss being equal by the rounding alone can turn a recommendation. */
function alikeAdvice({ dimensions, variants }: Rubric): readonly Problem[] {
  const alike = (weights: readonly number[], path: Path, variant?: string) => {
    const [lowest, highest] = [Math.min(...weights), Math.max(...weights)];
    if (weights.length < 2 || lowest === highest || isMoreApart(highest, lowest)) return [];
    return [createAdvice('like-weights', { lowest, highest, variant }, path)];
  };
  return [
    ...alike(
      dimensions.flatMap(({ weight }) => weight ?? []),
      ['dimensions'],
    ),
    ...variants.flatMap(({ id, weights }, at) =>
      typeof weights === 'object' ? alike(Object.values(weights), ['variants', at, 'weights'], id) : [],
    ),
  ];
}

function isMoreApart(highest: number, lowest: number): boolean {
  return toUnits(highest, MAX_DECIMALS) - toUnits(lowest, MAX_DECIMALS) > toUnits(ALIKE, MAX_DECIMALS);
}

/** Exact, over all ways to rate every dimension: bands that no score reaches, weights that never turn a band. */
function reachAdvice(rubric: Rubric): readonly Problem[] {
  const { dimensions, recommendation } = rubric;
  const weights = smallestUnits(weightUnits(dimensions));
  const steps = stepCount(rubric.scale);
  const begins = bandBegins(rubric, weights);
  const sums = reachableSums(weights, steps);
  const unreached = bandRules(recommendation.bands).flatMap(({ band }, at) => {
    const isReached = hasSumIn(sums, begins[at] ?? 0, begins[at - 1] ?? Number.POSITIVE_INFINITY);
    if (isReached) return [];
    const path = ['recommendation', 'bands', ...(band === 'strong-no' ? [] : [band])];
    return [createAdvice('unreachable-band', { band }, path)];
  });
  const idle = dimensions.flatMap(({ id, weight, minimum }, at) => {
    if (minimum !== undefined || dimensions.length === 1) return [];
    const others = reachableSums(weights.toSpliced(at, 1), steps);
    const swing = steps * (weights[at] ?? 0);
    // The lowest rating stays below where a band begins, and the highest takes the sum there.
    if (begins.some((begin) => hasSumIn(others, begin - swing, begin))) return [];
    const path = ['dimensions', at, ...(weight === undefined ? [] : ['weight'])];
    return [createAdvice('idle-weight', { dimension: id, weight }, path)];
  });
  return [...unreached, ...idle];
}

/** Weights in the largest unit that leaves all of them whole. */
function smallestUnits(units: readonly number[]): readonly number[] {
  const shared = units.reduce(greatestCommonDivisor, 0) || 1;
  return units.map((unit) => unit / shared);
}

/**
 * For each band, best first, the lowest weighted sum of steps that reaches it; one above the highest sum where none
 * does.
 */
function bandBegins({ recommendation, scale }: Rubric, weights: readonly number[]): readonly number[] {
  const rated = weights.reduce((sum, weight) => sum + weight, 0);
  return bandRules(recommendation.bands).map(({ from }) => {
    const reaches = (sum: number) => {
      const exact = meanOfWeighed({ sum, rated }, scale);
      return from === undefined || (exact !== undefined && isAtLeast(exact, from));
    };
    let [low, high] = [0, stepCount(scale) * rated + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (reaches(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

/**
 * The weighted sums of steps that these weights can give when every dimension is rated: bit `n` is set where some
 * choice of ratings gives `n`. Exact; as one number, since millions of sums shift in a moment.
 */
function reachableSums(weights: readonly number[], steps: number): bigint {
  return weights.reduce((sums, weight) => {
    let spread = sums;
    // So many ratings are in it; each shift doubles them, up to all ratings of the scale.
    for (let count = 1; count <= steps; ) {
      const more = Math.min(count, steps + 1 - count);
      spread |= spread << BigInt(more * weight);
      count += more;
    }
    return spread;
  }, 1n);
}

/** Whether any sum is at least `from` and below `to`. */
function hasSumIn(sums: bigint, from: number, to: number): boolean {
  const above = sums >> BigInt(Math.max(0, from));
  if (to === Number.POSITIVE_INFINITY) return above !== 0n;
  return to > Math.max(0, from) && BigInt.asUintN(to - Math.max(0, from), above) !== 0n;
}
