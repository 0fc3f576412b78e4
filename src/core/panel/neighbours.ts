import { type Rational, subtract, toNumber } from '../numbers/rational.js';
import { leastDifference } from '../stats/rank-range.js';
import type { Compared } from './comparison.js';

/** Two candidates next to each other in a comparison. */
export interface Neighbours {
  readonly ahead: Compared;
  readonly behind: Compared;
  /** In points, exact; 0 when they are level. */
  readonly difference: Rational;
  /** How far apart they would have to be, in points. */
  readonly needed: number;
  readonly isApart: boolean;
}

/** For each two that stand next to each other: whether their scores can be told apart. */
export function neighboursOf(candidates: readonly Compared[]): readonly Neighbours[] {
  return candidates.slice(1).flatMap((behind, at) => {
    const ahead = candidates[at];
    if (!ahead?.shared || !behind.shared) return [];
    const difference = subtract(ahead.shared, behind.shared);
    const needed = leastDifference(ahead.standardError ?? 0, behind.standardError ?? 0);
    return [{ ahead, behind, difference, needed, isApart: toNumber(difference) > needed }];
  });
}
