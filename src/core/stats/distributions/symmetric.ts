import { checkProbability, type Distribution, leastBeyond } from './distribution.js';

/** The distribution about 0 of something whose square has the given one. */
export function rootOf(square: Pick<Distribution, 'lower' | 'upper'>): Distribution {
  const upper = (x: number) => (x >= 0 ? square.upper(x * x) / 2 : 1 - square.upper(x * x) / 2);
  /** The value above which the share lies, a half at most. */
  const above = (share: number): number => {
    if (share === 0) return Infinity;
    if (share === 0.5) return 0;
    if (share > 0.25) return leastBeyond((x) => square.lower(x * x) >= 1 - 2 * share);
    return leastBeyond((x) => square.upper(x * x) <= 2 * share);
  };
  return {
    upper,
    lower: (x) => upper(-x),
    quantile: (probability) => {
      checkProbability(probability);
      return probability <= 0.5 ? 0 - above(probability) : above(1 - probability);
    },
  };
}
