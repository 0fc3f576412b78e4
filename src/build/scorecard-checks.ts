import { z } from 'zod';
import { ScorecardSchema } from '../core/scorecard/scorecard.js';
import { ScoredRowSchema } from '../core/scorecard/scored-row.js';
import { compileChecks } from './compile-check.js';

interface ModulePlugin {
  readonly name: string;
  readonly load: (id: string) => string | undefined;
}

/** Puts checks that are compiled from the zod schemas in the place of `quick-check.ts`; for the bundle and the tests alike. */
export function scorecardChecks(): ModulePlugin {
  return {
    name: 'scorecard-checks',
    load: (id) =>
      /[\\/]src[\\/]core[\\/]scorecard[\\/]quick-check\.ts$/.test(id)
        ? compileChecks({ isScorecard: z.toJSONSchema(ScorecardSchema), isScoredRow: z.toJSONSchema(ScoredRowSchema) })
        : undefined,
  };
}
