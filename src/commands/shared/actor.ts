import { parsePerson } from '../../core/person/parse-person.js';
import type { Person } from '../../core/person/person.js';
import type { Host } from '../../io/system/host.js';

/** Who runs the command, for the log: `$SCORECARD_INTERVIEWER`, else git's name, else that of the login. */
export async function actor(host: Host): Promise<Person> {
  return parsePerson(host.env.SCORECARD_INTERVIEWER || (await host.userName()) || 'unknown');
}
