import { z } from 'zod';
import { PersonSchema } from '../person/person-schema.js';
import { TimestampSchema } from '../schema/timestamp.js';
import { jsonText } from '../text/safe-text.js';

/** A digest as this program writes it: nothing else that stands under that key may get into a log. */
export const DigestSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** A sealed scorecard, as far as its seal tells: enough to walk past it once it is gone. */
const SealSchema = z.object({
  digest: DigestSchema,
  /** The seal that the same interviewer set before. */
  previous: DigestSchema.exactOptional(),
  /** The seal of the scorecard that this one amends. */
  amends: DigestSchema.exactOptional(),
});

/**
 * A line of a store's log: what was done, by whom, to which scorecards. They are named by digest alone, since a file's
 * name and an id hold the candidate's. Keys are only ever added; those of a later version are passed over.
 */
const LogEntrySchema = z.object({
  at: TimestampSchema,
  by: PersonSchema,
  type: z.enum(['submit', 'amend', 'decide', 'unblind', 'export', 'explain', 'erase', 'purge']),
  scorecards: z.array(SealSchema).readonly(),
  /** The decision that was sealed, those that are gone. */
  decisions: z.array(DigestSchema).readonly().exactOptional(),
  /** In the words of who did it. Whoever writes it makes sure that it names no candidate. */
  reason: z.string().exactOptional(),
  /** Of a purge: the day before which all goes, and the rules that gave it. */
  before: z.iso.date().exactOptional(),
  policies: z.array(z.string()).readonly().exactOptional(),
});

export type LogEntry = Readonly<z.output<typeof LogEntrySchema>>;
export type Seal = Readonly<z.output<typeof SealSchema>>;

export interface Log {
  /** In the order of the lines, which is that of time unless logs were merged. A merge may leave one twice. */
  readonly entries: readonly LogEntry[];
  /** Numbers of the lines, from 1, that are damaged or of a later version. */
  readonly unread: readonly number[];
}

/** The entries of a log. A line that says nothing takes nothing from the others. */
export function parseLog(text: string): Log {
  const entries: LogEntry[] = [];
  const unread: number[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = LogEntrySchema.safeParse(parseJson(line));
    if (parsed.success) entries.push(parsed.data);
    else unread.push(at + 1);
  }
  return { entries, unread };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Seals by their digests. A scorecard that somebody changed may have anything in that place, which is left out. */
export function sealsOf(digests: readonly (string | undefined)[]): readonly Seal[] {
  return digests.flatMap((text) => {
    const digest = DigestSchema.safeParse(text);
    return digest.success ? { digest: digest.data } : [];
  });
}

/** The entry as its line. */
export function logLine(entry: LogEntry): string {
  return `${jsonText(entry)}\n`;
}
