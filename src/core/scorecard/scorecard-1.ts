import { z } from 'zod';
import { measured } from '../schema/measured.js';
import { TimestampSchema } from '../schema/timestamp.js';

/** A scorecard as version 0.1 wrote it. It is read, verified and pooled for good; nothing writes it any more. */

const RatingSchema = z.union([z.number().int(), z.enum(['not-assessed', 'not-applicable'])]);
const WordSchema = z.enum(['strong-yes', 'yes', 'no', 'strong-no']);

/** Small enough that no sum of weighted ratings loses a digit. */
const point = z.number().min(-1000).max(1000);

const RatedDimensionSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  weight: z.number().positive().max(100).describe('In per cent, with at most four decimals.'),
  minimum: z.number().int().optional(),
  optional: z.boolean().optional(),
  rating: RatingSchema,
  reason: z.string().optional().describe('Why it was not assessed.'),
  anchor: z.string().optional().describe('The text of the rating that was given.'),
  evidence: z.array(z.string()).optional(),
  asked: z.array(z.string()).optional(),
  seconds: z.number().int().nonnegative().optional(),
  contribution: z.number().optional().describe('Share of the score, in points; the contributions add up to it.'),
});

const ResultSchema = z.looseObject({
  score: z.number().optional().describe('Rounded half up to two decimals, for people; absent when nothing was rated.'),
  exact: z
    .looseObject({ numerator: z.number().int(), denominator: z.number().int().positive() })
    .optional()
    .describe('The score as a fraction.'),
  coverage: z
    .number()
    .int()
    .min(0)
    .max(100)
    .describe('Per cent of the applicable weight that was rated, rounded down.'),
  recommendation: z.enum([...WordSchema.options, 'incomplete']),
  because: z.array(z.string()),
});

export const Scorecard1Schema = z.looseObject({
  schemaVersion: z.literal(1),
  id: z.string().min(1, measured),
  status: z.enum(['draft', 'submitted']),
  candidate: z.string().min(1, measured),
  interviewer: z.string().min(1, measured),
  rubric: z.looseObject({
    id: z.string(),
    version: z.string(),
    variant: z.string().optional(),
    title: z.string(),
    sha256: z.string().describe("Of the rubric's file."),
    scale: z.looseObject({
      min: point.int(),
      max: point.int(),
      bar: point.int(),
      labels: z.record(z.string(), z.string()),
    }),
    recommendation: z.looseObject({
      coverageAtLeast: z.number().min(0).max(100),
      bands: z.looseObject({ 'strong-yes': point, yes: point, no: point }),
    }),
  }),
  startedAt: TimestampSchema,
  submittedAt: TimestampSchema.optional(),
  dimensions: z.array(RatedDimensionSchema).min(1, measured),
  redFlags: z.array(
    z.looseObject({
      id: z.string(),
      flag: z.string(),
      severity: z.enum(['stop', 'concern']),
      evidence: z.string().optional(),
    }),
  ),
  unblinded: z.boolean().optional().describe("true: other interviewers' ratings were looked at before submission."),
  verdict: z
    .looseObject({ is: z.enum([...WordSchema.options, 'no-decision']), reason: z.string().optional() })
    .optional(),
  result: ResultSchema,
  digest: z
    .string()
    .optional()
    .describe('Over the canonical JSON without the digest: a rating changed by hand is visible.'),
});

export type Scorecard1 = z.output<typeof Scorecard1Schema>;
