import { z } from 'zod';
import { PersonSchema } from '../person/person-schema.js';
import { measured } from '../schema/measured.js';
import { EvidenceSchema, ScorecardSchema } from './scorecard.js';

/**
 * A row of what `batch` writes as JSON or NDJSON, with its rubric: the parts of a scorecard that a panel needs, of any
 * version. Rows of other programs may be simpler: the bare name of a person, the bare word of a verdict, one text as
 * evidence, nothing where a name is unknown.
 */

const { rubric, dimensions, redFlags, startedAt, submittedAt, verdict } = ScorecardSchema.shape;
const { session, amends, shadow, held } = ScorecardSchema.shape;

const EvidenceListSchema = z.union([z.string(), z.array(z.union([z.string(), EvidenceSchema]))]);

export const ScoredRowSchema = z.looseObject({
  schemaVersion: z.literal([1, 2]).optional(),
  candidate: z.union([z.string().min(1, measured), PersonSchema]),
  interviewer: z.union([z.string(), PersonSchema]).nullish(),
  rubric: rubric.partial({ sha256: true }).extend({ scale: rubric.shape.scale.partial({ bar: true, labels: true }) }),
  startedAt: startedAt.optional(),
  submittedAt,
  held,
  session,
  amends,
  shadow,
  dimensions: z.array(dimensions.element.extend({ evidence: EvidenceListSchema.optional() })).min(1, measured),
  redFlags: z.array(redFlags.element.extend({ evidence: EvidenceListSchema.optional() })).optional(),
  verdict: z.union([verdict.unwrap(), verdict.unwrap().shape.is]).optional(),
  line: z.number().optional().describe('Of the table.'),
});

export type ScoredRow = z.output<typeof ScoredRowSchema>;
