import type { Repeat } from '../panel/counting-cards.js';
import type { HeldRating } from '../panel/edition.js';
import { byLabel, type MemberVerdict, verdictsStrongestFirst } from '../panel/member.js';
import { type Panel, poolPanel } from '../panel/panel.js';
import type { ErrorBasis } from '../panel/ranking.js';
import type { Who } from '../panel/who.js';
import { dayOf } from '../text/date.js';
import { beforeTalk, changesOf, type MemberChange } from './changes.js';
import { type RatingRow, ratingRows } from './rating-rows.js';
import { type Topic, topicsOf } from './topics.js';

/**
 * The panel of one candidate as the decision meeting needs it. Before the talk nothing is shown that would anchor it:
 * whoever lays this out leaves score, recommendation, verdicts, medians and means away while `isAfterTalk` is false.
 */
export interface Meeting {
  readonly panel: Panel;
  readonly isAfterTalk: boolean;
  /** The day on which the first scorecard was sealed after the talk, by whomever. */
  readonly talkedOn: string | undefined;
  readonly rows: readonly RatingRow[];
  readonly topics: readonly Topic[];
  /** Each verdict, the strongest objection first; last, members without one. */
  readonly byVerdict: readonly MemberVerdict[];
  /** The panel as it stood before the talk; `undefined` where the talk changed nothing. */
  readonly before: Panel | undefined;
  readonly changes: readonly MemberChange[];
  /** Members whose first scorecard came after the talk, by their places: nobody knows what they thought before it. */
  readonly latecomers: readonly number[];
  /** How many ratings there are that the talk could have changed. */
  readonly comparable: number;
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

/** The dimensions to vote on again after the talk, by their ids: what was to be talked about first before it. */
export function votedAgain({ before, topics }: Pick<Meeting, 'before' | 'topics'>): readonly string[] {
  const first = before ? topicsOf(ratingRows(before)) : topics;
  return first.map(({ row }) => row.dimension.id);
}

export function meetingOf({ panel: pooled, basis, standardError, repeats, who, hasTalked }: MeetingParts): Meeting {
  const panel = inOrderOfArrival(pooled, repeats);
  const cards = panel.members.flatMap((member) => member.cards);
  const { talkedAt, cards: earlier, since } = beforeTalk(cards, repeats);
  const rows = ratingRows(panel);
  const before = talkedAt === undefined ? undefined : poolPanel(panel.edition, earlier, who);
  const places = before ? placesIn(before, panel, who) : [];
  const latecomers = before ? places.flatMap((place, member) => (place === undefined ? [member] : [])) : [];
  const ratings = panel.dimensions.flatMap(({ ratings }) => ratings);
  return {
    panel,
    isAfterTalk: hasTalked || talkedAt !== undefined,
    talkedOn: talkedAt === undefined ? undefined : dayOf(talkedAt),
    rows,
    topics: topicsOf(rows),
    byVerdict: verdictsStrongestFirst(panel.members),
    before,
    changes: before ? changesOf({ before, after: panel, places }, since) : [],
    latecomers,
    comparable: panel.members.flatMap((member, at) =>
      latecomers.includes(at) ? [] : member.ratings.filter(isPossible),
    ).length,
    rated: ratings.filter((rating) => typeof rating === 'number').length,
    possible: ratings.filter(isPossible).length,
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
    .map((member, at) => ({ member, at }))
    .sort((a, b) => byLabel(a.member, b.member) || (firstSeal[a.at] ?? 0) - (firstSeal[b.at] ?? 0) || a.at - b.at)
    .map(({ at }) => at);
  return {
    ...panel,
    members: order.flatMap((at) => panel.members[at] ?? []),
    dimensions: panel.dimensions.map((dimension) => ({
      ...dimension,
      ratings: order.map((at) => dimension.ratings[at] ?? 'not-held'),
    })),
  };
}

function isPossible(rating: HeldRating): boolean {
  return rating !== 'not-applicable' && rating !== 'not-held';
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
