import type { PanelCard } from '../panel/card.js';
import type { Repeat } from '../panel/counting-cards.js';
import type { Panel } from '../panel/panel.js';
import type { Rating } from '../rubric/scale.js';
import type { Scorecard } from '../scorecard/scorecard.js';

/** What the talk changed of one interviewer's ratings or verdict. */
export interface MemberChange {
  /** The interviewer's place in the panel. */
  readonly member: number;
  /** Ratings that are others now, by the place of the dimension. */
  readonly ratings: readonly { readonly at: number; readonly from: Rating; readonly to: Rating }[];
  readonly verdict: { readonly from: Verdict; readonly to: Verdict } | undefined;
  /** Why they amended. */
  readonly reason: string | undefined;
}

type Verdict = NonNullable<Scorecard['verdict']>['is'] | undefined;

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
      const from = earlier.ratings[at] ?? 'not-assessed';
      return from === to ? [] : [{ at, from, to }];
    });
    const [from, to] = [earlier.verdict?.is, now.verdict?.is];
    const verdict = from === to ? undefined : { from, to };
    if (ratings.length === 0 && verdict === undefined) return [];
    return [{ member, ratings, verdict, reason: now.cards.findLast(isAfterTalk)?.detail?.amends?.reason }];
  });
}
