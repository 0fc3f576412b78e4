import { inverse } from '../linear/solve.js';
import { at, meanOf, sumOf } from '../ratings/at.js';
import type { CheckedRatings } from '../ratings/ratings.js';
import { withoutRounding } from '../ratings/rounding.js';

/** rating = candidate + interviewer + error, fitted to the interviewers of one connected group. */
export interface AdditiveModel {
  /** Columns of the interviewers; what follows is in this order. */
  readonly group: readonly number[];
  /** They add up to 0. */
  readonly effects: readonly number[];
  /** Variances and covariances of the effects, in units of the one of an error. */
  readonly covariances: readonly (readonly number[])[];
  /** For each row. `undefined` without a rating. */
  readonly candidates: readonly (number | undefined)[];
  /**
   * For each row, what each of the group's ratings is above the sum of the two; 0 where there is none. `undefined` for a
   * row of fewer than two, which is fitted exactly and tells nothing.
   */
  readonly residuals: readonly (readonly number[] | undefined)[];
  /** Sum of their squares, 0 where that is nothing but rounding. */
  readonly squares: number;
}

/**
 * Least squares over the cells there are.
 *
 * @see Searle (1987), Linear Models for Unbalanced Data, section 4.9 (the two-way model without interaction)
 */
export function fitAdditive(ratings: CheckedRatings, group: readonly number[]): AdditiveModel | undefined {
  const rows = ratings.map((row) => group.map((column) => row[column]));
  const size = group.length;
  // With the candidates eliminated, each row takes the mean of its ratings off them and links those who gave them. What is
  // added to each coefficient, so that effects add up to 0, is in the inverse too.
  const matrix = group.map(() => new Array<number>(size).fill(1 / size));
  const side = new Array<number>(size).fill(0);
  for (const row of rows) {
    const given = row.flatMap((rating, position) => (rating === undefined ? [] : [{ rating, position }]));
    const mean = meanOf(given.map(({ rating }) => rating));
    for (const { rating, position } of given) {
      side[position] = at(side, position) + rating - mean;
      const own = at(matrix, position);
      own[position] = at(own, position) + 1;
      for (const other of given) own[other.position] = at(own, other.position) - 1 / given.length;
    }
  }
  const covariances = inverse(matrix)?.map((row) => row.map((value) => value - 1 / size));
  if (!covariances) return undefined;
  const effects = covariances.map((row) => sumOf(row.map((value, position) => value * at(side, position))));
  const candidates = rows.map((row) => {
    const given = row.flatMap((rating, position) => (rating === undefined ? [] : [rating - at(effects, position)]));
    return given.length === 0 ? undefined : meanOf(given);
  });
  const residuals = rows.map((row, candidate) => {
    if (row.filter((rating) => rating !== undefined).length < 2) return undefined;
    return row.map((rating, position) =>
      rating === undefined ? 0 : rating - (candidates[candidate] ?? 0) - at(effects, position),
    );
  });
  const magnitude = sumOf(rows.flat().map((rating = 0) => rating ** 2));
  const squares = withoutRounding(sumOf(residuals.flat().map((left = 0) => left ** 2)), 0, Math.sqrt(magnitude));
  return { group, effects, covariances, candidates, residuals, squares };
}
