import { put } from '../collections/put.js';
import { createProblem, type Problem } from '../problem.js';
import { isRated } from '../rubric/scale.js';
import { chainsOf } from '../scorecard/chain/newest.js';
import type { PanelCard } from './card.js';
import { byTime, type Timed, timed } from './card-order.js';
import type { RubricEdition } from './edition.js';
import type { Who } from './who.js';

/** Several scorecards of one interviewer for the same candidate, rubric and session, and what became of them. */
export interface Repeat {
  /**
   * `amended`: amendments of one scorecard. `forked`: of which two stand in place of the same. `repeated`: sealed again
   * without a word. `parts`: they rate different dimensions. `overlapping`: of different sessions, of which two rate a
   * dimension.
   */
  readonly type: 'amended' | 'forked' | 'repeated' | 'parts' | 'overlapping';
  /** Those that count; one, but for parts and what overlaps. */
  readonly counting: readonly PanelCard[];
  /** Those in whose place others count, oldest first. */
  readonly replaced: readonly PanelCard[];
}

export interface CountingCards {
  /** In the order in which they were read. */
  readonly cards: readonly PanelCard[];
  readonly repeats: readonly Repeat[];
  /** Of people who learn to interview. */
  readonly shadows: readonly PanelCard[];
  /**
   * One for each that can't be counted: nobody knows whose it is, or what replaced it was changed after it was sealed.
   */
  readonly problems: readonly Problem[];
}

/**
 * The scorecards that count: for each interviewer, candidate, rubric and session the newest of a chain of amendments,
 * and of several chains the latest. One that rates only what no later one rates is a part of the same interview, and
 * counts too. `altered` are those that were changed after they were sealed: they don't count, and nor does what they
 * stood in place of.
 */
export function countingCards(all: readonly PanelCard[], who: Who, altered: readonly PanelCard[] = []): CountingCards {
  const shadows = all.filter(({ isShadow }) => isShadow);
  const problems: Problem[] = [];
  const groups = new Map<string, Found[]>();
  const keyOf = createKeys(who);
  const kept = new Set<PanelCard>();
  all.forEach((card, position) => {
    if (card.isShadow) return;
    const doubt = doubtOf(card, who);
    if (doubt) problems.push(doubt);
    else if (card.interviewer === undefined) kept.add(card);
    else put(groups, keyOf(card), { card, position, isAltered: false });
  });
  const wrong = withoutCopies(altered, all);
  // Only beside others: alone they replace nothing.
  for (const card of wrong) groups.get(keyOf(card))?.push({ card, position: all.length, isAltered: true });
  const blocked = new Set(wrong.flatMap(({ amends }) => amends ?? []));
  const repeats: Repeat[] = [];
  for (const group of groups.values()) {
    const [first, second] = group;
    if (first && second === undefined && !isBlocked(first, blocked)) kept.add(first.card);
    else settle(group, { blocked, kept, repeats, problems });
  }
  const cards = all.filter((card) => kept.has(card));
  return { cards, repeats: [...repeats, ...overlapping(cards, keyOf)], shadows, problems };
}

/** Scorecards that one interviewer has of different sessions, where two of them rate a dimension: the later counts. */
function overlapping(cards: readonly PanelCard[], keyOf: KeyOf): readonly Repeat[] {
  if (cards.every(({ session }) => session === undefined)) return [];
  const groups = new Map<string, Timed[]>();
  for (const card of cards) {
    if (card.interviewer !== undefined) put(groups, keyOf(card, { isOfSession: false }), timed(card));
  }
  return [...groups.values()].flatMap((group): Repeat[] => {
    const counting = group.toSorted(byTime).map(({ card }) => card);
    const isTwice = counting.some((card, place) =>
      counting
        .slice(place + 1)
        .some(
          (later) =>
            later.session !== card.session &&
            card.ratings.some((rating, at) => isRated(rating) && isRated(later.ratings[at] ?? 'not-held')),
        ),
    );
    return isTwice ? [{ type: 'overlapping', counting, replaced: [] }] : [];
  });
}

/** Its time is looked at where there are others: most interviewers have one scorecard of a candidate. */
interface Found {
  readonly card: PanelCard;
  readonly position: number;
  readonly isAltered: boolean;
}

type Placed = Found & Timed;

