import type { Fraction } from '../numbers/fraction.js';
import { isRated, type Rating, type ScaleRange, stepsInPoint } from '../rubric/scale.js';
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
  const shares = dimensions.map(({ rating }, at) =>
    isRated(rating)
      ? { numerator: (units[at] ?? 0) * stepsInPoint(scale) * rating, denominator: exact.denominator }
      : undefined,
  );
  return { exact, hundredths, coverage, units, contributions: apportion(hundredths, shares) };
}

/**
 * Splits `total` hundredths over the shares so that the parts add up to it: each is rounded down, and what is left goes
 * to the largest remainders (the first of equals first). So a column of contributions adds up on paper.
 */
function apportion(total: number, shares: readonly (Fraction | undefined)[]): readonly (number | undefined)[] {
  const parts = shares.map((share) => share && Math.floor((100 * share.numerator) / share.denominator));
  const remainders = shares
    .flatMap((share, index) =>
      share ? { index, remainder: 100 * share.numerator - (parts[index] ?? 0) * share.denominator } : [],
    )
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let left = total - parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  for (const { index } of remainders) {
    if (left <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

/** Coverage in whole per cent, rounded down, so that 100 means all of it. */
export function coveragePercent(coverage: Fraction): number {
  return Math.floor((100 * coverage.numerator) / coverage.denominator);
}
