import { at, meanOf, sumOf } from '../ratings/at.js';
import { withoutRounding } from '../ratings/rounding.js';

/** Of a table of candidates × interviewers without a gap. */
export interface MeanSquares {
  /** Between candidates, n − 1 degrees of freedom. */
  readonly candidates: number;
  /** Between interviewers, k − 1. */
  readonly interviewers: number;
  /** What is left after both, (n − 1)(k − 1). */
  readonly residual: number;
  /** Within candidates, n(k − 1). */
  readonly within: number;
}

/**
 * The mean squares of a two-way analysis of variance; exactly 0 where nothing but rounding is left. Residuals are squared
 * one by one: a difference of sums would leave noise.
 */
export function meanSquaresOf(rows: readonly (readonly number[])[]): MeanSquares {
  const [n, k] = [rows.length, at(rows, 0).length];
  const grand = meanOf(rows.map(meanOf));
  const candidates = rows.map((row) => meanOf(row) - grand);
  const interviewers = at(rows, 0).map((_rating, column) => meanOf(rows.map((row) => at(row, column))) - grand);
  const residuals = rows.flatMap((row, i) =>
    row.map((rating, j) => rating - grand - at(candidates, i) - at(interviewers, j)),
  );
  const squares = {
    candidates: k * sumOfSquares(candidates),
    interviewers: n * sumOfSquares(interviewers),
    residual: sumOfSquares(residuals),
  };
  const all = squares.candidates + squares.interviewers + squares.residual;
  const over = (sum: number, degrees: number) => withoutRounding(sum, all, grand * Math.sqrt(n * k)) / degrees;
  return {
    candidates: over(squares.candidates, n - 1),
    interviewers: over(squares.interviewers, k - 1),
    residual: over(squares.residual, (n - 1) * (k - 1)),
    within: over(squares.interviewers + squares.residual, n * (k - 1)),
  };
}

function sumOfSquares(values: readonly number[]): number {
  return sumOf(values.map((value) => value * value));
}
