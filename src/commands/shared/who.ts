import { parsePerson } from '../../core/person/parse-person.js';
import type { Person } from '../../core/person/person.js';
import type { Host } from '../../io/system/host.js';

/**
 * Who sits at the keyboard: as given, else `$SCORECARD_INTERVIEWER`, else git's user, else the login name; `undefined`
 * where nobody knows.
 */
export async function whoAmI(given: string | undefined, host: Pick<Host, 'env' | 'user'>): Promise<Person | undefined> {
  const typed = given ?? host.env.SCORECARD_INTERVIEWER ?? '';
  return typed.trim() === '' ? host.user() : parsePerson(typed);
}
