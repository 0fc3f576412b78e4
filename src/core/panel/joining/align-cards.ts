import { areSameScale } from '../../rubric/scale.js';
import type { PanelCard } from '../card.js';
import { NO_DETAIL } from '../card-detail.js';
import type { RubricEdition } from '../edition.js';
import { compareEditions } from '../edition.js';

export interface Aligned {
  readonly cards: readonly PanelCard[];
  /** For each role with several editions: the one whose weights and rules count now, and the others. */
  readonly merged: readonly { readonly edition: RubricEdition; readonly others: readonly RubricEdition[] }[];
  /** Roles whose editions do not share a scale: their ratings mean different things, so they stay apart. */
  readonly unlike: readonly string[];
}

/**
 * Moves the scorecards of all versions and variants of a role to the edition of the newest version (the plain rubric
 * where it was used, else its first variant). Dimensions are matched by id: one that a scorecard does not have is not
 * assessed (not held, where it is of one session), one that the edition does not have is dropped.
 */
export function alignCards(cards: readonly PanelCard[]): Aligned {
  const editions = new Map<string, RubricEdition[]>();
  for (const edition of new Set(cards.map((card) => card.edition))) {
    editions.set(edition.role, [...(editions.get(edition.role) ?? []), edition]);
  }
  const target = new Map<RubricEdition, RubricEdition>();
  const merged: { edition: RubricEdition; others: readonly RubricEdition[] }[] = [];
  const unlike: string[] = [];
  for (const [role, ofRole] of editions) {
    const [newest, ...others] = ofRole.sort(compareEditions);
    if (!newest || others.length === 0) continue;
    const isAlike = others.every(({ scale }) => areSameScale(scale, newest.scale));
    if (!isAlike) {
      unlike.push(role);
      continue;
    }
    merged.push({ edition: newest, others });
    for (const other of others) target.set(other, newest);
  }
  return { cards: cards.map((card) => align(card, target.get(card.edition) ?? card.edition)), merged, unlike };
}

function align(card: PanelCard, edition: RubricEdition): PanelCard {
  return moveCard(card, edition, card.session === undefined ? 'not-assessed' : 'not-held');
}

/** The scorecard in another edition, by the ids of its dimensions. `absent` stands where it doesn't have one. */
export function moveCard(card: PanelCard, edition: RubricEdition, absent: 'not-assessed' | 'not-held'): PanelCard {
  if (edition === card.edition) return card;
  const positions = edition.dimensions.map(({ id }) =>
    card.edition.dimensions.findIndex((dimension) => dimension.id === id),
  );
  return {
    ...card,
    edition,
    ratings: positions.map((at) => card.ratings[at] ?? absent),
    evidence: positions.map((at) => card.evidence[at] ?? []),
    detail: card.detail && {
      ...card.detail,
      dimensions: positions.map((at) => card.detail?.dimensions[at] ?? NO_DETAIL),
    },
  };
}
