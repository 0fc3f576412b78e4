import { put } from '../collections/put.js';
import { createProblem, type Problem } from '../problem.js';
import { isRated } from '../rubric/scale.js';
import { chainsOf } from '../scorecard/chain/newest.js';
import { dayOfCard, type PanelCard } from './card.js';
import type { RubricEdition } from './edition.js';
import type { Who } from './who.js';

/** Several scorecards of one interviewer for the same candidate, rubric and session, and what became of them. */
export interface Repeat {
  /**
   * `amended`: amendments of one scorecard. `forked`: of which two stand in place of the same. `repeated`: sealed again
   * without a word. `parts`: they rate different dimensions.
   */
  readonly type: 'amended' | 'forked' | 'repeated' | 'parts';
  /** Those that count; one, but for parts. */
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
  const groups = new Map<string, Placed[]>();
  const keyOf = createKeys(who);
  const kept = new Set<PanelCard>();
  all.forEach((card, position) => {
    if (card.isShadow) return;
    const doubt = doubtOf(card, who);
    if (doubt) problems.push(doubt);
    else if (card.interviewer === undefined) kept.add(card);
    else put(groups, keyOf(card), place(card, position));
  });
  const wrong = withoutCopies(altered, all);
  // Only beside others: alone they replace nothing.
  for (const card of wrong) groups.get(keyOf(card))?.push({ ...place(card, all.length), isAltered: true });
  const blocked = new Set(wrong.flatMap(({ amends }) => amends ?? []));
  const repeats: Repeat[] = [];
  for (const group of groups.values()) {
    const [first, second] = group;
    if (first && second === undefined && !isBlocked(first, blocked)) kept.add(first.card);
    else settle(group, { blocked, kept, repeats, problems });
  }
  return { cards: all.filter((card) => kept.has(card)), repeats, shadows, problems };
}

/** A scorecard and where it stands in time. */
interface Placed {
  readonly card: PanelCard;
  readonly position: number;
  readonly day: string;
  /** Milliseconds since the epoch; what has no time counts as the oldest. */
  readonly time: number;
  readonly isAltered: boolean;
}

function place(card: PanelCard, position: number): Placed {
  const { at } = card;
  const time = at === undefined ? 0 : Date.parse(at);
  return { card, position, day: dayOfCard(card) ?? '', time: Number.isNaN(time) ? 0 : time, isAltered: false };
}

/** Oldest first: by the day of the interview, the time of the seal, the place in the table, then as they were read. */
function byTime(a: Placed, b: Placed): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.time - b.time || byName(a.card, b.card) || a.position - b.position;
}

/** What one run over a table sealed has one time; its names are numbered as they were written: `x`, `x-2`, `x-10`. */
function byName(a: PanelCard, b: PanelCard): number {
  if (a.id === undefined || b.id === undefined) return 0;
  if (a.line !== undefined && b.line !== undefined) return a.line - b.line;
  const [one, other] = [numbered(a.id, b.id), numbered(b.id, a.id)];
  return one - other;
}

/** The number at the end of a name, where the other has the same name but for that; 1 where it has none. */
function numbered(name: string, other: string): number {
  const [, stem = name, number] = /^(.*)-(\d{1,6})$/s.exec(name) ?? [];
  const isSame = other === stem || (other.startsWith(`${stem}-`) && /^-\d{1,6}$/.test(other.slice(stem.length)));
  return number !== undefined && isSame ? Number(number) : 1;
}

interface Settling {
  /** Digests in whose place an altered scorecard stands. */
  readonly blocked: ReadonlySet<string>;
  readonly kept: Set<PanelCard>;
  readonly repeats: Repeat[];
  readonly problems: Problem[];
}

function settle(group: readonly Placed[], { blocked, kept, repeats, problems }: Settling): void {
  const chains = chainsOf(group, ({ card }) => card, byTime).toSorted((a, b) => byTime(b.head, a.head));
  const counting: PanelCard[] = [];
  const replaced: PanelCard[] = [];
  const rated = new Set<number>();
  let alteredBy: Placed | undefined;
  for (const { head, others } of chains) {
    const positions = head.card.ratings.flatMap((rating, at) => (isRated(rating) ? [at] : []));
    const isPart = positions.every((at) => !rated.has(at));
    const good = [head, ...others.toSorted((a, b) => byTime(b, a))]
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

function isBlocked({ card: { digest } }: Placed, blocked: ReadonlySet<string>): boolean {
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

/**
 * What several scorecards of one interviewer share. An altered one may have other weights: its rubric's name counts.
 */
function createKeys({ candidates, interviewers }: Who): (card: PanelCard) => string {
  const names = new Map<RubricEdition, string>();
  return ({ edition, candidate, interviewer, session }) => {
    let name = names.get(edition);
    if (name === undefined) {
      name = JSON.stringify([edition.role, edition.version, edition.variant]);
      names.set(edition, name);
    }
    const by = interviewer && interviewers.keyOf(interviewer);
    return `${candidates.keyOf(candidate)}\n${by}\n${name}\n${session ?? ''}`;
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
