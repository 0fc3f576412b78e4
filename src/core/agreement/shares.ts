import { put } from '../collections/put.js';
import { percentAgreement } from '../stats/agreement/percent-agreement.js';
import { bootstrap } from '../stats/bootstrap/bootstrap.js';
import { sumOf } from '../stats/ratings/at.js';
import type { Interval } from '../stats/ratings/no-value.js';
import { GATES } from './figure.js';
import type { RatedRow } from './rating-table.js';

/** Of all pairs of ratings of the same, how many agree. */
export interface AgreementShare {
  readonly agreed: number;
  readonly pairs: number;
  /** Their share; `undefined` where there is no pair. */
  readonly value: number | undefined;
  /** `undefined` below 8 candidates, and where the share is the same for each. */
  readonly interval: Interval | undefined;
}

/** How often two ratings are the same, and how often at most one point apart. */
export interface AgreementShares {
  /** Candidates whom two rated. */
  readonly candidates: number;
  readonly exact: AgreementShare;
  readonly within: AgreementShare;
}

/** Intervals are over candidates drawn again: what one was given on several dimensions is not independent. */
export function agreementShares(rows: readonly RatedRow[], seed: number): AgreementShares {
  const exact = countsByCandidate(rows, 0);
  return {
    candidates: exact.length,
    exact: shareOf(exact, seed),
    within: shareOf(countsByCandidate(rows, 1), seed),
  };
}

interface Counts {
  readonly agreed: number;
  readonly pairs: number;
}

function countsByCandidate(rows: readonly RatedRow[], within: number): readonly Counts[] {
  return rowsByCandidate(rows)
    .map((own) => percentAgreement(own.map(given), { within }))
    .filter(({ pairs }) => pairs > 0);
}

/** Without the columns in which there is nothing: there are as many as there are interviewers in all. */
function given({ ratings }: RatedRow, _at: number, rows: readonly RatedRow[]): readonly (number | undefined)[] {
  return ratings.filter((_rating, column) => rows.some((row) => row.ratings[column] !== undefined));
}

export function rowsByCandidate(rows: readonly RatedRow[]): readonly (readonly RatedRow[])[] {
  const groups = new Map<number, RatedRow[]>();
  for (const row of rows) put(groups, row.candidate, row);
  return [...groups.values()];
}

function shareOf(counts: readonly Counts[], seed: number): AgreementShare {
  const agreed = sumOf(counts.map((one) => one.agreed));
  const pairs = sumOf(counts.map((one) => one.pairs));
  const interval = counts.length < GATES.common ? undefined : intervalOf(counts, seed);
  return { agreed, pairs, value: pairs === 0 ? undefined : agreed / pairs, interval };
}

/** In one loop: it runs some ten thousand times. */
function intervalOf(counts: readonly Counts[], seed: number): Interval | undefined {
  return bootstrap(counts.length, 0.95, { seed }, (drawn) => {
    let [agreed, pairs] = [0, 0];
    for (let at = 0; at < counts.length; at += 1) {
      const times = drawn[at] ?? 0;
      agreed += (counts[at]?.agreed ?? 0) * times;
      pairs += (counts[at]?.pairs ?? 0) * times;
    }
    return agreed / pairs;
  }).interval;
}
