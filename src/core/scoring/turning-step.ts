import { type Fraction, isAtLeast } from '../numbers/fraction.js';
import { nextRating, type ScaleRange } from '../rubric/scale.js';
import type { JudgedDimension } from './judged.js';
import { type PoolRule, poolRatings } from './pool.js';
import { isYes, type RecommendationRules } from './rules.js';

/** What a borderline score is, as far as a step can turn it. */
export interface Borderline {
  readonly exact: Fraction<number | bigint>;
  /** The weight of each dimension, and of all that were rated. */
  readonly weights: { readonly units: readonly number[]; readonly rated: number };
  readonly scale: ScaleRange;
  readonly pool: PoolRule | undefined;
  readonly rules: RecommendationRules;
  /** Where "yes" begins. */
  readonly edge: number;
}

/** Down where the score is a yes, up where it is not. */
export function turningStep({ exact, edge }: Pick<Borderline, 'exact' | 'edge'>): 'up' | 'down' {
  return isAtLeast(exact, edge) ? 'down' : 'up';
}

/**
 * Whether the next rating down of the dimension at a position would make a borderline yes a no, or its next rating up a
 * no a yes; in a panel, that of one of its interviewers. Of what limits a recommendation only the dimension's own
 * minimum counts: nothing is borderline that another limit makes a no.
 */
export function turnsByAStep(dimension: JudgedDimension, at: number, borderline: Borderline): boolean {
  const { scale, pool = 'mean', rules, edge } = borderline;
  const step = turningStep(borderline);
  const ratings = ratingsIn(dimension);
  const minimums = rules.caps.flatMap((cap) =>
    cap.type === 'minimum' && cap.dimension === at && !isYes(cap.atMost) ? [cap.minimum] : [],
  );
  const now = poolRatings(ratings, pool);
  // Whose of two equal ratings it is makes no difference.
  return [...new Set(ratings)].some((before) => {
    const after = nextRating(before, step, scale);
    if (after === undefined) return false;
    const next = poolRatings(ratings.with(ratings.indexOf(before), after), pool);
    const isYesThen =
      isAtLeast(scoreAfter({ from: now, to: next }, at, borderline), edge) &&
      minimums.every((minimum) => isAtLeast(next, minimum));
    return isYesThen === (step === 'up');
  });
}

/** Whole numbers of any size, since products of three pass 2^53; compared only, so not in lowest terms. */
function scoreAfter(
  { from, to }: { readonly from: Fraction; readonly to: Fraction },
  at: number,
  { exact, weights }: Borderline,
): Fraction<bigint> {
  const [over, under] = [BigInt(exact.numerator), BigInt(exact.denominator)];
  const change = BigInt(to.numerator * from.denominator - from.numerator * to.denominator);
  const share = BigInt(to.denominator * from.denominator) * BigInt(weights.rated);
  return {
    numerator: over * share + under * change * BigInt(weights.units[at] ?? 0),
    denominator: under * share,
  };
}

/** What each interviewer gave. */
function ratingsIn({ rating, ratings = [] }: JudgedDimension): readonly number[] {
  if (ratings.length > 0) return ratings;
  return typeof rating === 'number' ? [rating] : [];
}
