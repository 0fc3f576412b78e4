import { at } from '../ratings/at.js';

/** A pivot below this share of the largest coefficient is nothing but rounding. */
const SINGULAR = 1e-10;

/**
 * The x of A·x = b for each b of a list, by elimination with row pivoting; `undefined` when A determines none.
 *
 * `matrix` is square, and each right side as long as it.
 */
export function solve(
  matrix: readonly (readonly number[])[],
  rightSides: readonly (readonly number[])[],
): readonly (readonly number[])[] | undefined {
  const size = matrix.length;
  const least = SINGULAR * Math.max(...matrix.flat().map(Math.abs));
  const rows = matrix.map((row, i) => [...row, ...rightSides.map((side) => at(side, i))]);
  for (let step = 0; step < size; step += 1) {
    const pivot = largestBelow(rows, step);
    if (!(Math.abs(at(at(rows, pivot), step)) > least)) return undefined;
    [rows[step], rows[pivot]] = [at(rows, pivot), at(rows, step)];
    const own = at(rows, step);
    rows.forEach((row, i) => {
      if (i === step) return;
      const factor = at(row, step) / at(own, step);
      rows[i] = row.map((value, column) => value - factor * at(own, column));
    });
  }
  return rightSides.map((_side, which) => rows.map((row, i) => at(row, size + which) / at(row, i)));
}

function largestBelow(rows: readonly (readonly number[])[], step: number): number {
  let largest = step;
  for (let i = step + 1; i < rows.length; i += 1) {
    if (Math.abs(at(at(rows, i), step)) > Math.abs(at(at(rows, largest), step))) largest = i;
  }
  return largest;
}

/** The inverse of a square matrix; `undefined` when it has none. */
export function inverse(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | undefined {
  const units = matrix.map((_row, i) => matrix.map((_other, j) => (i === j ? 1 : 0)));
  const columns = solve(matrix, units);
  return columns && matrix.map((_row, i) => columns.map((column) => at(column, i)));
}
