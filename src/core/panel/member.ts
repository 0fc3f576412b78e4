import type { Fraction } from '../numbers/fraction.js';
import { nameKey } from '../person/name.js';
import type { Rating } from '../rubric/scale.js';
import type { Scorecard } from '../scorecard/scorecard.js';
import { isCovered } from '../scoring/recommendation.js';
import { coverageOf, meanOfWeighed, weigh } from '../scoring/weighted-sum.js';
import type { PanelCard } from './card.js';

/** One interviewer of a panel, however many scorecards they left. */
export interface PanelMember {
  /** `undefined` where a batch names no interviewer. */
  readonly interviewer: string | undefined;
  /** Oldest first. */
  readonly cards: readonly PanelCard[];
  /** The latest rating of each of the edition's dimensions, in their order. */
  readonly ratings: readonly Rating[];
  readonly verdict: Scorecard['verdict'];
  /** The interviewer's own score, exact; `undefined` when nothing was rated. */
  readonly exact: Fraction | undefined;
  /** Whether the interviewer rated enough for a recommendation of their own. */
  readonly isFull: boolean;
}

/**
 * The interviewers among the scorecards of one candidate and one edition, oldest first. Names are matched like
 * `nameKey`; each row without a name is an interviewer of its own. Whoever left several scorecards is one member: in
 * each dimension the latest rating counts, and a dimension that a later scorecard left out keeps its earlier one.
 */
export function membersOf(cards: readonly PanelCard[]): readonly PanelMember[] {
  if (cards.length === 1) return cards.map((card) => createMember([card]));
  const members = new Map<string, PanelCard[]>();
  for (const [at, card] of [...cards].sort(byTime).entries()) {
    const key = card.interviewer === undefined ? `#${at}` : `@${nameKey(card.interviewer)}`;
    const memberCards = members.get(key);
    if (memberCards) memberCards.push(card);
    else members.set(key, [card]);
  }
  return [...members.values()].map(createMember);
}

/** Oldest first; those of the same time keep the order in which they were read, and files are read by name. */
function byTime(a: PanelCard, b: PanelCard): number {
  return a.at === b.at ? 0 : time(a) - time(b);
}

/** Milliseconds since the epoch; what has no time counts as the oldest. */
function time({ at }: PanelCard): number {
  const milliseconds = at === undefined ? 0 : Date.parse(at);
  return Number.isNaN(milliseconds) ? 0 : milliseconds;
}

function createMember(cards: readonly PanelCard[]): PanelMember {
  const last = cards[cards.length - 1];
  const ratings = cards.length === 1 && last ? last.ratings : latestRatings(cards);
  const verdict = cards.reduce<Scorecard['verdict']>((latest, card) => card.verdict ?? latest, undefined);
  const edition = last?.edition;
  const weighed = weigh(edition?.dimensions.map(({ units }) => units) ?? [], ratings);
  return {
    interviewer: last?.interviewer,
    cards,
    ratings,
    verdict,
    exact: meanOfWeighed(weighed),
    isFull: weighed.rated > 0 && edition !== undefined && isCovered(coverageOf(weighed), edition.rules),
  };
}

function latestRatings(cards: readonly PanelCard[]): readonly Rating[] {
  const [first, ...later] = cards;
  const ratings = [...(first?.ratings ?? [])];
  for (const card of later) {
    card.ratings.forEach((rating, at) => {
      if (rating !== 'not-assessed') ratings[at] = rating;
    });
  }
  return ratings;
}
