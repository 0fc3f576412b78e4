import { jackknifeInterval } from '../stats/bootstrap/jackknife.js';
import type { Interval } from '../stats/ratings/no-value.js';
import { halo } from '../stats/severity/halo.js';
import { severity } from '../stats/severity/severity.js';
import { candidatesByTwo } from './coefficients.js';
import { type Figure, GATES, isMissing, type Missing, missing } from './figure.js';
import type { RatedRow, Rater, RatingTable } from './rating-table.js';
import { rowsByCandidate } from './shares.js';

/** How one interviewer rates, held against those who rated the same candidates. */
export interface InterviewerLine extends Rater {
  /** Ratings where somebody else rated too. */
  readonly compared: number;
  /** How far above the others they rate the same candidates, in points; below 0: severely. */
  readonly severity: Figure | Missing;
  /** Mean correlation of their ratings on two dimensions. */
  readonly halo: Figure | Missing;
  readonly drift: Drift | Missing;
}

/** How severity moved, from the first month that has one to the last. */
export interface Drift extends Figure {
  readonly months: readonly (Figure & { readonly month: string })[];
}

/** By name: nobody is ranked. */
export function interviewerLines(table: RatingTable): readonly InterviewerLine[] {
  const rows = namedRows(table);
  const severities = severitiesOf(rows, table.raters.length);
  const months = severitiesByMonth(rows, table.raters.length);
  return table.raters.map((rater, at) => ({
    ...rater,
    compared: comparedBy(rows, at),
    severity: severities[at] ?? missing('compared-ratings', GATES.ratings, 0),
    halo: haloOf(table, at),
    drift: driftOf(months.map(({ month, severities }) => ({ month, severity: severities[at] }))),
  }));
}

/** Only columns that are of one person throughout. */
function namedRows({ rows, raters }: RatingTable): readonly RatedRow[] {
  return rows.map((row) => ({ ...row, ratings: row.ratings.slice(0, raters.length) }));
}

function isCompared({ ratings }: RatedRow): boolean {
  return ratings.filter((rating) => rating !== undefined).length > 1;
}

function comparedBy(rows: readonly RatedRow[], rater: number): number {
  return rows.filter((row) => row.ratings[rater] !== undefined && isCompared(row)).length;
}

/** One for each interviewer, from the additive model of candidate × dimension and interviewer. */
function severitiesOf(all: readonly RatedRow[], raters: number): readonly (Figure | Missing)[] {
  const rows = all.filter(isCompared);
  const { interviewers, groups } = severity(
    rows.map(({ ratings }) => ratings),
    { clusters: rows.map(({ candidate }) => candidate) },
  );
  return Array.from({ length: raters }, (_rater, at): Figure | Missing => {
    if (raters < 2) return missing('interviewers', 2, raters);
    const compared = comparedBy(rows, at);
    if (compared < GATES.ratings) return missing('compared-ratings', GATES.ratings, compared);
    if (groups.length > 1) return missing('connection', 1, groups.length);
    const { value, interval } = interviewers[at] ?? {};
    if (value !== undefined && interval !== undefined) return { value, interval };
    const bridges = candidatesByTwo(rows);
    return bridges < 2 ? missing('bridges', 2, bridges) : missing('interval', 1, 0);
  });
}

function severitiesByMonth(rows: readonly RatedRow[], raters: number) {
  const months = [...new Set(rows.flatMap((row) => row.months.flatMap((month) => month ?? [])))].sort();
  if (months.length < GATES.months) return [];
  return months.map((month) => {
    const own = rows.map((row) => ({
      ...row,
      ratings: row.ratings.map((rating, at) => (row.months[at] === month ? rating : undefined)),
    }));
    return { month, severities: severitiesOf(own, raters) };
  });
}

function driftOf(
  months: readonly { readonly month: string; readonly severity: Figure | Missing | undefined }[],
): Drift | Missing {
  const known = months.flatMap(({ month, severity: own }) =>
    own === undefined || isMissing(own) ? [] : [{ month, value: own.value, interval: own.interval }],
  );
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < GATES.months)
    return missing('months', GATES.months, known.length);
  return { value: last.value - first.value, interval: differenceInterval(first, last), months: known };
}

/** Of two estimates from different candidates. See Zou & Donner (2008), https://doi.org/10.1002/sim.3095 */
function differenceInterval(first: Figure, last: Figure): Interval {
  const change = last.value - first.value;
  const below = Math.hypot(last.value - last.interval[0], first.interval[1] - first.value);
  const above = Math.hypot(last.interval[1] - last.value, first.value - first.interval[0]);
  return [change - below, change + above];
}

/** Candidates are left out one by one up to so many, and beyond in as many groups: more tell hardly more, and take long. */
const MOST_GROUPS = 40;

/** Of all candidates whom the interviewer rated, others or not. */
function haloOf({ rows, edition }: RatingTable, rater: number): Figure | Missing {
  const candidates = rowsByCandidate(rows.filter(({ ratings }) => ratings[rater] !== undefined)).map((own) => {
    const ratings = new Map(own.map((row) => [row.dimension, row.ratings[rater]]));
    return edition.dimensions.map((_dimension, dimension) => ratings.get(dimension));
  });
  const dimensions = edition.dimensions.filter((_dimension, at) => candidates.some((row) => row[at] !== undefined));
  if (dimensions.length < GATES.haloDimensions) return missing('dimensions', GATES.haloDimensions, dimensions.length);
  if (candidates.length < GATES.haloCandidates) return missing('candidates', GATES.haloCandidates, candidates.length);
  const correlation = (some: typeof candidates) => halo(some).meanCorrelation.value;
  const value = correlation(candidates);
  if (value === undefined) return missing('difference', 1, 0);
  const groups = Math.min(MOST_GROUPS, candidates.length);
  const interval = jackknifeInterval(value, groups, 0.95, (leftOut) =>
    correlation(candidates.filter((_candidate, at) => at % groups !== leftOut)),
  );
  return interval === undefined ? missing('interval', 1, 0) : { value, interval };
}
