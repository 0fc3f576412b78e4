import { put } from '../collections/put.js';
import { beforeTalk } from '../meeting/changes.js';
import { dayOfCard, type PanelCard } from '../panel/card.js';
import type { Repeat } from '../panel/counting-cards.js';
import type { RubricEdition } from '../panel/edition.js';
import type { PanelMember } from '../panel/member.js';
import type { Panel } from '../panel/panel.js';
import { summarise } from '../panel/summary.js';
import type { Who } from '../panel/who.js';
import type { Person } from '../person/person.js';

/** The ratings of one edition as the statistics take them: a row is what was rated, a column an interviewer. */
export interface RatingTable {
  readonly edition: RubricEdition;
  /** How many candidates have a rating. */
  readonly candidates: number;
  /** By name: one for each of the first columns. The others are of whom nobody can tell from one candidate to the next. */
  readonly raters: readonly Rater[];
  /** What anybody rated: one row for each candidate and dimension, the rows of a candidate next to one another. */
  readonly rows: readonly RatedRow[];
  /** Interviewers' own scores over all dimensions: one row for each candidate. */
  readonly scores: readonly (readonly (number | undefined)[])[];
  /** How many ratings there are. */
  readonly ratings: number;
  /** How many interviewers of a candidate are not named, or by a label. */
  readonly unnamed: number;
}

/** An interviewer whose ratings are compared. */
export interface Rater {
  /** How they are shown: by name, with the id where others have the name too. */
  readonly shown: string;
  /** Whether they sit at the keyboard. */
  readonly isMe: boolean;
}

export interface RatedRow {
  /** The candidate's place among those who have a rating. */
  readonly candidate: number;
  /** The dimension's place in the edition. */
  readonly dimension: number;
  /** One for each column. */
  readonly ratings: readonly (number | undefined)[];
  /** The month in which each was given, `2026-11`, where it is known. */
  readonly months: readonly (string | undefined)[];
}

interface RatingsOf {
  readonly cards: readonly PanelCard[];
  readonly repeats: readonly Repeat[];
  readonly who: Who;
  readonly me: Person | undefined;
}

export interface RatingTables {
  readonly tables: readonly RatingTable[];
  /** Scorecards that were first sealed after the talk about their candidate. */
  readonly afterTalk: number;
}

/**
 * The ratings of each edition as they stood before the talk: what was said together is not independent. One for each
 * interviewer, candidate and dimension, the last where there are several. The cards have their details: these say what was
 * sealed after the talk.
 */
export function ratingTables({ cards, repeats, who, me }: RatingsOf): RatingTables {
  const earlier = beforeEachTalk(cards, repeats, who);
  const tables = summarise(earlier, 'candidate', who).map(({ edition, ranked }) =>
    tableOf(edition, ranked.map(({ panel }) => panel).filter(hasRating), who, me),
  );
  return { tables: tables.filter(({ ratings }) => ratings > 0), afterTalk: cards.length - earlier.length };
}

/** There is a talk for each candidate and role: one about somebody else changes nothing. */
function beforeEachTalk(cards: readonly PanelCard[], repeats: readonly Repeat[], who: Who): readonly PanelCard[] {
  const talks = new Map<string, PanelCard[]>();
  for (const card of cards) {
    const candidate = who.candidates.keyOf(card.candidate) ?? card.candidate.name;
    put(talks, JSON.stringify([candidate, card.edition.role]), card);
  }
  return [...talks.values()].flatMap((talk) => beforeTalk(talk, repeats).cards);
}

function hasRating({ dimensions }: Panel): boolean {
  return dimensions.some(({ count }) => count > 0);
}

