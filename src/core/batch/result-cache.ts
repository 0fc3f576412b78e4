import type { Fraction } from '../numbers/fraction.js';
import type { Rubric } from '../rubric/rubric.js';
import type { Rating } from '../rubric/scale.js';
import { decide } from '../scoring/recommendation.js';
import { BANDS, type Band, type Recommendation, type RecommendationRules, rulesOf } from '../scoring/rules.js';
import { coveragePercent } from '../scoring/scoring.js';
import { shownHundredths } from '../scoring/shown-score.js';
import { coverageOf, meanOfWeighed, type WeightedSum, weigh, weightUnits } from '../scoring/weighted-sum.js';
import type { ParsedRow } from './engine.js';
import { partOf } from './session-part.js';

/** What a table shows of a row's result. */
export interface ShortResult {
  /** The score; `undefined` when nothing was rated. */
  readonly exact: Fraction | undefined;
  /** The score in hundredths of a point, as it is shown; `undefined` when nothing was rated. */
  readonly hundredths: number | undefined;
  /** Coverage in whole per cent, rounded down. */
  readonly coverage: number;
  readonly recommendation: Recommendation;
  readonly isBorderline: boolean;
  /** Coverage exactly: the weight that was rated, of that which applies. */
  readonly covered: Fraction;
}

/** How many results are remembered: some megabytes, hundreds of times what eight dimensions rated 1 to 5 can give. */
const MOST_REMEMBERED = 100_000;

/**
 * What a row's score, coverage and recommendation become, made once for each different outcome. All of it depends only
 * on the weighted sum, the rated weight, the applicable weight and the lowest cap that holds.
 */
export function createResultCache<T>(rubric: Rubric, make: (result: ShortResult) => T): (reading: RatedRow) => T {
  return bySession((session) => createSessionCache(rubric, session, make));
}

/** The same for rows of one session; of the interview as a whole for `undefined`. */
export function createSessionCache<T>(
  rubric: Rubric,
  session: string | undefined,
  make: (result: ShortResult) => T,
): (reading: RatedRow) => T {
  const { rubric: part, positions } = partOf(rubric, session);
  if (session === undefined) return createPartCache(part, make);
  // One session alone recommends nothing.
  const cached = createPartCache(part, (result) =>
    make({ ...result, recommendation: 'incomplete', isBorderline: false }),
  );
  return ({ ratings, flags }) => cached({ ratings: positions.map((at) => ratings[at] ?? 'not-assessed'), flags });
}

/** What of a row its result depends on. */
export type RatedRow = Rated & Partial<Pick<ParsedRow, 'session'>>;

type Rated = Pick<ParsedRow, 'ratings' | 'flags'>;

/** A function of rows that is made once for each session, and once for the interview as a whole. */
export function bySession<T>(
  create: (session: string | undefined) => (reading: RatedRow) => T,
): (reading: RatedRow) => T {
  const whole = create(undefined);
  const known = new Map<string, (reading: RatedRow) => T>();
  return (reading) => {
    const { session } = reading;
    if (session === undefined) return whole(reading);
    const own = known.get(session) ?? create(session);
    known.set(session, own);
    return own(reading);
  };
}

/** What one rating adds to its row: a row's result depends on the sums of all, and on the lowest cap among them. */
export interface RatingShare extends Pick<WeightedSum, 'sum' | 'rated'> {
  /** The position of the cap, counted from none down. */
  readonly cap: number;
}

/** The share of a rating of the dimension at a position, in a row without red flags. */
export function createShares(rubric: Rubric): (at: number, rating: Rating) => RatingShare {
  const { dimensions, scale } = rubric;
  const units = weightUnits(dimensions);
  const capOf = createCapReader(rulesOf(rubric), rubric);
  return (at, rating) => {
    const ratings = dimensions.map((_dimension, other): Rating => (other === at ? rating : 'not-assessed'));
    const { sum, rated } = weigh(units, ratings, scale);
    return { sum, rated, cap: capOf(ratings, []) };
  };
}

