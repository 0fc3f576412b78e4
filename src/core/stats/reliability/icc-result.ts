import { type IntervalEstimate, type NoValueReason, noValue } from '../ratings/no-value.js';
import type { IccForm } from './icc-forms.js';
import type { MeanSquares } from './mean-squares.js';

export interface Icc {
  readonly forms: Readonly<Record<IccForm, IntervalEstimate>>;
  readonly missing: 'listwise' | 'one-way';
  /** Candidates that count. */
  readonly candidates: number;
  /** Candidates that don't: with a missing cell, or for `one-way` without any rating. */
  readonly dropped: number;
  /** Ratings for each candidate: the number of interviewers, or Ebel's k0. `undefined` without candidates. */
  readonly ratingsPerCandidate: number | undefined;
  /** `undefined` without values; for `one-way` only `candidates` and `within`. */
  readonly meanSquares: Partial<MeanSquares> | undefined;
}

export function noForms(reason: NoValueReason): Icc['forms'] {
  const none = { ...noValue(reason), interval: undefined };
  return {
    'ICC(1,1)': none,
    'ICC(2,1)': none,
    'ICC(3,1)': none,
    'ICC(1,k)': none,
    'ICC(2,k)': none,
    'ICC(3,k)': none,
  };
}
