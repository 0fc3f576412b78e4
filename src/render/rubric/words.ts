import { coreQuestions } from '../../core/rubric/core-questions.js';
import type { Dimension, Exercise, InterviewSession, Question, Rubric, Variant } from '../../core/rubric/rubric.js';
import { minutesOf } from './list.js';

// What every way of showing a rubric says in the same words. Parts are plain text; each format makes it safe for itself.

/** A rubric to be shown in one of its contexts. */
export interface RubricInContext {
  /** With the variant applied, and restricted to the session. */
  readonly rubric: Rubric;
  readonly variant: Variant | undefined;
  readonly session: InterviewSession | undefined;
}

/** A weight as people read it; `undefined` where none is given, since all weigh the same. */
export function weightInWords({ weight }: { readonly weight?: number | undefined }): string | undefined {
  return weight === undefined ? undefined : `${weight}%`;
}

/** Whether no dimension has a weight: then all weigh the same. */
export function weighTheSame(dimensions: readonly { readonly weight?: number | undefined }[]): boolean {
  return dimensions.every(({ weight }) => weight === undefined);
}

/** What to know of a dimension beside its name: "18%, 13 min, minimum 2". */
export function dimensionFacts(dimension: Dimension): readonly string[] {
  const { minutes, minimum, optional } = dimension;
  return [
    weightInWords(dimension),
    minutes === undefined ? undefined : `${minutes} min`,
    minimum === undefined ? undefined : `minimum ${minimum}`,
    optional ? 'may be not applicable' : undefined,
  ].filter((fact) => fact !== undefined);
}

/** How long the whole interview takes: its sessions, or else its dimensions; 0 where nothing says. */
export function lengthOf(rubric: Pick<Rubric, 'sessions' | 'dimensions'>): number {
  const { sessions } = rubric;
  return sessions.length > 0 ? sessions.reduce((sum, { minutes }) => sum + minutes, 0) : minutesOf(rubric);
}

/** `45`, or `45 to 60`. */
export function spanInWords({ minutes: { from, to } }: Pick<Exercise, 'minutes'>): string {
  return from === to ? String(from) : `${from} to ${to}`;
}

/** A session in one line: "Technical judgement, 60 min: 1, 2, 4", with the numbers of its dimensions. */
export function sessionInWords({ title, minutes, dimensions }: InterviewSession, rubric: Rubric): string {
  const numbers = rubric.dimensions.flatMap(({ id }, at) => (dimensions.includes(id) ? [at + 1] : []));
  return `${title}, ${minutes} min: ${numbers.join(', ')}`;
}

/** The questions of a dimension, those that every candidate is asked first. */
export function questionsInOrder(dimension: Dimension): readonly { question: Question; isCore: boolean }[] {
  const core = coreQuestions(dimension);
  return [
    ...core.map((question) => ({ question, isCore: true })),
    ...dimension.questions.flatMap((question) => (core.includes(question) ? [] : [{ question, isCore: false }])),
  ];
}
