import { plannedMinutes } from '../../core/line/plan.js';
import { formatPerson } from '../../core/person/parse-person.js';
import type { Person } from '../../core/person/person.js';
import type { InterviewSession, Rubric } from '../../core/rubric/rubric.js';
import { applySession } from '../../core/rubric/session.js';
import { minuteOf } from '../../core/text/date.js';
import { clean, say } from '../../core/text/safe-text.js';
import { shownPath } from '../../io/rubrics/rubric-folder.js';
import { findRubric, findSession, findVariant, listRubrics } from '../../io/rubrics/rubric-library.js';
import type { Draft, Store } from '../../io/store/store.js';
import { canAsk, type Host } from '../../io/system/host.js';
import type { Prompter } from '../../io/terminal/ask.js';
import { count } from '../../render/text/text.js';
import { tell } from '../shared/page.js';
import { whoAmI } from '../shared/who.js';
import { nameBoth } from './ask-names.js';
import { draftsOf } from './drafts-of.js';
import { checkHeld, createOpening, type Names } from './opening.js';
import type { InterviewOptions, OpenedDraft } from './options.js';
import {
  choosePlanned,
  ownSessions,
  type PlannedInterview,
  plannedAbout,
  plannedFor,
  plannedInWords,
} from './planned.js';
import { sealedBefore, tellSealedBefore } from './sealed-before.js';

interface Desk {
  readonly prompter: Prompter;
  readonly store: Store;
  readonly host: Host;
}

/** A new draft, or the one that exists for the same names and role. `undefined` when the input ended at a question. */
export async function openDraft(given: InterviewOptions, desk: Desk): Promise<OpenedDraft | undefined> {
  const { prompter, store, host } = desk;
  const isAsked = canAsk(host);
  const chosen = isAsked && isBare(given) ? await offerPlanned(given, desk) : 'else';
  if (chosen === undefined) return undefined;
  const options = chosen === 'else' ? given : withPlanned(given, chosen);
  const role = options.role ?? (await chooseRole(options, prompter, host));
  if (role === undefined) return undefined;
  const loaded = findRubric(role, host, options);
  const { rubric } = loaded;
  findVariant(rubric, options.variant);
  const named = isOfPlan(options.session, rubric, store) ? undefined : findSession(rubric, options.session);
  if (!options.quiet && isAsked && options.candidate === undefined) {
    tellPlan({ rubric: applySession(rubric, named), minutes: options.minutes ?? named?.minutes }, desk);
  }
  const names = await nameBoth(options, { ...desk, isAsked });
  if (names === undefined) return undefined;
  const planned = chosen === 'else' ? await plannedNow(names, { options, rubric, isAsked }, desk) : chosen;
  if (planned === undefined) return undefined;
  const plan = planned === 'else' ? undefined : planned;
  const variant = findVariant(rubric, options.variant ?? plan?.plan.variant);
  const session = plan ? plan.session : (named ?? sessionOfPlan(options.session, names.candidate, rubric, store));
  const { drafts, unreadable } = store.listDrafts();
  for (const { error } of unreadable) host.stderr.write(say`A draft cannot be read: ${clean(error.message)}\n`);
  const wanted = { ...names, rubric, session: session?.id };
  const [draft] = draftsOf(wanted, drafts, store.readPeople().same);
  if (draft) {
    store.checkNotOpen(draft.id);
    const isSubmitted = draft.session.submission !== undefined;
    const choice = isSubmitted ? 'resume' : options.restart ? 'new' : await offerDraft(draft, prompter);
    if (choice === undefined) return undefined;
    if (choice === 'resume') return { recorder: store.resume(draft.id), isResumed: true };
    tellArchived(store.archive(draft.id), options, host);
  }
  const open = createOpening({
    names,
    loaded,
    variant,
    session,
    minutes: options.minutes ?? plan?.minutes,
    held: checkHeld(options.held, host),
    isShadow: options.shadow ?? plan?.isShadow,
  });
  if (!options.quiet) tellSealedBefore(open, sealedBefore(open, store), host);
  return { recorder: store.begin(open, loaded), isResumed: false };
}

/** Whether nothing says what is to be held. */
function isBare({ role, candidate, session, variant }: InterviewOptions): boolean {
  return [role, candidate, session, variant].every((value) => value === undefined);
}

