import type { People, Person } from '../person/person.js';
import type { Rubric } from '../rubric/rubric.js';
import { applyVariant } from '../rubric/variant.js';
import { type CoveredDimension, coverageOf, sessionsOfPlan } from './coverage.js';
import type { Plan } from './plan.js';
import { type SealedPart, type Seat, seatsOf } from './seats.js';

/** What one interviewer holds, and how far it has come. */
export interface SeatProgress extends Seat {
  /** Of the session; `undefined`: all dimensions. */
  readonly title: string | undefined;
  readonly minutes: number | undefined;
  /** Whether their draft is open. */
  readonly isOpen: boolean;
  /** Days since the interview; `undefined` while it is in, yet to come or without a day. */
  readonly missingDays: number | undefined;
}

/** How far a panel has come: who is in and who is missing, and nothing of what they say. */
export interface PlanProgress {
  readonly plan: Plan;
  /** The role as people read it. */
  readonly title: string;
  readonly location: string;
  readonly seats: readonly SeatProgress[];
  /** Those in, and those that have to be; shadows are not counted. */
  readonly counting: { readonly isIn: number; readonly of: number };
  readonly coverage: readonly CoveredDimension[];
  /** What is sealed by people who are not in the plan. */
  readonly unplanned: readonly SealedPart[];
}

/** An open draft about the plan's candidate and role. */
export interface OpenPart {
  readonly interviewer: Person;
  readonly session: string | undefined;
}

interface Present {
  readonly location: string;
  /** The plan's, without a variant. */
  readonly rubric: Rubric;
  /** About the plan's candidate and role. */
  readonly sealed: readonly SealedPart[];
  readonly open: readonly OpenPart[];
  readonly people: People;
  /** The day on which it is asked. */
  readonly today: string;
}

export function progressOf(plan: Plan, { location, rubric, sealed, open, people, today }: Present): PlanProgress {
  const sessions = sessionsOfPlan(plan, rubric);
  const seats = seatsOf(plan, sealed, people).map((seat): SeatProgress => {
    const session = sessions.find(({ id }) => id === seat.session);
    return {
      ...seat,
      title: session?.title,
      minutes: seat.interviewer.minutes ?? session?.minutes,
      isOpen: open.some(
        (draft) => people.isSame(draft.interviewer, seat.interviewer) && draft.session === seat.session,
      ),
      missingDays: seat.sealedAt === undefined ? daysSince(seat.interviewer.date, today) : undefined,
    };
  });
  const counting = seats.filter(({ interviewer }) => !interviewer.isShadow);
  const variant = rubric.variants.find(({ id }) => id === plan.variant);
  return {
    plan,
    title: rubric.title,
    location,
    seats,
    counting: { isIn: counting.filter(({ sealedAt }) => sealedAt !== undefined).length, of: counting.length },
    coverage: coverageOf(plan, applyVariant(rubric, variant)),
    unplanned: sealed.filter((part) => !plan.interviewers.some((one) => people.isSame(one, part.interviewer))),
  };
}

const DAY = 86_400_000;

/** `undefined` where the day is not over, or nobody said which it is. */
function daysSince(day: string | undefined, today: string): number | undefined {
  if (day === undefined || day >= today) return undefined;
  return Math.round((Date.parse(today) - Date.parse(day)) / DAY);
}
