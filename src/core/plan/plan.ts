import { z } from 'zod';
import { personOfWritten } from '../person/parse-person.js';
import type { Person } from '../person/person.js';
import { WrittenPersonSchema, writtenPerson } from '../person/person-schema.js';
import { type InterviewSession, SessionSchema } from '../rubric/rubric.js';
import { measured } from '../schema/measured.js';
import { DaySchema } from '../schema/timestamp.js';
import { NAMES, type Names, VISIBLE, type Visible } from './plan-values.js';

const text = z.string().trim().min(1, measured);

const InterviewerSchema = z.union([
  text,
  z.strictObject({
    ...writtenPerson,
    sessions: z
      .array(text)
      .min(1, measured)
      .nullish()
      .describe("The ids of the sessions they hold: the rubric's, or the plan's own. If not given: all dimensions."),
    minutes: z.number().positive().max(480).nullish().describe('How long each takes, where it is not as planned.'),
    date: DaySchema.nullish().describe("The day of their interview, where it is not the plan's."),
    shadow: z.boolean().nullish().describe('true: a trainee, whose scorecard is kept and never counts.'),
  }),
]);

/** The plan of a panel, in a file for people to read and write: one candidate for one role. */
export const PlanSchema = z
  .strictObject({
    candidate: WrittenPersonSchema.describe('Who is interviewed: a name, or { name, id }.'),
    role: text.describe('The id of the rubric.'),
    variant: text.nullish().describe('The context whose weights and questions are used.'),
    date: DaySchema.nullish().describe('The day of the interviews, such as 2026-12-01.'),
    lead: WrittenPersonSchema.nullish().describe('Who leads the meeting: a name, or { name, id }.'),
    visible: z
      .enum(VISIBLE)
      .nullish()
      .describe(
        "When others' ratings may be seen: after-own (if not given), once all one's own sessions are in; after-all, once everybody's are; always.",
      ),
    names: z
      .enum(NAMES)
      .nullish()
      .describe("When colleagues' names stand beside what they wrote: always (if not given), or after the decision."),
    sessions: z
      .array(SessionSchema)
      .nullish()
      .describe("Sessions of this plan alone, beside the rubric's and written alike."),
    interviewers: z
      .array(InterviewerSchema)
      .min(1, measured)
      .describe('Who interviews: names, or { name, id, sessions, minutes, date, shadow }. Take out who does not come.'),
  })
  .describe('The plan of a panel: who interviews one candidate for one role, and what may be seen before when.');

/** A plan as it stands in a file. */
export type WrittenPlan = z.output<typeof PlanSchema>;

export interface PlannedInterviewer extends Person {
  /** The ids of their sessions; `undefined`: all dimensions. */
  readonly sessions: readonly string[] | undefined;
  readonly minutes: number | undefined;
  /** The day of their interview, theirs or the plan's. */
  readonly date: string | undefined;
  readonly isShadow: boolean;
}

export interface Plan {
  readonly candidate: Person;
  /** The rubric's id. */
  readonly role: string;
  readonly variant: string | undefined;
  readonly date: string | undefined;
  readonly lead: Person | undefined;
  readonly visible: Visible;
  readonly names: Names;
  /** The plan's own sessions, beside the rubric's. */
  readonly sessions: readonly InterviewSession[];
  readonly interviewers: readonly PlannedInterviewer[];
}

export function planOf(written: WrittenPlan): Plan {
  const date = written.date ?? undefined;
  return {
    candidate: personOfWritten(written.candidate),
    role: written.role,
    variant: written.variant ?? undefined,
    date,
    lead: written.lead ? personOfWritten(written.lead) : undefined,
    visible: written.visible ?? 'after-own',
    names: written.names ?? 'always',
    sessions: written.sessions ?? [],
    interviewers: written.interviewers.map((one) => interviewerOf(one, date)),
  };
}

function interviewerOf(written: WrittenPlan['interviewers'][number], date: string | undefined): PlannedInterviewer {
  if (typeof written === 'string') {
    return { ...personOfWritten(written), sessions: undefined, minutes: undefined, date, isShadow: false };
  }
  const { name, id, sessions, minutes } = written;
  return {
    name,
    ...(id === undefined ? {} : { id }),
    sessions: sessions ?? undefined,
    minutes: minutes ?? undefined,
    date: written.date ?? date,
    isShadow: written.shadow ?? false,
  };
}
