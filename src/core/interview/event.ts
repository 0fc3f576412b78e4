import { z } from 'zod';
import { RubricSchema } from '../rubric/rubric.js';
import { TimestampSchema } from '../schema/timestamp.js';
import { VERDICTS } from '../scoring/verdict.js';

const at = TimestampSchema;
const RatingSchema = z.union([z.number(), z.enum(['not-assessed', 'not-applicable'])], {
  error: 'it must be a number, "not-assessed" or "not-applicable"',
});
const dimension = z.string();
const position = z.number().int().nonnegative();
const text = z.string();

/** The first event: who, whom, and the rubric as it was then, so that a later edit of the file can't change the interview. */
const OpenSchema = z.object({
  at,
  type: z.literal('open'),
  schemaVersion: z.literal(1),
  id: text.min(1),
  candidate: text.min(1),
  interviewer: text.min(1),
  /** The rubric with the variant already applied. */
  rubric: RubricSchema,
  variant: text.exactOptional(),
  /** SHA-256 of the rubric's file. */
  sha256: text,
});

/**
 * What an interview consists of. Every key, line or answer that changes something is one of these, kept in the journal
 * in the order in which it happened: the session is what they add up to. Keys of a later version are passed over.
 */
export const SessionEventSchema = z.discriminatedUnion('type', [
  OpenSchema,
  z.object({ at, type: z.literal('rate'), dimension, rating: RatingSchema, reason: text.exactOptional() }),
  z.object({ at, type: z.literal('clear'), dimension }),
  z.object({ at, type: z.literal('note'), dimension, text }),
  z.object({ at, type: z.literal('notes'), dimension, texts: z.array(text).readonly() }),
  z.object({ at, type: z.literal('flag'), flag: text, evidence: text.exactOptional() }),
  z.object({ at, type: z.literal('unflag'), flag: text }),
  z.object({ at, type: z.literal('asked'), dimension, question: position, asked: z.boolean() }),
  z.object({ at, type: z.literal('verdict'), is: z.enum(VERDICTS), reason: text.exactOptional() }),
  z.object({ at, type: z.literal('go'), to: position }),
  z.object({ at, type: z.enum(['undo', 'redo', 'pause', 'resume', 'reopen', 'unblind', 'submit']) }),
]);

export type SessionEvent = Readonly<z.output<typeof SessionEventSchema>>;
export type OpenEvent = Readonly<z.output<typeof OpenSchema>>;

/** The events of an interview, which begins with its opening. */
export type SessionEvents = readonly [OpenEvent, ...(readonly SessionEvent[])];

/** An event before it has a time. */
export type SessionChange = WithoutTime<SessionEvent>;
export type OpenChange = WithoutTime<OpenEvent>;

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;
