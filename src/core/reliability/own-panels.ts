import type { ComponentName } from '../stats/generalizability/designs.js';
import { type Generalizability, generalizability } from '../stats/generalizability/generalizability.js';
import { ENOUGH_DEGREES } from '../stats/score-error.js';

/** Variance components of one's own panels. */
export interface OwnPanels {
  readonly study: Generalizability;
  /** Interviewers of each candidate beyond the first, added up: by so many the error is estimated. */
  readonly degreesOfFreedom: number;
  readonly candidates: number;
  readonly interviewers: number;
}

/** Why own panels say nothing yet. */
export interface TooLittle {
  /**
   * `interviewers`: too few candidates were rated by several. `same-candidates`: nothing tells candidates apart.
   * `same-ratings`: interviewers never differ about a candidate, from which no error can be told.
   */
  readonly lacking: 'interviewers' | 'same-candidates' | 'same-ratings';
  readonly degreesOfFreedom: number;
}

/** In squared points; less is nothing but rounding. */
const NEGLIGIBLE = 1e-9;

type Crossed = readonly (readonly (readonly (number | undefined)[])[])[];

/** From ratings by candidate, interviewer and dimension. */
export function ownPanels(ratings: Crossed): OwnPanels | TooLittle {
  const raters = ratings.map((own) => own.map((row) => row.some((rating) => rating !== undefined)));
  const counts = raters.map((own) => own.filter(Boolean).length).filter((count) => count > 0);
  const degreesOfFreedom = counts.reduce((sum, count) => sum + count - 1, 0);
  if (degreesOfFreedom < ENOUGH_DEGREES) return { lacking: 'interviewers', degreesOfFreedom };
  const study = generalizability(ratings, 'candidate x interviewer x dimension');
  const of = varianceOf(study);
  if (of('candidate') < NEGLIGIBLE) return { lacking: 'same-candidates', degreesOfFreedom };
  if (of('candidate:interviewer') + of('residual') < NEGLIGIBLE) return { lacking: 'same-ratings', degreesOfFreedom };
  const interviewers = raters[0]?.filter((_one, at) => raters.some((own) => own[at])).length ?? 0;
  return { study, degreesOfFreedom, candidates: counts.length, interviewers };
}

/** A component by its name; 0 where the ratings don't tell it. */
export function varianceOf({ components }: Generalizability): (name: ComponentName) => number {
  return (name) => components.find((one) => one.name === name)?.variance ?? 0;
}
