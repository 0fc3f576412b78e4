import { put } from '../collections/put.js';
import type { PanelCard } from '../panel/card.js';
import { type Panel, poolPanel } from '../panel/panel.js';
import type { Who } from '../panel/who.js';
import type { Rubric } from '../rubric/rubric.js';
import { RECOMMENDATIONS, type Recommendation } from '../scoring/rules.js';
import { createMover, type Unfit } from './rubric-mover.js';
import { type UnlikePart, unlikeParts } from './unlike-parts.js';

/** Two editions of a rubric that may judge the same ratings otherwise. */
export interface RubricPair {
  readonly before: Rubric;
  readonly after: Rubric;
}

type Side = keyof RubricPair;

/** What past scorecards come to by one rubric and by another. */
export interface Rescoring {
  /** Each on its own; those of one session recommend nothing, and are not among them. */
  readonly scorecards: Comparison;
  /** Those of each candidate, pooled. */
  readonly panels: Comparison;
  /** How many scorecards are of one session: they count in panels alone. */
  readonly ofSessions: number;
  readonly leftOut: readonly LeftOut[];
  readonly remarks: readonly RescoringRemark[];
}

export interface Comparison {
  readonly total: number;
  /** How many recommendations go from which to which, the strongest yes first. */
  readonly counts: readonly { readonly from: Recommendation; readonly to: Recommendation; readonly count: number }[];
  readonly turned: readonly Turned[];
}

/** What one rubric recommends, and the other does not. */
export interface Turned {
  /** The scorecard, or those of the panel. */
  readonly cards: readonly PanelCard[];
  /** As it is shown where names are. */
  readonly candidate: string;
  readonly from: Judgement;
  readonly to: Judgement;
}

export type Judgement = Pick<Panel, 'recommendation' | 'isBorderline' | 'hundredths' | 'because'>;

/** A scorecard that cannot be scored again by both. */
export interface LeftOut {
  readonly card: PanelCard;
  readonly why: Unfit;
  readonly by: Side;
}

/** Where scorecards have not the same parts as one of the rubrics, or as both. */
export interface RescoringRemark extends UnlikePart {
  readonly by: Side | 'both';
}

/** Scores past scorecards by two rubrics. Dimensions and red flags are matched by their ids, variants too. */
export function rescore(cards: readonly PanelCard[], { before, after }: RubricPair, who: Who): Rescoring {
  const [earlier, later] = [createMover(before), createMover(after)];
  const leftOut: LeftOut[] = [];
  const moved: Moved[] = [];
  for (const card of cards) {
    const why = { before: earlier.unfit(card), after: later.unfit(card) };
    if (why.before) leftOut.push({ card, why: why.before, by: 'before' });
    else if (why.after) leftOut.push({ card, why: why.after, by: 'after' });
    else moved.push({ card, before: earlier.move(card), after: later.move(card) });
  }
  const whole = moved.filter(({ card }) => card.session === undefined);
  return {
    scorecards: compare(
      whole.map((one) => [one]),
      who,
    ),
    panels: compare(byCandidate(moved, who), who),
    ofSessions: moved.length - whole.length,
    leftOut,
    remarks: remarksOf(
      moved.map(({ card }) => card),
      { before, after },
    ),
  };
}

interface Moved extends Readonly<Record<Side, PanelCard>> {
  readonly card: PanelCard;
}

function byCandidate(moved: readonly Moved[], { candidates }: Who): readonly (readonly Moved[])[] {
  const groups = new Map<string, Moved[]>();
  for (const one of moved) {
    const { candidate, edition } = one.card;
    put(groups, JSON.stringify([candidates.keyOf(candidate) ?? candidate.name, edition.variant]), one);
  }
  return [...groups.values()];
}

function compare(groups: readonly (readonly Moved[])[], who: Who): Comparison {
  const turned = groups
    .flatMap((group): readonly Turned[] => {
      const [from, to] = (['before', 'after'] as const).map((side) =>
        pooled(
          group.map((one) => one[side]),
          who,
        ),
      );
      if (!from || !to || from.recommendation === to.recommendation) return [];
      return [{ cards: group.map(({ card }) => card), candidate: from.shown, from, to }];
    })
    .sort((a, b) => placeOf(a) - placeOf(b));
  const counts = new Map<number, Comparison['counts'][number]>();
  for (const one of turned) {
    const { from, to } = one;
    const place = placeOf(one);
    const count = (counts.get(place)?.count ?? 0) + 1;
    counts.set(place, { from: from.recommendation, to: to.recommendation, count });
  }
  return { total: groups.length, counts: [...counts.values()], turned };
}

function pooled(cards: readonly PanelCard[], who: Who): Panel | undefined {
  const [first] = cards;
  return first && poolPanel(first.edition, cards, who);
}

function placeOf({ from, to }: Pick<Turned, 'from' | 'to'>): number {
  const place = ({ recommendation }: Judgement) => RECOMMENDATIONS.indexOf(recommendation);
  return place(from) * RECOMMENDATIONS.length + place(to);
}

function remarksOf(cards: readonly PanelCard[], { before, after }: RubricPair): readonly RescoringRemark[] {
  const [earlier, later] = [unlikeParts(cards, before), unlikeParts(cards, after)];
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key): readonly RescoringRemark[] => {
    const [one, other] = [earlier.get(key), later.get(key)];
    if (one && other && one.count === other.count) return [{ ...one, by: 'both' }];
    return [
      ...(one ? [{ ...one, by: 'before' as const }] : []),
      ...(other ? [{ ...other, by: 'after' as const }] : []),
    ];
  });
}
