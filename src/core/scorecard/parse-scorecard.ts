import { z } from 'zod';
import type { Checked } from '../problem.js';
import { schemaProblems } from '../schema/schema-problems.js';
import { type Scorecard, ScorecardSchema } from './scorecard.js';

z.config({ jitless: true });

/** Data as a scorecard, with the keys that this version doesn't know kept. */
export function parseScorecard(data: unknown): Checked<Scorecard> {
  const parsed = ScorecardSchema.safeParse(data, { reportInput: true });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, problems: schemaProblems(parsed.error, ScorecardSchema) };
}
