/** A rating: a number, or for statistics of mere categories any text. */
export type Category = number | string;

/** Rows are candidates, columns are interviewers; `undefined` or `null` where somebody rated nobody. */
export type Ratings<Rating extends Category = number> = readonly (readonly (Rating | null | undefined)[])[];

/** Ratings that were checked; only `undefined` is missing. */
export type CheckedRatings<Rating extends Category = number> = readonly (readonly (Rating | undefined)[])[];

/** Whole or half points from `min` to `max`, or all categories in their order. */
export type DeclaredScale<Rating extends Category = Category> =
  | { readonly min: number; readonly max: number; readonly step?: number | undefined }
  | readonly Rating[];

/** Beyond this, squares and their products leave the range of numbers. */
export const LARGEST = 1e60;

/**
 * @throws RangeError when rows differ in length, or a rating isn't a finite number, or beyond all proportion
 */
export function checkRatings(ratings: Ratings): CheckedRatings {
  return checkCells(ratings, (rating) => {
    if (typeof rating !== 'number') return `${JSON.stringify(rating)} is not a number`;
    if (!Number.isFinite(rating)) return `${rating} is not a finite number`;
    return Math.abs(rating) > LARGEST ? `${rating} is too large` : undefined;
  }) as CheckedRatings;
}

/**
 * @throws RangeError when rows differ in length, or a rating is neither text nor a finite number
 */
export function checkCategories(ratings: Ratings<Category>): CheckedRatings<Category> {
  return checkCells(ratings, (rating) => {
    if (typeof rating === 'string' || Number.isFinite(rating)) return undefined;
    return `${typeof rating === 'number' ? rating : JSON.stringify(rating)} is neither a finite number nor text`;
  }) as CheckedRatings<Category>;
}

function checkCells(
  ratings: readonly (readonly unknown[])[],
  faultOf: (rating: unknown) => string | undefined,
): readonly (readonly unknown[])[] {
  if (!Array.isArray(ratings)) throw new RangeError('ratings are a list of rows, one for each candidate');
  const columns = Array.isArray(ratings[0]) ? ratings[0].length : 0;
  return ratings.map((row: unknown, candidate) => {
    if (!Array.isArray(row)) throw new RangeError(`row ${candidate + 1} is not a list of ratings`);
    if (row.length !== columns) {
      throw new RangeError(`row ${candidate + 1} has ${row.length} ratings, the first row has ${columns}`);
    }
    // A gap in the list is missing too, and `map` would skip it.
    return Array.from(row, (rating: unknown, column) => {
      if (rating === undefined || rating === null) return undefined;
      const fault = faultOf(rating);
      if (fault !== undefined) throw new RangeError(`row ${candidate + 1}, column ${column + 1}: ${fault}`);
      return rating;
    });
  });
}
