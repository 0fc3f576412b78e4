import type { Fraction } from '../numbers/fraction.js';
import { formatPerson } from '../person/parse-person.js';
import type { People, Person } from '../person/person.js';
import type { Rating } from '../rubric/scale.js';
import type { Scorecard } from '../scorecard/scorecard.js';
import { isCovered } from '../scoring/recommendation.js';
import { coverageOf, meanOfWeighed } from '../scoring/weighted-sum.js';
import type { PanelCard } from './card.js';
import { type RubricEdition, weighRatings } from './edition.js';

/** One interviewer of a panel, however many scorecards they left. */
export interface PanelMember {
  /** `undefined` where a batch names no interviewer. */
  readonly interviewer: Person | undefined;
  /** How the interviewer is shown: by name, with the id where others have the name too. */
  readonly shown: string | undefined;
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
 * The interviewers among the scorecards of one candidate and one edition, oldest first. Each row
 * without a name is an interviewer of its own. Whoever left several scorecards is one member: in
 * each dimension the latest rating counts, and a dimension that a later scorecard left out keeps its earlier one.
 */
export function membersOf(cards: readonly PanelCard[], people: People): readonly PanelMember[] {
  if (cards.length === 1) return [createMember(cards, people)];
  const members = new Map<string | number, PanelCard[]>();
  for (const [at, card] of [...cards].sort(byTime).entries()) {
    const key = (card.interviewer && people.keyOf(card.interviewer)) ?? at;
    const memberCards = members.get(key);
    if (memberCards) memberCards.push(card);
    else members.set(key, [card]);
  }
  return [...members.values()].map((memberCards) => createMember(memberCards, people));
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

function createMember(cards: readonly PanelCard[], people: People): PanelMember {
  const last = cards[cards.length - 1];
  const ratings = cards.length === 1 && last ? last.ratings : latestRatings(cards);
  const verdict = cards.reduce<Scorecard['verdict']>((latest, card) => card.verdict ?? latest, undefined);
  const interviewer = spelt(cards.map((card) => card.interviewer));
  const edition = last?.edition;
  return {
    interviewer,
    shown: interviewer && (people.isShared(interviewer) ? formatPerson(interviewer) : interviewer.name),
    cards,
    ratings,
    verdict,
    ...(edition ? scoreOf(ratings, edition) : { exact: undefined, isFull: false }),
  };
}

function scoreOf(ratings: readonly Rating[], edition: RubricEdition): Pick<PanelMember, 'exact' | 'isFull'> {
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
