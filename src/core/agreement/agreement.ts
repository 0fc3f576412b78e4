import type { EditionDimension, RubricEdition } from '../panel/edition.js';
import {
  type Alpha,
  ac2Of,
  alphaOf,
  candidatesByTwo,
  type ScoreReliability,
  scoreReliability,
} from './coefficients.js';
import { type Figure, GATES, isMissing, type Missing } from './figure.js';
import { type InterviewerLine, interviewerLines } from './interviewers.js';
import type { RatedRow, RatingTable } from './rating-table.js';
import { type AgreementShares, agreementShares } from './shares.js';

/** How the interviewers of one edition agree and differ: each number with its interval, or what is missing for it. */
export interface Agreement {
  readonly edition: RubricEdition;
  readonly candidates: number;
  /** Those whom two rated. */
  readonly byTwo: number;
  readonly interviewers: number;
  readonly unnamed: number;
  readonly ratings: number;
  readonly seed: number;
  readonly shares: AgreementShares;
  readonly alpha: Alpha | Missing;
  readonly ac2: Figure | Missing;
  readonly scores: ScoreReliability | Missing;
  /** The one that leaves most ratings apart first: dimensions are no people. */
  readonly dimensions: readonly DimensionAgreement[];
  /** Whom the reader may see by name: themselves, or everybody who rated. */
  readonly lines: readonly InterviewerLine[];
  readonly others: Others;
  readonly pairs: PairsShown;
}

export interface DimensionAgreement {
  readonly dimension: EditionDimension;
  readonly shares: AgreementShares;
  readonly alpha: Alpha | Missing;
}

/** What is said of the others without naming them. */
export interface Others {
  readonly interviewers: number;
  /** `undefined` for fewer than three: what is said of all is then said of each. */
  readonly severity: HoldingZero | undefined;
  readonly drift: HoldingZero | undefined;
  /** The median of their halo. */
  readonly halo: { readonly of: number; readonly median: number } | undefined;
}

/** Of so many, how many have an interval that holds 0. */
export interface HoldingZero {
  readonly of: number;
  readonly holdZero: number;
}

export interface PairAgreement {
  readonly names: readonly [string, string];
  readonly shares: AgreementShares;
}

export interface PairsShown {
  /** Own ones, or all. */
  readonly shown: readonly PairAgreement[];
  /** Pairs with enough candidates in common, and those with fewer but some. */
  readonly enough: number;
  readonly few: number;
}

export interface AgreementOptions {
  readonly seed: number;
  /** Whether everybody is shown by name. */
  readonly isNaming: boolean;
}

export function agreementOf(table: RatingTable, { seed, isNaming }: AgreementOptions): Agreement {
  const { edition, candidates, raters, rows, ratings, unnamed } = table;
  const lines = interviewerLines(table);
  const isShown = ({ isMe }: { readonly isMe: boolean }) => isNaming || isMe;
  return {
    ...{ edition, candidates, ratings, unnamed, seed },
    byTwo: candidatesByTwo(rows),
    interviewers: raters.length,
    shares: agreementShares(rows, seed),
    alpha: alphaOf(rows, table, seed),
    ac2: ac2Of(table),
    scores: scoreReliability(table),
    dimensions: dimensionsOf(table, seed),
    lines: lines.filter(isShown),
    others: othersOf(lines.filter((line) => !isShown(line))),
    pairs: pairsOf(table, { seed, isNaming }),
  };
}

function dimensionsOf({ edition, rows }: RatingTable, seed: number): readonly DimensionAgreement[] {
  const all = edition.dimensions.map((dimension, at): DimensionAgreement => {
    const own = rows.filter((row) => row.dimension === at);
    return { dimension, shares: agreementShares(own, seed), alpha: alphaOf(own, { edition }, seed) };
  });
  const share = ({ shares: { exact } }: DimensionAgreement) => (exact.interval ? (exact.value ?? 2) : 2);
  return all.sort((a, b) => share(a) - share(b));
}

function othersOf(others: readonly InterviewerLine[]): Others {
  const halos = others.flatMap(({ halo }) => (isMissing(halo) ? [] : [halo.value])).sort((a, b) => a - b);
  return {
    interviewers: others.length,
    severity: holdingZero(others.map(({ severity }) => severity)),
    drift: holdingZero(others.map(({ drift }) => drift)),
    halo: halos.length < GATES.others ? undefined : { of: halos.length, median: medianOf(halos) },
  };
}

function holdingZero(found: readonly (Figure | Missing)[]): HoldingZero | undefined {
  const known = found.flatMap((one) => (isMissing(one) ? [] : [one]));
  if (known.length < GATES.others) return undefined;
  return { of: known.length, holdZero: known.filter(holdsZero).length };
}

export function holdsZero({ interval: [lower, upper] }: Figure): boolean {
  return lower <= 0 && upper >= 0;
}

function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function pairsOf({ raters, rows }: RatingTable, { seed, isNaming }: AgreementOptions): PairsShown {
  const pairs = raters.flatMap((first, a) =>
    raters.slice(a + 1).flatMap((second, offset) => {
      const own = rowsOfBoth(rows, a, a + 1 + offset);
      return own.length === 0 ? [] : [{ first, second, own, common: candidatesByTwo(own) }];
    }),
  );
  const enough = pairs.filter(({ common }) => common >= GATES.common);
  const seen = enough.filter(({ first, second }) => isNaming || first.isMe || second.isMe);
  return {
    shown: seen.map(({ first, second, own }) => ({
      names: [first.shown, second.shown],
      shares: agreementShares(own, seed),
    })),
    enough: enough.length,
    few: pairs.length - enough.length,
  };
}

function rowsOfBoth(rows: readonly RatedRow[], a: number, b: number): readonly RatedRow[] {
  return rows
    .filter(({ ratings }) => ratings[a] !== undefined && ratings[b] !== undefined)
    .map((row) => ({ ...row, ratings: [row.ratings[a], row.ratings[b]] }));
}
