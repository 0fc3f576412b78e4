import type { PanelCard } from '../card.js';
import { areSameDimension, type EditionSession, haveSameRules, joinEditions, type RubricEdition } from '../edition.js';
import { moveCard } from './align-cards.js';

/** A whole rubric that scorecards of one session may belong to, with the sessions of its plan. */
export interface WholeRubric {
  readonly edition: RubricEdition;
  /** `undefined` where its plan may be another than the one that the scorecards are of. */
  readonly sessions: readonly EditionSession[] | undefined;
}

export interface JoinedSessions {
  readonly cards: readonly PanelCard[];
  /** Moves another scorecard, which decides nothing, to where those of its session stand. */
  readonly move: (card: PanelCard) => PanelCard;
}

/**
 * Moves scorecards of one session to the edition of the whole rubric, so that those of several sessions are pooled. The
 * whole rubric is one of `wholes`, else what a scorecard of the whole interview holds; where neither is at hand, what
 * the sessions hold together. Nothing depends on the order of the scorecards.
 */
export function joinSessions(cards: readonly PanelCard[], wholes: readonly WholeRubric[]): JoinedSessions {
  const editions = [...new Set(cards.map(({ edition }) => edition))];
  const parts = editions.filter(({ isWhole }) => !isWhole);
  if (parts.length === 0) return { cards, move: (card) => card };
  const target = new Map<RubricEdition, RubricEdition>();
  const known = withSessions(wholes, target);
  const held = editions.filter((edition) => edition.isWhole && !target.has(edition)).sort(byRevision);
  const homeless: RubricEdition[] = [];
  for (const part of parts) {
    const whole = [...known, ...held].find((edition) => isPartOf(part, edition));
    if (whole) target.set(part, whole);
    else homeless.push(part);
  }
  const numbered = [...known, ...held];
  for (const group of alikeOf(homeless)) {
    const [first, ...more] = group;
    if (!first) continue;
    const joined = joinEditions(first, more, numbered.filter((other) => haveSameName(first, other)).length + 1);
    numbered.push(joined);
    for (const part of group) target.set(part, joined);
  }
  const moved = (card: PanelCard, edition: RubricEdition | undefined) =>
    edition === undefined ? card : moveCard(card, edition, 'not-held');
  return {
    cards: cards.map((card) => moved(card, target.get(card.edition))),
    move: (card) => {
      if (card.session === undefined) return card;
      const named = [...target.values()].find((edition) => haveSameName(edition, card.edition));
      return moved(card, target.get(card.edition) ?? named);
    },
  };
}

/** Each whole rubric once with its sessions; the editions without them lead there. */
function withSessions(
  wholes: readonly WholeRubric[],
  target: Map<RubricEdition, RubricEdition>,
): readonly RubricEdition[] {
  const sessions = new Map<RubricEdition, readonly EditionSession[] | undefined>();
  for (const whole of wholes) {
    const own = sessions.get(whole.edition);
    const more = whole.sessions?.filter(({ id }) => !own?.some((session) => session.id === id));
    sessions.set(whole.edition, more ? [...(own ?? []), ...more] : own);
  }
  for (const [edition, plan] of sessions) target.set(edition, { ...edition, sessions: plan });
  return [...target.values()];
}

function isPartOf(part: RubricEdition, whole: RubricEdition): boolean {
  return (
    haveSameRules(part, whole) &&
    part.dimensions.every((dimension) => whole.dimensions.some((other) => areSameDimension(dimension, other)))
  );
}

/** The parts that don't contradict each other, in an order of their own. */
function alikeOf(parts: readonly RubricEdition[]): readonly (readonly RubricEdition[])[] {
  const groups: RubricEdition[][] = [];
  const keyOf = ({ dimensions }: RubricEdition) => JSON.stringify(dimensions);
  const sorted = parts.map((part) => ({ part, key: keyOf(part) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { part } of sorted) {
    const group = groups.find((members) => members.every((member) => areAlike(member, part)));
    if (group) group.push(part);
    else groups.push([part]);
  }
  return groups;
}

function areAlike(a: RubricEdition, b: RubricEdition): boolean {
  return (
    haveSameRules(a, b) &&
    a.dimensions.every((dimension) => {
      const other = b.dimensions.find(({ id }) => id === dimension.id);
      return other === undefined || areSameDimension(dimension, other);
    })
  );
}

function haveSameName(a: RubricEdition, b: RubricEdition): boolean {
  return a.role === b.role && a.version === b.version && a.variant === b.variant;
}

function byRevision(a: RubricEdition, b: RubricEdition): number {
  return a.revision - b.revision;
}
