import { plannedMinutes } from '../../core/line/plan.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { applySession } from '../../core/rubric/session.js';
import { minuteOf } from '../../core/text/date.js';
import { clean, say } from '../../core/text/safe-text.js';
import { shownPath } from '../../io/rubrics/rubric-folder.js';
import { findRubric, findSession, findVariant, listRubrics } from '../../io/rubrics/rubric-library.js';
import type { Draft, Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import type { Prompter } from '../../io/terminal/ask.js';
import { count } from '../../render/text/text.js';
import { tell } from '../shared/page.js';
import { nameBoth } from './ask-names.js';
import { draftsOf } from './drafts-of.js';
import { checkHeld, createOpening } from './opening.js';
import type { InterviewOptions, OpenedDraft } from './options.js';
import { sealedBefore, tellSealedBefore } from './sealed-before.js';

interface Desk {
  readonly prompter: Prompter;
  readonly store: Store;
  readonly host: Host;
}

/** A new draft, or the one that exists for the same names and role. `undefined` when the input ended at a question. */
export async function openDraft(options: InterviewOptions, desk: Desk): Promise<OpenedDraft | undefined> {
  const { prompter, store, host } = desk;
  const role = options.role ?? (await chooseRole(options, prompter, host));
  if (role === undefined) return undefined;
  const loaded = findRubric(role, host, options);
  const variant = findVariant(loaded.rubric, options.variant);
  const session = findSession(loaded.rubric, options.session);
  const isAsked = host.stdin.isTTY === true && host.stderr.isTTY;
  if (!options.quiet && isAsked && options.candidate === undefined) {
    tellPlan({ rubric: applySession(loaded.rubric, session), minutes: options.minutes ?? session?.minutes }, desk);
  }
  const names = await nameBoth(options, { ...desk, isAsked });
  if (names === undefined) return undefined;
  const { drafts, unreadable } = store.listDrafts();
  for (const { error } of unreadable) host.stderr.write(say`A draft cannot be read: ${clean(error.message)}\n`);
  const wanted = { ...names, rubric: loaded.rubric, session: session?.id };
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
    minutes: options.minutes,
    held: checkHeld(options.held, host),
    isShadow: options.shadow,
  });
  if (!options.quiet) tellSealedBefore(open, sealedBefore(open, store), host);
  return { recorder: store.begin(open, loaded), isResumed: false };
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
