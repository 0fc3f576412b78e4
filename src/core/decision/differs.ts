import type { Recommendation } from '../scoring/rules.js';
import { verdictDiffers } from '../scoring/verdict.js';
import type { DecisionWord } from './decision.js';

/**
 * Whether people decided otherwise than the rules recommended, however strongly: to hire against a no, or not to hire
 * against a yes. To wait is neither, and an incomplete panel recommends nothing.
 */
export function decisionDiffers(decision: DecisionWord, recommendation: Recommendation): boolean {
  if (decision === 'hire') return verdictDiffers('yes', recommendation);
  return decision === 'no-hire' && verdictDiffers('no', recommendation);
}
