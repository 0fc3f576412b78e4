import { decimalPlaces } from '../numbers/decimal.js';
import { isRated, type Rating } from '../rubric/scale.js';

/** What a rating adds to the score or takes from it, told from the bar: weight × (rating − bar). */
export interface Points {
  /** In the order of the dimensions; `undefined` where there is no rating. */
  readonly each: readonly (number | undefined)[];
  readonly together: number;
  /** The weight that was rated: the score is the bar + together ÷ weights. */
  readonly weights: number;
  /** The most that a dimension could have: what a chart of them is scaled by. */
  readonly most: number;
}

interface Weighted {
  readonly weight?: number | undefined;
  readonly rating: Rating;
}

/**
 * The points of each dimension. Exact for weights with at most four decimals and ratings in halves; where there are no
 * weights, each counts 1. A 3 at a bar of 3 gives nothing, where weight × rating would make it look like merit.
 */
export function pointsOf(
  dimensions: readonly Weighted[],
  { min, max, bar }: { readonly min: number; readonly max: number; readonly bar: number },
): Points {
  const places = dimensions.reduce((most, { weight = 1 }) => Math.max(most, decimalPlaces(weight)), 0);
  // Twice that for ratings with a half.
  const unit = 2 * 10 ** places;
  const units = dimensions.map(({ weight = 1 }) => Math.round(weight * unit));
  const each = dimensions.map(({ rating }, at) => (isRated(rating) ? (units[at] ?? 0) * (rating - bar) : undefined));
  const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const farthest = Math.max(Math.abs(min - bar), Math.abs(max - bar));
  return {
    each: each.map((points) => points && points / unit),
    together: add(each.flatMap((points) => points ?? [])) / unit,
    weights: add(units.filter((_units, at) => each[at] !== undefined)) / unit,
    most: (Math.max(...units) * farthest) / unit,
  };
}
