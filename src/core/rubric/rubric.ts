import { z } from 'zod';
import { measured } from '../schema/measured.js';
import { EXPORT_POINTS } from './export-points.js';
import { BORDER_KEY, RATING_KEY } from './rating-key.js';

/**
 * The shape of a rubric file. Each field carries the text that editors show on hover: `z.toJSONSchema` takes it over
 * into `rubrics/rubric.schema.json`. A format says itself what it asks for, in words that follow the name of the key.
 * What compares one part with another stands in `rules/`.
 */

const text = z.string().trim().min(1, measured);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, {
  error: 'must start with a lower-case letter and contain only lower-case letters, digits and hyphens',
});
const minutes = z.number().positive().max(480);

const ratingKey = z.string().regex(RATING_KEY, { error: 'must be a rating in digits, such as 3' });
const borderKey = z
  .string()
  .regex(BORDER_KEY, { error: 'must be two ratings with a hyphen between them, such as 3-4' });
const weight = z.number().positive().max(100);

export const QuestionSchema = z
  .strictObject({
    ask: text.describe('The question, as the interviewer says it: open, about one thing.'),
    listenFor: z
      .array(text)
      .default([])
      .describe('What a good answer contains. Begin an item with [3] to say which rating it speaks for.'),
    followUps: z
      .array(text)
      .default([])
      .describe('Probes that every candidate gets when the answer leaves a gap. Anchors mean the first two.'),
    core: z
      .boolean()
      .default(false)
      .describe('true: every candidate is asked this. Where a dimension marks none, its first question is.'),
  })
  .describe('A question of the interview.');

/** What one rating looks like in behaviour. */
export interface Anchor {
  /** The same for the eye, in a few words that fit one line. */
  readonly short?: string | undefined;
  readonly text: string;
}

export const AnchorSchema = z
  .union([
    text,
    z.strictObject({
      short: text.optional().describe('The same for the eye: at most 8 words, which fit one line of the board.'),
      text: text.describe('The behaviour, in at most 30 words.'),
    }),
  ])
  .transform((anchor): Anchor => (typeof anchor === 'string' ? { text: anchor } : anchor))
  .describe('What one rating looks like in behaviour: a text, or a short form and the text.');

export const DimensionSchema = z
  .strictObject({
    id: id.describe('Names the column in CSV and the key in JSON: lower-case letters, digits and hyphens.'),
    name: text.describe('The name people read.'),
    about: text
      .optional()
      .describe('What is meant, in a sentence for the candidate: neutral words, nothing of what a good answer has.'),
    aliases: z.array(text).default([]).describe('Other headers under which a CSV may hold this dimension.'),
    weight: weight
      .optional()
      .describe(
        'Share of the score in per cent; all weights sum to exactly 100. Leave it out everywhere: all weigh the same.',
      ),
    optional: z.boolean().default(false).describe('true: "not applicable" is allowed, and costs no coverage.'),
    minimum: z
      .number()
      .optional()
      .describe('A rating below this caps the recommendation at "no". Leave out where there is none.'),
    minutes: minutes.optional().describe('How long the plan gives this dimension.'),
    meetsBar: text.describe('In one sentence: what meeting the bar means.'),
    anchors: z
      .record(ratingKey, AnchorSchema)
      .describe(
        'What each whole rating looks like in behaviour that an interviewer can see or hear. With more than 7 of them, at least the ends and the bar.',
      ),
    borders: z
      .record(borderKey, text)
      .default({})
      .describe('A test that decides between two neighbouring ratings, such as "3-4".'),
    questions: z.array(QuestionSchema).default([]).describe('Two to four questions.'),
    signals: z
      .strictObject({
        strong: z.array(text).default([]).describe('Heard from people who are good at this.'),
        weak: z.array(text).default([]).describe('Heard from people who are not.'),
      })
      .default({ strong: [], weak: [] })
      .describe('Things to listen for.'),
    evidence: z
      .array(text)
      .default([])
      .describe('Figures a good candidate can quote, such as "MTTR down 30% in a year".'),
  })
  .describe('One weighted line of the rubric.');

const SeveritySchema = z.enum(['stop', 'concern']);

export const RedFlagSchema = z
  .strictObject({
    id: id.describe('Names the flag in scorecards.'),
    flag: text.describe('The behaviour, as it is seen or heard.'),
    severity: SeveritySchema.describe('stop caps the recommendation at "no"; concern must be discussed.'),
    dimension: id.optional().describe('The dimension it belongs to, if any.'),
    why: text.optional().describe('The harm it does: why this is a red flag.'),
    probe: text.optional().describe('The question to ask before raising the flag.'),
  })
  .describe('A warning apart from the weights: it never changes the score.');

