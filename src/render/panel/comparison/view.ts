import type { Page } from '../../text/page.js';

/** What of a comparison to show. */
export interface ComparisonView extends Page {
  readonly hasWeights: boolean;
  readonly hasEvidence: boolean;
}
