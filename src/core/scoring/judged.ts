import type { Fraction } from '../numbers/fraction.js';
import type { RedFlag, Rubric } from '../rubric/rubric.js';
import type { Rating, ScaleRange } from '../rubric/scale.js';
import type { PooledFraction } from './pool.js';
import type { Score } from './scoring.js';

/** What the rules judge: one scorecard, or a panel as if it were one. */
export interface Judged {
  readonly score: JudgedScore;
  readonly dimensions: readonly JudgedDimension[];
  /** The red flags that were observed. */
  readonly redFlags: readonly Pick<RedFlag, 'id' | 'flag' | 'severity'>[];
  readonly rules: Rubric['recommendation'];
  readonly scale: ScaleRange;
  /** Where it is one session of the interview plan: then nothing is recommended, whatever was rated. */
  readonly session?: JudgedSession | undefined;
}

/** One session of several, or some of them where nobody knows the rest. */
export interface JudgedSession {
  /** How many of them it is; 1 where it isn't said. */
  readonly held?: number | undefined;
  /** How many sessions the plan has, where that is known. */
  readonly of?: number | undefined;
}

/** A score as the rules see it: of one scorecard, or of a panel with whole numbers of any size. */
export interface JudgedScore extends Pick<Score, 'hundredths' | 'coverage' | 'units'> {
  readonly exact: Fraction<number | bigint> | undefined;
}

export interface JudgedDimension {
  readonly id: string;
  readonly name: string;
  readonly minimum?: number | undefined;
  /** One interviewer's rating, or what a panel's come to. */
  readonly rating: Rating | PooledFraction;
  /** What each interviewer of a panel gave, where several rated it. */
  readonly ratings?: readonly number[] | undefined;
}

export function isUnrated(rating: JudgedDimension['rating']): rating is 'not-assessed' | 'not-applicable' {
  return rating === 'not-assessed' || rating === 'not-applicable';
}
