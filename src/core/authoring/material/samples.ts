import { z } from 'zod';
import { type Checked, createAdvice, createProblem, type Problem } from '../../problem.js';
import { parseBorder } from '../../rubric/rating-key.js';
import type { Rubric } from '../../rubric/rubric.js';
import { areNeighbours, isOnScale } from '../../rubric/scale.js';
import { measured } from '../../schema/measured.js';
import { schemaProblems } from '../../schema/schema-problems.js';

const text = z.string().trim().min(1, measured);

/** Answers that were rated together, for training, calibration and tests. */
export const SamplesSchema = z.strictObject({
  /** The id of the rubric, and the version by whose anchors the answers were rated. */
  rubric: text,
  version: text,
  samples: z
    .array(
      z.strictObject({
        dimension: text,
        /** What the raters agreed on. */
        rating: z.number(),
        /** The border that the answer is near, such as "3-4". */
        border: text.optional(),
        answer: text,
        /** What was heard, what was not, and what decided. */
        why: text,
      }),
    )
    .min(1, measured),
});

export type Samples = z.output<typeof SamplesSchema>;

/** Fewer do not show where one rating ends and the next begins. */
const FEWEST = 3;

/** Reads rated answers and holds them against their rubric. */
export function parseSamples(data: unknown, rubric: Rubric): Checked<Samples> {
  const parsed = SamplesSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, SamplesSchema) };
  const problems = mistakes(parsed.data, rubric);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}

function mistakes({ rubric: id, samples }: Samples, rubric: Rubric): readonly Problem[] {
  const known = rubric.dimensions.map((dimension) => dimension.id);
  const { scale } = rubric;
  return [
    ...(id === rubric.id ? [] : [createProblem('other-rubric', { id, expected: rubric.id }, ['rubric'])]),
    ...samples.flatMap(({ dimension, rating, border }, at) => {
      const path = (key: string) => ['samples', at, key];
      const ends = border === undefined ? undefined : parseBorder(border);
      return [
        ...(known.includes(dimension)
          ? []
          : [createProblem('unknown-dimension', { id: dimension, known }, path('dimension'))]),
        ...(isOnScale(rating, scale)
          ? []
          : [createProblem('off-scale', { what: 'rating', value: rating, dimension, scale }, path('rating'))]),
        ...(border === undefined || (ends && [ends.low, ends.high].includes(rating) && areNeighbours(ends, scale))
          ? []
          : [createProblem('sample-border', { border, rating }, path('border'))]),
      ];
    }),
  ];
}

/** What could be better: dimensions with too few answers, all of one rating, or none near a border. */
export function adviseSamples({ version, samples }: Samples, rubric: Rubric): readonly Problem[] {
  return [
    ...(version === rubric.version
      ? []
      : [createAdvice('samples-version', { version, now: rubric.version }, ['version'])]),
    ...rubric.dimensions.flatMap(({ id }) => {
      const own = samples.filter(({ dimension }) => dimension === id);
      const ratings = new Set(own.map(({ rating }) => rating));
      return [
        ...(own.length < FEWEST
          ? [createAdvice('few-samples', { dimension: id, count: own.length, fewest: FEWEST }, ['samples'])]
          : []),
        ...(own.length > 0 && ratings.size < Math.min(own.length, FEWEST)
          ? [createAdvice('narrow-samples', { dimension: id, ratings: [...ratings] }, ['samples'])]
          : []),
        ...(own.length > 0 && own.every(({ border }) => border === undefined)
          ? [createAdvice('no-border-sample', { dimension: id }, ['samples'])]
          : []),
      ];
    }),
  ];
}
