import type { Selection } from './selection.js';

/**
 * For a tool that gives scores: how many of each group scored above the median of all, which is what New York City's
 * scoring rate counts. A score that is the median is not above it.
 *
 * @see 6 RCNY 5-300 and 5-301(c)
 * @example scoringRates([[1, 2], [3, 4]]) // [{ applicants: 2, selected: 0 }, { applicants: 2, selected: 2 }]
 */
export function scoringRates(groups: readonly (readonly number[])[]): readonly Selection[] {
  const sorted = groups.flat().sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
  // Twice the score against the sum of the middle two: no division, no rounding.
  return groups.map((scores) => ({
    applicants: scores.length,
    selected: scores.filter((score) => score - low > high - score).length,
  }));
}
