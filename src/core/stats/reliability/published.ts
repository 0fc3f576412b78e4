import { SINGLE_RELIABILITY } from '../score-error.js';

/** A published mean reliability of one interviewer's score. */
export interface PublishedReliability {
  readonly single: number;
  /** Of whom, as it ends a sentence. */
  readonly of: string;
  readonly source: string;
}

const SOURCE =
  'Huffcutt, Culbertson and Weyhrauch (2013), International Journal of Selection and Assessment 21 (125 coefficients, N = 32,428)';

/**
 * What is known of interviewers before there are figures of one's own. In one panel they hear the same answers, so that
 * what another interview would have brought out is not in it.
 *
 * @see Huffcutt, Culbertson & Weyhrauch (2013), Employment interview reliability, International Journal of Selection
 *   and Assessment 21
 */
export const PUBLISHED: Readonly<Record<'separate' | 'panel', PublishedReliability>> = {
  separate: {
    single: SINGLE_RELIABILITY,
    of: 'interviewers who each hold an interview of their own',
    source: SOURCE,
  },
  panel: { single: 0.74, of: 'interviewers who sit in one panel', source: SOURCE },
};