function tableOf(
  edition: RubricEdition,
  panels: readonly Panel[],
  { interviewers }: Who,
  me: Person | undefined,
): RatingTable {
  const named = new Map<string, Rater>();
  for (const member of panels.flatMap(({ members }) => members)) {
    const { interviewer, shown } = member;
    const key = keyOf(member);
    if (interviewer === undefined || key === undefined) continue;
    const isMe = me !== undefined && interviewers.isSame(interviewer, me);
    named.set(key, { shown: shown ?? interviewer.name, isMe });
  }
  const raters = [...named].sort(([, a], [, b]) => byName(a, b));
  const columns = new Map(raters.map(([key], at) => [key, at]));
  const placed = panels.map(({ members }) => {
    const isNamed = (member: PanelMember) => columns.has(keyOf(member) ?? '');
    const known = members.filter(isNamed).map((member) => ({ member, at: columns.get(keyOf(member) ?? '') ?? 0 }));
    const others = members.filter((member) => !isNamed(member));
    return [...known, ...others.map((member, at) => ({ member, at: columns.size + at }))];
  });
  const width = Math.max(columns.size, ...placed.flat().map(({ at }) => at + 1));
  const rows = placed.flatMap((members, candidate) => rowsOf(members, { edition, candidate, width }));
  return {
    edition,
    candidates: panels.length,
    raters: raters.map(([, rater]) => rater),
    rows,
    scores: placed.map((members) => spread(members, width, ownScore)),
    ratings: rows.reduce((sum, { ratings }) => sum + ratings.filter((rating) => rating !== undefined).length, 0),
    unnamed: placed.flat().filter(({ at }) => at >= columns.size).length,
  };

  function keyOf({ interviewer, cards }: PanelMember): string | undefined {
    if (interviewer === undefined || cards.some(({ isLabelled }) => isLabelled)) return undefined;
    return interviewers.keyOf(interviewer);
  }
}

const collator = new Intl.Collator('en');

function byName({ shown: a }: Rater, { shown: b }: Rater): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

interface PlacedMember {
  readonly member: PanelMember;
  readonly at: number;
}

function spread<Value>(
  members: readonly PlacedMember[],
  width: number,
  valueFrom: (member: PanelMember) => Value | undefined,
): readonly (Value | undefined)[] {
  const row = new Array<Value | undefined>(width).fill(undefined);
  for (const { member, at } of members) row[at] = valueFrom(member);
  return row;
}

/** Of those who rated enough for one: scores on different dimensions tell how these differ. */
function ownScore({ exact, isFull }: PanelMember): number | undefined {
  return exact && isFull ? exact.numerator / exact.denominator : undefined;
}

function rowsOf(
  members: readonly PlacedMember[],
  { edition, candidate, width }: Pick<RatingTable, 'edition'> & { readonly candidate: number; readonly width: number },
): readonly RatedRow[] {
  const months = spread(members, width, monthOf);
  return edition.dimensions.flatMap((_dimension, dimension): readonly RatedRow[] => {
    const ratings = spread(members, width, (member) => ratingAt(member, dimension));
    return ratings.some((rating) => rating !== undefined) ? [{ candidate, dimension, ratings, months }] : [];
  });
}

function ratingAt({ ratings }: PanelMember, at: number): number | undefined {
  const rating = ratings[at];
  return typeof rating === 'number' ? rating : undefined;
}

/** The month of the member's last scorecard. */
function monthOf({ cards }: PanelMember): string | undefined {
  const last = cards.at(-1);
  return last && dayOfCard(last)?.slice(0, 7);
}

/** Ratings by candidate, interviewer and dimension, of those who are known from one candidate to the next. */
export function crossedRatings({
  rows,
  raters,
  candidates,
  edition,
}: RatingTable): readonly (readonly (readonly (number | undefined)[])[])[] {
  const crossed = Array.from({ length: candidates }, () =>
    raters.map(() => new Array<number | undefined>(edition.dimensions.length).fill(undefined)),
  );
  for (const { candidate, dimension, ratings } of rows) {
    crossed[candidate]?.forEach((own, rater) => {
      own[dimension] = ratings[rater];
    });
  }
  return crossed;
}
