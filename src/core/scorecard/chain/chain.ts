import { put } from '../../collections/put.js';
import type { LoggedSeal } from '../../log/logged-seals.js';
import type { Person } from '../../person/person.js';

/** The seal of one scorecard: a link in its interviewer's chain. */
export interface Seal {
  readonly digest: string;
  /** The digest of the same interviewer's seal before it; `undefined` for the first. */
  readonly previous: string | undefined;
  /** When it was sealed, in ISO 8601. */
  readonly at: string;
}

/**
 * The ends of an interviewer's chain, earliest first: the seals that no other names as the one before it. Several where
 * scorecards were sealed at once or on two machines.
 */
export function headsOf(seals: readonly Seal[]): readonly Seal[] {
  const followed = new Set(seals.map(({ previous }) => previous));
  return seals
    .filter(({ digest }) => !followed.has(digest))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.digest < b.digest ? -1 : 1));
}

/**
 * All seals of one interviewer: `present` are those of their scorecards, `logged` those that a log tells of. One of
 * which only the erasure was logged is theirs where it follows one of theirs.
 */
export function ownSeals(
  isTheirs: (person: Person) => boolean,
  { present, logged }: { readonly present: readonly Seal[]; readonly logged: readonly LoggedSeal[] },
): readonly Seal[] {
  const own = new Map<string, Seal>();
  const nameless = new Map<string, LoggedSeal[]>();
  for (const seal of logged) {
    const { digest, previous, sealed } = seal;
    if (sealed && isTheirs(sealed.by)) own.set(digest, { digest, previous, at: sealed.at });
    if (!sealed && previous !== undefined) put(nameless, previous, seal);
  }
  for (const seal of present) own.set(seal.digest, seal);
  // A map gives what is added to it while it is walked, too.
  for (const { digest, at } of own.values()) {
    for (const next of nameless.get(digest) ?? []) {
      if (!own.has(next.digest)) own.set(next.digest, { digest: next.digest, previous: digest, at });
    }
  }
  return [...own.values()];
}
