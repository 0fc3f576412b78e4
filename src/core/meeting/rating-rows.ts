import type { Rational } from '../numbers/rational.js';
import type { EditionDimension, HeldRating } from '../panel/edition.js';
import type { PanelMember } from '../panel/member.js';
import { meanOf, type Panel, type PooledDimension, pooledOf } from '../panel/panel.js';
import { isRated, stepCount, stepOf } from '../rubric/scale.js';
import type { Evidence } from '../scorecard/scorecard.js';
import { keptRatings } from '../scoring/pool.js';

/** What one interviewer gave in one dimension, and what it rests on. */
export interface MemberRating {
  readonly rating: HeldRating;
  /** The text of the rating that was given, where it is known. */
  readonly anchor: string | undefined;
  /** Why it was not assessed. */
  readonly reason: string | undefined;
  readonly evidence: readonly Evidence[];
}

/** One dimension over the interviewers of a panel. */
export interface RatingRow {
  readonly dimension: EditionDimension;
  /** In the order of the members. */
  readonly ratings: readonly MemberRating[];
  readonly pooled: PooledDimension;
  /** Exact; `undefined` where nobody rated it. */
  readonly median: Rational | undefined;
  readonly mean: Rational | undefined;
  /** The mean without the highest and the lowest; only where that is how the rubric pools. */
  readonly trimmed: Rational | undefined;
  /** From the lowest rating to the highest, in points; `undefined` where nobody rated it. */
  readonly range: number | undefined;
  /** Whether highest and lowest differ by half the scale or more: 2 on 1 to 5. */
  readonly isApart: boolean;
}

export function ratingRows({ dimensions, members, edition }: Panel): readonly RatingRow[] {
  return dimensions.map((pooled, at) => {
    const { dimension, count, lowest, highest } = pooled;
    const range = count === 0 ? undefined : highest - lowest;
    return {
      dimension,
      ratings: members.map((member) => memberRating(member, at)),
      pooled,
      median: meanOf(keptRatings(pooled.ratings.filter(isRated), 'median')),
      mean: meanOf(pooled),
      trimmed: edition.rules.pool === 'trimmed' ? pooledOf(pooled) : undefined,
      range,
      isApart:
        count > 1 && 2 * (stepOf(highest, edition.scale) - stepOf(lowest, edition.scale)) >= stepCount(edition.scale),
    };
  });
}

/** What a member's latest scorecard that says something of the dimension says of it. */
function memberRating({ ratings, cards }: PanelMember, at: number): MemberRating {
  const rating = ratings[at] ?? 'not-held';
  const told = cards.findLast((card) => card.ratings[at] === rating) ?? cards.at(-1);
  const detail = told?.detail?.dimensions[at];
  const evidence = detail?.evidence ?? (told?.evidence[at] ?? []).map((text) => ({ text }));
  return { rating, anchor: detail?.anchor, reason: detail?.reason, evidence };
}