export const ExerciseSchema = z
  .strictObject({
    id: id.describe('Names the exercise.'),
    title: text.describe('The title people read.'),
    minutes: z
      .strictObject({ from: minutes.describe('At least so long.'), to: minutes.describe('At most so long.') })
      .describe('The time cap: shortest and longest.'),
    provide: z.array(text).min(1, measured).describe('What the candidate gets.'),
    onRequest: z.array(text).default([]).describe('What the interviewer knows, and tells only when asked.'),
    ask: z.array(text).min(1, measured).describe('What the candidate is asked to do.'),
    evaluate: z.array(text).min(1, measured).describe('What to look at in the result.'),
    change: text.optional().describe('The one change to inject half-way ("a region is lost").'),
    tools: text.optional().describe('What aids are allowed: notes, search, AI assistants.'),
    answers: z.record(ratingKey, text).default({}).describe('What an answer of each rating contains.'),
    dimensions: z.array(id).default([]).describe('The dimensions on which it gives evidence.'),
  })
  .describe('A timed case study.');

export const RequirementSchema = z
  .strictObject({
    id: id.describe('Names the column in CSV.'),
    name: text.describe('The name people read.'),
    aliases: z.array(text).default([]).describe('Other headers under which a CSV may hold this requirement.'),
    atLeast: z.number().optional().describe('The smallest value that meets it. Leave out for yes or no.'),
    typicalTo: z.number().optional().describe('The upper end of what is usual; more is fine.'),
    unit: text.optional().describe('What is counted, such as "years".'),
    required: z.boolean().default(true).describe('false: useful to know, not needed.'),
    note: text.optional().describe('What counts, and what counts as equivalent.'),
  })
  .describe('A qualification to screen for.');

export const SessionSchema = z
  .strictObject({
    id: id.describe('Names the session.'),
    title: text.describe('The title people read.'),
    minutes: minutes.describe('How long it takes, greeting and closing included.'),
    dimensions: z.array(id).min(1, measured).describe('What its interviewer rates: best 3 or 4 dimensions.'),
  })
  .describe('One conversation of the interview plan.');

/** The words for 1 to 5 where 3 is the bar. */
const LABELS: Readonly<Record<string, string>> = {
  1: 'Not shown',
  2: 'Partly shown',
  3: 'Meets the bar',
  4: 'Above the bar',
  5: 'Well above the bar',
};

/** The bar of a scale that does not give one: 3 from 1 to 5, where it is in the middle; elsewhere there is none. */
export function usualBar({ min, max }: { readonly min: number; readonly max: number }): number | undefined {
  return min === 1 && max === 5 ? 3 : undefined;
}

const ScaleSchema = z
  .strictObject({
    min: z.number().int().min(-10).max(100).default(1).describe('The lowest rating, a whole number.'),
    max: z.number().int().min(-10).max(100).default(5).describe('The highest rating, a whole number.'),
    step: z.literal([1, 0.5]).default(1).describe('From one rating to the next: 1, or 0.5 for halves too.'),
    bar: z.number().optional().describe('The rating that means "meets the bar"; 3 on a scale from 1 to 5.'),
    labels: z
      .record(ratingKey, text)
      .optional()
      .describe(
        'A short name for each whole rating; with more than 7 of them, at least for the ends and the bar. If not given: "Meets the bar" and the like, on a scale from 1 to 5 with the bar at 3.',
      ),
  })
  .transform((scale, context) => {
    const { bar = usualBar(scale) } = scale;
    const { labels = bar === 3 && usualBar(scale) === bar ? LABELS : undefined } = scale;
    // As the schema tells of any other key that is missing.
    const missing = (key: 'bar' | 'labels', expected: 'number' | 'record') =>
      context.issues.push({ code: 'invalid_type', expected, input: undefined, path: [key] });
    if (bar === undefined) missing('bar', 'number');
    if (labels === undefined) missing('labels', 'record');
    return { ...scale, bar: bar ?? scale.max, labels: labels ?? {} };
  })
  .describe('The allowed ratings: from min to max, at most 21. If not given: 1 to 5, bar 3.');

const pointsIn = (points: z.ZodType<string> | z.ZodType<number>) =>
  z.record(ratingKey, points).describe('What each rating of the scale is there.');

const band = z.number();

export const VariantSchema = z
  .strictObject({
    id: id.describe('What --variant names.'),
    title: text.describe('The context, as people read it.'),
    why: text.describe('Why this context needs another weighting or other questions.'),
    weights: z
      .union([z.record(id, weight), z.literal('equal')])
      .optional()
      .describe(
        'Whole new weights: one for each dimension, again summing to exactly 100; or equal, for the same weight everywhere.',
      ),
    minimums: z.record(id, z.number()).default({}).describe('Minimum ratings that this context sets or replaces.'),
    questions: z.record(id, z.array(QuestionSchema)).default({}).describe('Further questions, by dimension.'),
    redFlags: z.array(RedFlagSchema).default([]).describe('Further red flags.'),
  })
  .describe('An overlay of the rubric for a context.');

