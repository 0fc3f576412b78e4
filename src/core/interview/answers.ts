import { z } from 'zod';
import { type Checked, createProblem, type Path, type Problem } from '../problem.js';
import type { Dimension, Rubric } from '../rubric/rubric.js';
import { isOnScale, isRated, type Rating } from '../rubric/scale.js';
import { schemaProblems } from '../schema/schema-problems.js';
import type { Scorecard } from '../scorecard/scorecard.js';
import { VERDICTS } from '../scoring/verdict.js';
import type { SessionChange } from './event.js';

const RatingSchema = z.union([z.number(), z.enum(['not-assessed', 'not-applicable'])], {
  error: 'expected a rating of the scale, "not-assessed" or "not-applicable"',
});

const AnswerSchema = z.union([
  RatingSchema,
  z.strictObject({
    rating: RatingSchema,
    evidence: z.union([z.string(), z.array(z.string())]).optional(),
    reason: z.string().optional(),
    asked: z.array(z.union([z.number().int().positive(), z.string()])).optional(),
  }),
]);

const VerdictSchema = z.enum(VERDICTS);

/** An interview written down: what `interview --answers` takes. The same words as in a scorecard. */
export const AnswersSchema = z.strictObject({
  candidate: z.string().trim().min(1).optional(),
  interviewer: z.string().trim().min(1).optional(),
  role: z.string().optional(),
  variant: z.string().optional(),
  ratings: z.record(z.string(), AnswerSchema),
  redFlags: z
    .array(z.union([z.string(), z.strictObject({ id: z.string(), evidence: z.string().optional() })]))
    .default([]),
  verdict: z.union([VerdictSchema, z.strictObject({ is: VerdictSchema, reason: z.string().optional() })]).optional(),
});

export type Answers = z.output<typeof AnswersSchema>;
type Answer = Answers['ratings'][string];

export function parseAnswers(data: unknown): Checked<Answers> {
  const parsed = AnswersSchema.safeParse(data, { reportInput: true });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, problems: schemaProblems(parsed.error, AnswersSchema) };
}

/** What in the answers does not fit the rubric: unknown dimensions and flags, ratings off the scale. */
export function checkAnswers(answers: Answers, rubric: Rubric): readonly Problem[] {
  const dimensions = rubric.dimensions.map(({ id }) => id);
  const flags = rubric.redFlags.map(({ id }) => id);
  return [
    ...Object.entries(answers.ratings).flatMap(([id, answer]) => {
      const dimension = rubric.dimensions.find((candidate) => candidate.id === id);
      const path = ['ratings', id];
      if (!dimension) {
        return [createProblem('unknown-dimension', { id, known: dimensions, role: rubric.id }, path, 'key')];
      }
      const asked = isPlain(answer) ? [] : (answer.asked ?? []);
      return [
        ...ratingProblems(ratingOf(answer), { rubric, dimension, path }),
        ...asked
          .filter((question) => positionOfQuestion(question, dimension) === undefined)
          .map((question) => createProblem('unknown-question', { dimension: id, question }, [...path, 'asked'])),
      ];
    }),
    ...answers.redFlags.flatMap((flag, at) => {
      const id = typeof flag === 'string' ? flag : flag.id;
      if (flags.includes(id)) return [];
      const path = typeof flag === 'string' ? ['redFlags', at] : ['redFlags', at, 'id'];
      return [createProblem('unknown-flag', { id, known: flags }, path)];
    }),
  ];
}

function ratingProblems(
  rating: Rating,
  { rubric: { scale }, dimension, path }: { rubric: Rubric; dimension: Dimension; path: Path },
): readonly Problem[] {
  if (rating === 'not-applicable' && !dimension.optional) {
    return [createProblem('not-optional', { dimension: dimension.id, where: 'answers' }, path)];
  }
  if (isRated(rating) && !isOnScale(rating, scale)) {
    return [createProblem('off-scale', { what: 'rating', value: rating, scale }, path)];
  }
  return [];
}

/** The events that a session needs to hold these answers. Dimensions left out get none: they are not assessed. */
export function answersToChanges(answers: Answers, rubric: Rubric): readonly SessionChange[] {
  return [
    ...Object.entries(answers.ratings).flatMap(([dimension, answer]) => answerChanges(dimension, answer, rubric)),
    ...answers.redFlags.map((flag): SessionChange => {
      if (typeof flag === 'string') return { type: 'flag', flag };
      return { type: 'flag', flag: flag.id, ...(flag.evidence ? { evidence: flag.evidence } : {}) };
    }),
    ...verdictChanges(answers.verdict),
  ];
}

function answerChanges(dimension: string, answer: Answer, rubric: Rubric): readonly SessionChange[] {
  const questions = rubric.dimensions.find(({ id }) => id === dimension);
  const rating = ratingOf(answer);
  if (isPlain(answer)) return [{ type: 'rate', dimension, rating }];
  const notes = typeof answer.evidence === 'string' ? [answer.evidence] : (answer.evidence ?? []);
  return [
    { type: 'rate', dimension, rating, ...(answer.reason ? { reason: answer.reason } : {}) },
    ...notes.map((text): SessionChange => ({ type: 'note', dimension, text })),
    ...(answer.asked ?? []).flatMap((asked): readonly SessionChange[] => {
      const question = questions && positionOfQuestion(asked, questions);
      return question === undefined ? [] : [{ type: 'asked', dimension, question, asked: true }];
    }),
  ];
}

/** The position of a question that is named by its number, from 1, or by its own words. */
function positionOfQuestion(asked: number | string, { questions }: Pick<Dimension, 'questions'>): number | undefined {
  const position = typeof asked === 'number' ? asked - 1 : questions.findIndex(({ ask }) => ask === asked);
  return questions[position] ? position : undefined;
}

function verdictChanges(verdict: Answers['verdict']): readonly SessionChange[] {
  if (verdict === undefined) return [];
  const { is, reason } = typeof verdict === 'string' ? { is: verdict } : verdict;
  return [{ type: 'verdict', is, ...(reason ? { reason } : {}) }];
}

function isPlain(answer: Answer): answer is Rating {
  return typeof answer !== 'object';
}

function ratingOf(answer: Answer): Rating {
  return isPlain(answer) ? answer : answer.rating;
}

/** The answers that would give this scorecard again. */
export function answersOf(card: Scorecard): Answers {
  const ratings = card.dimensions.map(({ id, rating, evidence, reason, asked }): [string, Answer] => [
    id,
    evidence || reason || asked
      ? { rating, ...(evidence ? { evidence } : {}), ...(reason ? { reason } : {}), ...(asked ? { asked } : {}) }
      : rating,
  ]);
  return {
    candidate: card.candidate,
    interviewer: card.interviewer,
    role: card.rubric.id,
    ...(card.rubric.variant ? { variant: card.rubric.variant } : {}),
    ratings: Object.fromEntries(ratings),
    redFlags: card.redFlags.map(({ id, evidence }) => (evidence ? { id, evidence } : id)),
    ...(card.verdict
      ? { verdict: { is: card.verdict.is, ...(card.verdict.reason ? { reason: card.verdict.reason } : {}) } }
      : {}),
  };
}
