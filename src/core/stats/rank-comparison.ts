import { kendallTau } from './kendall-tau.js';
import { averageRanks } from './reliability/average-ranks.js';
import { correlationOf } from './reliability/covariances.js';

/** How far apart two orders of the same things are. */
export interface RankComparison {
  /** Kendall's tau-b, −1 to 1. `undefined`, as the next, when in one order all are level. */
  readonly kendall: number | undefined;
  /** Spearman's correlation of ranks, −1 to 1. */
  readonly spearman: number | undefined;
  /** Places that all of them moved, together; half places where some are level. */
  readonly places: number;
}

/**
 * Compares two orders of the same things, such as candidates by two weightings: ranks or scores, by order alone, as long
 * as both go up in the same sense.
 *
 * @throws RangeError when the lists differ in length
 * @see Spearman (1904), https://doi.org/10.2307/1412159; Kendall (1945), https://doi.org/10.1093/biomet/33.3.239
 * @example compareRanks([1, 2, 3], [1, 3, 2]) // { kendall: 0.333…, spearman: 0.5, places: 2 }
 */
export function compareRanks(a: readonly number[], b: readonly number[]): RankComparison {
  const kendall = kendallTau(a, b);
  const [first, second] = [averageRanks(a).ranks, averageRanks(b).ranks];
  const both = first.map((rank, position) => [rank, second[position]]);
  const places = both.reduce((sum, [rank = 0, other = 0]) => sum + Math.abs(rank - other), 0);
  return { kendall, spearman: correlationOf(both, 0, 1), places };
}
