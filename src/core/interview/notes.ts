import type { Evidence } from '../scorecard/scorecard.js';

/** What was seen of a red flag, in one text. */
export function evidenceText(evidence: readonly Evidence[]): string {
  return evidence.map(({ text }) => text).join('; ');
}
