import { parsePerson } from '../../core/person/parse-person.js';
import type { Person } from '../../core/person/person.js';
import type { InterviewSession, Rubric, Variant } from '../../core/rubric/rubric.js';
import { applySession } from '../../core/rubric/session.js';
import { applyVariant } from '../../core/rubric/variant.js';
import { dayOf } from '../../core/text/date.js';
import { clean, say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import type { LoadedRubric } from '../../io/rubrics/rubric-file.js';
import type { Opening } from '../../io/store/store.js';
import { type Host, timestamp } from '../../io/system/host.js';
import { checkPastDay } from '../shared/check-day.js';
import { whoAmI } from '../shared/who.js';

export interface Names {
  readonly candidate: Person;
  readonly interviewer: Person;
}

/**
 * Who is interviewed, and by whom: as given, else by the person at the keyboard.
 *
 * @throws ScorecardError when a name is empty, or it is not known who interviews
 */
export async function resolveNames(candidate: Person, interviewer: Person | undefined, host: Host): Promise<Names> {
  const by = interviewer ?? (await whoAmI(undefined, host));
  if (by === undefined) {
    throw new ScorecardError('the name of the interviewer is not known', { hint: say`pass --interviewer NAME` });
  }
  const names = { candidate: trimmed(candidate), interviewer: trimmed(by) };
  for (const [who, { name }] of Object.entries(names)) {
    if (name === '')
      throw new ScorecardError(`the name of the ${who} is empty`, { hint: say`pass --${clean(who)} NAME` });
  }
  return names;
}

function trimmed({ name, ...rest }: Person): Person {
  return { name: name.trim(), ...rest };
}

/** A person from the command line. */
export function personGiven(typed: string | undefined): Person | undefined {
  return typed === undefined ? undefined : parsePerson(typed);
}

/**
 * The day on which an interview was held; `undefined` where it is today, which needs no word.
 *
 * @throws ScorecardError when it is not a day of the calendar, or is yet to come
 */
export function checkHeld(day: string | undefined, host: Host): string | undefined {
  const today = dayOf(timestamp(host.now()));
  const held = checkPastDay(day, '--held', today);
  return held === today ? undefined : held;
}

interface OpeningInput {
  readonly names: Names;
  readonly loaded: Pick<LoadedRubric, 'rubric' | 'sha256'>;
  readonly variant: Variant | undefined;
  /** The part of the plan that it is; `undefined` for all of it. */
  readonly session?: InterviewSession | undefined;
  /** How many minutes it is to take; the session's or the dimensions' where it is not said. */
  readonly minutes?: number | undefined;
  /** The day of the interview, where it is another than today. */
  readonly held?: string | undefined;
  readonly isShadow?: boolean | undefined;
}

/** What an interview begins with; its store gives it a name. */
export function createOpening(input: OpeningInput): Opening {
  const { names, loaded, variant, session, held, isShadow } = input;
  const { rubric, sha256 } = loaded;
  const minutes = input.minutes ?? session?.minutes;
  return {
    type: 'open',
    schemaVersion: 2,
    ...names,
    rubric: withSession(applySession(applyVariant(rubric, variant), session), session),
    ...(variant ? { variant: variant.id } : {}),
    sha256,
    ...(held === undefined ? {} : { held }),
    ...(session ? { session: session.id } : {}),
    ...(minutes === undefined ? {} : { minutes }),
    ...(isShadow ? { shadow: true as const } : {}),
  };
}

/** A session of a panel's plan alone is known by its title as the rubric's are. */
function withSession(rubric: Rubric, session: InterviewSession | undefined): Rubric {
  if (!session || rubric.sessions.some(({ id }) => id === session.id)) return rubric;
  return { ...rubric, sessions: [...rubric.sessions, session] };
}
