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

/**
 * What a rating says: its anchor, else the ratings of the nearest anchors around it, `Between 6 and 7`. `undefined` for
 * one at the end of a scale without an anchor.
 */
export function anchorOf(
  rating: number,
  dimension: Pick<Dimension, 'anchors'>,
  scale: ScaleRange,
): RatedAnchor | undefined {
  const anchors = anchorsOf(dimension, scale);
  const own = anchors.find((anchor) => anchor.rating === rating);
  if (own) return own;
  const low = anchors.find((anchor) => anchor.rating < rating);
  const high = anchors.findLast((anchor) => anchor.rating > rating);
  return low && high ? { rating, text: `Between ${low.rating} and ${high.rating}` } : undefined;
}
