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
  /** Why they amended, for each time since the talk. */
  readonly reasons: readonly string[];
}

export interface VerdictChange {
  /** `undefined`: on the interview as a whole. */
  readonly session: string | undefined;
  readonly from: VerdictWord | undefined;
  readonly to: VerdictWord | undefined;
}

/** Scorecards as they stood before the talk, and when that was. */
export interface BeforeTalk {
  /** When the first scorecard was sealed after it, in ISO 8601; `undefined` where nothing says that there was one. */
  readonly talkedAt: string | undefined;
  /** Of each scorecard that counts the last version from before it; of some there is none. */
  readonly cards: readonly PanelCard[];
  /** What was sealed since in place of each, oldest first; nothing where it still stands. */
  readonly since: ReadonlyMap<PanelCard, readonly PanelCard[]>;
}

/**
 * What was sealed before the talk: of each scorecard that counts now the last version that is older than the first that
 * anybody sealed after the debrief, whether it says so or not. Ratings given later were said together and are not
 * independent.
 */
export function beforeTalk(counting: readonly PanelCard[], repeats: readonly Repeat[]): BeforeTalk {
  const versions = counting.map((card) => [...replacedBy(card, repeats), card]);
  const marked = versions.flat().filter(isAfterTalk);
  const first = marked.toSorted((a, b) => timeOf(a) - timeOf(b))[0];
  if (!first) return { talkedAt: undefined, cards: counting, since: new Map() };
  const isBefore = (card: PanelCard) => !isAfterTalk(card) && timeOf(card) <= timeOf(first);
  return {
    talkedAt: first.at,
    cards: versions.flatMap((chain) => chain.findLast(isBefore) ?? []),
    since: new Map(
      counting.map((card, at) => [card, versions[at]?.slice(versions[at].findLastIndex(isBefore) + 1) ?? []]),
    ),
  };
}

function isAfterTalk({ detail }: PanelCard): boolean {
  return detail?.amends?.isAfterDebrief === true;
}

/** What has no time, such as a row of a table, was there before. */
function timeOf({ at }: PanelCard): number {
  return Date.parse(at ?? '') || 0;
}

/** In whose place a scorecard stands, oldest first. */
function replacedBy(card: PanelCard, repeats: readonly Repeat[]): readonly PanelCard[] {
  const repeat = repeats.find(({ type, counting }) => type !== 'overlapping' && counting.includes(card));
  if (!repeat) return [];
  return repeat.counting.length === 1 ? repeat.replaced : amendedBy(card, repeat.replaced);
}

/** What a scorecard amends, and what that amends, oldest first. */
function amendedBy({ amends }: PanelCard, others: readonly PanelCard[]): readonly PanelCard[] {
  const earlier = others.find(({ digest }) => digest !== undefined && digest === amends);
  return earlier ? [...amendedBy(earlier, others), earlier] : [];
}

/** What each member's ratings and verdict were before the talk, where they are others now. */
export function changesOf(
  {
    before,
    after,
    places,
  }: { readonly before: Panel; readonly after: Panel; readonly places: readonly (number | undefined)[] },
  since: BeforeTalk['since'],
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
    const sealed = now.cards.flatMap((card) => since.get(card) ?? []);
    return [{ member, ratings, verdicts, reasons: sealed.flatMap(({ detail }) => detail?.amends?.reason ?? []) }];
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
