import { z } from 'zod';
import { personOfWritten } from '../../person/parse-person.js';
import type { Person } from '../../person/person.js';
import { type WrittenPerson, WrittenPersonSchema } from '../../person/person-schema.js';
import type { Problem } from '../../problem.js';
import type { Dimension, Rubric } from '../../rubric/rubric.js';
import type { Rating } from '../../rubric/scale.js';
import { schemaProblems } from '../../schema/schema-problems.js';
import { TimestampSchema } from '../../schema/timestamp.js';
import type { Evidence, Scorecard } from '../../scorecard/scorecard.js';
import { VERDICTS, type VerdictWord } from '../../scoring/verdict.js';
import type { SessionChange } from '../event.js';

/** A rating as a cell of a table says it; what stands there is for the rubric to judge. */
const RatingCellSchema = z
  .union([z.number(), z.string(), z.null()])
  .describe('A rating of the scale, its label or both; blank or not-assessed; n/a where the dimension is optional.');

/** One text, or several; each with the time at which it was noted, where that is known. */
const EvidenceAnswerSchema = z.union([
  z.string(),
  z.array(
    z.union([
      z.string(),
      z.strictObject({
        text: z.string().describe('What was heard or seen.'),
        at: TimestampSchema.optional().describe('When it was noted.'),
      }),
    ]),
  ),
]);

const AnswerSchema = z
  .union([
    RatingCellSchema,
    z.strictObject({
      rating: RatingCellSchema,
      evidence: EvidenceAnswerSchema.nullish().describe('What the rating rests on: a text or a list of texts.'),
      reason: z.string().nullish().describe('Why it was not assessed.'),
      asked: z
        .array(z.union([z.number().int().positive(), z.string()]))
        .nullish()
        .describe('The questions that were asked: their numbers from 1, or their words.'),
    }),
  ])
  .describe('A rating, alone or with what it rests on.');

const FlagAnswerSchema = z.union([
  z.string(),
  z.strictObject({
    id: z.string().describe('The id of the flag, or its sentence.'),
    evidence: EvidenceAnswerSchema.nullish().describe('What was seen or said.'),
  }),
]);

const VerdictWordSchema = z.string().describe(`One of ${VERDICTS.join(', ')}.`);
const VerdictAnswerSchema = z.union([
  VerdictWordSchema,
  z.strictObject({
    is: VerdictWordSchema,
    reason: z.string().nullish().describe('Why it differs from the recommendation.'),
  }),
]);

/**
 * An interview written down: what `interview --answers` takes. The same words as in a scorecard, and those of a table:
 * what a key of `ratings`, a rating, a flag and a verdict mean is read as `batch` reads it.
 */
export const AnswersSchema = z
  .strictObject({
    candidate: WrittenPersonSchema.nullish().describe('Who was interviewed: a name, or name and id. Else --candidate.'),
    interviewer: WrittenPersonSchema.nullish().describe('Who interviewed, likewise. Else --interviewer, else you.'),
    held: z.string().nullish().describe('The day of the interview, where it is not today: 2026-11-20.'),
    role: z.string().nullish().describe('The rubric: a role, an alias, or the path of a YAML file. Else --role.'),
    variant: z.string().nullish().describe('The context whose weights and questions are used.'),
    session: z.string().nullish().describe('The session of the interview plan that was held.'),
    ratings: z
      .record(z.string(), AnswerSchema)
      .describe('Dimensions by id, name or alias. One that is left out is not assessed.'),
    redFlags: z
      .union([z.string(), z.array(FlagAnswerSchema)])
      .nullish()
      .describe('The red flags that were observed: a list, or one text with semicolons between them.'),
    notes: EvidenceAnswerSchema.nullish().describe('Notes on no dimension: a text or a list of texts.'),
    verdict: VerdictAnswerSchema.nullish().describe("The interviewer's own call, alone or with its reason."),
  })
  .describe('An interview written down, for scorecard interview --answers.');

/** Answers as they stand in a file. */
export type WrittenAnswers = z.output<typeof AnswersSchema>;
type EvidenceAnswer = z.output<typeof EvidenceAnswerSchema>;

