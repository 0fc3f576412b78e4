import type { Rubric } from '../rubric/rubric.js';
import type { Rating, ScaleRange } from '../rubric/scale.js';
import type { Because } from './because.js';
import type { Reason } from './reason.js';
import { type Decision, recommend } from './recommendation.js';
import type { Recommendation } from './rules.js';
import { computeScore, coveragePercent, type Score } from './scoring.js';

/** The result of a scorecard, as its file holds it. */
export type Result = {
  /** The score in points, with two decimals, as it is shown; absent when nothing was rated. */
  readonly score?: number;
  readonly exact?: { numerator: number; denominator: number };
  /** Coverage in whole per cent of the applicable weight, rounded down. */
  readonly coverage: number;
  readonly recommendation: Recommendation;
  /** Absent: no. */
  readonly borderline?: true;
  readonly because: Because[];
};

/** What a scorecard says of the score: everything that `verify` can compute again. */
export interface Evaluation {
  readonly score: Score;
  readonly reasons: readonly Reason[];
  readonly result: Result;
}

interface Evaluated {
  readonly dimensions: readonly {
    id: string;
    name: string;
    weight?: number | undefined;
    minimum?: number | undefined;
    rating: Rating;
  }[];
  readonly redFlags: readonly { id: string; flag: string; severity: 'stop' | 'concern' }[];
  readonly recommendation: Rubric['recommendation'];
  readonly scale: ScaleRange;
  /** The session of the interview plan that it is; absent: all of it. */
  readonly session?: string | undefined;
  /** How many sessions the plan has, where that is known. */
  readonly sessions?: number | undefined;
  /** `half-up`: as version 1 rounded, up to the edge of the next band too. */
  readonly rounding?: 'half-up' | undefined;
}

/** Score, coverage, recommendation and reasons of one scorecard. */
export function evaluate({
  dimensions,
  redFlags,
  recommendation: rules,
  scale,
  session,
  sessions,
  rounding,
}: Evaluated): Evaluation {
  const score = computeScore(dimensions, rounding === 'half-up' ? undefined : rules.bands, scale);
  const { reasons, because, ...decision } = recommend({
    score,
    dimensions,
    redFlags,
    rules,
    scale,
    session: session === undefined ? undefined : { of: sessions },
  });
  return { score, reasons, result: resultOf(score, decision, because) };
}

export function resultOf(
  { exact, hundredths, coverage }: Pick<Score, 'exact' | 'hundredths' | 'coverage'>,
  { recommendation, isBorderline }: Decision,
  because: readonly Because[],
): Result {
  return {
    ...(exact && hundredths !== undefined ? { score: hundredths / 100, exact: { ...exact } } : {}),
    coverage: coveragePercent(coverage),
    recommendation,
    ...(isBorderline ? { borderline: true } : {}),
    because: [...because],
  };
}
