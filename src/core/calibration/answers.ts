import { z } from 'zod';
import { type Checked, createProblem } from '../problem.js';
import { isOnScale, type Scale } from '../rubric/scale.js';
import { measured } from '../schema/measured.js';
import { schemaProblems } from '../schema/schema-problems.js';
import type { CalibrationItem } from './pack.js';

/** What a rater gave an answer, with what they noted on it. */
export interface GivenRating {
  readonly rating: number;
  readonly note?: string | undefined;
}

/** One rater's ratings, as a file keeps them: a saved report is such a file too. */
export interface CalibrationAnswers {
  readonly rubric: string;
  readonly version: string;
  readonly rater?: string | undefined;
  readonly seed?: number | undefined;
  /** By the keys of the answers. */
  readonly ratings: Readonly<Record<string, GivenRating>>;
}

const text = z.string().trim().min(1, measured);

const CalibrationAnswersSchema = z.object({
  rubric: text,
  version: text,
  rater: text.optional(),
  seed: z.int().min(0).optional(),
  ratings: z.record(z.string(), z.union([z.number(), z.strictObject({ rating: z.number(), note: text.optional() })])),
});

interface Against {
  readonly items: readonly CalibrationItem[];
  readonly scale: Scale;
  /** Of which the answers have to be. */
  readonly rubric: string;
  readonly version: string;
}

/** Reads ratings and holds them against the answers that they are of. */
export function parseCalibration(data: unknown, { items, scale, ...of }: Against): Checked<CalibrationAnswers> {
  const parsed = CalibrationAnswersSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, CalibrationAnswersSchema) };
  const { rubric, version, ratings: written, ...rest } = parsed.data;
  const known = items.map(({ key }) => key);
  const ratings = Object.entries(written).map(
    ([key, given]) => [key, typeof given === 'number' ? { rating: given } : given] as const,
  );
  const problems = [
    ...(rubric === of.rubric ? [] : [createProblem('other-rubric', { id: rubric, expected: of.rubric }, ['rubric'])]),
    ...(rubric !== of.rubric || version === of.version
      ? []
      : [createProblem('other-pack', { version, now: of.version }, ['version'])]),
    ...ratings.flatMap(([key, { rating }]) => {
      const path = ['ratings', key];
      if (!known.includes(key)) return [createProblem('unknown-answer', { key, known }, path, 'key')];
      return isOnScale(rating, scale)
        ? []
        : [createProblem('off-scale', { what: 'rating', value: rating, dimension: key, scale }, path)];
    }),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { rubric, version, ...rest, ratings: Object.fromEntries(ratings) } };
}
