import { parsePerson } from '../../core/person/parse-person.js';
import type { Person } from '../../core/person/person.js';
import type { Host } from '../../io/system/host.js';

/** A person, and where the name comes from. */
export interface KnownAs {
  readonly person: Person;
  readonly from: 'given' | 'environment' | 'git' | 'login';
}

/**
 * Who sits at the keyboard: as given, else `$SCORECARD_INTERVIEWER`, else git's user, else the login name; `undefined`
 * where nobody knows.
 */
export async function whoAmI(given: string | undefined, host: Pick<Host, 'env' | 'user'>): Promise<Person | undefined> {
  return (await whoIsHere(given, host))?.person;
}

/** The same, with where the name comes from. */
export async function whoIsHere(
  given: string | undefined,
  host: Pick<Host, 'env' | 'user'>,
): Promise<KnownAs | undefined> {
  const typed = given ?? host.env.SCORECARD_INTERVIEWER ?? '';
  if (typed.trim() === '') return host.user();
  return { person: parsePerson(typed), from: given === undefined ? 'environment' : 'given' };
}
