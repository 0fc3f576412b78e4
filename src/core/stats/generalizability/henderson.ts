import { solve } from '../linear/solve.js';
import { at, sumOf } from '../ratings/at.js';
import { withoutRounding } from '../ratings/rounding.js';
import { type Cell, type Effect, type Levels, levelsOf } from './effects.js';

/**
 * The variance that each effect adds, from the sums of squares of uncorrected level means set equal to what they are
 * expected to be: Henderson's first method, which for complete tables is the analysis of variance. `undefined` when the
 * ratings don't tell the effects apart. Estimates can be below 0.
 *
 * `effects` has all that vary, the single cell last.
 *
 * @see Henderson (1953), https://doi.org/10.2307/3001853; Searle, Casella & McCulloch (1992), Variance Components, 5.3
 */
export function varianceComponents(cells: readonly Cell[], effects: readonly Effect[]): readonly number[] | undefined {
  // Variances don't change with a constant, and sums of squares keep more digits without one.
  const mean = sumOf(cells.map(({ rating }) => rating)) / cells.length;
  const centred = cells.map(({ rating, place }) => ({ rating: rating - mean, place }));
  const all = [{ name: 'mean', facets: [] }, ...effects].map((effect) => levelsOf(centred, effect));
  const observed = all.map(({ counts, sums }) => sumOf(sums.map((sum, level) => sum ** 2 / at(counts, level))));
  const expected = all.map((own) => all.map((other) => coefficient(own, other)));
  const estimates = solve(expected, [observed])?.[0]?.slice(1);
  const largest = Math.max(0, ...(estimates ?? []).map(Math.abs));
  return estimates?.map((estimate) => withoutRounding(estimate, largest, mean));
}

/** How often the variance of the one effect is in the sum of squares of the other, `own`. */
function coefficient(own: Levels, other: Levels): number {
  const shared = new Map<number, number>();
  own.of.forEach((level, cell) => {
    const key = level * other.counts.length + at(other.of, cell);
    shared.set(key, (shared.get(key) ?? 0) + 1);
  });
  let sum = 0;
  for (const [key, count] of shared) sum += count ** 2 / at(own.counts, Math.floor(key / other.counts.length));
  return sum;
}
