import type { ScaleRange } from '../rubric/scale.js';
import { normalDistribution } from '../stats/distributions/normal.js';
import { decisionStudy } from '../stats/generalizability/decision-study.js';
import { withoutRounding } from '../stats/ratings/rounding.js';
import { ratersFor, spearmanBrown } from '../stats/reliability/spearman-brown.js';
import { errorOfReliability } from '../stats/score-error.js';
import type { ReliabilityBasis } from './basis.js';
import { varianceOf } from './own-panels.js';

export interface PlanRequest {
  readonly basis: ReliabilityBasis;
  readonly reach: number;
  readonly interviewers: readonly number[];
  readonly dimensions: readonly number[];
  readonly scale: ScaleRange;
}

/** What so many interviewers would come to. */
export interface PlanCell {
  readonly interviewers: number;
  /** `undefined` where what is known does not tell dimensions apart. */
  readonly dimensions: number | undefined;
  readonly reliability: number;
  /** The standard error of their mean, in points of the scale. */
  readonly standardError: number;
  /** How probable it is that the better of two candidates who truly differ by `difference` comes out ahead. */
  readonly tellsApart: number;
}

export interface ReliabilityPlan extends Omit<PlanRequest, 'interviewers' | 'dimensions'> {
  /** An eighth of the scale: half a point on 1 to 5. */
  readonly difference: number;
  readonly cells: readonly PlanCell[];
  /** How many interviewers it takes, by dimensions where these count; `exactly` before it is rounded up. */
  readonly needed: readonly Needed[];
}

export interface Needed {
  readonly dimensions: number | undefined;
  /** `undefined` where no number of interviewers reaches it. */
  readonly interviewers: number | undefined;
  readonly exactly: number | undefined;
}

/** How reliable the mean of interviewers would be, and how many reach what is wanted. */
export function planReliability({ interviewers, dimensions, ...request }: PlanRequest): ReliabilityPlan {
  const { basis, scale, reach } = request;
  const difference = (scale.max - scale.min) / 8;
  const counts = basis.type === 'own' ? dimensions : [undefined];
  const cells = interviewers.flatMap((raters) =>
    counts.map((count): PlanCell => {
      const { reliability, standardError } = reliabilityOf(basis, raters, count, scale);
      const tellsApart = normalDistribution.lower(difference / (standardError * Math.SQRT2));
      return { interviewers: raters, dimensions: count, reliability, standardError, tellsApart };
    }),
  );
  return { ...request, difference, cells, needed: counts.map((count) => neededFor(basis, reach, count)) };
}

function reliabilityOf(basis: ReliabilityBasis, raters: number, dimensions: number | undefined, scale: ScaleRange) {
  if (basis.type !== 'own') {
    const reliability = spearmanBrown(basis.single, raters);
    return { reliability, standardError: errorOfReliability(reliability, scale) };
  }
  const design = { interviewers: raters, dimensions: dimensions ?? 1 };
  const { generalizability, relativeError } = decisionStudy(basis.study, design);
  return { reliability: generalizability.value ?? 0, standardError: Math.sqrt(relativeError ?? 0) };
}

function neededFor(basis: ReliabilityBasis, reach: number, dimensions: number | undefined): Needed {
  if (basis.type !== 'own') {
    const { numerator, denominator } = ratersFor(basis.single, reach);
    const interviewers = Number((numerator + denominator - 1n) / denominator);
    return { dimensions, interviewers, exactly: Number(numerator) / Number(denominator) };
  }
  const count = dimensions ?? 1;
  const of = varianceOf(basis.study);
  // Of the error that is allowed, what dimensions make of it is left by no number of interviewers.
  const [error, fixed] = [(of('candidate') * (1 - reach)) / reach, of('candidate:dimension') / count];
  const allowed = withoutRounding(error - fixed, error + fixed, 0);
  const exactly = (of('candidate:interviewer') + of('residual') / count) / allowed;
  if (allowed <= 0) return { dimensions, interviewers: undefined, exactly: undefined };
  // A rest of rounding is no interviewer.
  return { dimensions, interviewers: Math.max(1, Math.ceil(exactly - 1e-9)), exactly };
}
