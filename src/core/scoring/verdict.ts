import { BANDS, isYes, type Recommendation } from './rules.js';

/** The interviewer's own call, asked last: from worst to best, then the word for no call at all. */
export const VERDICTS = ['strong-no', 'no', 'yes', 'strong-yes', 'no-decision'] as const;
export type VerdictWord = (typeof VERDICTS)[number];

/** The order of lists. */
export const VERDICTS_BEST_FIRST: readonly VerdictWord[] = [...BANDS, 'no-decision'];

/** The key that gives each verdict, on the board and at the plain prompts. */
const VERDICT_KEYS: ReadonlyMap<string, VerdictWord> = new Map([
  ['1', 'strong-no'],
  ['2', 'no'],
  ['3', 'yes'],
  ['4', 'strong-yes'],
  ['0', 'no-decision'],
]);

export function verdictOfKey(key: string): VerdictWord | undefined {
  return VERDICT_KEYS.get(key);
}

/**
 * Whether the interviewer's verdict and the rubric's recommendation point in different directions; how strongly does
 * not matter.
 */
export function verdictDiffers(verdict: VerdictWord, recommendation: Recommendation): boolean {
  if (verdict === 'no-decision' || recommendation === 'incomplete') return false;
  return isYes(verdict) !== isYes(recommendation);
}
