import { absolute, compareRational, divide, ONE, type Rational, signOf, subtract, ZERO } from '../numbers/rational.js';
import { weightedMean } from './weighted-mean.js';

/** A change of one weight, the others keeping their proportions, at which two weighted means become equal. */
export interface WeightFlip {
  /** Position of the criterion whose weight changes. */
  readonly criterion: number;
  /**
   * Shares of the whole weight, from 0 to 1: the present one, and the one at which the two are level. Beyond `to` the
   * order is reversed.
   */
  readonly from: Rational;
  readonly to: Rational;
}

/**
 * For each criterion, the weight beyond which the one ahead falls behind when that weight alone is changed and the
 * others are rescaled; criteria that can't do it at any weight are left out. Exact, since with t as the share of the
 * criterion the difference is linear: t·d + (1 − t)·D, where d is the difference on the criterion and D on the rest.
 *
 * Empty when no single weight can turn the order: always so when the one ahead is at least as good on every criterion.
 * Empty as well when the two are level, or the one called ahead isn't.
 *
 * @throws RangeError when the lists differ in length
 */
export function weightFlips(
  ahead: readonly Rational[],
  behind: readonly Rational[],
  weights: readonly Rational[],
): readonly WeightFlip[] {
  const differences = ahead.map((value, at) => subtract(value, behind[at] ?? ZERO));
  const now = weightedMean(differences, weights);
  if (!now || signOf(now) <= 0) return [];
  return weights.flatMap((_weight, criterion): WeightFlip[] => {
    const difference = differences[criterion] ?? ZERO;
    const rest = weightedMean(without(differences, criterion), without(weights, criterion));
    // Only a strict change of sign between "none of it" and "nothing but it" can reverse the order.
    if (!rest || signOf(difference) * signOf(rest) >= 0) return [];
    return [{ criterion, from: share(weights, criterion), to: divide(rest, subtract(rest, difference)) }];
  });
}

/** The flip with the smallest change of its weight's share; the first of equals. */
export function smallestFlip(flips: readonly WeightFlip[]): WeightFlip | undefined {
  return flips.reduce<WeightFlip | undefined>(
    (least, flip) => (least && compareRational(changeOf(least), changeOf(flip)) <= 0 ? least : flip),
    undefined,
  );
}

function changeOf({ from, to }: WeightFlip): Rational {
  return absolute(subtract(to, from));
}

function share(weights: readonly Rational[], criterion: number): Rational {
  const indicator = weights.map((_weight, at) => (at === criterion ? ONE : ZERO));
  return weightedMean(indicator, weights) ?? ZERO;
}

function without<Item>(items: readonly Item[], position: number): readonly Item[] {
  return items.filter((_item, at) => at !== position);
}
