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
