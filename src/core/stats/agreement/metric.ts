import { at } from '../ratings/at.js';
import type { Category } from '../ratings/ratings.js';

/** What makes two ratings differ: only that they do, their ranks, their distance, or their ratio. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * The squared difference of two different positions of the scale, the first below the second; of ranks it depends on
 * how many ratings there are at each position.
 *
 * @throws RangeError when the metric isn't one of the four, or a value doesn't suit it
 * @see Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, part D
 */
export function weighDisagreement(
  metric: Metric,
  values: readonly Category[],
): (margins: Float64Array) => (a: number, b: number) => number {
  if (metric === 'nominal') return () => () => 1;
  if (metric === 'ordinal') return byRank;
  if (metric !== 'interval' && metric !== 'ratio') {
    throw new RangeError(`a metric is nominal, ordinal, interval or ratio, not ${metric}`);
  }
  const sizes = values.map(Number);
  if (metric === 'interval') return () => (a, b) => (at(sizes, a) - at(sizes, b)) ** 2;
  if (sizes.some((size) => size < 0)) throw new RangeError('ratios are of ratings that are not below 0');
  return () => (a, b) => ((at(sizes, a) - at(sizes, b)) / (at(sizes, a) + at(sizes, b))) ** 2;
}

/** How many ratings lie from the one to the other, those at the two ends counted half. */
function byRank(margins: Float64Array): (a: number, b: number) => number {
  let below = 0;
  const ranks = margins.map((margin) => {
    below += margin;
    return below - margin / 2;
  });
  return (a, b) => (at(ranks, b) - at(ranks, a)) ** 2;
}
