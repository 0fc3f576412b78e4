import { decimalPlaces } from '../numbers/decimal.js';
import { isRated, type Rating } from '../rubric/scale.js';

/** A score as somebody adds it up on paper: each rating times its weight, their sum over the weights. */
export interface WorkedSum {
  /** The dimensions that were rated, in their order. */
  readonly lines: readonly WorkedLine[];
  readonly weights: number;
  readonly products: number;
}

export interface WorkedLine {
  readonly name: string;
  readonly rating: number;
  readonly weight: number;
  readonly product: number;
}

interface Weighted {
  readonly name: string;
  readonly weight?: number | undefined;
  readonly rating: Rating;
}

/**
 * Exact for weights with at most four decimals: what is shown is what was computed. Where there are no weights, each
 * counts 1.
 *
 * @example workedSum([{ name: 'Craft', weight: 12.5, rating: 3 }]).products // 37.5
 */
export function workedSum(dimensions: readonly Weighted[]): WorkedSum {
  const places = dimensions.reduce((most, { weight = 1 }) => Math.max(most, decimalPlaces(weight)), 0);
  // Twice that for ratings with a half.
  const unit = 2 * 10 ** places;
  const lines = dimensions.flatMap(({ name, weight = 1, rating }): readonly WorkedLine[] =>
    isRated(rating) ? [{ name, rating, weight, product: (Math.round(weight * unit) * rating) / unit }] : [],
  );
  const sum = (numbers: readonly number[]) =>
    numbers.reduce((all, number) => all + Math.round(number * unit), 0) / unit;
  return {
    lines,
    weights: sum(lines.map(({ weight }) => weight)),
    products: sum(lines.map(({ product }) => product)),
  };
}
