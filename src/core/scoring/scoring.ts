import type { Fraction } from '../numbers/fraction.js';
import { type Rating, type ScaleRange, stepsInPoint } from '../rubric/scale.js';
import type { Bands } from './rules.js';
import { shownHundredths } from './shown-score.js';
import { coverageOf, meanOfWeighed, weigh, weightUnits } from './weighted-sum.js';

/**
 * One dimension as the arithmetic sees it. `weight` is in per cent, with up to four decimals; where none has one, all
 * weigh the same.
 */
export interface WeightedRating {
  readonly weight?: number | undefined;
  readonly rating: Rating;
}

export interface Score {
  /** The weighted mean on the rubric's own scale, exact; `undefined` when nothing was rated. */
  readonly exact: Fraction | undefined;
  /** `exact` in hundredths of a point, as it is shown (`shownHundredths`). */
  readonly hundredths: number | undefined;
  /** Rated weight over applicable weight, exact; 0 of 1 when nothing is applicable. */
  readonly coverage: Fraction;
  /** The weight of each dimension, in the whole units of `exact`. */
  readonly units: readonly number[];
  /** One for each dimension, in hundredths of a point; they add up to `hundredths`. `undefined` where not rated. */
  readonly contributions: readonly (number | undefined)[];
}

/**
 * The score of one scorecard, in whole numbers only: no result depends on how a machine rounds.
 *
 * Not assessed stays out of the mean and lowers coverage; not applicable stays out of both. The fraction's denominator
 * is the rated weight in its smallest decimal unit: weights 15 and 10 rated 4 and 3 give 90/25; on a scale with halves
 * it is twice that. `bands` are those whose edges the shown score must not seem to reach. Only a scale with halves
 * needs to be given.
 *
 * @example computeScore([{ weight: 60, rating: 4 }, { weight: 40, rating: 3 }]).exact // { numerator: 360, denominator: 100 }
 */
export function computeScore(
  dimensions: readonly WeightedRating[],
  bands?: Bands,
  scale: ScaleRange = { min: 1, max: 5 },
): Score {
  const units = weightUnits(dimensions);
  const weighed = weigh(
    units,
    dimensions.map(({ rating }) => rating),
    scale,
  );
  const exact = meanOfWeighed(weighed, scale);
  const coverage = coverageOf(weighed);
  if (!exact) return { exact, hundredths: undefined, coverage, units, contributions: dimensions.map(() => undefined) };
  const hundredths = shownHundredths(exact, bands);
  const ratings = dimensions.map(({ rating }) => rating);
  return {
    exact,
    hundredths,
    coverage,
    units,
    contributions: contributionsOf(hundredths, { exact, units, ratings, scale }),
  };
}

interface Shares extends Pick<Score, 'units'> {
  readonly exact: Fraction;
  readonly ratings: readonly Rating[];
  readonly scale: ScaleRange;
}

/**
 * Splits a score of `hundredths` over its ratings so that the parts add up to it: each is rounded down, and what is left
 * goes to the largest remainders (the first of equals first). So a column of contributions adds up on paper.
 */
export function contributionsOf(
  hundredths: number,
  { exact, units, ratings, scale }: Shares,
): readonly (number | undefined)[] {
  const { denominator } = exact;
  const steps = stepsInPoint(scale);
  const remainders: number[] = [];
  let left = hundredths;
  const parts: (number | undefined)[] = [];
  for (let at = 0; at < ratings.length; at += 1) {
    const rating = ratings[at];
    if (typeof rating !== 'number') {
      parts.push(undefined);
      remainders.push(GIVEN);
      continue;
    }
    const share = 100 * (units[at] ?? 0) * steps * rating;
    const part = Math.floor(share / denominator);
    parts.push(part);
    remainders.push(share - part * denominator);
    left -= part;
  }
  for (; left > 0; left -= 1) {
    const at = largest(remainders);
    if (remainders[at] === GIVEN) break;
    parts[at] = (parts[at] ?? 0) + 1;
    remainders[at] = GIVEN;
  }
  return parts;
}

/** In the place of a remainder, of which none is below 0. */
const GIVEN = -1;

/** Where the largest value is, the first of equals. */
function largest(values: readonly number[]): number {
  let best = 0;
  for (let at = 1; at < values.length; at += 1) if ((values[at] ?? 0) > (values[best] ?? 0)) best = at;
  return best;
}

/** Coverage in whole per cent, rounded down, so that 100 means all of it. */
export function coveragePercent(coverage: Fraction): number {
  return Math.floor((100 * coverage.numerator) / coverage.denominator);
}
