import { dirname, resolve } from 'node:path';
import { amendedOf, fitsRubric } from '../../core/interview/amend.js';
import { votesAgain } from '../../core/interview/second-vote.js';
import { createPeople, type Person } from '../../core/person/person.js';
import type { Rubric } from '../../core/rubric/rubric.js';
import { applySession } from '../../core/rubric/session.js';
import { applyVariant } from '../../core/rubric/variant.js';
import { newestOf, sealedAt } from '../../core/scorecard/chain/newest.js';
import { sealProblem } from '../../core/scorecard/check-seal.js';
import type { Scorecard } from '../../core/scorecard/scorecard.js';
import { dayOf, dayOfInterview, minuteOf } from '../../core/text/date.js';
import { say } from '../../core/text/safe-text.js';
import { shellWord } from '../../core/text/shell-words.js';
import { type ExitCode, ScorecardError } from '../../errors.js';
import { loadScorecard } from '../../io/cards/scorecard-file.js';
import { findRubric, findSession, findVariant } from '../../io/rubrics/rubric-library.js';
import { openStore, storeAt } from '../../io/store/folder-store.js';
import type { Opening, SealedScorecard, Store } from '../../io/store/store.js';
import { type Host, timestamp } from '../../io/system/host.js';
import { atTerminal } from '../interview/at-terminal.js';
import { tidyUp } from '../interview/interview.js';
import type { InterviewOptions, OpenedDraft } from '../interview/options.js';
import { ownSessions } from '../interview/planned.js';
import { runInterview } from '../interview/run.js';
import { choosePerson } from '../shared/choose-person.js';
import { isPathWord } from '../shared/found/path-word.js';
import { whoAmI } from '../shared/who.js';

interface AmendOptions extends InterviewOptions {
  readonly as?: string;
}

/** Opens a sealed scorecard of the user's own again, and seals a new one in its place. */
export async function amend(target: string, options: AmendOptions, host: Host): Promise<ExitCode> {
  const user = await whoAmI(options.as, host);
  if (user === undefined) throw new ScorecardError('who you are is not known', { hint: say`pass --as NAME` });
  if (options.reason?.trim() === '')
    throw new ScorecardError('the reason is empty', { hint: say`say why it is amended` });
  const isFile = isPathWord(target, host);
  const store = isFile ? storeAt(dirname(resolve(host.cwd, target)), host) : openStore(host, options.store);
  const sealed = isFile ? named(target, user, { store, host }) : newestOwn(target, user, store);
  const altered = sealProblem(sealed.stored);
  if (altered) throw new ScorecardError(`${sealed.location} is not as it was sealed: ${altered.message}`);
  return atTerminal(options, host, async (lines) => {
    await tidyUp(store, options, host);
    return runInterview(await openAmendment(sealed, options, { store, host }), options, { host, lines });
  });
}

interface Desk {
  readonly store: Store;
  readonly host: Host;
}

/** The draft that amends this scorecard already, else a new one. */
async function openAmendment(
  { card }: SealedScorecard,
  options: AmendOptions,
  { store, host }: Desk,
): Promise<OpenedDraft> {
  const draft = store.listDrafts().drafts.find(({ session }) => session.open.amends?.digest === card.digest);
  if (draft) return { recorder: store.resume(draft.id), isResumed: true };
  const rubric = rubricOf(card, options, { store, host });
  const { variant, sha256 } = card.rubric;
  const { session } = card;
  const held = dayOfInterview(card);
  const open: Opening = {
    type: 'open',
    schemaVersion: 2,
    candidate: card.candidate,
    interviewer: card.interviewer,
    rubric,
    ...(variant === undefined ? {} : { variant }),
    sha256,
    ...(session === undefined ? {} : { session }),
    ...(held === dayOf(timestamp(host.now())) ? {} : { held }),
    ...(card.shadow ? { shadow: true as const } : {}),
    amends: amendedOf(card, rubric, await votesOf(card, options, { store, host })),
  };
  const recorder = store.begin(open);
  const [first] = votesAgain(recorder.session);
  if (first !== undefined) recorder.record({ type: 'go', to: first });
  return { recorder, isResumed: false };
}

