import { parsePerson } from '../../core/person/parse-person.js';
import type { Known } from '../../core/person/people-file.js';
import type { Pair } from '../../core/person/person.js';
import { say } from '../../core/text/safe-text.js';
import { ScorecardError } from '../../errors.js';
import type { Store } from '../../io/store/store.js';
import type { Host } from '../../io/system/host.js';

/**
 * What `--same` says: each text two names or ids with = between them.
 *
 * @throws ScorecardError where it says something else
 */
export function parseSame(texts: readonly string[] = []): readonly Pair[] {
  return texts.map((text): Pair => {
    const [one, other, more] = text.split('=').map((part) => parsePerson(part));
    if (one?.name && other?.name && more === undefined) return [one.id ?? one.name, other.id ?? other.name];
    throw new ScorecardError(`--same "${text}" does not name two people`, {
      hint: say`write two names or ids with = between them: --same "Maya Fernandez=Maya Fernández"`,
    });
  });
}

/** Keeps in the store what `--same` says. Without a store it is for this run alone, which is told. */
export function recordSame(same: readonly Pair[], store: Store | undefined, host: Host): void {
  if (same.length === 0) return;
  if (store === undefined) host.stderr.write(say`--same holds for this run alone: there is no store to keep it in\n`);
  else store.recordPeople({ same });
}

/** What is known, and what was just said. */
export function withSame(known: Known, more: readonly Pair[]): Known {
  return { ...known, same: [...known.same, ...more] };
}
