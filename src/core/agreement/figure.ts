import type { Interval } from '../stats/ratings/no-value.js';

/** A number with its interval at 95%. */
export interface Figure {
  readonly value: number;
  readonly interval: Interval;
}

/**
 * What there is too little of. `candidates-by-two`: candidates whom two interviewers rated. `full-scores`: candidates
 * with two interviewers' scores over the whole rubric. `candidates`: of one interviewer. `compared-ratings`: ratings of one
 * interviewer where somebody else rated too. `connection`: interviewers must be linked by candidates as one group.
 * `bridges`: candidates on whom that link hangs. `months`: months with enough ratings. `difference`: ratings that differ;
 * `candidate-difference`: candidates whose scores do. `interval`: anything to tell an interval from, as where all agree.
 */
export type Need =
  | 'candidates-by-two'
  | 'full-scores'
  | 'candidates'
  | 'compared-ratings'
  | 'dimensions'
  | 'interviewers'
  | 'connection'
  | 'bridges'
  | 'months'
  | 'difference'
  | 'candidate-difference'
  | 'interval';

/** No number, and what is missing for one. */
export interface Missing {
  readonly missing: { readonly need: Need; readonly least: number; readonly there: number };
}

export function missing(need: Need, least: number, there: number): Missing {
  return { missing: { need, least, there } };
}

export function isMissing(found: object): found is Missing {
  return 'missing' in found;
}

/** What it takes for a number to be shown. */
export const GATES = {
  /** Candidates whom two rated. */
  candidates: 10,
  /** Ratings of one interviewer, where another rated too. */
  ratings: 30,
  /** Candidates whom the two of a pair both rated. */
  common: 8,
  haloDimensions: 4,
  haloCandidates: 10,
  months: 2,
  /** Fewer others than this, and what is said of all of them is said of each. */
  others: 3,
} as const;
