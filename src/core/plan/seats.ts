import type { People, Person } from '../person/person.js';
import type { Plan, PlannedInterviewer } from './plan.js';

/** A sealed scorecard, as far as a plan looks at it. */
export interface SealedPart {
  readonly candidate: Person;
  readonly interviewer: Person;
  /** The rubric's id. */
  readonly role: string;
  /** `undefined`: the whole interview. */
  readonly session: string | undefined;
  readonly isShadow: boolean;
  /** When it was sealed, in ISO 8601. */
  readonly at: string;
  readonly digest: string | undefined;
}

/** What one interviewer holds: one session, or all dimensions. */
export interface Seat {
  readonly interviewer: PlannedInterviewer;
  /** `undefined`: all dimensions. */
  readonly session: string | undefined;
  /** When it was sealed last, in ISO 8601; `undefined` while it is not in. */
  readonly sealedAt: string | undefined;
}

/**
 * What everybody of a plan holds, and whether it is in. A scorecard of the whole interview stands for each session. A
 * trainee's never stands for that of somebody who counts. `sealed` are about the plan's candidate and role.
 */
export function seatsOf({ interviewers }: Plan, sealed: readonly SealedPart[], people: People): readonly Seat[] {
  return interviewers.flatMap((interviewer) => {
    const own = sealed.filter(
      (part) => people.isSame(part.interviewer, interviewer) && (interviewer.isShadow || !part.isShadow),
    );
    return (interviewer.sessions ?? [undefined]).map((session): Seat => {
      const times = own.flatMap((part) => (part.session === undefined || part.session === session ? part.at : []));
      return { interviewer, session, sealedAt: latestOf(times) };
    });
  });
}

function latestOf(times: readonly string[]): string | undefined {
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}

/** Whether a plan hides what others rated from a reader; `undefined` where nobody knows who reads. */
export function hidesOthers(
  { visible }: Plan,
  seats: readonly Seat[],
  me: Person | undefined,
  people: People,
): boolean {
  const isMissing = ({ sealedAt }: Seat) => sealedAt === undefined;
  switch (visible) {
    case 'always':
      return false;
    case 'after-own':
      return ownSeats(seats, me, people).some(isMissing);
    case 'after-all':
      return [...ownSeats(seats, me, people), ...seats.filter(({ interviewer }) => !interviewer.isShadow)].some(
        isMissing,
      );
    default:
      return visible satisfies never;
  }
}

/** Whoever nobody knows may be any of them. */
export function ownSeats(seats: readonly Seat[], me: Person | undefined, people: People): readonly Seat[] {
  return me === undefined ? seats : seats.filter(({ interviewer }) => people.isSame(interviewer, me));
}
