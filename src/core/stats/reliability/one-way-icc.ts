import { meanOf, sumOf } from '../ratings/at.js';
import type { CheckedRatings } from '../ratings/ratings.js';
import { withoutRounding } from '../ratings/rounding.js';
import { byVarianceRatio, type SingleAndMean } from './icc-forms.js';
import { type Icc, noForms } from './icc-result.js';

/**
 * ICC(1,1) and ICC(1,k) from candidates with different numbers of ratings. The interval is the one for equal numbers with
 * k0 in the place of k: exact where they are equal, else near.
 *
 * @see Ebel (1951), https://doi.org/10.1007/BF02288803, equations 12 and 13
 */
export function oneWayIcc(ratings: CheckedRatings, level: number): Icc {
  const rows = ratings.map((row) => row.filter((rating) => rating !== undefined)).filter(({ length }) => length > 0);
  const [n, all] = [rows.length, rows.flat()];
  const total = all.length;
  const k = n < 2 ? undefined : (total - sumOf(rows.map(({ length }) => length ** 2)) / total) / (n - 1);
  const about = { missing: 'one-way', candidates: n, dropped: ratings.length - n, ratingsPerCandidate: k } as const;
  if (k === undefined) return { forms: noForms('too-few-candidates'), ...about, meanSquares: undefined };
  if (total === n) return { forms: noForms('no-pairs'), ...about, meanSquares: undefined };

  const grand = meanOf(all);
  const between = sumOf(rows.map((row) => row.length * (meanOf(row) - grand) ** 2));
  const within = sumOf(rows.map((row) => sumOf(row.map((rating) => (rating - meanOf(row)) ** 2))));
  const over = (sum: number, degrees: number) =>
    withoutRounding(sum, between + within, grand * Math.sqrt(total)) / degrees;
  const meanSquares = { candidates: over(between, n - 1), within: over(within, total - n) };
  const degrees = { k, between: n - 1, within: total - n };
  const pair = byVarianceRatio(meanSquares.candidates, meanSquares.within, degrees, level);
  return { forms: formsOf(pair), ...about, meanSquares };
}

function formsOf({ single, mean }: SingleAndMean): Icc['forms'] {
  return { ...noForms('missing-cells'), 'ICC(1,1)': single, 'ICC(1,k)': mean };
}
