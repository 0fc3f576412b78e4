import { z } from 'zod';
import type { Checked } from '../problem.js';
import { schemaProblems } from '../schema/schema-problems.js';
import { type ScoredRow, ScoredRowSchema } from './scored-row.js';
import { type StoredScorecard, StoredScorecardSchema } from './stored-scorecard.js';

z.config({ jitless: true });

/** Data as a scorecard of any version; keys that this version does not know are kept. */
export function parseScorecard(data: unknown): Checked<StoredScorecard> {
  return parse(data, StoredScorecardSchema);
}

/** Data as a row that `batch` scored; keys that this version does not know are kept. */
export function parseScoredRow(data: unknown): Checked<ScoredRow> {
  return parse(data, ScoredRowSchema);
}

function parse<Schema extends z.ZodType>(data: unknown, schema: Schema): Checked<z.output<Schema>> {
  const parsed = schema.safeParse(data, { reportInput: true });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, problems: schemaProblems(parsed.error, schema) };
}
