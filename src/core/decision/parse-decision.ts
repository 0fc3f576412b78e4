import { type Checked, createProblem, type Problem } from '../problem.js';
import { schemaProblems } from '../schema/schema-problems.js';
import { fitsDigest } from '../scorecard/digest.js';
import { type DecisionRecord, DecisionSchema } from './decision.js';

/** Data as a decision; keys that this version does not know are kept. */
export function parseDecision(data: unknown): Checked<DecisionRecord> {
  const parsed = DecisionSchema.safeParse(data, { reportInput: true });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, problems: schemaProblems(parsed.error, DecisionSchema) };
}

/** Why a decision is not as it was sealed; `undefined` where it is. */
export function decisionSealProblem(record: DecisionRecord): Problem | undefined {
  if (record.digest === undefined) return createProblem('unsealed-decision', {}, ['digest']);
  return fitsDigest(record, record.digest) ? undefined : createProblem('digest', {}, ['digest']);
}
