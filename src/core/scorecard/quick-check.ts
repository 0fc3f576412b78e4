import { type Scorecard, ScorecardSchema } from './scorecard.js';
import { type ScoredRow, ScoredRowSchema } from './scored-row.js';

/**
 * Whether parsed JSON fits the schema; what doesn't goes to `parseScorecard`, which says why. The build puts compiled
 * checks in the place of this module (`src/build/scorecard-checks.ts`): to load zod takes longer than to check a
 * thousand files without it. Both take the same, which a test holds them to.
 */

export function isScorecard(data: unknown): data is Scorecard {
  return ScorecardSchema.safeParse(data).success;
}

export function isScoredRow(data: unknown): data is ScoredRow {
  return ScoredRowSchema.safeParse(data).success;
}
