import type { Fraction } from '../numbers/fraction.js';
import { add, type Rational, rational, toNumber, ZERO } from '../numbers/rational.js';
import { formatPerson } from '../person/parse-person.js';
import type { Person } from '../person/person.js';
import { isRated, meanRating } from '../rubric/scale.js';
import type { Judged, JudgedDimension } from '../scoring/judged.js';
import { keptRatings, type PoolRule, type RatingSum, ruleFor } from '../scoring/pool.js';
import { type Advice, decisionOn, recommend } from '../scoring/recommendation.js';
import { coveragePercent } from '../scoring/scoring.js';
import { shownHundredths } from '../scoring/shown-score.js';
import { coverageOf } from '../scoring/weighted-sum.js';
import { standardDeviation } from '../stats/standard-deviation.js';
import type { PanelCard } from './card.js';
import { type EditionDimension, type HeldRating, type RubricEdition, weighRatings } from './edition.js';
import { heldSessions, type PanelSession, sessionsOf } from './joining/panel-sessions.js';
import { membersByHeld, membersOf, type PanelMember, spelt } from './member.js';
import { flagInWords, type PooledFlag, poolFlags } from './panel-flags.js';
import { type Who, whoIsWho } from './who.js';

/** How far the own scores of interviewers who held the same dimensions lie apart, over those who gave any rating. */
export interface Spread {
  readonly lowest: Fraction;
  readonly highest: Fraction;
  /**
   * The standard deviation of the scores; from three interviewers on, since two have no more to say than their range.
   */
  readonly standardDeviation: number | undefined;
}

/** All the scorecards of one candidate on one edition of a rubric. */
export interface Panel {
  /** The name as the latest scorecard spells it. */
  readonly candidate: Person;
  /** How the candidate is shown: by name, with the id where others have the name too. */
  readonly shown: string;
  readonly edition: RubricEdition;
  readonly members: readonly PanelMember[];
  readonly dimensions: readonly PooledDimension[];
  /** The panel's score, exact; `undefined` when nothing was rated. */
  readonly exact: Rational | undefined;
  /** The floating-point number nearest to `exact`, for statistics. */
  readonly value: number | undefined;
  /** `exact` in hundredths, as it is shown. */
  readonly hundredths: number | undefined;
  /** The share of the whole rubric's applicable weight that at least one interviewer rated. */
  readonly coverage: Fraction;
  /** `coverage` in whole per cent, rounded down. */
  readonly coveragePercent: number;
  readonly recommendation: Advice['recommendation'];
  readonly isBorderline: boolean;
  readonly because: Advice['because'];
  readonly flags: readonly PooledFlag[];
  /** Which sessions of the interview plan are in; empty where no scorecard is of one session. */
  readonly sessions: readonly PanelSession[];
  /**
   * `undefined` for fewer than two interviewers who held the same dimensions, and where there are several such groups.
   */
  readonly spread: Spread | undefined;
}

/**
 * Pools the scorecards of one candidate, exactly.
 *
 * The ratings of a dimension become one by the rubric's rule, each member counting once: their mean, their median, or
 * the mean without the highest and the lowest; so s/n, the sum of the ratings that the rule keeps over their number.
 * The panel's score is the weighted mean of those over the dimensions that anybody rated: Σ w·(s/n) over Σ w. So a
 * dimension keeps its weight however many rated it, and somebody who rated little does not pull the score by what they
 * left out, nor by what was in no session of theirs. The rubric's rules then apply to the panel as to one scorecard:
 * coverage, band, a pooled rating below what a strong yes needs or below a minimum, a stop seen by any interviewer,
 * borderline.
 */
export function poolPanel(edition: RubricEdition, cards: readonly PanelCard[], who: Who = whoIsWho(cards)): Panel {
  const members = membersOf(cards, who.interviewers);
  const candidate = spelt(members.flatMap((member) => member.cards.map((card) => card.candidate))) ?? { name: '' };
  const dimensions = edition.dimensions.map((dimension, at) =>
    poolDimension(dimension, membersRatings(members, at), edition.rules.pool),
  );
  const exact = weightedMean(dimensions);
  const score = exact && small(exact);
  const hundredths = score && shownHundredths(score, edition.rules.bands);
  const coverage = panelCoverage(dimensions, edition);
  const flags = poolFlags(members);
  const toJudge: Judged = {
    score: { exact: score, hundredths, coverage, units: edition.dimensions.map(({ units }) => units) },
    dimensions: dimensions.map(judged),
    redFlags: flags.map((flag) => ({ ...flag, flag: flagInWords(flag, members.length) })),
    rules: edition.rules,
    scale: edition.scale,
    session: edition.isWhole ? undefined : { held: heldSessions(members).size },
  };
  const { recommendation, isBorderline } = decisionOn(toJudge);
  return {
    candidate,
    shown: who.candidates.isShared(candidate) ? formatPerson(candidate) : candidate.name,
    edition,
    members,
    dimensions,
    exact,
    value: exact && toNumber(exact),
    hundredths,
    coverage,
    coveragePercent: coveragePercent(coverage),
    recommendation,
    isBorderline,
    // When it is asked for: of thousands of panels, most are one line in a table.
    get because() {
      return recommend(toJudge).because;
    },
    flags,
    sessions: sessionsOf(members, edition),
    spread: spreadOf(members),
  };
}

