import { digestOf } from '../../scorecard/digest.js';
import type { Scorecard } from '../../scorecard/scorecard.js';
import { dayOf } from '../../text/date.js';
import { buildScorecard } from '../build-scorecard.js';
import type { OpenChange, SessionChange } from '../event.js';
import { replay } from '../session.js';
import { answersOf } from './answers.js';

/** An interview that was written down at once: what it begins with, and all that it says. */
export interface WrittenInterview {
  readonly open: Omit<OpenChange, 'id' | 'held'>;
  /** The day that was named, be it today. */
  readonly day: string | undefined;
  readonly changes: readonly SessionChange[];
}

/**
 * A digest of what an interviewer has said: by which rubric, each rating, note, flag and verdict, and when they were
 * noted. Whose scorecard it is, when and with what it was sealed and what was reckoned from it are no part of it.
 */
export function contentDigest(card: Scorecard): string {
  const { candidate: _, interviewer: __, redFlags, ...answers } = answersOf(card);
  const flags = redFlags.map((flag) => (typeof flag === 'string' ? { id: flag } : flag));
  return digestOf({
    ...answers,
    redFlags: flags.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    rubric: card.rubric.sha256,
    shadow: card.shadow === true,
  });
}

/** That of what is written, had it been entered at this moment: what names no time of its own was noted then. */
export function digestAsOf({ open, day, changes }: WrittenInterview, at: string): string {
  const held = heldOn(day, at);
  const events = changes.map((change) => ({ at, ...change }));
  const opened = { at, ...open, ...(held === undefined ? {} : { held }), id: '' };
  return contentDigest(buildScorecard(replay([opened, ...events])));
}

/** The day of an interview that begins at this moment; `undefined` where it is that day, which needs no word. */
export function heldOn(day: string | undefined, at: string): string | undefined {
  return day === dayOf(at) ? undefined : day;
}