/** After a debrief, the dimensions to vote on again; `undefined` where there was none. */
async function votesOf(card: Scorecard, { afterDebrief }: AmendOptions, { store, host }: Desk) {
  if (afterDebrief !== true) return undefined;
  const { talkedAbout } = await import('./talked-about.js');
  return talkedAbout(card, store, host);
}

/** The rubric of that interview: from its journal, else from a file that has not changed since. */
function rubricOf(card: Scorecard, options: AmendOptions, { store, host }: Desk): Rubric {
  const history = store.readHistory(card.id);
  if (history.type === 'found') return history.events[0].rubric;
  const { id, version, variant, sha256 } = card.rubric;
  const loaded = findRubric(id, host, options);
  const whole = applyVariant(loaded.rubric, findVariant(loaded.rubric, variant));
  const sessions = [...loaded.rubric.sessions, ...ownSessions({ candidate: card.candidate, role: id }, store)];
  const rubric = applySession(whole, findSession({ ...loaded.rubric, sessions }, card.session));
  if (loaded.sha256 === sha256 && fitsRubric(card, rubric)) return rubric;
  throw new ScorecardError(`the rubric ${id} ${version} of this scorecard is not here: ${loaded.file} is another`, {
    hint: say`pass --rubrics DIR with the folder that has it as it was`,
  });
}

/** @throws ScorecardError when the scorecard is a colleague's, or has been amended */
function named(path: string, user: Person, { store, host }: Desk): SealedScorecard {
  const { stored, card } = loadScorecard(resolve(host.cwd, path), path);
  if (!createPeople([card.interviewer, user], store.readPeople().same).isSame(card.interviewer, user)) {
    throw new ScorecardError(`${path} is by ${card.interviewer.name}, and you are ${user.name}`, {
      hint: say`nobody amends the scorecard of a colleague; if it is yours: --as ${shellWord(card.interviewer.name)}`,
    });
  }
  const later = store.sealedBy(user).find((other) => other.card.amends?.digest === card.digest);
  if (later) {
    throw new ScorecardError(`${path} has been amended already`, {
      hint: say`amend the newest: scorecard amend ${shellWord(later.location)}`,
    });
  }
  return { location: path, stored, card };
}

/**
 * The user's newest scorecard of a candidate.
 *
 * @throws ScorecardError when there is none, or it could be of several roles
 */
function newestOwn(typed: string, user: Person, store: Store): SealedScorecard {
  const own = store.sealedBy(user);
  const people = createPeople(candidatesOf(own), store.readPeople().same);
  const candidate = choosePerson(typed, candidatesOf(own), {
    people,
    nothing: `${user.name} has no sealed scorecard of "${typed}" in ${store.location}`,
    otherwise: say`give the file of the scorecard, or who you are with --as NAME`,
  });
  const newest = newestOf(
    own.filter(({ card }) => people.isSame(card.candidate, candidate)),
    ({ card }) => card,
  );
  const [last, ...others] = newest.toSorted((a, b) => sealedAt(b.card) - sealedAt(a.card));
  if (last && others.every(({ card }) => card.rubric.id === last.card.rubric.id)) return last;
  const list = newest.map(
    ({ card, location }) => `${card.rubric.id}, ${minuteOf(card.submittedAt ?? '')}: ${location}`,
  );
  throw new ScorecardError(`there are several of ${candidate.name}:\n  ${list.join('\n  ')}`, {
    hint: say`give the file of the one to amend`,
  });
}

function candidatesOf(sealed: readonly SealedScorecard[]): readonly Person[] {
  return sealed.map(({ card }) => card.candidate);
}
