import { nameKey } from '../../core/person/name.js';
import { formatPerson } from '../../core/person/parse-person.js';
import { dayOf } from '../../core/text/date.js';
import { clean, say } from '../../core/text/safe-text.js';
import { EXIT, type ExitCode, ScorecardError } from '../../errors.js';
import { openStore } from '../../io/store/folder-store.js';
import type { Store } from '../../io/store/store.js';
import { type Host, timestamp } from '../../io/system/host.js';
import { holdInWords } from '../../render/personal/traces.js';
import type { GlobalOptions } from '../context.js';
import { actor } from '../shared/log/actor.js';
import { tell } from '../shared/page.js';
import { isHeld, lookUp, nothingAbout } from './look-up.js';

interface Options extends GlobalOptions {
  readonly store?: string;
  readonly as?: string;
  readonly why?: string;
  readonly release?: boolean;
}

/** Holds the data of a person, releases it, or lists who is held where none is named. */
export async function personHold(typed: string | undefined, options: Options, host: Host): Promise<ExitCode> {
  const store = openStore(host, options.store);
  if (options.why !== undefined && options.release) throw new ScorecardError('--why and --release cannot go together');
  if (typed === undefined) {
    if (options.why !== undefined || options.release) throw new ScorecardError('say whom: person hold NAME');
    return list(store, host);
  }
  if (options.release) return release(typed, store, host);
  if (options.why === undefined || options.why.trim() === '') {
    throw new ScorecardError('a hold needs its reason', { hint: say`pass --why "…", or --release to end it` });
  }
  const found = lookUp(typed, store, { isExact: true });
  if (!found.traces.some(({ role }) => role !== 'mentioned')) {
    host.stderr.write(say`${clean(nothingAbout(typed, found))}\n`);
    return EXIT.no;
  }
  const { name, id } = found.subject.person;
  const since = dayOf(timestamp(host.now()));
  store.recordHold({
    person: id ?? name,
    why: options.why.trim(),
    since,
    by: formatPerson(await actor(options.as, host)),
  });
  if (!options.quiet) tell(say`${clean(name)} is on hold: erase and purge leave their data until --release.`, host);
  return EXIT.ok;
}

function list(store: Store, host: Host): ExitCode {
  const { holds } = store.readPeople();
  for (const hold of holds) host.stdout.write(say`${clean(hold.person)}: ${holdInWords(hold)}\n`);
  if (holds.length === 0) tell(say`nobody is on hold`, host);
  return EXIT.ok;
}

function release(typed: string, store: Store, host: Host): ExitCode {
  const { subject, holds } = lookUp(typed, store, { isExact: true });
  if (holds.length === 0) {
    tell(say`${clean(subject.person.name)} is not on hold`, host);
    return EXIT.no;
  }
  store.releaseHolds((person) => isHeld(subject, { person, why: '' }) || nameKey(person) === nameKey(typed));
  tell(say`${clean(subject.person.name)} is no longer on hold.`, host);
  return EXIT.ok;
}