/** Answers in a rubric's own words: ids of its dimensions and flags, ratings of its scale. */
export interface Answers {
  readonly candidate?: WrittenPerson | undefined;
  readonly interviewer?: WrittenPerson | undefined;
  readonly held?: string | undefined;
  readonly role?: string | undefined;
  readonly variant?: string | undefined;
  readonly session?: string | undefined;
  readonly ratings: Readonly<Record<string, Answer>>;
  readonly redFlags: readonly (string | { readonly id: string; readonly evidence?: EvidenceAnswer | undefined })[];
  readonly notes?: EvidenceAnswer | undefined;
  readonly verdict?: VerdictWord | { readonly is: VerdictWord; readonly reason?: string | undefined } | undefined;
}

export type Answer = Rating | RatedAnswer;

interface RatedAnswer {
  readonly rating: Rating;
  readonly evidence?: EvidenceAnswer | undefined;
  readonly reason?: string | undefined;
  readonly asked?: readonly (number | string)[] | undefined;
}

/** Answers whose shape was looked at: what of them is sound, and what is wrong with the rest. */
export interface ShapedAnswers {
  readonly written: WrittenAnswers;
  readonly problems: readonly Problem[];
}

/** Looks at the shape of answers. What is out of shape is left out, so that all else can be held against a rubric. */
export function shapeAnswers(data: unknown): ShapedAnswers {
  const parsed = AnswersSchema.safeParse(data, { reportInput: true });
  if (parsed.success) return { written: parsed.data, problems: [] };
  const problems = schemaProblems(parsed.error, AnswersSchema);
  if (typeof data !== 'object' || data === null) return { written: { ratings: {} }, problems };
  const sound = Object.entries(AnswersSchema.shape).flatMap(([key, schema]) => {
    const value: unknown = Object.hasOwn(data, key) ? data[key as keyof typeof data] : undefined;
    if (key === 'ratings') return [[key, soundRatings(value)]];
    if (key === 'redFlags' && Array.isArray(value)) return [[key, value.map(soundFlag)]];
    const part = schema.safeParse(value);
    return part.success ? [[key, part.data]] : [];
  });
  return { written: Object.fromEntries(sound), problems };
}

function soundRatings(value: unknown): WrittenAnswers['ratings'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, answer]) => {
      const parsed = AnswerSchema.safeParse(answer);
      return [key, parsed.success ? parsed.data : soundRating(answer)];
    }),
  );
}

/** Of an answer out of shape, its rating. */
function soundRating(answer: unknown): z.output<typeof AnswerSchema> {
  if (typeof answer !== 'object' || answer === null || !('rating' in answer)) return null;
  const parsed = RatingCellSchema.safeParse(answer.rating);
  return parsed.success ? { rating: parsed.data } : null;
}

/** A flag out of shape keeps its place in the list: an empty text names none. */
function soundFlag(value: unknown): z.output<typeof FlagAnswerSchema> {
  const parsed = FlagAnswerSchema.safeParse(value);
  return parsed.success ? parsed.data : '';
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

function evidenceOf(answer: EvidenceAnswer | undefined): readonly Evidence[] {
  const list = typeof answer === 'string' ? [answer] : (answer ?? []);
  return list.map((one) => (typeof one === 'string' ? { text: one } : one));
}

function noteChange({ text, at }: Evidence, dimension?: string): SessionChange {
  const about = dimension === undefined ? {} : { dimension };
  return { type: 'note', ...about, text, ...(at === undefined ? {} : { noted: at }) };
}

/** Who is named in the answers; `undefined` where nobody is. */
export function personOfAnswer(answer: WrittenPerson | null | undefined): Person | undefined {
  return answer === null || answer === undefined ? undefined : personOfWritten(answer);
}

/** The position of a question that is named by its number, from 1, or by its own words. */
export function positionOfQuestion(
  asked: number | string,
  { questions }: Pick<Dimension, 'questions'>,
): number | undefined {
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

function personAnswer({ name, id }: Person): WrittenPerson {
  return id === undefined ? name : { name, id };
}

function evidenceAnswer({ text, at }: Evidence): string | Evidence {
  return at === undefined ? text : { text, at };
}
