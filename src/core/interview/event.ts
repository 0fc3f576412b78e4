import { z } from 'zod';
import { PersonSchema } from '../person/person-schema.js';
import { RubricSchema } from '../rubric/rubric.js';
import { measured } from '../schema/measured.js';
import { DaySchema, TimestampSchema } from '../schema/timestamp.js';
import { EvidenceSchema } from '../scorecard/scorecard.js';
import { VERDICTS } from '../scoring/verdict.js';

const at = TimestampSchema;
const RatingSchema = z.union([z.number(), z.enum(['not-assessed', 'not-applicable'])]);
const dimension = z.string();
const position = z.number().int().nonnegative();
const text = z.string();
const minutes = z.number().positive();
const verdict = z.enum(VERDICTS);

/** Version 1 of a journal has the bare name. */
const person = z.union([
  text
    .min(1, measured)
    .transform((name) => ({ name }))
    .pipe(PersonSchema),
  PersonSchema,
]);

/** What a sealed scorecard holds, where an interview goes on from it. */
const AmendedSchema = z.object({
  /** The digest of that scorecard. */
  digest: text,
  dimensions: z.record(
    text,
    z.object({
      rating: RatingSchema.exactOptional(),
      reason: text.exactOptional(),
      notes: z.array(EvidenceSchema).readonly(),
      asked: z.array(position).readonly(),
      seconds: position,
    }),
  ),
  flags: z.array(z.object({ id: text, evidence: z.array(EvidenceSchema).readonly() })).readonly(),
  notes: z.array(EvidenceSchema).readonly(),
  verdict: z.object({ is: verdict, reason: text.exactOptional() }).exactOptional(),
  /** What came between the two. */
  after: z.enum(['debrief']).exactOptional(),
  /** The dimensions that are to be voted on again, by their ids, in the order in which they are offered. */
  again: z.array(text).readonly().exactOptional(),
});

/**
 * The first event: who, whom, and the rubric as it was then, so that a later edit of the file can't change the
 * interview.
 */
const OpenSchema = z.object({
  at,
  type: z.literal('open'),
  schemaVersion: z.literal([1, 2]),
  id: text.min(1, measured),
  candidate: person,
  interviewer: person,
  /** The rubric with the variant already applied. */
  rubric: RubricSchema,
  variant: text.exactOptional(),
  /** What scorecards name the rubric by. */
  sha256: text,
  /** The day of the interview, where it is written up on another. */
  held: DaySchema.exactOptional(),
  /** The part of the interview plan that it is: then the rubric has the dimensions of this session alone. */
  session: text.exactOptional(),
  /** How many minutes it is to take, where that is said. */
  minutes: minutes.exactOptional(),
  /** Of somebody who learns to interview: kept, and never counted. */
  shadow: z.literal(true).exactOptional(),
  amends: AmendedSchema.exactOptional(),
});

/** A note on a dimension, or on the interview as a whole. */
const NoteSchema = z.object({
  at,
  type: z.literal('note'),
  dimension: dimension.exactOptional(),
  text,
  /** When it was noted, where that is known and was not just now. */
  noted: at.exactOptional(),
  /** Position of the question that stood there, which was asked then. */
  question: position.exactOptional(),
  /** What a red flag was seen in; which one is said later. */
  flagged: z.literal(true).exactOptional(),
  /** Why the verdict is what it is. */
  reason: z.literal(true).exactOptional(),
});

/** Another text for a note, another place, or both; without a text it is deleted. */
const MendSchema = z.object({
  at,
  type: z.literal('mend'),
  /** Absent: a note on the interview as a whole. */
  dimension: dimension.exactOptional(),
  /** Position of the note among those of its place. */
  note: position,
  text: text.exactOptional(),
  /** The dimension where it belongs; `null` for the interview as a whole. Absent: it stays. */
  to: dimension.nullable().exactOptional(),
});

/** What has been submitted: with what the scorecard says of its seal, so that a second run seals the same bytes. */
const SubmitSchema = z.object({
  at,
  type: z.literal('submit'),
  program: z.object({ name: text, version: text }).exactOptional(),
  previous: text.exactOptional(),
  /** Why a sealed scorecard is amended. */
  reason: text.exactOptional(),
  after: z.enum(['debrief']).exactOptional(),
});

/**
 * What an interview consists of. Every key, line or answer that changes something is one of these, kept in the journal
 * in the order in which it happened: the session is what they add up to. Keys of a later version are passed over.
 */
export const SessionEventSchema = z.discriminatedUnion('type', [
  OpenSchema,
  z.object({
    at,
    type: z.literal('rate'),
    dimension,
    rating: RatingSchema,
    reason: text.exactOptional(),
    /** Position of the question that stood there, which was asked then. */
    question: position.exactOptional(),
    /** Whether the interview stays where it is; absent: it goes on to the next dimension without a rating. */
    stays: z.literal(true).exactOptional(),
  }),
  z.object({ at, type: z.literal('clear'), dimension }),
  NoteSchema,
  MendSchema,
  z.object({ at, type: z.literal('notes'), dimension, texts: z.array(text).readonly() }),
  z.object({
    at,
    type: z.literal('flag'),
    flag: text,
    evidence: z.union([text, z.array(EvidenceSchema).readonly()]).exactOptional(),
  }),
  z.object({ at, type: z.literal('unflag'), flag: text }),
  z.object({ at, type: z.literal('asked'), dimension, question: position, asked: z.boolean() }),
  z.object({ at, type: z.literal('verdict'), is: verdict, reason: text.exactOptional() }),
  z.object({
    at,
    type: z.literal('go'),
    to: position,
    /** Position of the question to stand at; absent: the next one to ask. */
    question: position.exactOptional(),
  }),
  /** From then on it is to take so many minutes in all. */
  z.object({ at, type: z.literal('plan'), minutes }),
  /** Why the sealed scorecard is amended, said before the end: the last one counts. */
  z.object({ at, type: z.literal('reason'), text }),
  /** The talk about the candidate is over: said when the draft that amends a scorecard was opened again. */
  z.object({ at, type: z.literal('debriefed') }),
  /** The program slept, or was stopped: from `since` on nothing was done, and no time passed. */
  z.object({ at, type: z.literal('away'), since: at }),
  z.object({ at, type: z.enum(['undo', 'redo', 'pause', 'resume', 'reopen', 'unblind']) }),
  SubmitSchema,
]);

export type SessionEvent = Readonly<z.output<typeof SessionEventSchema>>;
export type OpenEvent = Readonly<z.output<typeof OpenSchema>>;
export type SubmitEvent = Readonly<z.output<typeof SubmitSchema>>;
/** What an amendment begins with. */
export type Amended = NonNullable<OpenEvent['amends']>;

/** The events of an interview, which begins with its opening. */
export type SessionEvents = readonly [OpenEvent, ...(readonly SessionEvent[])];

/** An event before it has a time. */
export type SessionChange = WithoutTime<SessionEvent>;
export type OpenChange = WithoutTime<OpenEvent>;

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;
