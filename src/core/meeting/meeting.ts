import type { PanelCard } from '../panel/card.js';
import type { Repeat } from '../panel/counting-cards.js';
import { type MemberVerdict, verdictsStrongestFirst } from '../panel/member.js';
import { type Panel, poolPanel } from '../panel/panel.js';
import type { ErrorBasis } from '../panel/ranking.js';
import type { Who } from '../panel/who.js';
import { dayOf } from '../text/date.js';
import { beforeTalk, changesOf, isAfterTalk, type MemberChange } from './changes.js';
import { type RatingRow, ratingRows } from './rating-rows.js';
import { type Topic, topicsOf } from './topics.js';

/**
 * The panel of one candidate as the decision meeting needs it. Before the talk nothing is shown that would anchor it:
 * whoever lays this out leaves score, recommendation, verdicts, medians and means away while `isAfterTalk` is false.
 */
export interface Meeting {
  readonly panel: Panel;
  readonly isAfterTalk: boolean;
  /** The day on which the first scorecard was sealed after the talk. */
  readonly talkedOn: string | undefined;
  readonly rows: readonly RatingRow[];
  readonly topics: readonly Topic[];
  /** Each verdict, the strongest objection first; last, members without one. */
  readonly byVerdict: readonly MemberVerdict[];
  /** The panel as it stood before the talk; `undefined` where the talk changed nothing. */
  readonly before: Panel | undefined;
  readonly changes: readonly MemberChange[];
  /** How many ratings there are, and how many there could be. */
  readonly rated: number;
  readonly possible: number;
  readonly basis: ErrorBasis;
  /** In points; `undefined` where nothing was rated. */
  readonly standardError: number | undefined;
}

interface MeetingParts {
  readonly panel: Panel;
  readonly basis: ErrorBasis;
  readonly standardError: number | undefined;
  readonly repeats: readonly Repeat[];
  readonly who: Who;
  /** Whether they have talked, though nobody changed a rating after it. */
  readonly hasTalked: boolean;
}

export function meetingOf({ panel: pooled, basis, standardError, repeats, who, hasTalked }: MeetingParts): Meeting {
  const panel = inOrderOfArrival(pooled, repeats);
  const cards = panel.members.flatMap((member) => member.cards);
  const sealedAfter = cards.filter(isAfterTalk);
  const rows = ratingRows(panel);
  const before = sealedAfter.length === 0 ? undefined : poolPanel(panel.edition, beforeTalk(cards, repeats), who);
  const ratings = panel.dimensions.flatMap(({ ratings }) => ratings);
  return {
    panel,
    isAfterTalk: hasTalked || sealedAfter.length > 0,
    talkedOn: firstDay(sealedAfter),
    rows,
    topics: topicsOf(rows),
    byVerdict: verdictsStrongestFirst(panel.members),
    before,
    changes: before ? changesOf(before, panel, placesIn(before, panel, who)) : [],
    rated: ratings.filter((rating) => typeof rating === 'number').length,
    possible: ratings.filter((rating) => rating !== 'not-applicable' && rating !== 'not-held').length,
    basis,
    standardError,
  };
}

/**
 * The panel with its members in the order in which they first sealed: whoever amends keeps their place, their mark and
 * their letter.
 */
function inOrderOfArrival(panel: Panel, repeats: readonly Repeat[]): Panel {
  const firstSeal = panel.members.map(({ cards }) => {
    const chains = repeats.filter(({ counting }) => counting.some((card) => cards.includes(card)));
    const times = [...cards, ...chains.flatMap(({ replaced }) => replaced)].map(({ at }) => Date.parse(at ?? '') || 0);
    return Math.min(...times);
  });
  const order = panel.members
    .map((_member, at) => at)
    .sort((a, b) => (firstSeal[a] ?? 0) - (firstSeal[b] ?? 0) || a - b);
  return {
    ...panel,
    members: order.flatMap((at) => panel.members[at] ?? []),
    dimensions: panel.dimensions.map((dimension) => ({
      ...dimension,
      ratings: order.map((at) => dimension.ratings[at] ?? 'not-held'),
    })),
  };
}

function firstDay(cards: readonly PanelCard[]): string | undefined {
  const days = cards.flatMap(({ at }) => (at === undefined ? [] : [dayOf(at)])).sort();
  return days[0];
}

/** Where each member of the panel stood in the earlier one. */
function placesIn(before: Panel, after: Panel, { interviewers }: Who): readonly (number | undefined)[] {
  return after.members.map(({ interviewer }) => {
    const at = before.members.findIndex(
      (earlier) => interviewer && earlier.interviewer && interviewers.isSame(interviewer, earlier.interviewer),
    );
    return at < 0 ? undefined : at;
  });
}