function createPartCache<T>(rubric: Rubric, make: (result: ShortResult) => T): (reading: Rated) => T {
  const { scale } = rubric;
  const units = weightUnits(rubric.dimensions);
  const rules = rulesOf(rubric);
  const capOf = createCapReader(rules, rubric);
  // Above every sum of weights, so that two of them make one number.
  const whole = 1 + units.reduce((sum, weight) => sum + weight, 0);
  const cached = twoLevelCache((weights, key) => {
    const weighed = {
      sum: Math.floor(key / CAPS.length),
      rated: Math.floor(weights / whole),
      applicable: weights % whole,
    };
    return make(shortResult(weighed, rubric, { rules, atMost: CAPS[key % CAPS.length] }));
  });
  // A name of this function's own: reached over the border of a chunk, it would be looked up again for each row.
  const weighRow = weigh;
  return ({ ratings, flags }) => {
    const { sum, rated, applicable } = weighRow(units, ratings, scale);
    return cached(rated * whole + applicable, sum * CAPS.length + capOf(ratings, flags));
  };
}

/** What may hold a recommendation down, from nothing to the lowest band. */
const CAPS: readonly (Band | undefined)[] = [undefined, ...BANDS];

/** The position in `CAPS` of the lowest cap that acts on a row. */
function createCapReader({ caps }: RecommendationRules, { redFlags }: Rubric) {
  const limits = caps.flatMap((cap) => {
    if (cap.type === 'stop') return [];
    const lowest = cap.type === 'minimum' ? cap.minimum : cap.needs;
    return [{ dimension: cap.dimension, lowest, cap: CAPS.indexOf(cap.atMost) }];
  });
  const stops = new Map(
    caps.flatMap((cap) => (cap.type === 'stop' ? [[redFlags[cap.flag]?.id, CAPS.indexOf(cap.atMost)] as const] : [])),
  );
  return (ratings: ParsedRow['ratings'], flags: ParsedRow['flags']): number => {
    let lowestCap = 0;
    for (const { dimension, lowest, cap } of limits) {
      const rating = ratings[dimension];
      if (typeof rating === 'number' && rating < lowest && cap > lowestCap) lowestCap = cap;
    }
    for (const { id } of flags) lowestCap = Math.max(lowestCap, stops.get(id) ?? 0);
    return lowestCap;
  };
}

interface Judging {
  readonly rules: RecommendationRules;
  readonly atMost: Band | undefined;
}

function shortResult(weighed: WeightedSum, { recommendation, scale }: Rubric, { rules, atMost }: Judging): ShortResult {
  const exact = meanOfWeighed(weighed, scale);
  const coverage = coverageOf(weighed);
  return {
    exact,
    hundredths: exact && shownHundredths(exact, recommendation.bands),
    coverage: coveragePercent(coverage),
    covered: coverage,
    ...decide({ exact, coverage }, rules, atMost),
  };
}

/** Values by two numbers: on two levels, since both together may not fit into one exact number. */
function twoLevelCache<T>(make: (first: number, second: number) => T): (first: number, second: number) => T {
  const byFirst = new Map<number, Map<number, T>>();
  let lastFirst: number | undefined;
  let bySecond = new Map<number, T>();
  let size = 0;
  return (first, second) => {
    if (first !== lastFirst) {
      lastFirst = first;
      bySecond = byFirst.get(first) ?? new Map<number, T>();
      byFirst.set(first, bySecond);
    }
    const known = bySecond.get(second);
    if (known !== undefined) return known;
    if (size === MOST_REMEMBERED) {
      byFirst.clear();
      bySecond = new Map<number, T>();
      byFirst.set(first, bySecond);
      size = 0;
    }
    const made = make(first, second);
    bySecond.set(second, made);
    size += 1;
    return made;
  };
}
