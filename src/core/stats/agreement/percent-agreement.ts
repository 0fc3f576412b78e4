import { type Estimate, noValue } from '../ratings/no-value.js';
import { type Category, type CheckedRatings, checkCategories, checkRatings, type Ratings } from '../ratings/ratings.js';

/** Halves and tenths aren't exact as doubles; their differences are by less than this. */
const SLACK = 1e-9;

/** Of all that two interviewers both rated, how much of it alike. */
export interface PairAgreement extends Estimate {
  /** Columns of the two. */
  readonly interviewers: readonly [number, number];
  /** Candidates whom both rated. */
  readonly candidates: number;
  /** Candidates on whom they agree. */
  readonly agreed: number;
}

export interface PercentAgreement extends Estimate {
  /** Pairs of ratings of the same candidate. */
  readonly pairs: number;
  /** Pairs that agree; `value` is their share. */
  readonly agreed: number;
  /** Of the candidates whom two or more rated, the share on whom all of them agree. */
  readonly unanimous: Estimate;
  readonly byPair: readonly PairAgreement[];
}

export interface PercentAgreementOptions {
  /** How far apart two ratings that agree may be, in points: 0 unless given, or 1 for "within one point". */
  readonly within?: number | undefined;
}

/**
 * How many pairs of ratings of the same candidate agree, as a share from 0 to 1: overall, where each pair counts once,
 * and for each pair of interviewers. Needs no scale and is defined wherever two rated the same candidate; it doesn't
 * take off what chance would give.
 *
 * @throws RangeError when rows differ in length, a rating is neither a finite number nor text (text only where
 *   `within` is 0), or `within` is below 0
 * @example percentAgreement([[3, 4], [2, 2]], { within: 1 }).value // 1
 */
export function percentAgreement(
  ratings: Ratings<Category>,
  { within = 0 }: PercentAgreementOptions = {},
): PercentAgreement {
  if (!(within >= 0)) throw new RangeError(`ratings agree within a distance of 0 or more, not ${within}`);
  const checked = within === 0 ? checkCategories(ratings) : checkRatings(ratings as Ratings);
  const agree = (a: Category, b: Category): boolean =>
    typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= within + SLACK : a === b;
  const columns = checked[0]?.length ?? 0;
  const byPair: PairAgreement[] = [];
  for (let first = 0; first < columns; first += 1) {
    for (let second = first + 1; second < columns; second += 1)
      byPair.push(pairAgreement(checked, [first, second], agree));
  }
  const pairs = byPair.reduce((sum, { candidates }) => sum + candidates, 0);
  const agreed = byPair.reduce((sum, pair) => sum + pair.agreed, 0);
  return { ...shareOf(agreed, pairs), pairs, agreed, unanimous: unanimity(checked, agree), byPair };
}

function pairAgreement(
  ratings: CheckedRatings<Category>,
  [first, second]: readonly [number, number],
  agree: (a: Category, b: Category) => boolean,
): PairAgreement {
  let candidates = 0;
  let agreed = 0;
  for (const row of ratings) {
    const [a, b] = [row[first], row[second]];
    if (a === undefined || b === undefined) continue;
    candidates += 1;
    if (agree(a, b)) agreed += 1;
  }
  return { ...shareOf(agreed, candidates), interviewers: [first, second], candidates, agreed };
}

function unanimity(ratings: CheckedRatings<Category>, agree: (a: Category, b: Category) => boolean): Estimate {
  const rated = ratings.map((row) => row.filter((rating) => rating !== undefined)).filter(({ length }) => length > 1);
  const alike = rated.filter((row) => row.every((a) => row.every((b) => agree(a, b))));
  return shareOf(alike.length, rated.length);
}

function shareOf(part: number, whole: number): Estimate {
  return whole === 0 ? noValue('no-pairs') : { value: part / whole };
}
