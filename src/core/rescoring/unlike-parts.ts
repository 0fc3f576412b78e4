import type { PanelCard } from '../panel/card.js';
import type { Rubric } from '../rubric/rubric.js';
import { isRated } from '../rubric/scale.js';
import { variedBy } from './rubric-mover.js';

/** A part that scorecards and a rubric do not both have. */
export interface UnlikePart {
  /**
   * `unrated`: a dimension that scorecards lack, and that is not assessed in them; `dropped`: one that they rate and the
   * rubric lacks; `flag`: a red flag that they hold and the rubric lacks.
   */
  readonly what: 'unrated' | 'dropped' | 'flag';
  readonly id: string;
  /** On how many scorecards that bears. */
  readonly count: number;
}

/** The parts that any of these scorecards does not have in common with a rubric, by a key of their own. */
export function unlikeParts(cards: readonly PanelCard[], rubric: Rubric): ReadonlyMap<string, UnlikePart> {
  const found = new Map<string, UnlikePart>();
  for (const card of cards) {
    for (const part of partsOf(card, rubric)) {
      const key = JSON.stringify(part);
      found.set(key, { ...part, count: (found.get(key)?.count ?? 0) + 1 });
    }
  }
  return found;
}

function partsOf(card: PanelCard, plain: Rubric): readonly Omit<UnlikePart, 'count'>[] {
  const { edition, session, ratings, redFlags } = card;
  const rubric = variedBy(plain, edition.variant) ?? plain;
  const known = new Set(rubric.dimensions.map(({ id }) => id));
  const own = new Set(edition.dimensions.map(({ id }) => id));
  // What was in no session of an interviewer is no gap of theirs.
  const unrated = session === undefined ? rubric.dimensions.filter(({ id }) => !own.has(id)) : [];
  const dropped = edition.dimensions.filter(({ id }, at) => !known.has(id) && isRated(ratings[at] ?? 'not-held'));
  const flags = redFlags.filter(({ id }) => !rubric.redFlags.some((flag) => flag.id === id));
  const each = (what: UnlikePart['what'], parts: readonly { readonly id: string }[]) =>
    parts.map(({ id }) => ({ what, id }));
  return [...each('unrated', unrated), ...each('dropped', dropped), ...each('flag', flags)];
}
