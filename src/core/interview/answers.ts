import { z } from 'zod';
import { parsePerson } from '../person/parse-person.js';
import type { Person } from '../person/person.js';
import { type Checked, createProblem, type Path, type Problem } from '../problem.js';
import type { Dimension, Rubric } from '../rubric/rubric.js';
import { isOnScale, isRated, type Rating } from '../rubric/scale.js';
import { measured } from '../schema/measured.js';
import { schemaProblems } from '../schema/schema-problems.js';
import { DaySchema, TimestampSchema } from '../schema/timestamp.js';
import type { Evidence, Scorecard } from '../scorecard/scorecard.js';
import { VERDICTS } from '../scoring/verdict.js';
import type { SessionChange } from './event.js';

const RatingSchema = z.union([z.number(), z.enum(['not-assessed', 'not-applicable'])], {
  error: 'expected a rating of the scale, "not-assessed" or "not-applicable"',
});

/** One text, or several; each with the time at which it was noted, where that is known. */
const EvidenceAnswerSchema = z.union([
  z.string(),
  z.array(z.union([z.string(), z.strictObject({ text: z.string(), at: TimestampSchema.optional() })])),
]);

const PersonAnswerSchema = z.union([
  z.string().trim().min(1, measured),
  z.strictObject({ name: z.string().trim().min(1, measured), id: z.string().trim().min(1, measured).optional() }),
]);

const AnswerSchema = z.union([
  RatingSchema,
  z.strictObject({
    rating: RatingSchema,
    evidence: EvidenceAnswerSchema.optional(),
    reason: z.string().optional(),
    asked: z.array(z.union([z.number().int().positive(), z.string()])).optional(),
  }),
]);

const VerdictSchema = z.enum(VERDICTS);

/** An interview written down: what `interview --answers` takes. The same words as in a scorecard. */
const AnswersSchema = z.strictObject({
  candidate: PersonAnswerSchema.optional(),
  interviewer: PersonAnswerSchema.optional(),
  held: DaySchema.optional(),
  role: z.string().optional(),
  variant: z.string().optional(),
  session: z.string().optional(),
  ratings: z.record(z.string(), AnswerSchema),
  redFlags: z
    .array(z.union([z.string(), z.strictObject({ id: z.string(), evidence: EvidenceAnswerSchema.optional() })]))
    .default([]),
  notes: EvidenceAnswerSchema.optional(),
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
      return { type: 'flag', flag: flag.id, ...(flag.evidence ? { evidence: evidenceOf(flag.evidence) } : {}) };
    }),
    ...evidenceOf(answers.notes).map((note) => noteChange(note)),
    ...verdictChanges(answers.verdict),
  ];
}

function answerChanges(dimension: string, answer: Answer, rubric: Rubric): readonly SessionChange[] {
  const questions = rubric.dimensions.find(({ id }) => id === dimension);
  const rating = ratingOf(answer);
  if (isPlain(answer)) return [{ type: 'rate', dimension, rating }];
  return [
    { type: 'rate', dimension, rating, ...(answer.reason ? { reason: answer.reason } : {}) },
    ...evidenceOf(answer.evidence).map((note) => noteChange(note, dimension)),
    ...(answer.asked ?? []).flatMap((asked): readonly SessionChange[] => {
      const question = questions && positionOfQuestion(asked, questions);
      return question === undefined ? [] : [{ type: 'asked', dimension, question, asked: true }];
    }),
  ];
}

function evidenceOf(answer: z.output<typeof EvidenceAnswerSchema> | undefined): readonly Evidence[] {
  const list = typeof answer === 'string' ? [answer] : (answer ?? []);
  return list.map((one) => (typeof one === 'string' ? { text: one } : one));
}

function noteChange({ text, at }: Evidence, dimension?: string): SessionChange {
  const about = dimension === undefined ? {} : { dimension };
  return { type: 'note', ...about, text, ...(at === undefined ? {} : { noted: at }) };
}

/** Who is named in the answers; `undefined` where nobody is. */
export function personOfAnswer(answer: Answers['candidate']): Person | undefined {
  return typeof answer === 'string' ? parsePerson(answer) : answer;
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
      ? {
          rating,
          ...(evidence ? { evidence: evidence.map(evidenceAnswer) } : {}),
          ...(reason ? { reason } : {}),
          ...(asked ? { asked } : {}),
        }
      : rating,
  ]);
  return {
    candidate: personAnswer(card.candidate),
    interviewer: personAnswer(card.interviewer),
    role: card.rubric.id,
    ...(card.rubric.variant ? { variant: card.rubric.variant } : {}),
    ...(card.session === undefined ? {} : { session: card.session }),
    ...(card.held === undefined ? {} : { held: card.held }),
    ratings: Object.fromEntries(ratings),
    redFlags: card.redFlags.map(({ id, evidence }) => (evidence ? { id, evidence: evidence.map(evidenceAnswer) } : id)),
    ...(card.notes ? { notes: card.notes.map(evidenceAnswer) } : {}),
    ...(card.verdict
      ? { verdict: { is: card.verdict.is, ...(card.verdict.reason ? { reason: card.verdict.reason } : {}) } }
      : {}),
  };
}

function personAnswer({ name, id }: Person): Answers['candidate'] {
  return id === undefined ? name : { name, id };
}

function evidenceAnswer({ text, at }: Evidence): string | Evidence {
  return at === undefined ? text : { text, at };
}
