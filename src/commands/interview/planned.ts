import { whoIsWho } from '../../core/panel/who.js';
import type { Person } from '../../core/person/person.js';
import { sessionsOfPlan } from '../../core/plan/coverage.js';
import type { Plan } from '../../core/plan/plan.js';
import { ownSeats, type Seat, seatsOf } from '../../core/plan/seats.js';
import type { InterviewSession, Rubric } from '../../core/rubric/rubric.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import type { Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import type { Prompter } from '../../io/terminal/ask.js';
import { sessionInWords } from '../../render/panel/plan/words.js';
import { checkPlans } from '../shared/plans/read-plans.js';
import type { InterviewOptions } from './options.js';

/** What is planned for somebody and not sealed yet. */
export interface PlannedInterview {
  readonly plan: Plan;
  readonly rubric: Rubric;
  /** `undefined`: all dimensions. */
  readonly session: InterviewSession | undefined;
  readonly minutes: number | undefined;
  readonly isShadow: boolean;
}

/** What is planned for this interviewer and not sealed yet, the next day first. Plans with mistakes offer nothing. */
export function plannedFor(
  me: Person,
  options: InterviewOptions,
  { store, host }: { readonly store: Store; readonly host: Host },
): readonly PlannedInterview[] {
  const { plans } = checkPlans(store, options, host);
  if (plans.length === 0) return [];
  const sealed = store.sealedParts();
  const { same } = store.readPeople();
  const found = plans.flatMap(({ plan, rubric }) => {
    const { candidate, interviewers } = plan;
    const named = interviewers.map((interviewer) => ({ candidate, interviewer }));
    const who = whoIsWho([...sealed, ...named, { candidate, interviewer: me }], same);
    const about = sealed.filter((part) => part.role === plan.role && who.candidates.isSame(part.candidate, candidate));
    return ownSeats(seatsOf(plan, about, who.interviewers), me, who.interviewers)
      .filter(({ sealedAt }) => sealedAt === undefined)
      .map((seat) => ({ day: seat.interviewer.date ?? '9', planned: plannedAt(seat, plan, rubric) }));
  });
  return found.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ planned }) => planned);
}

function plannedAt({ session: id, interviewer }: Seat, plan: Plan, rubric: Rubric): PlannedInterview {
  const session = sessionsOfPlan(plan, rubric).find((one) => one.id === id);
  return { plan, rubric, session, minutes: interviewer.minutes ?? session?.minutes, isShadow: interviewer.isShadow };
}

/** Those that are about this candidate and role. */
export function plannedAbout(
  { candidate, role }: { readonly candidate: Person; readonly role: string },
  planned: readonly PlannedInterview[],
  store: Store,
): readonly PlannedInterview[] {
  const named = [candidate, ...planned.map(({ plan }) => plan.candidate)].map((one) => ({
    candidate: one,
    interviewer: undefined,
  }));
  const { candidates } = whoIsWho(named, store.readPeople().same);
  return planned.filter(({ plan }) => plan.role === role && candidates.isSame(plan.candidate, candidate));
}

/** The plan's own sessions about this candidate and role, which the rubric doesn't have. */
export function ownSessions(
  subject: { readonly candidate: Person; readonly role: string },
  store: Store,
): readonly InterviewSession[] {
  const plans = store.listPlans().flatMap(({ read }) => (read.ok ? [read.value] : []));
  const { candidates } = whoIsWho(
    [subject, ...plans].map(({ candidate }) => ({ candidate, interviewer: undefined })),
    store.readPeople().same,
  );
  return plans
    .filter(({ role, candidate }) => role === subject.role && candidates.isSame(candidate, subject.candidate))
    .flatMap(({ sessions }) => sessions);
}

/** `Ada Example, Technical, 60 min`. */
export function plannedInWords({ plan, session, minutes, isShadow }: PlannedInterview): TerminalText {
  const parts = [
    clean(plan.candidate.name),
    clean(sessionInWords({ title: session?.title, session: session?.id })),
    ...(minutes === undefined ? [] : [say`${minutes} min`]),
    ...(plan.date === undefined ? [] : [clean(plan.date)]),
    ...(isShadow ? [say`as a shadow`] : []),
  ];
  return say`${parts.join(', ')}`;
}

const ELSE = 'else';

/** Asks which of these is held now: `else` for none of them, `undefined` where the input ended. */
export async function choosePlanned(
  planned: readonly PlannedInterview[],
  prompter: Prompter,
): Promise<PlannedInterview | 'else' | undefined> {
  const choice = await prompter.choose(say`Interview`, [
    ...planned.map((one, at) => ({ value: String(at), name: plannedInWords(one) })),
    { value: ELSE, name: say`Something else` },
  ]);
  if (choice === undefined || choice === ELSE) return choice;
  return planned[Number(choice)];
}
