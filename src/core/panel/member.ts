import { put } from '../collections/put.js';
import type { Fraction } from '../numbers/fraction.js';
import { formatPerson } from '../person/parse-person.js';
import type { People, Person } from '../person/person.js';
import type { Scorecard } from '../scorecard/scorecard.js';
import { isCovered } from '../scoring/recommendation.js';
import { VERDICTS, type VerdictWord } from '../scoring/verdict.js';
import { coverageOf, meanOfWeighed } from '../scoring/weighted-sum.js';
import type { PanelCard } from './card.js';
import { byTime, timed } from './card-order.js';
import { type HeldRating, type RubricEdition, weighRatings } from './edition.js';

/** One interviewer of a panel, however many scorecards they left. */
export interface PanelMember {
  /** `undefined` where a batch names no interviewer. */
  readonly interviewer: Person | undefined;
  /** How the interviewer is shown: by name, with the id where others have the name too. */
  readonly shown: string | undefined;
  /** The letter of the label that they go by, if it has one. */
  readonly letter: string | undefined;
  /** Oldest first. */
  readonly cards: readonly PanelCard[];
  /** The latest rating of each of the edition's dimensions, in their order. */
  readonly ratings: readonly HeldRating[];
  /** The latest of all. */
  readonly verdict: Scorecard['verdict'];
  /** The latest on each session, and on the interview as a whole, oldest first. */
  readonly verdicts: readonly SessionVerdict[];
  /** The interviewer's own score, exact; `undefined` when nothing was rated. */
  readonly exact: Fraction | undefined;
  /** Whether the interviewer rated enough for a recommendation of their own. */
  readonly isFull: boolean;
}

/** What an interviewer said of one session; `undefined`: of the whole interview. */
export interface SessionVerdict {
  readonly session: string | undefined;
  readonly is: VerdictWord;
  readonly reason: string | undefined;
}

/** What a member concluded; of each session where they held several. */
export interface MemberVerdict {
  /** The member's place. */
  readonly member: number;
  /** `undefined` where they gave none. */
  readonly verdict: SessionVerdict | undefined;
}

/** The strongest objection first: a strong no, and last no decision; those without a verdict at the end. */
export function verdictsStrongestFirst(members: readonly Pick<PanelMember, 'verdicts'>[]): readonly MemberVerdict[] {
  const place = ({ verdict }: MemberVerdict) =>
    verdict === undefined ? VERDICTS.length : VERDICTS.indexOf(verdict.is);
  const given = members.flatMap(({ verdicts }, member): readonly MemberVerdict[] =>
    verdicts.length === 0 ? [{ member, verdict: undefined }] : verdicts.map((verdict) => ({ member, verdict })),
  );
  return given.sort((a, b) => place(a) - place(b));
}

/**
 * The interviewers among the scorecards of one candidate and one edition, oldest first. Each row
 * without a name is an interviewer of its own. Whoever left several scorecards is one member: in
 * each dimension the latest rating counts, and a dimension that a later scorecard left out keeps its earlier one.
 */
export function membersOf(cards: readonly PanelCard[], people: People): readonly PanelMember[] {
  if (cards.length === 1) return [createMember(cards, people)];
  const members = new Map<string | number, PanelCard[]>();
  for (const [at, { card }] of cards.map(timed).sort(byTime).entries()) {
    const key = (card.interviewer && people.keyOf(card.interviewer)) ?? at;
    const memberCards = members.get(key);
    if (memberCards) memberCards.push(card);
    else members.set(key, [card]);
  }
  return [...members.values()].map((memberCards) => createMember(memberCards, people)).sort(byLabel);
}

/**
 * Orders who goes by a label before all others, by the label: the order of arrival would tell who it is. Leaves all
 * others as they are.
 */
export function byLabel(a: PanelMember, b: PanelMember): number {
  const [one, other] = [labelOf(a), labelOf(b)];
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return one < other ? -1 : Number(one > other);
}

function labelOf({ cards, shown }: PanelMember): string | undefined {
  return cards[0]?.isLabelled ? shown : undefined;
}

function createMember(cards: readonly PanelCard[], people: People): PanelMember {
  const last = cards[cards.length - 1];
  const ratings = cards.length === 1 && last ? last.ratings : latestRatings(cards);
  const verdict = cards.reduce<Scorecard['verdict']>((latest, card) => card.verdict ?? latest, undefined);
  const verdicts = new Map(cards.flatMap((card) => (card.verdict ? [[card.session, card.verdict] as const] : [])));
  const interviewer = spelt(cards.map((card) => card.interviewer));
  const edition = last?.edition;
  return {
    interviewer,
    shown: interviewer && (people.isShared(interviewer) ? formatPerson(interviewer) : interviewer.name),
    letter: last?.letter,
    cards,
    ratings,
    verdict,
    verdicts: [...verdicts].map(([session, { is, reason }]) => ({ session, is, reason })),
    ...(edition ? scoreOf(ratings, edition) : { exact: undefined, isFull: false }),
  };
}

function scoreOf(ratings: readonly HeldRating[], edition: RubricEdition): Pick<PanelMember, 'exact' | 'isFull'> {
  const weighed = weighRatings(ratings, edition);
  return {
    exact: meanOfWeighed(weighed, edition.scale),
    isFull: weighed.rated > 0 && isCovered(coverageOf(weighed), edition.rules),
  };
}

/** A person as the latest scorecard spells them, with the id that any gives. */
export function spelt(written: readonly (Person | undefined)[]): Person | undefined {
  const last = written.at(-1);
  if (last === undefined || last.id) return last;
  const id = written.findLast((person) => person?.id)?.id;
  return id === undefined ? last : { name: last.name, id };
}

function latestRatings(cards: readonly PanelCard[]): readonly HeldRating[] {
  const [first, ...later] = cards;
  const ratings = [...(first?.ratings ?? [])];
  for (const card of later) {
    card.ratings.forEach((rating, at) => {
      const isSaid = rating !== 'not-assessed' && rating !== 'not-held';
      if (isSaid || ratings[at] === 'not-held') ratings[at] = rating;
    });
  }
  return ratings;
}

/** The members by what they held: only scores on the same dimensions tell how far interviewers agree. */
export function membersByHeld(members: readonly PanelMember[]): readonly (readonly PanelMember[])[] {
  if (members.every(({ cards }) => cards.every(({ session }) => session === undefined))) return [members];
  const groups = new Map<string, PanelMember[]>();
  for (const member of members) {
    const held = member.ratings.map((rating) => (rating === 'not-held' ? '-' : '+')).join('');
    put(groups, held, member);
  }
  return [...groups.values()];
}
