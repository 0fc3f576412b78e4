import { tDistribution } from '../stats/distributions/t.js';
import { wilsonInterval } from '../stats/impact/two-proportions.js';
import { around, type Interval } from '../stats/ratings/no-value.js';
import { standardDeviation } from '../stats/standard-deviation.js';
import type { CalibrationAnswers } from './answers.js';
import type { CalibrationItem } from './pack.js';

/** Two ratings of one answer. `against`: what was agreed, or what another rater gave. */
export interface RatedPair {
  readonly item: CalibrationItem;
  readonly given: number;
  readonly against: number;
  readonly note?: string | undefined;
}

/** How one rater's ratings agree with others of the same answers. */
export interface CalibrationAgreement {
  readonly count: number;
  readonly exact: Share;
  /** At most one rating apart. */
  readonly within: Share;
  /** Mean of given − against, in points: below 0 is severe. `undefined` where nothing was rated. */
  readonly direction: Direction | undefined;
}

export interface Share {
  readonly part: number;
  readonly interval: Interval | undefined;
}

export interface Direction {
  readonly mean: number;
  /**
   * 95%, by Student's t with one degree of freedom less than answers; `undefined` with too few answers for one, and where
   * it was the same with each.
   */
  readonly interval: Interval | undefined;
  readonly isSameEach: boolean;
}

/** Fewer answers say nothing of a direction. */
const FEWEST = 8;

/** The ratings that were given, each beside what was agreed. */
export function pairsOf(items: readonly CalibrationItem[], { ratings }: CalibrationAnswers): readonly RatedPair[] {
  return items.flatMap((item): readonly RatedPair[] => {
    const given = ratings[item.key];
    return given ? [{ item, given: given.rating, against: item.agreed, note: given.note }] : [];
  });
}

/** The answers that both rated. */
export function pairsBetween(
  items: readonly CalibrationItem[],
  one: CalibrationAnswers,
  other: CalibrationAnswers,
): readonly RatedPair[] {
  return items.flatMap((item): readonly RatedPair[] => {
    const [given, against] = [one.ratings[item.key], other.ratings[item.key]];
    return given && against ? [{ item, given: given.rating, against: against.rating }] : [];
  });
}

export function agreementOf(pairs: readonly RatedPair[]): CalibrationAgreement {
  const differences = pairs.map(({ given, against }) => given - against);
  const share = (fits: (difference: number) => boolean): Share => {
    const part = differences.filter(fits).length;
    return { part, interval: wilsonInterval(part, differences.length) };
  };
  return {
    count: pairs.length,
    exact: share((difference) => difference === 0),
    within: share((difference) => Math.abs(difference) <= 1),
    direction: directionOf(differences),
  };
}

function directionOf(differences: readonly number[]): Direction | undefined {
  const { length } = differences;
  if (length === 0) return undefined;
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / length;
  const deviate = length < FEWEST ? 0 : tDistribution(length - 1).quantile(0.975);
  const half = (deviate * (standardDeviation(differences) ?? 0)) / Math.sqrt(length);
  return {
    mean,
    interval: length < FEWEST ? undefined : around(mean, half),
    isSameEach: length >= FEWEST && half === 0,
  };
}

/** Two anchors of one dimension that were taken for each other. */
export interface Confusion {
  readonly low: number;
  readonly high: number;
  readonly pairs: readonly RatedPair[];
}

/** Which anchors were taken for each other, the most often confused first, then the furthest apart. */
export function confusionsOf(pairs: readonly RatedPair[]): readonly Confusion[] {
  const found = new Map<string, RatedPair[]>();
  for (const pair of pairs) {
    if (pair.given === pair.against) continue;
    const { low, high } = endsOf(pair);
    const key = `${pair.item.dimension.id} ${low} ${high}`;
    found.set(key, [...(found.get(key) ?? []), pair]);
  }
  return [...found.values()]
    .flatMap((confused): readonly Confusion[] => (confused[0] ? [{ ...endsOf(confused[0]), pairs: confused }] : []))
    .sort((a, b) => b.pairs.length - a.pairs.length || b.high - b.low - (a.high - a.low));
}

function endsOf({ given, against }: RatedPair): { low: number; high: number } {
  return { low: Math.min(given, against), high: Math.max(given, against) };
}
