import type { Person } from '../../../core/person/person.js';
import type { Host } from '../../../io/system/host.js';
import { whoAmI } from '../who.js';

/** Who runs the command, for the log; one whom nobody knows is logged as that. */
export async function actor(as: string | undefined, host: Pick<Host, 'env' | 'user'>): Promise<Person> {
  return (await whoAmI(as, host)) ?? { name: 'unknown' };
}
