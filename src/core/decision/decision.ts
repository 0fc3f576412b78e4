import { z } from 'zod';
import { PersonSchema } from '../person/person-schema.js';
import { measured } from '../schema/measured.js';
import { DaySchema, TimestampSchema } from '../schema/timestamp.js';
import { ScorecardSchema } from '../scorecard/scorecard.js';

/**
 * What people decided about a candidate, sealed as scorecards are, with a copy of what was known then: so it can be read
 * alone when the scorecards are gone. Unknown keys, from a later version, survive a round trip.
 */

export const DECISIONS = ['hire', 'no-hire', 'hold', 'other'] as const;
export type DecisionWord = (typeof DECISIONS)[number];

const { result, redFlags, verdict, dimensions } = ScorecardSchema.shape;
const { score, exact, coverage, recommendation, borderline, because } = result.shape;
const { rating, name, weight } = dimensions.element.shape;
const { id: flagId, flag, severity, evidence } = redFlags.element.shape;
const { is, reason } = verdict.unwrap().shape;
const { id, version, variant, title, scale } = ScorecardSchema.shape.rubric.shape;
const { min, max, step } = scale.shape;

const DigestSchema = z.string();
const FractionSchema = exact.unwrap();

const HeldRatingSchema = z
  .union([rating, z.literal('not-held')])
  .describe('A rating of the scale, or why there is none; not-held: it was in no session of theirs.');

const RestingOnSchema = z.looseObject({
  digest: DigestSchema.optional().describe('Absent for a row of a table, which is not sealed.'),
  id: z.string().optional(),
  interviewer: PersonSchema.optional(),
  session: z.string().optional().describe('The part of the interview that it is about. Absent: all of it.'),
  sealedAt: TimestampSchema.optional(),
  verdict: z.looseObject({ is, reason }).optional().describe("The interviewer's own call, as it was then."),
  score,
  amends: z
    .looseObject({
      digests: z.array(DigestSchema).describe('Of the scorecards in whose place this one stands, oldest first.'),
      after: z.enum(['debrief']).optional(),
      sealedAt: TimestampSchema.optional().describe('When the first of them was sealed.'),
      ratings: z.number().int().nonnegative().optional().describe('How many ratings it changed.'),
    })
    .optional(),
  unblinded: z.boolean().optional().describe("true: other interviewers' ratings were looked at before submission."),
});

const PanelSchema = z.looseObject({
  score,
  exact: z
    .looseObject({
      numerator: z.union([FractionSchema.shape.numerator, z.string()]),
      denominator: z.union([FractionSchema.shape.denominator, z.string()]),
    })
    .optional()
    .describe('The score as a fraction; a number that is too large for JSON as text.'),
  standardError: z.number().nonnegative().optional().describe('Of the score, in points.'),
  coverage,
  recommendation,
  borderline,
  because,
  pool: z.string().describe("How the ratings of a dimension became one: mean, or another of the rubric's."),
  sessions: z
    .array(z.looseObject({ id: z.string(), title: z.string().optional(), isIn: z.boolean() }))
    .optional()
    .describe('The sessions of the interview plan. Absent where every scorecard is of the whole interview.'),
});

export const DecisionSchema = z.looseObject({
  schemaVersion: z.literal(1),
  program: z.looseObject({ name: z.string(), version: z.string() }).optional().describe('What sealed it.'),
  id: z.string().min(1, measured),
  candidate: PersonSchema,
  rubric: z.looseObject({
    id,
    version,
    variant,
    title,
    scale: z.looseObject({ min, max, step, bar: scale.shape.bar.optional() }),
    acrossVersions: z
      .boolean()
      .optional()
      .describe('true: scorecards of other versions or variants were pooled with its weights.'),
  }),
  decision: z.enum(DECISIONS),
  by: PersonSchema.describe('Who decided.'),
  recordedBy: PersonSchema.optional().describe('Who wrote it down, where that is somebody else.'),
  why: z.string().min(1, measured),
  differs: z
    .looseObject({ from: recommendation, why: z.string().min(1, measured) })
    .optional()
    .describe('Where it is another than the recommendation: which that was, and why.'),
  followUp: z.string().optional().describe('What is to be done.'),
  decidedAt: TimestampSchema.describe('When it was written down.'),
  decidedOn: DaySchema.optional().describe('The day of the decision, where it is another.'),
  replaces: z
    .looseObject({ digest: DigestSchema.describe('Of the decision in whose place this one stands.'), why: z.string() })
    .optional(),
  panel: PanelSchema.describe('What the panel came to when it was decided.'),
  scorecards: z.array(RestingOnSchema).min(1, measured).describe('What it rests on.'),
  waiting: z
    .array(z.looseObject({ interviewer: PersonSchema, session: z.string().optional() }))
    .optional()
    .describe('Whose scorecards were still drafts.'),
  dimensions: z.array(
    z.looseObject({
      id: z.string(),
      name,
      weight,
      ratings: z.array(
        z.looseObject({
          interviewer: PersonSchema.optional(),
          rating: HeldRatingSchema,
          reason: z.string().optional(),
        }),
      ),
      median: z.number().optional(),
      mean: z.number().optional(),
      range: z.number().nonnegative().optional(),
      apart: z.boolean().optional().describe('true: highest and lowest differ by half the scale or more.'),
    }),
  ),
  redFlags: z.array(
    z.looseObject({
      id: flagId,
      flag,
      severity,
      seen: z.array(z.looseObject({ interviewer: PersonSchema.optional(), evidence })),
    }),
  ),
  digest: DigestSchema.optional().describe('Over the canonical JSON without the digest: a change by hand is visible.'),
});

export type DecisionRecord = z.output<typeof DecisionSchema>;
