import { z } from 'zod';
import type { Checked, Path } from '../../problem.js';
import { schemaProblems } from '../../schema/schema-problems.js';
import { TimestampSchema } from '../../schema/timestamp.js';
import { type ForeignAnswer, type ForeignCard, paragraphsOf, type Said } from './foreign.js';
import { answerText } from './html-text.js';

const IdSchema = z.union([z.number(), z.string()]);
const UserSchema = z.looseObject({
  id: IdSchema.nullish(),
  name: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  email: z.string().nullish(),
});

/** A scorecard as Greenhouse's Harvest API gives it. */
const ScorecardSchema = z.looseObject({
  id: IdSchema.nullish(),
  candidate_id: IdSchema.nullish(),
  interviewed_at: TimestampSchema.nullish(),
  submitted_at: TimestampSchema.nullish(),
  overall_recommendation: z.string().nullish(),
  interviewer: UserSchema.nullish(),
  submitted_by: UserSchema.nullish(),
  attributes: z.array(
    z.looseObject({
      name: z.string(),
      note: z.string().nullish(),
      rating: z.union([z.string(), z.number()]).nullish(),
    }),
  ),
  questions: z
    .array(z.looseObject({ question: z.string(), answer: z.union([z.string(), z.number(), z.boolean()]).nullish() }))
    .nullish(),
});

type User = z.output<typeof UserSchema>;

/** The word for an attribute that was not rated. */
const UNRATED = /^\s*(?:no[ _]decision)?\s*$/i;

export function readGreenhouseCard(data: unknown): Checked<ForeignCard> {
  const parsed = ScorecardSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, ScorecardSchema) };
  const card = parsed.data;
  const { interviewed_at: interviewed, overall_recommendation: overall } = card;
  return {
    ok: true,
    value: {
      id: textOf(card.id),
      state: card.submitted_at ? 'submitted' : 'draft',
      candidateId: textOf(card.candidate_id),
      interviewer: interviewerOf(card.interviewer ?? card.submitted_by ?? {}),
      day: interviewed ? new Date(interviewed).toISOString().slice(0, 10) : undefined,
      overall: overall ? { text: overall, path: ['overall_recommendation'] } : undefined,
      answers: [
        ...card.attributes.map(({ name, note, rating }, at): ForeignAnswer => {
          const path = ['attributes', at];
          return { name, path, texts: paragraphsOf(note), rating: ratingOf(rating, [...path, 'rating']) };
        }),
        ...(card.questions ?? []).map(({ question, answer }, at): ForeignAnswer => {
          const text = answerText(answer === undefined || answer === null ? '' : String(answer)).trim();
          return { name: question, path: ['questions', at], texts: text === '' ? [] : [text], isQuestion: true };
        }),
      ],
    },
  };
}

function textOf(id: string | number | null | undefined): string | undefined {
  const text = id === undefined || id === null ? '' : String(id).trim();
  return text === '' ? undefined : text;
}

function interviewerOf({ id, name, first_name: first, last_name: last, email }: User): ForeignCard['interviewer'] {
  const full = name?.trim() || [first, last].filter((part) => part?.trim()).join(' ');
  return { name: full === '' ? undefined : full, id: textOf(email) ?? textOf(id) };
}

function ratingOf(rating: string | number | null | undefined, path: Path): Said | undefined {
  if (rating === undefined || rating === null || UNRATED.test(String(rating))) return undefined;
  return { text: String(rating), path };
}
