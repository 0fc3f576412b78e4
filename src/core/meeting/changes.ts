import type { PanelCard } from '../panel/card.js';
import type { Repeat } from '../panel/counting-cards.js';
import type { HeldRating } from '../panel/edition.js';
import type { PanelMember } from '../panel/member.js';
import type { Panel } from '../panel/panel.js';
import type { VerdictWord } from '../scoring/verdict.js';

/** What the talk changed of one interviewer's ratings or verdict. */
export interface MemberChange {
  /** The interviewer's place in the panel. */
  readonly member: number;
  /** Ratings that are others now, by the place of the dimension. */
  readonly ratings: readonly { readonly at: number; readonly from: HeldRating; readonly to: HeldRating }[];
  readonly verdicts: readonly VerdictChange[];
  /** Why they amended. */
  readonly reason: string | undefined;
}

export interface VerdictChange {
  /** `undefined`: on the interview as a whole. */
  readonly session: string | undefined;
  readonly from: VerdictWord | undefined;
  readonly to: VerdictWord | undefined;
}

/** Whether a scorecard was sealed after the interviewers had talked. */
export function isAfterTalk({ detail }: PanelCard): boolean {
  return detail?.amends?.isAfterDebrief === true;
}

/**
 * The scorecards as they stood before the talk: of each chain of amendments the last version before the first that was
 * sealed after the debrief. Ratings given after it were said together and are not independent.
 */
export function beforeTalk(cards: readonly PanelCard[], repeats: readonly Repeat[]): readonly PanelCard[] {
  return cards.flatMap((card) => {
    if (!isAfterTalk(card)) return [card];
    const chain = repeats.find(({ counting }) => counting.includes(card));
    const earlier = chain?.replaced.filter((one) => !isAfterTalk(one)).at(-1);
    return earlier ?? [];
  });
}

/** What each member's ratings and verdict were before the talk, where they are others now. */
export function changesOf(
  before: Panel,
  after: Panel,
  places: readonly (number | undefined)[],
): readonly MemberChange[] {
  return after.members.flatMap((now, member) => {
    const earlier = before.members[places[member] ?? -1];
    if (!earlier) return [];
    const ratings = now.ratings.flatMap((to, at) => {
      const from = earlier.ratings[at] ?? 'not-held';
      return from === to ? [] : [{ at, from, to }];
    });
    const verdicts = verdictChanges(earlier, now);
    if (ratings.length === 0 && verdicts.length === 0) return [];
    return [{ member, ratings, verdicts, reason: now.cards.findLast(isAfterTalk)?.detail?.amends?.reason }];
  });
}

function verdictChanges(before: PanelMember, after: PanelMember): readonly VerdictChange[] {
  const given = ({ verdicts }: PanelMember) => new Map(verdicts.map(({ session, is }) => [session, is]));
  const [earlier, now] = [given(before), given(after)];
  return [...new Set([...earlier.keys(), ...now.keys()])].flatMap((session) => {
    const [from, to] = [earlier.get(session), now.get(session)];
    return from === to ? [] : [{ session, from, to }];
  });
}
