import { greatestCommonDivisor, wholeUnits } from '../../numbers/decimal.js';
import { createAdvice, type Problem } from '../../problem.js';
import type { Rubric } from '../../rubric/rubric.js';
import { bandOf } from '../../scoring/recommendation.js';
import { BANDS, type Band, bandRules } from '../../scoring/rules.js';

/** The US Office of Personnel Management advises 5 to 8 competencies an interview. */
const MOST_DIMENSIONS = 8;
const FEWEST_DIMENSIONS = 5;

export function sizeAdvice({ dimensions }: Rubric): readonly Problem[] {
  const count = dimensions.length;
  if (count < FEWEST_DIMENSIONS)
    return [createAdvice('few-dimensions', { count, fewest: FEWEST_DIMENSIONS }, ['dimensions'])];
  if (count <= MOST_DIMENSIONS) return [];
  return [createAdvice('many-dimensions', { count, most: MOST_DIMENSIONS }, ['dimensions'])];
}

/** Borderline marks what is near one edge; what is near two of them says nothing. */
export function borderlineAdvice({ recommendation: { bands, borderline = 0 } }: Rubric): readonly Problem[] {
  const room = Math.min(bands.yes - bands.no, bands['strong-yes'] - bands.yes);
  if (2 * borderline < room) return [];
  return [createAdvice('wide-borderline', { borderline }, ['recommendation', 'borderline'])];
}

export function weightsAdvice(rubric: Rubric): readonly Problem[] {
  return [...rationaleAdvice(rubric), ...reachAdvice(rubric)];
}

function rationaleAdvice({ dimensions, weightsRationale }: Rubric): readonly Problem[] {
  const areEqual = dimensions.every(({ weight }) => weight === dimensions[0]?.weight);
  if (areEqual && weightsRationale !== undefined) {
    return [createAdvice('needless-rationale', {}, ['weightsRationale'])];
  }
  if (!areEqual && weightsRationale === undefined) {
    return [createAdvice('no-rationale', {}, ['dimensions'])];
  }
  return [];
}

/** Exact, over all ways to rate every dimension: bands that no score reaches, weights that never turn a band. */
function reachAdvice(rubric: Rubric): readonly Problem[] {
  const { dimensions, scale, recommendation } = rubric;
  const { sums, weights, steps } = reachableSums(
    dimensions.map(({ weight }) => weight),
    scale,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const bands = bandRules(recommendation.bands);
  const band = (sum: number): Band => bandOf({ numerator: scale.min * total + sum, denominator: total }, bands);
  const reached = new Set<Band>();
  sums.forEach((isReached, sum) => {
    if (isReached === 1) reached.add(band(sum));
  });
  const unreached = BANDS.filter((name) => !reached.has(name)).map((name) =>
    createAdvice('unreachable-band', { band: name }, [
      'recommendation',
      'bands',
      ...(name === 'strong-no' ? [] : [name]),
    ]),
  );
  const idle = dimensions.flatMap(({ id, weight, minimum }, at) => {
    if (minimum !== undefined || dimensions.length === 1) return [];
    const others = spread(weights.toSpliced(at, 1), steps);
    const swing = steps * (weights[at] ?? 0);
    const turns = others.some((isReached, sum) => isReached === 1 && band(sum) !== band(sum + swing));
    if (turns) return [];
    return [createAdvice('idle-weight', { dimension: id, weight }, ['dimensions', at, 'weight'])];
  });
  return [...unreached, ...idle];
}

/**
 * Which weighted sums of ratings a set of weights can give when every dimension is rated: index `n` of `sums` is 1 when
 * some choice of ratings gives `n` units above the lowest sum. Exact; the time grows with weights × ratings × sums.
 */
export interface ReachableSums {
  readonly sums: Uint8Array;
  /** The weights in whole units, after dividing by what all of them share. */
  readonly weights: readonly number[];
  /** Steps of the scale: 4 for a scale from 1 to 5. */
  readonly steps: number;
}

function reachableSums(allWeights: readonly number[], scale: Pick<Rubric['scale'], 'min' | 'max'>): ReachableSums {
  const units = wholeUnits(allWeights);
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
