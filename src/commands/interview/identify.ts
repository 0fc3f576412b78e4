import { nearPeople, withoutDifferent } from '../../core/person/near-names.js';
import { formatPerson } from '../../core/person/parse-person.js';
import { createPeople, type Pair, type People, type Person } from '../../core/person/person.js';
import { clean, say } from '../../core/text/safe-text.js';
import { shellWord } from '../../core/text/shell-words.js';
import { ScorecardError } from '../../errors.js';
import type { NamedPerson, Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';
import type { Prompter } from '../../io/terminal/ask.js';
import { nearLines } from '../../render/panel/people-words.js';
import { count } from '../../render/text/text.js';

interface Desk {
  readonly store: Store;
  readonly host: Host;
  /** `undefined` where nobody can be asked. */
  readonly prompter: Prompter | undefined;
}

/** Near names that are asked about; nobody answers more. */
const MOST_ASKED = 3;

/**
 * Who a typed candidate is among those of the store: asked where the name may be one of several people, or is nearly
 * another's; told where nobody can be asked. `undefined` when the input ended at a question.
 *
 * @throws ScorecardError where a scorecard could be anybody's, and nobody can be asked
 */
export async function identifyCandidate(typed: Person, { store, host, prompter }: Desk): Promise<Person | undefined> {
  const { same, different } = store.readPeople();
  const named = store.readNames().candidates;
  const people = createPeople([...named, typed], same);
  const key = people.keyOf(typed);
  if (key === undefined) return oneOf(typed, named, { people, prompter });
  const known = eachOnce(named, people);
  if (known.has(key)) return typed;
  const pairs = nearPeople([typed, ...known.values()]).filter(([one]) => one === typed);
  const near = withoutDifferent(pairs, { people, different });
  if (prompter === undefined) {
    for (const line of nearLines(near, 'candidate')) host.stderr.write(say`${line}\n`);
    return typed;
  }
  const others: Pair[] = [];
  for (const [, other] of near.slice(0, MOST_ASKED)) {
    const times = named
      .filter((one) => people.keyOf(one) === people.keyOf(other))
      .reduce((sum, one) => sum + one.times, 0);
    const answer = await prompter.choose(
      say`${clean(formatPerson(other))} has ${count(times, 'interview')}: the same person as ${clean(typed.name)}?`,
      [
        { value: 'yes', name: say`Yes, the same person` },
        { value: 'no', name: say`No, somebody else` },
      ],
    );
    if (answer === undefined) return undefined;
    // As the scorecards that are there spell it: then there is nothing to be said about the two.
    if (answer === 'yes') return personOf(other);
    others.push([typed.id || typed.name, other.id || other.name]);
  }
  store.recordPeople({ different: others });
  return typed;
}

/** One of those who have the name. */
async function oneOf(
  typed: Person,
  named: readonly NamedPerson[],
  { people, prompter }: { readonly people: People; readonly prompter: Prompter | undefined },
): Promise<Person | undefined> {
  const several = [...eachOnce(named, people).values()].filter((one) => one.id && people.isSame(one, typed));
  if (prompter === undefined) {
    throw new ScorecardError(`"${typed.name}" may be any of ${several.map(formatPerson).join(', ')}`, {
      hint: say`say which: --candidate ${shellWord(formatPerson(several[0] ?? typed))}, or with another id who is new`,
    });
  }
  const chosen = await prompter.choose(
    say`Which ${clean(typed.name)}?`,
    several.map((one) => ({ value: one.id ?? '', name: clean(formatPerson(one)) })),
  );
  const person = several.find(({ id }) => id === chosen);
  return chosen === undefined || person === undefined ? undefined : personOf(person);
}

/** Each person once, by who they are; with the id that any gives. */
export function eachOnce(named: readonly NamedPerson[], people: People): ReadonlyMap<string, NamedPerson> {
  const once = new Map<string, NamedPerson>();
  for (const person of named) {
    const key = people.keyOf(person);
    const known = key === undefined ? undefined : once.get(key);
    if (key !== undefined && (known === undefined || (!known.id && person.id))) once.set(key, person);
  }
  return once;
}

function personOf({ name, id }: Person): Person {
  return id === undefined ? { name } : { name, id };
}
