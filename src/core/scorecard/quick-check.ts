import { type ScoredRow, ScoredRowSchema } from './scored-row.js';
import { type StoredScorecard, StoredScorecardSchema } from './stored-scorecard.js';

/**
 * Whether parsed JSON fits the schema; what does not fit goes to `parseScorecard`, which says why. The build replaces
 * this module with compiled checks (`src/build/scorecard-checks.ts`): loading zod takes longer than checking a thousand
 * files without it. Both accept the same, and a test holds them to it.
 */

export function isScorecard(data: unknown): data is StoredScorecard {
  return StoredScorecardSchema.safeParse(data).success;
}

export function isScoredRow(data: unknown): data is ScoredRow {
  return ScoredRowSchema.safeParse(data).success;
}
