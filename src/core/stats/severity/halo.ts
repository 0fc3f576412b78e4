import { meanOf } from '../ratings/at.js';
import { type Estimate, noValue } from '../ratings/no-value.js';
import { type CheckedRatings, checkRatings, type Ratings } from '../ratings/ratings.js';
import { withoutRounding } from '../ratings/rounding.js';
import { correlationOf } from '../reliability/covariances.js';
import { standardDeviation } from '../standard-deviation.js';

export interface Halo {
  /** Mean of the correlations of each two dimensions, −1 to 1: the higher, the more halo. */
  readonly meanCorrelation: Estimate;
  /**
   * Mean over candidates of the standard deviation of their ratings across dimensions, after each dimension was brought to
   * mean 0 and standard deviation 1: the lower, the more halo.
   */
  readonly meanDeviation: Estimate;
  /** Pairs of dimensions that could be correlated: both vary among the candidates who have both. */
  readonly pairs: number;
  /** Candidates with two or more standardised ratings. */
  readonly candidates: number;
}

/**
 * Two indices of halo for one interviewer's ratings: rows are candidates, columns are dimensions. They say how alike the
 * ratings of a candidate are, not why: candidates can truly be good or weak at everything.
 *
 * No correlation for fewer than two dimensions that vary, no deviation where no candidate has two of them.
 *
 * @throws RangeError when rows differ in length or a rating isn't a finite number
 * @see Cooper (1981), https://doi.org/10.1037/0033-2909.90.2.218; Pulakos, Schmitt & Ostroff (1986),
 *   https://doi.org/10.1037/0021-9010.71.1.29 (dimensions standardised first)
 * @example halo([[1, 2], [3, 3], [5, 4]]).meanCorrelation.value // 1
 */
export function halo(ratings: Ratings): Halo {
  const checked = checkRatings(ratings);
  const columns = (checked[0] ?? []).map((_rating, column) => column);
  const correlations = columns.flatMap((a) => columns.slice(a + 1).flatMap((b) => correlationOf(checked, a, b) ?? []));
  const deviations = standardised(checked, columns).flatMap((row) => standardDeviation(row) ?? []);
  return {
    meanCorrelation: meanOrNone(correlations),
    meanDeviation: meanOrNone(deviations),
    pairs: correlations.length,
    candidates: deviations.length,
  };
}

/** For each candidate, the ratings of the dimensions that vary, each less its mean and over its standard deviation. */
function standardised(ratings: CheckedRatings, columns: readonly number[]): readonly (readonly number[])[] {
  const spreads = columns.map((column) => {
    const given = ratings.map((row) => row[column]).filter((rating) => rating !== undefined);
    const [mean, deviation = 0] = [meanOf(given), standardDeviation(given)];
    return { mean, deviation: Math.sqrt(withoutRounding(deviation ** 2, 0, mean)) };
  });
  return ratings.map((row) =>
    row.flatMap((rating, column) => {
      const { mean = 0, deviation } = spreads[column] ?? {};
      return rating === undefined || !deviation ? [] : [(rating - mean) / deviation];
    }),
  );
}

function meanOrNone(values: readonly number[]): Estimate {
  return values.length === 0 ? noValue('too-few-dimensions') : { value: meanOf(values) };
}
