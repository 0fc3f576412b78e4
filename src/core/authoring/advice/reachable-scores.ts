import { decimalPlaces, greatestCommonDivisor, toUnits } from '../../numbers/decimal.js';
import type { Rubric } from '../../rubric/rubric.js';

/**
 * Which weighted sums of ratings a set of weights can give when every dimension is rated: index `n` is 1 when some
 * choice of ratings gives `n` units above the lowest sum. Exact; the time grows with weights × ratings × sums.
 */
export interface ReachableSums {
  readonly sums: Uint8Array;
  /** Units in one per cent of weight, after dividing by what all weights share. */
  readonly weights: readonly number[];
  /** Steps of the scale: 4 for 1 to 5. */
  readonly steps: number;
}

export function reachableSums(
  allWeights: readonly number[],
  scale: Pick<Rubric['scale'], 'min' | 'max'>,
): ReachableSums {
  const places = Math.max(0, ...allWeights.map(decimalPlaces));
  const units = allWeights.map((weight) => toUnits(weight, places));
  const shared = units.reduce(greatestCommonDivisor, 0) || 1;
  const weights = units.map((unit) => unit / shared);
  const steps = scale.max - scale.min;
  return { sums: spread(weights, steps), weights, steps };
}

/** The sums that these weights alone can reach. */
export function spread(weights: readonly number[], steps: number): Uint8Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let reached = new Uint8Array(total * steps + 1);
  reached[0] = 1;
  let top = 0;
  for (const weight of weights) {
    const next = new Uint8Array(reached.length);
    for (let at = 0; at <= top; at += 1) {
      if (reached[at] !== 1) continue;
      for (let step = 0; step <= steps; step += 1) next[at + step * weight] = 1;
    }
    top += steps * weight;
    reached = next;
  }
  return reached;
}
