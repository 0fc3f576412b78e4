import { z } from 'zod';
import { ScorecardSchema } from './scorecard.js';

/**
 * A row of what `batch` writes as JSON or NDJSON, with its rubric: the parts of a scorecard that a panel needs. Rows of
 * other programs may be simpler: the bare word of a verdict, one text as evidence, nothing where a name is unknown.
 */

const { candidate, rubric, dimensions, redFlags, startedAt, submittedAt, verdict } = ScorecardSchema.shape;
const { schemaVersion } = ScorecardSchema.shape;

export const ScoredRowSchema = z.looseObject({
  schemaVersion: schemaVersion.optional(),
  candidate,
  interviewer: z.string().nullish(),
  rubric: rubric.partial({ sha256: true }).extend({ scale: rubric.shape.scale.partial({ bar: true, labels: true }) }),
  startedAt: startedAt.optional(),
  submittedAt,
  dimensions: z
    .array(dimensions.element.extend({ evidence: z.union([z.array(z.string()), z.string()]).optional() }))
    .min(1),
  redFlags: redFlags.optional(),
  verdict: z.union([verdict.unwrap(), verdict.unwrap().shape.is]).optional(),
  line: z.number().optional().describe('Of the table.'),
});

export type ScoredRow = z.output<typeof ScoredRowSchema>;
