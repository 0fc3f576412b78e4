import type { Category, CheckedRatings, DeclaredScale } from './ratings.js';
import { occurringValues, scaleValues } from './scale-values.js';

/** Ratings as positions on a scale. */
export interface Coded {
  readonly values: readonly Category[];
  /** For each candidate, the position of each interviewer's rating; `undefined` where there is none. */
  readonly codes: readonly (readonly (number | undefined)[])[];
  /** For each candidate, how often each position was given. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * Ratings by their positions on the declared scale; without one, among the ratings that occur.
 *
 * @throws RangeError when a rating isn't on the scale
 */
export function codeRatings(ratings: CheckedRatings<Category>, scale: DeclaredScale | undefined): Coded {
  const values = scale === undefined ? occurringValues(ratings) : scaleValues(scale);
  const positions = new Map(values.map((value, position) => [value, position]));
  const codes = ratings.map((row, candidate) =>
    row.map((rating, column) => {
      if (rating === undefined) return undefined;
      const position = positions.get(rating);
      if (position === undefined) {
        const where = `row ${candidate + 1}, column ${column + 1}`;
        throw new RangeError(`${where}: ${JSON.stringify(rating)} is not on the scale ${values.join(', ')}`);
      }
      return position;
    }),
  );
  const counts = codes.map((row) => {
    const count = values.map(() => 0);
    for (const code of row) if (code !== undefined) count[code] = (count[code] ?? 0) + 1;
    return count;
  });
  return { values, codes, counts };
}
