import { BANDS, isYes, type Recommendation } from './rules.js';

/** The interviewer's own call, asked last: from worst to best, then the word for no call at all. */
export const VERDICTS = ['strong-no', 'no', 'yes', 'strong-yes', 'no-decision'] as const;
export type VerdictWord = (typeof VERDICTS)[number];

/** The order of lists. */
export const VERDICTS_BEST_FIRST: readonly VerdictWord[] = [...BANDS, 'no-decision'];

/**
 * Whether the interviewer's verdict and the rubric's recommendation point in different directions; how strongly does
 * not matter.
 */
export function verdictDiffers(verdict: VerdictWord, recommendation: Recommendation): boolean {
  if (verdict === 'no-decision' || recommendation === 'incomplete') return false;
  return isYes(verdict) !== isYes(recommendation);
}