/** The exact score, Σ w·(s/n) over Σ w: dimensions with the same n are first added up as small whole numbers. */
function weightedMean(dimensions: readonly PooledDimension[]): Rational | undefined {
  const sums = new Map<number, number>();
  let weight = 0;
  for (const {
    dimension,
    kept: { sum, count },
  } of dimensions) {
    if (count === 0) continue;
    weight += dimension.units;
    sums.set(count, (sums.get(count) ?? 0) + dimension.units * sum);
  }
  if (weight === 0) return undefined;
  if (sums.size === 1) {
    for (const [count, sum] of sums) return meanOf({ sum, count: count * weight });
  }
  return [...sums].reduce((all, [count, sum]) => add(all, meanOf({ sum, count: count * weight }) ?? ZERO), ZERO);
}

/** The score in plain numbers where no product with a band can pass 2^53: most panels, and much faster to compare. */
function small(exact: Rational): Fraction<number | bigint> {
  const isSmall = exact.numerator < SMALL && exact.denominator < SMALL;
  return isSmall ? { numerator: Number(exact.numerator), denominator: Number(exact.denominator) } : exact;
}

const SMALL = 10n ** 8n;

/** The panel's coverage: a dimension counts as rated where anybody rated it, whatever they gave. */
function panelCoverage(dimensions: readonly PooledDimension[], edition: RubricEdition): Fraction {
  const ratings = dimensions.map(({ state }) => (state === 'rated' ? edition.scale.min : state));
  const { rated, applicable } = weighRatings(ratings, edition);
  return coverageOf({ rated, applicable: applicable + edition.unknownUnits });
}

function judged({ dimension, state, count, sum, kept, by, ratings }: PooledDimension): JudgedDimension {
  const { id, name, minimum } = dimension;
  if (state !== 'rated') return { id, name, minimum, rating: state === 'not-held' ? 'not-assessed' : state };
  if (count === 1) return { id, name, minimum, rating: sum };
  const { numerator, denominator } = meanRating(kept.sum, kept.count);
  return { id, name, minimum, rating: { numerator, denominator, by }, ratings: ratings.filter(isRated) };
}

function spreadOf(members: readonly PanelMember[]): Spread | undefined {
  const groups = membersByHeld(members).map((group) => group.flatMap(({ exact }) => exact ?? []));
  const [scores = [], ...others] = groups.filter(({ length }) => length > 1);
  const [first] = scores;
  if (!first || others.length > 0) return undefined;
  const isBelow = (a: Fraction, b: Fraction) => a.numerator * b.denominator < b.numerator * a.denominator;
  return {
    lowest: scores.reduce((lowest, score) => (isBelow(score, lowest) ? score : lowest), first),
    highest: scores.reduce((highest, score) => (isBelow(highest, score) ? score : highest), first),
    standardDeviation:
      scores.length < 3
        ? undefined
        : standardDeviation(scores.map(({ numerator, denominator }) => numerator / denominator)),
  };
}

/** One dimension over the members of a panel. */
export interface PooledDimension {
  readonly dimension: EditionDimension;
  /** The rating of each member, in their order. */
  readonly ratings: readonly HeldRating[];
  /**
   * Rated when anybody rated it; not held when it was in nobody's session; not applicable when all who held it said so;
   * else not assessed.
   */
  readonly state: 'rated' | Exclude<HeldRating, number>;
  /** How many members rated it, the sum of what they gave, the lowest and the highest; 0 where nobody did. */
  readonly count: number;
  readonly sum: number;
  readonly lowest: number;
  readonly highest: number;
  /** What the rubric's rule keeps of the ratings; their mean is the pooled rating. */
  readonly kept: RatingSum;
  /** What the rule comes to for so many ratings. */
  readonly by: PoolRule;
}

/** What each member gave the dimension that stands at position `at`. */
function membersRatings(members: readonly PanelMember[], at: number): readonly HeldRating[] {
  return members.map((member) => member.ratings[at] ?? 'not-held');
}

function poolDimension(
  dimension: EditionDimension,
  ratings: readonly HeldRating[],
  pool: PoolRule = 'mean',
): PooledDimension {
  let count = 0;
  let sum = 0;
  let lowest = 0;
  let highest = 0;
  for (const rating of ratings) {
    if (!isRated(rating)) continue;
    lowest = count === 0 ? rating : Math.min(lowest, rating);
    highest = count === 0 ? rating : Math.max(highest, rating);
    sum += rating;
    count += 1;
  }
  const by = ruleFor(pool, count);
  const state = count > 0 ? 'rated' : unratedState(ratings);
  const kept = by === 'mean' ? { sum, count } : keptRatings(ratings.filter(isRated), by);
  return { dimension, ratings, state, count, sum, lowest, highest, kept, by };
}

function unratedState(ratings: readonly HeldRating[]): Exclude<HeldRating, number> {
  const held = ratings.filter((rating) => rating !== 'not-held');
  if (held.length === 0) return 'not-held';
  return held.every((rating) => rating === 'not-applicable') ? 'not-applicable' : 'not-assessed';
}

/** The rating that stands for all by the rubric's rule, exact: what the score is made of; `undefined` where nobody rated. */
export function pooledOf({ kept }: Pick<PooledDimension, 'kept'>): Rational | undefined {
  return meanOf(kept);
}

/** The mean of what the interviewers gave; `undefined` where nobody rated. */
export function meanOf({ sum, count }: RatingSum): Rational | undefined {
  if (count === 0) return undefined;
  const { numerator, denominator } = meanRating(sum, count);
  return rational(BigInt(numerator), BigInt(denominator));
}
