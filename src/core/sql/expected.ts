import { add, type Rational, rational, ZERO } from '../numbers/rational.js';
import type { Rubric } from '../rubric/rubric.js';
import { meanRating, type Rating } from '../rubric/scale.js';
import type { JudgedDimension } from '../scoring/judged.js';
import { poolRatings } from '../scoring/pool.js';
import { recommend } from '../scoring/recommendation.js';
import { coveragePercent } from '../scoring/scoring.js';
import { shownHundredths } from '../scoring/shown-score.js';
import { coverageOf, weigh, weightUnits } from '../scoring/weighted-sum.js';
import { LEFT_OUT } from './compile.js';
import { MOST_RATERS, type SqlPool } from './options.js';

/** What people gave one candidate. */
export interface Given {
  /** For each dimension, what each of those who held it gave. */
  readonly ratings: readonly (readonly (Rating | 'invalid')[])[];
  /** The ids of the stop flags that were seen. */
  readonly stops: readonly string[];
  /** Entries beside them that cannot be read. */
  readonly misread: number;
}

/** A row of the result, as `RESULT_COLUMNS` has it, but for the candidate. */
export interface Expected {
  readonly score: number | undefined;
  readonly coverage: number | undefined;
  readonly recommendation: string;
  readonly isBorderline: boolean;
  readonly invalid: number;
  readonly belowMinimum: number;
  readonly minimumNotRated: number;
  readonly stopFlags: number;
}

/** What must come out: by the scoring of the program, which knows nothing of SQL. */
export function expectedOf(rubric: Rubric, given: Given, pool: SqlPool): Expected {
  const { dimensions, scale, recommendation: rules } = rubric;
  const invalid = given.misread + given.ratings.flat().filter((rating) => rating === 'invalid').length;
  const isTooMany = given.ratings.some((ratings) => ratings.filter(isNumber).length > MOST_RATERS);
  const pooled = given.ratings.map((ratings) => poolOf(ratings, pool));
  const units = weightUnits(dimensions);
  const exact = weightedMean(units, pooled);
  const coverage = coverageOf(
    weigh(
      units,
      pooled.map((rating) => (typeof rating === 'object' ? scale.min : rating)),
      scale,
    ),
  );
  const hundredths = exact && shownHundredths(exact, rules.bands);
  const judged = dimensions.map(
    ({ id, name, minimum }, at): JudgedDimension => ({ id, name, minimum, rating: pooled[at] ?? 'not-assessed' }),
  );
  const advice = recommend({
    score: { exact, hundredths, coverage, units },
    dimensions: judged,
    redFlags: rubric.redFlags.filter(({ id }) => given.stops.includes(id)),
    rules,
    scale,
  });
  const count = (type: string) => advice.reasons.filter((reason) => reason.type === type).length;
  const isLeftOut = invalid > 0 || isTooMany;
  return {
    score: isLeftOut ? undefined : hundredths,
    coverage: isLeftOut ? undefined : coveragePercent(coverage),
    recommendation: invalid > 0 ? LEFT_OUT.invalid : isTooMany ? LEFT_OUT.tooMany : advice.recommendation,
    isBorderline: !isLeftOut && advice.isBorderline,
    invalid,
    belowMinimum: count('minimum'),
    minimumNotRated: count('minimum-not-rated'),
    stopFlags: count('stop'),
  };
}

function isNumber(rating: Rating | 'invalid'): rating is number {
  return typeof rating === 'number';
}

function poolOf(ratings: readonly (Rating | 'invalid')[], pool: SqlPool): JudgedDimension['rating'] {
  const rated = ratings.filter(isNumber).sort((a, b) => a - b);
  const isLeftOut = rated.length === 0 && ratings.length > 0 && ratings.every((rating) => rating === 'not-applicable');
  if (isLeftOut) return 'not-applicable';
  if (rated.length === 0 || rated.length > MOST_RATERS) return 'not-assessed';
  const [only] = rated;
  return rated.length === 1 && only !== undefined ? only : poolRatings(rated, pool);
}

function weightedMean(units: readonly number[], pooled: readonly JudgedDimension['rating'][]): Rational | undefined {
  let sum = ZERO;
  let rated = 0;
  pooled.forEach((rating, at) => {
    if (typeof rating === 'string') return;
    const { numerator, denominator } = typeof rating === 'number' ? meanRating(rating, 1) : rating;
    const weight = units[at] ?? 0;
    rated += weight;
    sum = add(sum, rational(BigInt(weight) * BigInt(numerator), BigInt(denominator)));
  });
  return rated === 0 ? undefined : rational(sum.numerator, sum.denominator * BigInt(rated));
}
