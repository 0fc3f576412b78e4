import { meanOf, sumOf } from '../ratings/at.js';
import type { CheckedRatings } from '../ratings/ratings.js';
import { withoutRounding } from '../ratings/rounding.js';

/** The covariance of each column with each; on the diagonal its variance. */
export type Covariances = readonly (readonly number[])[];

/** Over the rows that have both, n − 1 below the line; `undefined` when two columns share fewer than two rows. */
export function covariancesOf(rows: CheckedRatings): Covariances | undefined {
  const columns = rows[0]?.map((_rating, column) => column) ?? [];
  const all = columns.map((a) => columns.map((b) => covariance(rows.flatMap((row) => bothOf(row[a], row[b])))));
  return all.some((row) => row.includes(undefined)) ? undefined : (all as Covariances);
}

/** Pearson's correlation of two columns over the rows that have both; `undefined` when it is 0 divided by 0. */
export function correlationOf(rows: CheckedRatings, a: number, b: number): number | undefined {
  const shared = rows.flatMap((row) => bothOf(row[a], row[b]));
  const [own, first, second] = [
    covariance(shared),
    covariance(shared.map(([value]) => [value, value])),
    covariance(shared.map(([_value, value]) => [value, value])),
  ];
  if (own === undefined || !first || !second) return undefined;
  return Math.max(-1, Math.min(1, own / Math.sqrt(first * second)));
}

type Both = readonly [number, number];

function bothOf(first: number | undefined, second: number | undefined): readonly Both[] {
  return first === undefined || second === undefined ? [] : [[first, second]];
}

function covariance(pairs: readonly Both[]): number | undefined {
  if (pairs.length < 2) return undefined;
  const [first, second] = [meanOf(pairs.map(([a]) => a)), meanOf(pairs.map(([_a, b]) => b))];
  const products = sumOf(pairs.map(([a, b]) => (a - first) * (b - second)));
  return (
    withoutRounding(products, 0, Math.max(Math.abs(first), Math.abs(second)) * Math.sqrt(pairs.length)) /
    (pairs.length - 1)
  );
}
