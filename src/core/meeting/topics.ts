import { isRated } from '../rubric/scale.js';
import type { RatingRow } from './rating-rows.js';

/** A dimension to talk about first, since the interviewers differ where it weighs. */
export interface Topic {
  readonly row: RatingRow;
  /** The weight in per cent; 1 where all weigh the same. */
  readonly weight: number;
  /** From the lowest rating to the highest. */
  readonly range: number;
  /** Weight × range. */
  readonly product: number;
  /** Who gave what, the highest rating first; members by their places. */
  readonly sides: readonly TopicSide[];
}

export interface TopicSide {
  readonly rating: number;
  /** The text of the rating, where it is known. */
  readonly anchor: string | undefined;
  readonly members: readonly number[];
}

/** More would be no order any more. */
const MOST_TOPICS = 3;

/** What to talk about first: at most three dimensions in which ratings differ, by weight × range. */
export function topicsOf(rows: readonly RatingRow[]): readonly Topic[] {
  return rows
    .flatMap((row): readonly Topic[] => {
      const { weight = 1 } = row.dimension;
      const { range = 0 } = row;
      return range > 0 ? [{ row, weight, range, product: weight * range, sides: sidesOf(row) }] : [];
    })
    .sort((a, b) => b.product - a.product)
    .slice(0, MOST_TOPICS);
}

function sidesOf({ ratings }: RatingRow): readonly TopicSide[] {
  const sides = new Map<number, TopicSide>();
  for (const [member, { rating, anchor }] of ratings.entries()) {
    if (!isRated(rating)) continue;
    const known = sides.get(rating);
    sides.set(rating, { rating, anchor: known?.anchor ?? anchor, members: [...(known?.members ?? []), member] });
  }
  return [...sides.values()].sort((a, b) => b.rating - a.rating);
}