/** What is planned for who sits at the keyboard, to choose from; `else` where nothing is. */
async function offerPlanned(options: InterviewOptions, desk: Desk): Promise<PlannedInterview | 'else' | undefined> {
  // The first question waits for nobody's name where nothing is planned.
  if (desk.store.listPlans().length === 0) return 'else';
  const me = await whoAmI(options.interviewer, desk.host);
  const planned = me === undefined ? [] : plannedFor(me, options, desk);
  return planned.length === 0 ? 'else' : choosePlanned(planned, desk.prompter);
}

function withPlanned(options: InterviewOptions, { plan }: PlannedInterview): InterviewOptions {
  return { ...options, candidate: formatPerson(plan.candidate), role: plan.role };
}

interface Wanted {
  readonly options: InterviewOptions;
  readonly rubric: Rubric;
  readonly isAsked: boolean;
}

/** What is planned for these two, where no session is said: told in a line, and chosen where there are several. */
async function plannedNow(
  { candidate, interviewer }: Names,
  { options, rubric, isAsked }: Wanted,
  desk: Desk,
): Promise<PlannedInterview | 'else' | undefined> {
  if (options.session !== undefined) return 'else';
  const all = plannedFor(interviewer, options, desk);
  const planned = plannedAbout({ candidate, role: rubric.id }, all, desk.store);
  const [first, second] = planned;
  if (!first) return 'else';
  const chosen = second && isAsked ? await choosePlanned(planned, desk.prompter) : first;
  if (chosen !== undefined && chosen !== 'else' && !options.quiet) {
    tell(say`As planned: ${plannedInWords(chosen)}`, desk.host);
  }
  return chosen;
}

/** Whether a session that the rubric doesn't have is one that a plan has of its own. */
function isOfPlan(id: string | undefined, { sessions }: Rubric, store: Store): boolean {
  if (id === undefined || sessions.some((session) => session.id === id)) return false;
  return store.listPlans().some(({ read }) => read.ok && read.value.sessions.some((session) => session.id === id));
}

/** @throws ScorecardError where the session is neither the rubric's nor of the candidate's plan */
function sessionOfPlan(
  id: string | undefined,
  candidate: Person,
  rubric: Rubric,
  store: Store,
): InterviewSession | undefined {
  if (id === undefined) return undefined;
  return findSession(
    { ...rubric, sessions: [...rubric.sessions, ...ownSessions({ candidate, role: rubric.id }, store)] },
    id,
  );
}

async function chooseRole(options: InterviewOptions, prompter: Prompter, host: Host): Promise<string | undefined> {
  const { rubrics } = listRubrics(host, options);
  return prompter.choose(
    say`Role`,
    rubrics.map(({ summary }) => ({ value: summary.id, name: say`${clean(summary.title)} (${clean(summary.id)})` })),
  );
}

interface PlanParts {
  /** With the dimensions of the session alone. */
  readonly rubric: Rubric;
  readonly minutes: number | undefined;
}

/** How long it takes, where it is kept, and how help is had: before the first name is asked for. */
function tellPlan({ rubric, minutes: said }: PlanParts, { store, host }: Desk): void {
  const minutes = plannedMinutes({ open: { rubric, ...(said === undefined ? {} : { minutes: said }) } });
  const time = minutes === undefined ? say`` : say`${minutes} min, `;
  const dimensions = count(rubric.dimensions.length, 'dimension');
  tell(say`${time}${dimensions} · kept in ${clean(shownPath(host, store.location))} · /help for help`, host);
}

async function offerDraft({ session }: Draft, prompter: Prompter): Promise<string | undefined> {
  const { dimensions } = session.content;
  const decided = dimensions.filter(({ rating }) => rating !== undefined).length;
  return prompter.choose(
    say`There is a draft from ${clean(minuteOf(session.startedAt))}, ${decided} of ${dimensions.length} decided`,
    [
      { value: 'resume', name: say`Go on with the draft` },
      { value: 'new', name: say`Begin anew; the draft is kept as history` },
    ],
  );
}

function tellArchived(path: string, { quiet }: InterviewOptions, host: Host): void {
  if (!quiet) host.stderr.write(say`The earlier draft is kept as ${clean(path)}\n`);
}
