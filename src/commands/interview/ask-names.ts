import { labelsOf, peopleLike } from '../../core/person/find-person.js';
import { formatPerson, parsePerson } from '../../core/person/parse-person.js';
import { createPeople, type Person } from '../../core/person/person.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { attempt } from '../../errors.js';
import type { NamedPerson, Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import type { Prompter } from '../../io/terminal/ask.js';
import { textWidth } from '../../render/text/page.js';
import { count, truncate } from '../../render/text/text.js';
import { parseSame, recordSame } from '../shared/known-people.js';
import { messagePage } from '../shared/page.js';
import { type KnownAs, whoIsHere } from '../shared/who.js';
import { eachOnce, identifyCandidate } from './identify.js';
import { type Names, personGiven, resolveNames } from './opening.js';
import type { InterviewOptions } from './options.js';

interface Desk {
  readonly prompter: Prompter;
  readonly store: Store;
  readonly host: Host;
}

interface Asked {
  readonly candidate: string;
  /** As far as it is known. */
  readonly interviewer: Person | undefined;
}

/** Known names that stand below the line; more are found by typing. */
const MOST_SHOWN = 5;

/** Who is interviewed and by whom: as options say, else as is answered. `undefined` when the input ended. */
export async function nameBoth(
  options: InterviewOptions,
  { isAsked, ...desk }: Desk & { readonly isAsked: boolean },
): Promise<Names | undefined> {
  const { prompter, store, host } = desk;
  const asked: Asked | undefined =
    options.candidate === undefined
      ? await askNames(options, desk)
      : { candidate: options.candidate, interviewer: (await knownAs(options, host))?.person };
  if (asked === undefined) return undefined;
  let { interviewer } = asked;
  if (!interviewer && isAsked) {
    const typed = await prompter.text(say`Interviewer`);
    if (typed === undefined) return undefined;
    interviewer = parsePerson(typed);
  }
  const named = await resolveNames(parsePerson(asked.candidate), interviewer, host);
  recordSame(parseSame(options.same), store, host);
  const candidate = await identifyCandidate(named.candidate, { store, host, prompter: isAsked ? prompter : undefined });
  return candidate && { ...named, candidate };
}

/**
 * Asks who is interviewed: the store's candidates stand below the line, and who interviews with where that name comes
 * from, which can be changed there. `undefined` when the input ended.
 */
async function askNames(options: InterviewOptions, { prompter, store, host }: Desk): Promise<Asked | undefined> {
  const known = candidatesOf(store);
  let by: KnownAs | undefined;
  const later = knownAs(options, host).then((found) => {
    by = found;
  });
  for (let begun = ''; ; ) {
    const answer = await prompter.name({
      message: say`Candidate`,
      begun,
      later,
      below: (typed) => rowsBelow(typed, { known, by, width: textWidth(messagePage(host)) }),
      about: () => (by === undefined ? say`` : say`${interviewerWords(by)}; --interviewer NAME changes it.\n`),
      known: (typed) => (typed.trim() === '' ? [] : peopleLike(typed, known()).map(formatPerson)),
    });
    if (answer === undefined) return undefined;
    await later;
    if (answer.type === 'name') return { candidate: answer.name, interviewer: by?.person };
    begun = answer.typed;
    const name = await prompter.text(say`Interviewer`, by === undefined ? '' : formatPerson(by.person));
    if (name === undefined) return undefined;
    by = { person: parsePerson(name), from: 'given' };
  }
}

/** An empty name is refused later: nobody else is put in its place. */
async function knownAs({ interviewer }: InterviewOptions, host: Host): Promise<KnownAs | undefined> {
  const person = personGiven(interviewer);
  return person ? { person, from: 'given' } : whoIsHere(undefined, host);
}

/** The store's candidates, each once, read when they are first asked for: the first prompt waits for nothing. */
function candidatesOf(store: Store): () => readonly NamedPerson[] {
  let read: readonly NamedPerson[] | undefined;
  return () => {
    read ??= attempt(
      () => namesOf(store),
      // What is wrong with them is told once a name is typed.
      () => [],
    );
    return read;
  };
}

function namesOf(store: Store): readonly NamedPerson[] {
  const { candidates } = store.readNames();
  const people = createPeople(candidates, store.readPeople().same);
  const times = new Map<string | undefined, number>();
  for (const one of candidates) times.set(people.keyOf(one), (times.get(people.keyOf(one)) ?? 0) + one.times);
  return [...eachOnce(candidates, people)].map(([key, person]) => ({ ...person, times: times.get(key) ?? 1 }));
}

interface Below {
  readonly known: () => readonly NamedPerson[];
  readonly by: KnownAs | undefined;
  readonly width: number;
}

/** Nothing is read before something is typed. */
function rowsBelow(typed: string, { known, by, width }: Below): readonly TerminalText[] {
  const all = typed.trim() === '' ? [] : known();
  const like = peopleLike(typed, all);
  const labels = labelsOf(all);
  const shown = like.slice(0, MOST_SHOWN).map((person) => {
    const times = say` · ${count(person.times, 'interview')}`;
    const label = clean(labels[all.indexOf(person)] ?? person.name);
    return withEnd(say`    ${label}`, times, width);
  });
  const more = like.length > MOST_SHOWN ? [say`    and ${like.length - MOST_SHOWN} more`] : [];
  return [
    ...shown,
    ...more,
    ...(by === undefined ? [] : [withEnd(say`  ${interviewerWords(by)}`, CHANGE, width)]),
    withEnd(say`  Esc: leave`, like.length > 0 ? say` · Tab: known names` : say``, width),
  ];
}

/** Cells of a name that are worth more than what comes after it. */
const FEWEST_CELLS = 20;

/** A row with its end whole, where there is room for both. */
function withEnd(text: TerminalText, end: TerminalText, width: number): TerminalText {
  const room = width - end.length;
  return room < FEWEST_CELLS ? truncate(text, width) : say`${truncate(text, room)}${end}`;
}

const CHANGE = say` · Shift-Tab changes it`;

function interviewerWords({ person, from }: KnownAs): TerminalText {
  return say`Interviewer: ${clean(person.name)}${from === 'given' ? say`` : say` (${SOURCES[from]})`}`;
}

const SOURCES = { environment: say`$SCORECARD_INTERVIEWER`, git: say`git`, login: say`login` } as const;
