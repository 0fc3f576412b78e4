import { isAtLeast } from '../numbers/fraction.js';
import { isRated } from '../rubric/scale.js';
import { isUnrated, type Judged, type JudgedDimension } from './judged.js';
import type { CappingReason, PooledRating, Reason } from './reason.js';
import { BANDS, type Band, type CapRule, lowerBand } from './rules.js';

/**
 * What the caps say of ratings and red flags, in their order: why each acts that does, and what else there is to tell
 * of minimums. `band` is what the score alone gives, or would give; `undefined` when nothing was rated.
 */
export function capReasons(
  caps: readonly CapRule[],
  judged: Pick<Judged, 'dimensions' | 'redFlags'>,
  band: Band | undefined,
): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const cap of caps) {
    const reason = capReason(cap, judged, band);
    if (reason) reasons.push(reason);
  }
  return reasons;
}

function capReason(
  cap: CapRule,
  { dimensions, redFlags }: Pick<Judged, 'dimensions' | 'redFlags'>,
  band: Band | undefined,
): Reason | undefined {
  if (cap.type === 'stop') {
    const { id = '', flag = '' } = redFlags[cap.flag] ?? {};
    return { type: 'stop', flag: { id, flag }, atMost: cap.atMost };
  }
  const dimension = dimensions[cap.dimension];
  if (!dimension) return undefined;
  return cap.type === 'minimum' ? minimumReason(cap, dimension) : strongYesReason(cap, dimension, band);
}

/** The lowest of the caps that act; `undefined` where none does. */
export function lowestCap(reasons: readonly Reason[]): Band | undefined {
  return reasons
    .filter(isCapping)
    .reduce<Band | undefined>(
      (lowest, { atMost }) => (lowest === undefined ? atMost : lowerBand(lowest, atMost)),
      undefined,
    );
}

function isCapping(reason: Reason): reason is CappingReason {
  return 'atMost' in reason;
}

type CapOf<Type extends CapRule['type']> = Extract<CapRule, { readonly type: Type }>;

function strongYesReason(
  { needs, atMost }: CapOf<'strong-yes-needs'>,
  { id, name, rating }: JudgedDimension,
  band: Band | undefined,
): Reason | undefined {
  if (!takesAway(atMost, band) || !isBelow(rating, needs)) return undefined;
  return { type: 'strong-yes-needs', dimension: { id, name }, rating, needs, atMost };
}

/** Whether a limit takes anything away from the band that the score alone gives. */
export function takesAway(atMost: Band, band: Band | undefined): boolean {
  return band !== undefined && BANDS.indexOf(band) < BANDS.indexOf(atMost);
}

function minimumReason(
  { minimum, atMost }: CapOf<'minimum'>,
  { id, name, rating, ratings = [] }: JudgedDimension,
): Reason | undefined {
  const dimension = { id, name };
  if (isUnrated(rating)) {
    return { type: 'minimum-not-rated', dimension, minimum, state: rating };
  }
  const below = ratings.filter((one) => one < minimum);
  if (isBelow(rating, minimum)) return { type: 'minimum', dimension, minimum, rating, below, atMost };
  return below.length === 0 ? undefined : { type: 'single-below-minimum', dimension, minimum, rating, below };
}

function isBelow(rating: JudgedDimension['rating'], limit: number): rating is PooledRating {
  if (typeof rating === 'object') return !isAtLeast(rating, limit);
  return isRated(rating) && rating < limit;
}
