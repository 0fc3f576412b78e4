import { z } from 'zod';
import { AnswersSchema } from '../interview/answers/answers.js';
import { measured } from '../schema/measured.js';
import type { Reason } from '../scoring/reason.js';
import { RECOMMENDATIONS } from '../scoring/rules.js';

const text = z.string().trim().min(1, measured);

/** The rules whose acting a case can expect. The band is not one of them: score and recommendation say it. */
const RULES = [
  'coverage',
  'session',
  'strong-yes-needs',
  'minimum',
  'minimum-not-rated',
  'single-below-minimum',
  'stop',
  'concern',
  'borderline',
] as const satisfies readonly Exclude<Reason['type'], 'band'>[];

const ExpectedReasonSchema = z.strictObject({
  rule: z.enum(RULES).describe('The rule that acted, or that has something to tell.'),
  dimension: text.optional().describe('The id of the dimension that it is about.'),
  dimensions: z
    .array(text)
    .optional()
    .describe('With borderline: the ids of the dimensions whose next step would turn the recommendation.'),
  flag: text.optional().describe('The id of the red flag that it is about.'),
});

const ExpectationSchema = z.strictObject({
  score: z.number().nullable().optional().describe('With two decimals, as it is shown; null where nothing is rated.'),
  coverage: z.number().int().optional().describe('In whole per cent, rounded down.'),
  recommendation: z.enum(RECOMMENDATIONS).optional().describe('What the rules make of it.'),
  borderline: z.boolean().optional().describe('Left out beside a recommendation: no.'),
  because: z
    .array(ExpectedReasonSchema)
    .optional()
    .describe('The reasons beside the band, in any order, as scorecards have them without their text.'),
});

const { session, ratings, redFlags } = AnswersSchema.shape;

const InterviewCaseSchema = z.strictObject({ session, ratings, redFlags });

export const CaseSchema = z.strictObject({
  name: text.describe('What it shows, in a sentence.'),
  why: text.optional().describe('Why it should come out so, for readers.'),
  variant: AnswersSchema.shape.variant,
  session,
  ratings: ratings.optional(),
  redFlags,
  interviews: z
    .array(InterviewCaseSchema)
    .min(1, measured)
    .optional()
    .describe('Instead of ratings: what several interviewers gave one candidate, to be pooled.'),
  expect: ExpectationSchema.nullish().describe('What comes out. What is left out of it is not compared.'),
});

/** Cases that a rubric is tested with: `ROLE.test.yaml` beside it. */
export const CasesSchema = z
  .strictObject({
    cases: z.array(CaseSchema).min(1, measured).describe('Answers, each with what the rubric should make of them.'),
  })
  .describe('Cases for scorecard rubric test.');

/** A case as it stands in a file. */
export type WrittenCase = z.output<typeof CaseSchema>;
export type WrittenInterview = z.output<typeof InterviewCaseSchema>;
export type Expectation = z.output<typeof ExpectationSchema>;
export type ExpectedReason = z.output<typeof ExpectedReasonSchema>;
