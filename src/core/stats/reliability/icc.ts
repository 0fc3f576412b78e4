import { completeRows } from '../ratings/complete-rows.js';
import { checkLevel, type NoValueReason } from '../ratings/no-value.js';
import { checkRatings, type Ratings } from '../ratings/ratings.js';
import { iccForms } from './icc-forms.js';
import { type Icc, noForms } from './icc-result.js';
import { meanSquaresOf } from './mean-squares.js';
import { oneWayIcc } from './one-way-icc.js';

export interface IccOptions {
  /**
   * What becomes of missing cells. `listwise`, which is taken unless given: candidates with one are left out. `one-way`:
   * all ratings count, and there are only ICC(1,1) and ICC(1,k), with Ebel's k0 in the place of k.
   */
  readonly missing?: 'listwise' | 'one-way' | undefined;
  /** Of the intervals; 0.95 unless given. */
  readonly level?: number | undefined;
}

/**
 * The six intraclass correlations of Shrout and Fleiss, of complete rows unless asked otherwise, with intervals by F.
 * The decision rests on the mean of a panel, whose reliability is ICC(2,k); what ICC(3,k) is above it, is severity.
 *
 * `ICC(1,·)`: different interviewers for each candidate; `ICC(2,·)`: the same ones, a sample of all, agreement; `ICC(3,·)`:
 * these very ones, consistency. `·,1`: of a single rating; `·,k`: of the mean of k. McGraw and Wong's names are ICC(1),
 * ICC(A,1), ICC(C,1), ICC(k), ICC(A,k) and ICC(C,k). Values can be below 0.
 *
 * No value for fewer than two candidates or interviewers, or when all ratings are the same; none of the mean's forms when
 * the candidates' means are. No interval of a mean's form when the one of a single rating goes down to −1/(k − 1), and
 * none of `ICC(2,·)` when the one by F, an approximation, leaves a value far below 0 outside.
 *
 * @throws RangeError when rows differ in length or a rating isn't a finite number
 * @see Shrout & Fleiss (1979), https://doi.org/10.1037/0033-2909.86.2.420
 * @see McGraw & Wong (1996), https://doi.org/10.1037/1082-989X.1.1.30, table 7, with the erratum on page 390
 * @see Ebel (1951), https://doi.org/10.1007/BF02288803 (missing cells)
 * @example icc([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8]]).forms['ICC(2,1)'].value // 0.343…
 */
export function icc(ratings: Ratings, { missing = 'listwise', level = 0.95 }: IccOptions = {}): Icc {
  const checked = checkRatings(ratings);
  checkLevel(level);
  if (missing === 'one-way') return oneWayIcc(checked, level);
  const { rows, dropped } = completeRows(checked);
  const candidates = rows.length;
  const ratingsPerCandidate = rows[0]?.length;
  const about = { missing, candidates, dropped, ratingsPerCandidate };
  const tooFew = tooFewFor(candidates, ratingsPerCandidate ?? checked[0]?.length ?? 0);
  if (tooFew) return { forms: noForms(tooFew), ...about, meanSquares: undefined };
  const meanSquares = meanSquaresOf(rows);
  return { forms: iccForms(meanSquares, candidates, ratingsPerCandidate ?? 0, level), ...about, meanSquares };
}

function tooFewFor(candidates: number, interviewers: number): NoValueReason | undefined {
  if (interviewers === 0) return 'no-ratings';
  if (interviewers < 2) return 'too-few-interviewers';
  return candidates < 2 ? 'too-few-candidates' : undefined;
}
