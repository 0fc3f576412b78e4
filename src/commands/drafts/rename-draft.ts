import type { SessionEvent } from '../../core/interview/event.js';
import { eventsByRubric } from '../../core/interview/move-draft.js';
import { whoIsWho } from '../../core/panel/who.js';
import { parsePerson } from '../../core/person/parse-person.js';
import type { Person } from '../../core/person/person.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { applySession } from '../../core/rubric/session.js';
import { applyVariant } from '../../core/rubric/variant.js';
import { clean, say } from '../../core/text/safe-text.js';
import { shellWord } from '../../core/text/shell-words.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { findRubric, findVariant } from '../../io/rubrics/rubric-library.js';
import type { Draft, Opening, Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import { knownDraft, resumeCommand } from '../interview/resume-draft.js';
import type { DraftsOptions } from './options.js';

interface Desk {
  readonly store: Store;
  readonly host: Host;
}

/** Moves what a draft holds to another candidate or role. The draft as it was is kept as history. */
export function renameDraft(name: string, options: DraftsOptions, { store, host }: Desk): ExitCode {
  if (options.candidate === undefined && options.role === undefined && options.variant === undefined) {
    throw new ScorecardError('nothing says what to rename it to', { hint: say`pass --candidate NAME or --role ROLE` });
  }
  const id = knownDraft(name, store);
  store.checkNotOpen(id);
  const draft = store.listDrafts().drafts.find((open) => open.id === id);
  if (!draft) throw new ScorecardError(`the draft ${id} cannot be read`, { hint: say`see: scorecard doctor` });
  checkMovable(draft);
  const opening = openingOf(draft, options, host);
  const target = moved(draft, opening, store) ?? begin(draft, opening, store);
  const location = store.archive(id);
  if (!options.quiet) {
    host.stderr.write(
      say`Moved to ${clean(opening.candidate.name)}, ${clean(opening.rubric.title)}; as it was it is kept as ${clean(location)}
Go on with: ${resumeCommand(options.store, host)} ${shellWord(target)}\n`,
    );
  }
  return EXIT.ok;
}

function checkMovable({ id, session: { open, submission } }: Draft): void {
  if (submission !== undefined) throw new ScorecardError(`${id} has been submitted and can no longer be moved`);
  if (open.amends === undefined) return;
  throw new ScorecardError(`${id} amends a sealed scorecard, whose candidate and role stand`);
}

function openingOf({ session: { open } }: Draft, options: DraftsOptions, host: Host): Opening {
  const { id: _, ...opening } = open;
  const candidate = options.candidate === undefined ? open.candidate : namedCandidate(options.candidate);
  if (options.role === undefined && options.variant === undefined) return { ...opening, schemaVersion: 2, candidate };
  const { variant: __, session: part, minutes, ...rest } = opening;
  const loaded = findRubric(options.role ?? open.rubric.id, host, options);
  const variant = findVariant(loaded.rubric, options.variant);
  // Where the other rubric has no such session, the draft becomes one of the whole interview.
  const session = loaded.rubric.sessions.find(({ id }) => id === part);
  return {
    ...rest,
    schemaVersion: 2,
    candidate,
    rubric: applySession(applyVariant(loaded.rubric, variant), session),
    ...(session ? { session: session.id } : {}),
    ...(minutes === undefined || part !== session?.id ? {} : { minutes }),
    ...(variant ? { variant: variant.id } : {}),
    sha256: loaded.sha256,
  };
}

function namedCandidate(text: string): Person {
  const person = parsePerson(text);
  if (person.name === '') throw new ScorecardError('the name of the candidate is empty');
  return person;
}

/** The draft that an earlier run made of this one before it could put it away. */
function moved({ id, session }: Draft, opening: Opening, store: Store): string | undefined {
  const others = store
    .listDrafts()
    .drafts.filter((other) => other.id !== id && other.session.startedAt === session.startedAt)
    .filter((other) => other.session.open.rubric.id === opening.rubric.id);
  const opens = others.map((other) => other.session.open);
  const { candidates, interviewers } = whoIsWho([...opens, opening], store.readPeople().same);
  return opens.find(
    ({ candidate, interviewer }) =>
      candidates.isSame(candidate, opening.candidate) && interviewers.isSame(interviewer, opening.interviewer),
  )?.id;
}

function begin(draft: Draft, opening: Opening, store: Store): string {
  const events = eventsOf(draft, opening.rubric, store);
  const recorder = store.begin(opening, { past: { at: draft.session.startedAt, events } });
  recorder.close();
  return recorder.session.open.id;
}

/** For the same rubric the events as they were, with their times; for another what they add up to. */
function eventsOf({ id, session }: Draft, rubric: Rubric, store: Store): readonly SessionEvent[] {
  const history = rubric === session.open.rubric ? store.readHistory(id) : undefined;
  return history?.type === 'found' ? history.events.slice(1) : eventsByRubric(session, rubric);
}
