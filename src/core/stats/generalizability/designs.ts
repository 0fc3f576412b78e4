import type { Effect } from './effects.js';

/**
 * How ratings came about. `candidate x interviewer`: `ratings[candidate][interviewer]`, each a total or one dimension.
 * `candidate x interviewer x dimension`: `ratings[candidate][interviewer][dimension]`, everybody rates everything.
 * `candidate x (interviewer : dimension)`: `ratings[candidate][dimension][interviewer]`, each dimension (a session, a task)
 * has interviewers of its own.
 */
export type Design =
  | 'candidate x interviewer'
  | 'candidate x interviewer x dimension'
  | 'candidate x (interviewer : dimension)';

export type ComponentName =
  | 'candidate'
  | 'interviewer'
  | 'dimension'
  | 'candidate:interviewer'
  | 'candidate:dimension'
  | 'interviewer:dimension'
  | 'residual';

/** What adds to the error of a mean: `relative` to other candidates, or only to where everybody stands (`absolute`). */
export interface DesignEffect extends Effect<ComponentName> {
  readonly error: 'none' | 'relative' | 'absolute';
  /** What it is averaged over in a mean. */
  readonly over: readonly ('interviewers' | 'dimensions')[];
}

/** @see Brennan (2001), Generalizability Theory, chapters 2 and 3 */
export const DESIGNS: Readonly<Record<Design, readonly DesignEffect[]>> = {
  'candidate x interviewer': [
    { name: 'candidate', facets: [0], error: 'none', over: [] },
    { name: 'interviewer', facets: [1], error: 'absolute', over: ['interviewers'] },
    { name: 'residual', facets: [0, 1], error: 'relative', over: ['interviewers'] },
  ],
  'candidate x interviewer x dimension': [
    { name: 'candidate', facets: [0], error: 'none', over: [] },
    { name: 'interviewer', facets: [1], error: 'absolute', over: ['interviewers'] },
    { name: 'dimension', facets: [2], error: 'absolute', over: ['dimensions'] },
    { name: 'candidate:interviewer', facets: [0, 1], error: 'relative', over: ['interviewers'] },
    { name: 'candidate:dimension', facets: [0, 2], error: 'relative', over: ['dimensions'] },
    { name: 'interviewer:dimension', facets: [1, 2], error: 'absolute', over: ['interviewers', 'dimensions'] },
    { name: 'residual', facets: [0, 1, 2], error: 'relative', over: ['interviewers', 'dimensions'] },
  ],
  'candidate x (interviewer : dimension)': [
    { name: 'candidate', facets: [0], error: 'none', over: [] },
    { name: 'dimension', facets: [1], error: 'absolute', over: ['dimensions'] },
    { name: 'interviewer:dimension', facets: [1, 2], error: 'absolute', over: ['interviewers', 'dimensions'] },
    { name: 'candidate:dimension', facets: [0, 1], error: 'relative', over: ['dimensions'] },
    { name: 'residual', facets: [0, 1, 2], error: 'relative', over: ['interviewers', 'dimensions'] },
  ],
};
