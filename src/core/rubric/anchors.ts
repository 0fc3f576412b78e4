import type { Anchor, Dimension } from './rubric.js';
import { ratingsOf, type ScaleRange } from './scale.js';

export interface RatedAnchor extends Anchor {
  readonly rating: number;
}

/** The anchors that a dimension has, the highest first. */
export function anchorsOf({ anchors }: Pick<Dimension, 'anchors'>, scale: ScaleRange): readonly RatedAnchor[] {
  return [...ratingsOf(scale)].reverse().flatMap((rating) => {
    const anchor = anchors[String(rating)];
    return anchor === undefined ? [] : [{ ...anchor, rating }];
  });
}

/** A rating without an anchor, by the nearest ones around it: `between 6 and 7`. `undefined` for one that has its own. */
export function betweenAnchors(
  rating: number,
  dimension: Pick<Dimension, 'anchors'>,
  scale: ScaleRange,
): string | undefined {
  const anchors = anchorsOf(dimension, scale);
  if (anchors.some((anchor) => anchor.rating === rating)) return undefined;
  const low = anchors.find((anchor) => anchor.rating < rating);
  const high = anchors.findLast((anchor) => anchor.rating > rating);
  return low && high ? `between ${low.rating} and ${high.rating}` : undefined;
}
