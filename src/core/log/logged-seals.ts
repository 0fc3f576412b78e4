import type { Person } from '../person/person.js';
import type { Log } from './entry.js';

/** A seal that a log tells of. */
export interface LoggedSeal {
  readonly digest: string;
  readonly previous: string | undefined;
  /** Who set it, and when; `undefined` where only its erasure was logged. */
  readonly sealed: { readonly by: Person; readonly at: string } | undefined;
  /** Whether its scorecard was erased on purpose. */
  readonly isErased: boolean;
}

/** Each seal once, with all that the log says of it. */
export function loggedSeals({ entries }: Log): readonly LoggedSeal[] {
  const seals = new Map<string, LoggedSeal>();
  for (const { type, by, at, scorecards } of entries) {
    const isSealing = type === 'submit' || type === 'amend';
    const isErasing = type === 'erase' || type === 'purge';
    if (!isSealing && !isErasing) continue;
    for (const { digest, previous } of scorecards) {
      const known = seals.get(digest);
      seals.set(digest, {
        digest,
        previous: known?.previous ?? previous,
        sealed: known?.sealed ?? (isSealing ? { by, at } : undefined),
        isErased: isErasing || known?.isErased === true,
      });
    }
  }
  return [...seals.values()];
}