/** Oldest first; what nothing else tells apart, as it was read. */
function inOrder(a: Placed, b: Placed): number {
  return byTime(a, b) || a.position - b.position;
}

interface Settling {
  /** Digests in whose place an altered scorecard stands. */
  readonly blocked: ReadonlySet<string>;
  readonly kept: Set<PanelCard>;
  readonly repeats: Repeat[];
  readonly problems: Problem[];
}

function settle(group: readonly Found[], { blocked, kept, repeats, problems }: Settling): void {
  const placed = group.map((found): Placed => ({ ...found, ...timed(found.card) }));
  const chains = chainsOf(placed, ({ card }) => card, inOrder).toSorted((a, b) => inOrder(b.head, a.head));
  const counting: PanelCard[] = [];
  const replaced: PanelCard[] = [];
  const rated = new Set<number>();
  let alteredBy: Placed | undefined;
  for (const { head, others } of chains) {
    const positions = head.card.ratings.flatMap((rating, at) => (isRated(rating) ? [at] : []));
    const isPart = positions.every((at) => !rated.has(at));
    const good = [head, ...others.toSorted((a, b) => inOrder(b, a))]
      .filter(({ isAltered }) => !isAltered)
      .map(({ card }) => card);
    if (head.isAltered || isBlocked(head, blocked)) alteredBy ??= head;
    if (alteredBy === undefined && isPart) {
      counting.unshift(head.card);
      replaced.push(...good.slice(1));
      for (const at of positions) rated.add(at);
    } else if (isPart && alteredBy !== undefined) {
      const [newest] = good;
      if (newest) problems.push(replacedByAltered(newest, alteredBy));
    } else replaced.push(...good);
  }
  for (const card of counting) kept.add(card);
  if (counting.length + replaced.length < 2 || counting.length === 0) return;
  const isForked = chains.some((chain) => chain.isForked);
  const type = chains.length === 1 ? (isForked ? 'forked' : 'amended') : counting.length > 1 ? 'parts' : 'repeated';
  repeats.push({ type, counting, replaced: replaced.reverse() });
}

function isBlocked({ card: { digest } }: Found, blocked: ReadonlySet<string>): boolean {
  return digest !== undefined && blocked.has(digest);
}

function replacedByAltered({ source }: PanelCard, { card, isAltered }: Placed): Problem {
  return { ...createProblem('replaced-by-altered', isAltered ? { by: card.source } : {}, []), file: source };
}

/** Of those that were altered, the ones of which no good copy was read. */
function withoutCopies(altered: readonly PanelCard[], good: readonly PanelCard[]): readonly PanelCard[] {
  if (altered.length === 0) return altered;
  const digests = new Set(good.map(({ digest }) => digest));
  return altered.filter(({ digest }) => digest === undefined || !digests.has(digest));
}

/** `isOfSession`: whether scorecards of different sessions have different keys. */
type KeyOf = (card: PanelCard, options?: { readonly isOfSession: boolean }) => string;

/**
 * What several scorecards of one interviewer share. An altered one may have other weights: its rubric's name counts.
 */
function createKeys({ candidates, interviewers }: Who): KeyOf {
  const names = new Map<RubricEdition, string>();
  return ({ edition, candidate, interviewer, session }, { isOfSession } = { isOfSession: true }) => {
    let name = names.get(edition);
    if (name === undefined) {
      name = JSON.stringify([edition.role, edition.version, edition.variant]);
      names.set(edition, name);
    }
    const by = interviewer && interviewers.keyOf(interviewer);
    return `${candidates.keyOf(candidate)}\n${by}\n${name}\n${(isOfSession && session) || ''}`;
  };
}

function doubtOf(
  { candidate, interviewer, source }: PanelCard,
  { candidates, interviewers }: Who,
): Problem | undefined {
  const isDoubtful = candidates.keyOf(candidate) === undefined;
  if (!isDoubtful && (interviewer === undefined || interviewers.keyOf(interviewer) !== undefined)) return undefined;
  const { name } = isDoubtful ? candidate : (interviewer ?? candidate);
  const ids = (isDoubtful ? candidates : interviewers).idsOf(name);
  return {
    ...createProblem('doubtful-person', { name, ids }, [isDoubtful ? 'candidate' : 'interviewer']),
    file: source,
  };
}
