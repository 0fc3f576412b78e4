import type { Person } from '../person/person.js';
import { isRated } from '../rubric/scale.js';
import { dayOfInterview } from '../text/date.js';
import { rowDigest } from './row-digest.js';
import type { Scorecard } from './scorecard.js';

/** What tells of a sealed scorecard whether another stands beside it or in its place. */
export interface SealedBrief {
  readonly candidate: Person;
  readonly interviewer: Person;
  /** The same text for all that are scored by one version and variant of a rubric. */
  readonly edition: string;
  readonly session: string | undefined;
  /** The day of the interview. */
  readonly day: string;
  /** When it was sealed, in ISO 8601. */
  readonly at: string;
  /** The ids of the dimensions that were rated. */
  readonly rated: readonly string[];
  readonly score: number | undefined;
  /** Whether it stands in another's place, as one that says so. */
  readonly isAmendment: boolean;
  /** By which the row that it was made of is known; `undefined` for one that was made of none. */
  readonly row: string | undefined;
}

export function briefOf(card: Scorecard): SealedBrief {
  const { candidate, interviewer, rubric, session, source, amends, result } = card;
  return {
    candidate,
    interviewer,
    edition: JSON.stringify([rubric.id, rubric.version, rubric.variant]),
    session,
    day: dayOfInterview(card),
    at: card.submittedAt ?? card.startedAt,
    rated: card.dimensions.flatMap(({ id, rating }) => (isRated(rating) ? [id] : [])),
    score: result.score,
    isAmendment: amends !== undefined,
    // Version 0.1 kept no digest of the row.
    row: source && (source.rowSha256 ?? rowDigest(card, rubric)),
  };
}
