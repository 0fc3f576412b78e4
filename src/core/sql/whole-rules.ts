import { greatestCommonDivisor, MAX_DECIMALS, toUnits } from '../numbers/decimal.js';
import type { Rubric } from '../rubric/rubric.js';
import { stepCount, stepsInPoint } from '../rubric/scale.js';
import { type Band, type CapRule, rulesOf } from '../scoring/rules.js';
import { lastHundredthBelow } from '../scoring/shown-score.js';
import { weightUnits } from '../scoring/weighted-sum.js';

/** Whether `left · a ≥ right · b`: a comparison with a decimal, in whole numbers. */
export interface Comparison {
  readonly left: number;
  readonly right: number;
}

/** A rubric's rules as SQL reads them: the same list that scoring reads, with every number a whole one. */
export interface WholeRules {
  /** The weight of each dimension, as small as they go. */
  readonly weights: readonly number[];
  /** Parts of a step in which ratings are counted: 1, or as many as make every mean of a panel whole. */
  readonly grain: number;
  /** The lowest rating, in hundredths. */
  readonly lowest: number;
  /** Grains in a point of the scale. */
  readonly point: number;
  /** Of the rated weight with the applicable one. */
  readonly coverage: Comparison;
  /** Best first. Comparisons are of the weighted sum with the rated weight. */
  readonly bands: readonly WholeBand[];
  /** Of each kind, in their order; `limit` in grains above the lowest rating. */
  readonly caps: readonly (CapRule & { readonly limit: number })[];
  readonly borderline: { readonly from: Comparison; readonly to: Comparison } | undefined;
  /** The largest number that can occur on the way. */
  readonly largest: number;
}

interface WholeBand {
  readonly band: Band;
  /** Whether a score reaches it; `undefined` where every score does. */
  readonly edge: Comparison | undefined;
  /** Whether a score would be rounded to the edge, though it misses it; `undefined` where none is. */
  readonly rounds: Comparison | undefined;
}

const UNIT = 10 ** MAX_DECIMALS;

/**
 * `largest` is below 2^53 whatever the rubric: weights have at most four decimals and sum to 100, a scale has at most 21
 * ratings, and a grain is at most 2520.
 */
export function wholeRules(rubric: Rubric, grain: number): WholeRules {
  const { scale } = rubric;
  const rules = rulesOf(rubric);
  const weights = smallest(weightUnits(rubric.dimensions));
  const point = grain * stepsInPoint(scale);
  const above = (rating: number) => (toUnits(rating, MAX_DECIMALS) - scale.min * UNIT) * point;
  const compared = (score: number) => reduced({ left: UNIT, right: above(score) });
  const bands = rules.bands.map(({ band, from }): WholeBand => {
    const halfAbove = from === undefined ? undefined : (lastHundredthBelow(from) + 0.5) / 100;
    const canRound = halfAbove !== undefined && from !== undefined && halfAbove < from;
    return {
      band,
      edge: from === undefined ? undefined : compared(from),
      rounds: canRound ? compared(halfAbove) : undefined,
    };
  });
  const borderline = rules.borderline && {
    from: compared(rules.borderline.from),
    to: compared(rules.borderline.to),
  };
  const coverage = reduced({ left: 100 * UNIT, right: toUnits(rules.coverageAtLeast, MAX_DECIMALS) });
  const limitOf = (cap: CapRule) =>
    cap.type === 'stop' ? 0 : Math.ceil(above(cap.type === 'minimum' ? cap.minimum : cap.needs) / UNIT);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const sum = weight * stepCount(scale) * grain;
  const edges = [
    ...bands.flatMap(({ edge, rounds }) => [edge ?? [], rounds ?? []].flat()),
    ...(borderline ? Object.values(borderline) : []),
  ];
  const products = edges.flatMap(({ left, right }) => [left * sum, Math.abs(right) * weight]);
  return {
    weights,
    grain,
    lowest: 100 * scale.min,
    point,
    coverage,
    bands,
    caps: rules.caps.map((cap) => ({ ...cap, limit: limitOf(cap) })),
    borderline,
    largest: Math.max(
      200 * sum + point * weight,
      2 * point * weight,
      coverage.left * weight,
      coverage.right * weight,
      100 * weight,
      ...products,
    ),
  };
}

function reduced({ left, right }: Comparison): Comparison {
  const [a = left, b = right] = smallest([left, right]);
  return { left: a, right: b };
}

function smallest(numbers: readonly number[]): readonly number[] {
  const divisor = numbers.reduce((all, one) => greatestCommonDivisor(all, Math.abs(one)), 0);
  return divisor === 0 ? numbers : numbers.map((one) => one / divisor);
}
