import type { Recommendation } from './recommendation.js';
import type { VerdictWord } from './session-event.js';

/** Whether the interviewer's verdict and the rubric's recommendation point in different directions. Strength doesn't count. */
export function verdictDiffers(verdict: VerdictWord, recommendation: Recommendation): boolean {
  if (verdict === 'no-decision' || recommendation === 'incomplete') return false;
  return isYes(verdict) !== isYes(recommendation);
}

function isYes(word: string): boolean {
  return word === 'yes' || word === 'strong-yes';
}
