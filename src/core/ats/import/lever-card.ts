import { z } from 'zod';
import { type Checked, createProblem, type Path, type Problem } from '../../problem.js';
import { schemaProblems } from '../../schema/schema-problems.js';
import { type ForeignAnswer, type ForeignCard, paragraphsOf } from './foreign.js';

const TimeSchema = z.number().min(0).max(8.64e15);
const OptionSchema = z.looseObject({ text: z.string().nullish() });

const FieldSchema = z.looseObject({
  type: z.string(),
  text: z.string(),
  value: z.unknown(),
  options: z.array(OptionSchema).nullish(),
  scores: z.array(OptionSchema).nullish(),
});

/** Feedback as Lever gives it. What a value has to be depends on the type of its field. */
const FeedbackSchema = z.looseObject({
  id: z.string().nullish(),
  user: z
    .union([
      z.string(),
      z.looseObject({ id: z.string().nullish(), name: z.string().nullish(), email: z.string().nullish() }),
    ])
    .nullish(),
  completedAt: TimeSchema.nullish(),
  deletedAt: TimeSchema.nullish(),
  fields: z.array(FieldSchema),
});

type Field = z.output<typeof FieldSchema>;

export function readLeverCard(data: unknown): Checked<ForeignCard> {
  const parsed = FeedbackSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, FeedbackSchema) };
  const { id, user, completedAt, deletedAt, fields } = parsed.data;
  const problems = fields.flatMap(valueProblems);
  if (problems.length > 0) return { ok: false, problems };
  const overallAt = fields.findIndex(({ type }) => type === 'score-system');
  const overall = fields[overallAt]?.value;
  return {
    ok: true,
    value: {
      id: id ?? undefined,
      state: stateOf(completedAt, deletedAt),
      candidateId: undefined,
      interviewer:
        typeof user === 'string'
          ? { id: user }
          : { name: user?.name ?? undefined, id: user?.email ?? user?.id ?? undefined },
      day: typeof completedAt === 'number' ? dayOfMilliseconds(completedAt) : undefined,
      overall: hasValue(overall) ? { text: String(overall), path: ['fields', overallAt, 'value'] } : undefined,
      answers: fields.flatMap((field, at) => (at === overallAt ? [] : answersOf(field, at))),
    },
  };
}

/** A rating that could not be read is a mistake; anything else can be told as text. */
function valueProblems({ type, value }: Field, at: number): readonly Problem[] {
  const path = ['fields', at, 'value'];
  if (!hasValue(value)) return [];
  if (type === 'score' || type === 'score-system') return scoreProblems(value, path);
  if (type !== 'scorecard') return [];
  if (!Array.isArray(value))
    return [createProblem('wrong-type', { name: 'value', expected: ['array'], input: value }, path)];
  return value.flatMap((item, position) => scoreProblems(scoreOf(item), [...path, position]));
}

function scoreProblems(score: unknown, path: Path): readonly Problem[] {
  if (!hasValue(score) || typeof score === 'number' || typeof score === 'string') return [];
  return [createProblem('wrong-type', { name: 'score', expected: ['number', 'string'], input: score }, path)];
}

/** The score of an item of a `scorecard`, which is a number or has one. */
function scoreOf(item: unknown): unknown {
  return isRecord(item) ? item.score : item;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stateOf(completedAt: number | null | undefined, deletedAt: number | null | undefined): ForeignCard['state'] {
  if (typeof deletedAt === 'number') return 'deleted';
  return typeof completedAt === 'number' ? 'submitted' : 'draft';
}

function dayOfMilliseconds(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function answersOf(field: Field, at: number): readonly ForeignAnswer[] {
  const { text: name, type, value } = field;
  const path = ['fields', at];
  const answer = { name, path, texts: [] };
  if (!hasValue(value)) return [answer];
  const said = { text: String(value), path: [...path, 'value'] };
  switch (type) {
    case 'scorecard':
      return itemsOf(field, at);
    case 'score':
    case 'score-system':
      return [{ ...answer, rating: said, mayBeOverall: /\p{L}/u.test(said.text) }];
    case 'dropdown':
    case 'multiple-choice':
    case 'yes-no':
      return [{ ...answer, choice: typeof value === 'boolean' ? { ...said, text: value ? 'yes' : 'no' } : said }];
    case 'date':
      return [{ ...answer, texts: [typeof value === 'number' ? dayOfMilliseconds(value) : said.text] }];
    default:
      return [{ ...answer, texts: paragraphsOf(plainValue(value)), isQuestion: true }];
  }
}

function plainValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainValue).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function itemsOf({ text, value, scores, options }: Field, at: number): readonly ForeignAnswer[] {
  return (value as readonly unknown[]).map((item, position) => {
    const whole = isRecord(item) ? item : {};
    const listed = (scores ?? options)?.[position]?.text;
    const path = ['fields', at, 'value', position];
    const score = scoreOf(item);
    return {
      name: typeof whole.text === 'string' ? whole.text : (listed ?? `${text} ${position + 1}`),
      path,
      texts: paragraphsOf(typeof whole.comment === 'string' ? whole.comment : ''),
      rating: hasValue(score) ? { text: String(score), path: isRecord(item) ? [...path, 'score'] : path } : undefined,
    };
  });
}
