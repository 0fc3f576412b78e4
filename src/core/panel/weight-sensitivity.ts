import {
  compareRational,
  divide,
  fromWhole,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../numbers/rational.js';
import { kendallTau } from '../stats/kendall-tau.js';
import { smallestFlip, type WeightFlip, weightFlips } from '../stats/weight-flip.js';
import { weightedMean } from '../stats/weighted-mean.js';

/** What the order of candidates is tested with: pooled ratings on the dimensions that all of them share. */
export interface WeightedCandidates {
  /** For each candidate, best first, one for each dimension. */
  readonly ratings: readonly (readonly Rational[])[];
  /** One for each dimension, above 0. */
  readonly weights: readonly Rational[];
}

/** Two candidates by position: the first is ahead with the rubric's weights. */
export interface Pair {
  readonly ahead: number;
  readonly behind: number;
}

/** What other weights do to the order. */
export interface Reweighted {
  /** Pairs whose order is reversed, and pairs that become level. */
  readonly reversed: readonly Pair[];
  readonly levelled: readonly Pair[];
  /** Likeness to the order as it is, from −1 to 1; `undefined` where everything is level in one of the orders. */
  readonly tau: number | undefined;
}

export interface ChangedWeight extends Reweighted {
  /** Position of the dimension whose weight changes. */
  readonly dimension: number;
  /** The weight before and after, as shares of the whole weight from 0 to 1. */
  readonly from: Rational;
  readonly to: Rational;
}

export interface PairFlip extends Pair {
  /** `undefined` when no change of one weight can swap the two. */
  readonly flip: WeightFlip | undefined;
}

export interface WeightSensitivity {
  readonly equal: Reweighted;
  /** Each weight a fifth smaller and a fifth larger, the others rescaled; empty for a single dimension. */
  readonly fifths: readonly ChangedWeight[];
  /**
   * Neighbours in the order, except those that are level already. The order cannot change anywhere before one of these
   * does.
   */
  readonly neighbours: readonly PairFlip[];
  /** The smallest change that puts another candidate first; `undefined` when none can, or the first place is shared. */
  readonly first: PairFlip | undefined;
}

/** Whether the order of candidates depends on the weights: exactly, not by sampling. */
export function weightSensitivity({ ratings, weights }: WeightedCandidates): WeightSensitivity {
  const scores = scoresWith(ratings, weights);
  const reweigh = (changed: readonly Rational[]) => compareOrders(scores, scoresWith(ratings, changed));
  const flipOf = (ahead: number, behind: number): PairFlip => ({
    ahead,
    behind,
    flip: smallestFlip(weightFlips(ratings[ahead] ?? [], ratings[behind] ?? [], weights)),
  });
  const others = scores.map((_score, at) => at).slice(1);
  const isAhead = (ahead: number, behind: number) => compareAt(scores, ahead, behind) > 0;
  const challengers = isAhead(0, 1) ? others.map((at) => flipOf(0, at)) : [];
  return {
    equal: reweigh(weights.map(() => ONE)),
    fifths:
      weights.length < 2 ? [] : fifthsOf(weights).map(({ changed, ...step }) => ({ ...step, ...reweigh(changed) })),
    neighbours: others.filter((at) => isAhead(at - 1, at)).map((at) => flipOf(at - 1, at)),
    first: smallestOf(challengers),
  };
}

function scoresWith(candidates: WeightedCandidates['ratings'], weights: readonly Rational[]): readonly Rational[] {
  return candidates.map((ratings) => weightedMean(ratings, weights) ?? ZERO);
}

function compareAt(scores: readonly Rational[], a: number, b: number): -1 | 0 | 1 {
  return compareRational(scores[a] ?? ZERO, scores[b] ?? ZERO);
}

function compareOrders(before: readonly Rational[], after: readonly Rational[]): Reweighted {
  const reversed: Pair[] = [];
  const levelled: Pair[] = [];
  for (const ahead of before.keys()) {
    for (const behind of before.keys()) {
      if (compareAt(before, ahead, behind) <= 0) continue;
      const now = compareAt(after, ahead, behind);
      if (now < 0) reversed.push({ ahead, behind });
      if (now === 0) levelled.push({ ahead, behind });
    }
  }
  return { reversed, levelled, tau: kendallTau(placesOf(before), placesOf(after)) };
}

/** How many candidates each one is ahead of: the order as whole numbers, so that nothing is rounded. */
function placesOf(scores: readonly Rational[]): readonly number[] {
  return scores.map((_score, at) => scores.filter((_other, other) => compareAt(scores, at, other) > 0).length);
}

function fifthsOf(weights: readonly Rational[]) {
  const shares = sharesOf(weights);
  return shares.flatMap((from, dimension) =>
    [rational(4n, 5n), rational(6n, 5n)].map((factor) => {
      const grown = multiply(from, factor);
      const to = compareRational(grown, ONE) > 0 ? ONE : grown;
      // The rest keeps its proportions: each other share times (1 − to) / (1 − from).
      const rescale = divide(subtract(ONE, to), subtract(ONE, from));
      return {
        dimension,
        from,
        to,
        changed: shares.map((share, at) => (at === dimension ? to : multiply(share, rescale))),
      };
    }),
  );
}

/** Weights as shares of their sum. */
function sharesOf(weights: readonly Rational[]): readonly Rational[] {
  const mean =
    weightedMean(
      weights,
      weights.map(() => ONE),
    ) ?? ONE;
  const total = multiply(mean, fromWhole(weights.length));
  return weights.map((weight) => divide(weight, total));
}

function smallestOf(flips: readonly PairFlip[]): PairFlip | undefined {
  const least = smallestFlip(flips.flatMap(({ flip }) => flip ?? []));
  return flips.find(({ flip }) => flip !== undefined && flip === least);
}
