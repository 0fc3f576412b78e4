import type { Rubric } from '../rubric/rubric.js';
import type { Scorecard } from './scorecard.js';

/**
 * The anchors of what meets the bar, by dimension, from the rubric that is kept for a scorecard. The seal is not over
 * that rubric: so its other anchors have to be those that the scorecard quotes, or none of it counts.
 */
export function barAnchors({ dimensions, rubric: { scale } }: Scorecard, rubric: Rubric): ReadonlyMap<string, string> {
  const anchorsOf = (id: string) => rubric.dimensions.find((dimension) => dimension.id === id)?.anchors ?? {};
  const isSame = dimensions.every(
    ({ id, rating, anchor }) => anchor === undefined || anchorsOf(id)[String(rating)]?.text === anchor,
  );
  if (!isSame) return new Map();
  return new Map(
    dimensions.flatMap(({ id }) => {
      const anchor = anchorsOf(id)[String(scale.bar)]?.text;
      return anchor === undefined ? [] : [[id, anchor] as const];
    }),
  );
}
