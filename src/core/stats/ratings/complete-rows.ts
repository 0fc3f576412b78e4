import type { CheckedRatings } from './ratings.js';

/** Rows without a missing cell, and how many others there are. */
export interface CompleteRows {
  readonly rows: readonly (readonly number[])[];
  readonly dropped: number;
}

export function completeRows(ratings: CheckedRatings): CompleteRows {
  const rows = ratings.filter((row): row is readonly number[] => row.every((rating) => rating !== undefined));
  return { rows, dropped: ratings.length - rows.length };
}
