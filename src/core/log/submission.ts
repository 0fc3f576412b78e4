import { z } from 'zod';
import { PersonSchema } from '../person/person-schema.js';
import { TimestampSchema } from '../schema/timestamp.js';
import { DigestSchema, type Log, type LogEntry, type Seal } from './entry.js';

/** What the log takes from a scorecard's file. */
const SealedSchema = z.object({
  digest: DigestSchema,
  previous: DigestSchema.exactOptional(),
  amends: z.object({ digest: DigestSchema }).exactOptional(),
  interviewer: PersonSchema,
  submittedAt: TimestampSchema,
});

/** The seal of a scorecard, from the data of its file; `undefined` where it has none. */
export function sealOf(card: unknown): Seal | undefined {
  const parsed = SealedSchema.pick({ digest: true, previous: true, amends: true }).safeParse(card);
  if (!parsed.success) return undefined;
  const { amends, ...seal } = parsed.data;
  return { ...seal, ...(amends ? { amends: amends.digest } : {}) };
}

/**
 * That a scorecard was submitted, from the data of its file, and so always the same line; `undefined` for a draft, and
 * for version 1, which stands outside the chains of seals.
 */
export function submissionEntry(card: unknown): LogEntry | undefined {
  const parsed = SealedSchema.safeParse(card);
  const seal = sealOf(card);
  if (!parsed.success || !seal) return undefined;
  const { submittedAt, interviewer, amends } = parsed.data;
  return {
    at: submittedAt,
    by: { name: interviewer.name, ...(interviewer.id === undefined ? {} : { id: interviewer.id }) },
    type: amends ? 'amend' : 'submit',
    scorecards: [seal],
  };
}

/** Whether a log tells of this submission already. */
export function tellsOf({ entries }: Log, { scorecards: [sealed] }: LogEntry): boolean {
  return entries.some(
    ({ type, scorecards }) =>
      (type === 'submit' || type === 'amend') && scorecards.some(({ digest }) => digest === sealed?.digest),
  );
}
