import { at, sumOf } from '../ratings/at.js';
import type { Category } from '../ratings/ratings.js';
import { withoutRounding } from '../ratings/rounding.js';
import type { AdditiveModel } from './additive-model.js';

/** Standard errors of the effects, in the order of the model's group, and the degrees of freedom of their t. */
export interface EffectErrors {
  readonly errors: readonly number[];
  readonly degreesOfFreedom: number;
}

/** Where each rating errs on its own. `undefined` when nothing is left over. */
export function independentErrors({ covariances, squares }: AdditiveModel, degrees: number): EffectErrors | undefined {
  if (!(degrees > 0 && squares > 0)) return undefined;
  const errors = covariances.map((row, i) => Math.sqrt((squares / degrees) * Math.max(0, at(row, i))));
  return { errors, degreesOfFreedom: degrees };
}

/**
 * Where the ratings of the same cluster (a candidate's dimensions) can err together: from what each cluster adds to an
 * effect, with one degree of freedom less than there are clusters. `undefined` for fewer than two, or when nothing is left.
 *
 * @see Liang & Zeger (1986), https://doi.org/10.1093/biomet/73.1.13, with the factor G/(G − 1)
 */
export function clusteredErrors(
  { group, covariances, residuals, squares }: AdditiveModel,
  clusters: readonly Category[],
): EffectErrors | undefined {
  const sums = new Map<Category, readonly number[]>();
  residuals.forEach((row, position) => {
    if (row === undefined) return;
    const cluster = at(clusters, position);
    const sum = sums.get(cluster);
    sums.set(cluster, sum ? row.map((left, column) => left + at(sum, column)) : row);
  });
  if (sums.size < 2 || squares === 0) return undefined;
  const errors = group.map((_column, i) => {
    const own = at(covariances, i);
    const parts = [...sums.values()].map((sum) => sumOf(sum.map((left, j) => left * at(own, j))));
    const squared = withoutRounding(sumOf(parts.map((part) => part ** 2)), squares * at(own, i) ** 2, 0);
    return Math.sqrt((squared * sums.size) / (sums.size - 1));
  });
  return { errors, degreesOfFreedom: sums.size - 1 };
}
