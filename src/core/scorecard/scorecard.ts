import { z } from 'zod';
import { PersonSchema } from '../person/person-schema.js';
import { measured } from '../schema/measured.js';
import { DaySchema, TimestampSchema } from '../schema/timestamp.js';

/**
 * The file that an interview leaves behind, version 2. It holds a copy of what was rated and of the rules, so that it
 * can be read and scored again when the rubric has changed. Unknown keys, from a later version, survive a round trip.
 */

const WordSchema = z.enum(['strong-yes', 'yes', 'no', 'strong-no']);
const VerdictSchema = z.enum([...WordSchema.options, 'no-decision']);
const DigestSchema = z.string();

/** Small enough that no sum of weighted ratings loses a digit. */
const point = z.number().min(-1000).max(1000);
const RatingSchema = z
  .union([point, z.enum(['not-assessed', 'not-applicable'])])
  .describe('A rating of the scale, or why there is none.');

/** What was said or seen, and when it was noted. */
export const EvidenceSchema = z.looseObject({
  text: z.string(),
  at: TimestampSchema.optional().describe('When it was noted.'),
});

const RatedDimensionSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  weight: z
    .number()
    .positive()
    .max(100)
    .optional()
    .describe('In per cent, with at most four decimals. Absent where all weigh the same.'),
  minimum: point.optional().describe('A rating below this caps the recommendation at "no".'),
  optional: z.boolean().optional(),
  rating: RatingSchema,
  reason: z.string().optional().describe('Why it was not assessed.'),
  anchor: z.string().optional().describe('The text of the rating that was given. Absent where it has none.'),
  evidence: z.array(EvidenceSchema).optional(),
  asked: z.array(z.string()).optional(),
  seconds: z.number().int().nonnegative().optional(),
  contribution: z.number().optional().describe('Share of the score, in points; the contributions add up to it.'),
});

const BecauseSchema = z.looseObject({
  rule: z
    .string()
    .describe(
      'coverage, session, band, strong-yes-needs, minimum, minimum-not-rated, single-below-minimum, stop, concern or borderline.',
    ),
  dimension: z.string().optional().describe('The id of the dimension on which the rule acted.'),
  dimensions: z
    .array(z.string())
    .optional()
    .describe('The ids of the dimensions of which one step up or down would turn a borderline recommendation.'),
  flag: z.string().optional().describe('The id of the red flag on which the rule acted.'),
  text: z.string().describe('In words, which may change from one version of the program to the next.'),
});

const ResultSchema = z.looseObject({
  score: z
    .number()
    .optional()
    .describe('Rounded half up to two decimals, never up to the next band, for people; absent when nothing was rated.'),
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
  borderline: z
    .boolean()
    .optional()
    .describe('true: the score is near where "yes" begins, and the band decides. Absent: no.'),
  because: z.array(BecauseSchema),
});

export const ScorecardSchema = z.looseObject({
  schemaVersion: z.literal(2),
  program: z
    .looseObject({ name: z.string(), version: z.string() })
    .optional()
    .describe('What sealed it. Absent while it is a draft.'),
  id: z.string().min(1, measured),
  status: z.enum(['draft', 'submitted']),
  candidate: PersonSchema,
  interviewer: PersonSchema,
  session: z.string().optional().describe('The part of the interview that it is about. Absent: all of it.'),
  amends: z
    .looseObject({
      digest: DigestSchema.describe('Of the scorecard in whose place this one stands.'),
      reason: z.string(),
      after: z.enum(['debrief']).optional().describe('What came between the two.'),
    })
    .optional(),
  previous: DigestSchema.optional().describe("Digest of this interviewer's last seal in the store."),
  shadow: z.boolean().optional().describe('true: of somebody who learns to interview. It is kept and never counts.'),
  unblinded: z.boolean().optional().describe("true: other interviewers' ratings were looked at before submission."),
  source: z
    .looseObject({
      file: z.string().describe('The name of the file, without its folder.'),
      row: z
        .number()
        .int()
        .positive()
        .optional()
        .describe('The line on which the row of a table begins; in JSON which it is.'),
      system: z.string().optional().describe('The other system whose scorecard it was, such as greenhouse.'),
      id: z.string().optional().describe('Its id there.'),
      sha256: z.string().optional().describe('Of the file, as it was read.'),
      rowSha256: z
        .string()
        .optional()
        .describe(
          "Of what the row's cells say, wherever they stand, with the rubric's digest: the same row again is known by it.",
        ),
    })
    .optional()
    .describe('Where it was taken from.'),
  rubric: z.looseObject({
    id: z.string(),
    version: z.string(),
    variant: z.string().optional(),
    title: z.string(),
    sha256: z
      .string()
      .describe("Of the rubric's file; where it extends another, of the whole rubric as a store keeps it."),
    scale: z.looseObject({
      min: point.int(),
      max: point.int(),
      step: z.literal([1, 0.5]).optional().describe('From one rating to the next. Absent: 1.'),
      bar: point,
      labels: z.record(z.string(), z.string()),
    }),
    recommendation: z.looseObject({
      coverageAtLeast: z.number().min(0).max(100),
      bands: z.looseObject({ 'strong-yes': point, yes: point, no: point }),
      strongYesNeeds: point.optional().describe('With any rating below this, at most "yes".'),
      borderline: point.positive().optional().describe('How far from where "yes" begins a score is borderline.'),
      pool: z
        .enum(['mean', 'median', 'trimmed'])
        .optional()
        .describe("How a panel's ratings of a dimension become one. Absent: the mean."),
    }),
  }),
  startedAt: TimestampSchema,
  submittedAt: TimestampSchema.optional(),
  held: DaySchema.optional().describe(
    'The day of the interview, where it is another than the day on which it was written up.',
  ),
  dimensions: z.array(RatedDimensionSchema).min(1, measured),
  redFlags: z.array(
    z.looseObject({
      id: z.string(),
      flag: z.string(),
      severity: z.enum(['stop', 'concern']),
      evidence: z.array(EvidenceSchema).optional(),
    }),
  ),
  notes: z.array(EvidenceSchema).optional().describe('On the interview as a whole.'),
  verdict: z
    .looseObject({
      is: VerdictSchema,
      reason: z.string().optional(),
      first: VerdictSchema.optional().describe('Before the recommendation was shown, where it is another.'),
    })
    .optional(),
  changedAfterReveal: z
    .array(
      z.looseObject({
        dimension: z.string().optional(),
        flag: z.string().optional(),
        from: RatingSchema.optional(),
        to: z.union([RatingSchema, z.enum(['observed', 'withdrawn'])]).optional(),
      }),
    )
    .optional()
    .describe('What was changed after the recommendation was shown.'),
  result: ResultSchema,
  digest: DigestSchema.optional().describe(
    'Over the canonical JSON without the digest: a rating changed by hand is visible.',
  ),
});

export type Scorecard = z.output<typeof ScorecardSchema>;
export type RatedDimension = z.output<typeof RatedDimensionSchema>;
export type Evidence = z.output<typeof EvidenceSchema>;
