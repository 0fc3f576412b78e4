import { parsePerson } from '../../core/person/parse-person.js';
import { minuteOf } from '../../core/text/date.js';
import { clean, say } from '../../core/text/safe-text.js';
import { findRubric, findSession, findVariant, listRubrics } from '../../io/rubrics/rubric-library.js';
import type { Draft, Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import type { Prompter } from '../../io/terminal/ask.js';
import { parseSame, recordSame } from '../shared/known-people.js';
import { draftsOf } from './drafts-of.js';
import { identifyCandidate } from './identify.js';
import { checkHeld, createOpening, personGiven, resolveNames } from './opening.js';
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
  const typed = options.candidate ?? (await prompter.text(say`Candidate`));
  if (typed === undefined) return undefined;
  const given = await resolveNames(parsePerson(typed), personGiven(options.interviewer), host);
  recordSame(parseSame(options.same), store, host);
  const isAsked = host.stdin.isTTY === true && host.stderr.isTTY;
  const candidate = await identifyCandidate(given.candidate, { store, host, prompter: isAsked ? prompter : undefined });
  if (candidate === undefined) return undefined;
  const names = { ...given, candidate };
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
  const { held, minutes, shadow } = options;
  const open = createOpening({
    names,
    loaded,
    variant,
    session,
    minutes,
    held: checkHeld(held, host),
    isShadow: shadow,
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
