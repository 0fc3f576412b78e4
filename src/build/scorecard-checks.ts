import { z } from 'zod';
import { ScoredRowSchema } from '../core/scorecard/scored-row.js';
import { StoredScorecardSchema } from '../core/scorecard/stored-scorecard.js';
import { compileChecks } from './compile-check.js';

interface ModulePlugin {
  readonly name: string;
  readonly load: (id: string) => string | undefined;
}

/** Replaces `quick-check.ts` with checks compiled from the zod schemas, for the bundle and the tests alike. */
export function scorecardChecks(): ModulePlugin {
  return {
    name: 'scorecard-checks',
    load: (id) =>
      /[\\/]src[\\/]core[\\/]scorecard[\\/]quick-check\.ts$/.test(id)
        ? compileChecks({
            isScorecard: z.toJSONSchema(StoredScorecardSchema),
            isScoredRow: z.toJSONSchema(ScoredRowSchema),
          })
        : undefined,
  };
}