export const RubricSchema = z
  .strictObject({
    id: id.describe('What --role names; best the file name without its ending.'),
    title: text.describe('The role, as people read it.'),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/, { error: 'must be three numbers, such as 1.0.0' })
      .describe('Three numbers, such as 1.0.0. Raise the first when old scores stop being comparable.'),
    aliases: z.array(id).default([]).describe('Other names for --role.'),
    summary: text.describe('Two or three sentences on the role and what the rubric looks for.'),
    extends: id
      .optional()
      .describe(
        'Another rubric, by its id: a dimension below that gives no more than id and weight is filled from it.',
      ),
    sources: z
      .array(
        z.strictObject({
          document: text.describe('The document, as it can be found again.'),
          section: text.optional().describe('The part of it.'),
          items: text
            .optional()
            .describe('A YAML file with what the document says, item by item; its path from this file.'),
          homes: z
            .record(id, id)
            .default({})
            .describe('For each item, the id of the part of this rubric that holds it; `rubric` for its own texts.'),
        }),
      )
      .default([])
      .describe('What the rubric rests on. `rubric check --sources` tells which item has no home.'),
    howToRate: text.optional().describe('One paragraph for the interviewer: how to choose between anchors.'),
    scale: ScaleSchema.prefault({}),
    weightsRationale: text.optional().describe('Why the weights differ. Needed where they do.'),
    dimensions: z
      .array(DimensionSchema)
      .min(1, measured)
      .max(36, measured)
      .describe('What is assessed, in the order of the interview.'),
    sessions: z
      .array(SessionSchema)
      .default([])
      .describe('The conversations of the interview plan, each held by one interviewer.'),
    redFlags: z.array(RedFlagSchema).default([]).describe('Warnings apart from the weights.'),
    exercises: z.array(ExerciseSchema).default([]).describe('Timed case studies.'),
    requirements: z.array(RequirementSchema).default([]).describe('Qualifications to screen for.'),
    recommendation: z
      .strictObject({
        coverageAtLeast: z
          .number()
          .min(0)
          .max(100)
          .describe('Below this share of rated weight the recommendation is "incomplete".'),
        bands: z
          .strictObject({
            'strong-yes': band.describe('From this score on: strong yes.'),
            yes: band.describe('From this score on: yes.'),
            no: band.describe('From this score on: no.'),
          })
          .describe('The lowest score of each band; a score below "no" is strong-no.'),
        strongYesNeeds: z
          .number()
          .optional()
          .describe('With any rating below this, the recommendation is at most "yes". In a panel: any pooled rating.'),
        borderline: z
          .number()
          .positive()
          .optional()
          .describe('A score at most this far from where "yes" begins, on either side, is marked as borderline.'),
        pool: z
          .enum(['mean', 'median', 'trimmed'])
          .optional()
          .describe(
            "How a panel's ratings of a dimension become one; trimmed leaves out the highest and the lowest. If not given: mean.",
          ),
      })
      .describe('From score to recommendation.'),
    export: z
      .strictObject({
        greenhouse: pointsIn(z.enum(EXPORT_POINTS.greenhouse)).optional(),
        lever: pointsIn(z.literal(EXPORT_POINTS.lever)).optional(),
        ashby: pointsIn(z.literal(EXPORT_POINTS.ashby)).optional(),
        merge: pointsIn(z.enum(EXPORT_POINTS.merge)).optional(),
      })
      .optional()
      .describe('Ratings in the points of other systems, such as lever: { 1: 1, 2: 2, 3: 2, 4: 3, 5: 4 }.'),
    variants: z.array(VariantSchema).default([]).describe('Overlays for a context.'),
    allow: z
      .array(
        z.strictObject({
          code: id.describe('The code of the advice, as `rubric check` prints it.'),
          reason: text.describe('Why it does not apply here.'),
        }),
      )
      .default([])
      .describe('Advice of `rubric check` that this rubric sets aside, with the reason.'),
  })
  .describe('The form for one role: weighted dimensions with anchors, questions, red flags and exercises.');

export type Question = z.output<typeof QuestionSchema>;
export type InterviewSession = z.output<typeof SessionSchema>;
export type Dimension = z.output<typeof DimensionSchema>;
export type RedFlag = z.output<typeof RedFlagSchema>;
export type Exercise = z.output<typeof ExerciseSchema>;
export type Requirement = z.output<typeof RequirementSchema>;
export type Variant = z.output<typeof VariantSchema>;
export type Rubric = z.output<typeof RubricSchema>;
