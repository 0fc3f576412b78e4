import { z } from 'zod';
import { createMistake } from '../problem.js';
import type { Rubric } from '../rubric/rubric.js';
import { isOnScale, isRated } from '../rubric/scale.js';
import { plainObjectCheck } from '../schema/plain-object.js';
import { schemaProblems } from '../schema/schema-problems.js';
import { type Amended, type SessionEvent, SessionEventSchema } from './event.js';

z.config({ jitless: true });

/** What a line of a journal is. `later`: written by a version of the program that came after this one. */
export type ParsedEvent =
  | { readonly type: 'event'; readonly event: SessionEvent }
  | { readonly type: 'wrong' | 'later'; readonly why: string };

/**
 * An event, checked against the schema and against the rubric of the interview; `undefined` for the one that opens it.
 */
export function parseEvent(data: unknown, rubric: Rubric | undefined): ParsedEvent {
  const { type, schemaVersion } = typeof data === 'object' && data !== null ? (data as Partial<Head>) : {};
  if (typeof type !== 'string') return { type: 'wrong', why: 'it has no type' };
  if (!PLAIN.has(type)) return { type: 'later', why: `${quoted(type)} is not known here` };
  if (type === 'open' && typeof schemaVersion === 'number' && schemaVersion > 2) {
    return { type: 'later', why: `schemaVersion ${schemaVersion} is not known here` };
  }
  const parsed = isPlain(type, data)
    ? ({ success: true, data: data as SessionEvent } as const)
    : SessionEventSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) return { type: 'wrong', why: inWords(parsed.error) };
  const event = parsed.data;
  const why = rubric ? misfitOf(event, rubric) : openingMisfitOf(event);
  return why === undefined ? { type: 'event', event } : { type: 'wrong', why };
}

/** For each type of event what it is in nearly every line: a journal of ten thousand opens in half the time by it. */
const PLAIN = new Map(
  SessionEventSchema.options.flatMap((option) => {
    const isPlainEvent = plainObjectCheck(option);
    return [...(option.shape.type._zod.values ?? [])].map((type): [unknown, (data: unknown) => boolean] => [
      type,
      isPlainEvent,
    ]);
  }),
);

function isPlain(type: string, data: unknown): boolean {
  return PLAIN.get(type)?.(data) === true;
}

interface Head {
  readonly type: unknown;
  readonly schemaVersion: unknown;
}

/** The first mistake in words: those after it are mostly its echo. */
function inWords(error: z.ZodError): string {
  const [first] = schemaProblems(error, SessionEventSchema);
  if (!first) return error.message;
  return first.path[0] === 'rubric' && first.path.length > 1
    ? `its rubric is not valid: ${first.message}`
    : first.message;
}

function openingMisfitOf(event: SessionEvent): string | undefined {
  if (event.type !== 'open') return 'an interview begins with "open"';
  const { rubric, amends } = event;
  const { min, max } = rubric.scale;
  if (min >= max) return `its rubric is not valid: the scale begins at ${min} and ends at ${max}`;
  return amends && amendedMisfit(amends, rubric);
}

/** What an amendment begins with must fit its rubric as if it had been entered. */
function amendedMisfit({ dimensions, flags }: Amended, rubric: Rubric): string | undefined {
  for (const [dimension, { rating, asked }] of Object.entries(dimensions)) {
    const misfit =
      dimensionMisfit({ dimension }, rubric) ??
      (rating === undefined ? undefined : ratingMisfit({ dimension, rating }, rubric)) ??
      asked.map((question) => questionMisfit({ dimension, question }, rubric)).find(Boolean);
    if (misfit !== undefined) return misfit;
  }
  return flags.map(({ id }) => flagMisfit(id, rubric)).find(Boolean);
}

/** Why the event cannot have happened in an interview by this rubric. */
function misfitOf(event: SessionEvent, rubric: Rubric): string | undefined {
  switch (event.type) {
    case 'open':
      return 'an interview opens once';
    case 'rate':
      return dimensionMisfit(event, rubric) ?? ratingMisfit(event, rubric) ?? askedMisfit(event, rubric);
    case 'note':
      return event.dimension === undefined
        ? undefined
        : (dimensionMisfit({ dimension: event.dimension }, rubric) ?? askedMisfit(event, rubric));
    case 'mend':
      // Whether there is such a note the fold knows.
      return [event.dimension, event.to]
        .map((dimension) => (dimension == null ? undefined : dimensionMisfit({ dimension }, rubric)))
        .find(Boolean);
    case 'clear':
    case 'notes':
      return dimensionMisfit(event, rubric);
    case 'asked':
      return dimensionMisfit(event, rubric) ?? questionMisfit(event, rubric);
    case 'flag':
    case 'unflag':
      return flagMisfit(event.flag, rubric);
    case 'go':
      // The review comes after the last dimension; version 0.1 goes one past it where "next" is pressed there.
      return event.to <= rubric.dimensions.length + 1
        ? askedMisfit({ dimension: rubric.dimensions[event.to]?.id, question: event.question }, rubric)
        : `there is no dimension ${event.to + 1} to go to`;
    case 'away':
    case 'plan':
    case 'reason':
    case 'debriefed':
    case 'verdict':
    case 'undo':
    case 'redo':
    case 'pause':
    case 'resume':
    case 'reopen':
    case 'unblind':
    case 'submit':
      return undefined;
    default:
      return event satisfies never;
  }
}

type EventOf<Type extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Type }>;

function dimensionMisfit({ dimension }: { readonly dimension: string }, rubric: Rubric): string | undefined {
  return rubric.dimensions.some(({ id }) => id === dimension)
    ? undefined
    : `the rubric has no dimension ${quoted(dimension)}`;
}

function flagMisfit(id: string, { redFlags }: Rubric): string | undefined {
  return redFlags.some((flag) => flag.id === id) ? undefined : `the rubric has no red flag ${quoted(id)}`;
}

function ratingMisfit(
  { dimension, rating }: Pick<EventOf<'rate'>, 'dimension' | 'rating'>,
  { dimensions, scale }: Rubric,
): string | undefined {
  if (isRated(rating) && !isOnScale(rating, scale)) {
    return createMistake('off-scale', { what: 'rating', value: rating, scale }).message;
  }
  if (rating === 'not-applicable' && !dimensions.find(({ id }) => id === dimension)?.optional) {
    return `"${dimension}" is not optional, so it cannot be not-applicable`;
  }
  return undefined;
}

function askedMisfit(
  { dimension, question }: { readonly dimension?: string | undefined; readonly question?: number | undefined },
  rubric: Rubric,
): string | undefined {
  if (dimension === undefined || question === undefined) return undefined;
  return questionMisfit({ dimension, question }, rubric);
}

function questionMisfit(
  { dimension, question }: Pick<EventOf<'asked'>, 'dimension' | 'question'>,
  { dimensions }: Rubric,
): string | undefined {
  const { questions = [] } = dimensions.find(({ id }) => id === dimension) ?? {};
  return questions[question] ? undefined : `"${dimension}" has no question ${question + 1}`;
}

/** The text in quotes, cut where it is long: what a damaged line holds may be of any length. */
function quoted(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
