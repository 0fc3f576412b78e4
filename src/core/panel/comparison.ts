import type { Fraction } from '../numbers/fraction.js';
import { compareRational, fromWhole, type Rational, subtract, toNumber, ZERO } from '../numbers/rational.js';
import { chanceAhead } from '../stats/chance-ahead.js';
import { leastDifference, rankRanges } from '../stats/rank-range.js';
import { weightedMean } from '../stats/weighted-mean.js';
import type { EditionDimension, RubricEdition } from './edition.js';
import { type Panel, type PooledDimension, pooledOf } from './panel.js';
import { type ErrorBasis, type Ranked, standardErrorOf, withNext } from './ranking.js';
import { type WeightSensitivity, weightSensitivity } from './weight-sensitivity.js';

/** Candidates side by side. */
export interface Comparison {
  readonly edition: RubricEdition;
  readonly basis: ErrorBasis;
  /** Best first, by the score on the dimensions that all share. */
  readonly candidates: readonly Compared[];
  readonly rows: readonly ComparedDimension[];
  /** The weight of the shared dimensions, as a share of all that any candidate was rated on. */
  readonly shared: Fraction;
  /** Whether some were rated on dimensions that others were not. */
  readonly isPartial: boolean;
  /** `undefined` with fewer than two candidates, or where they share no dimension. */
  readonly sensitivity: WeightSensitivity | undefined;
}

/** A candidate's place, standard error and score on the shared dimensions. */
export interface Compared extends Ranked {
  readonly shared: Rational | undefined;
}

export interface ComparedDimension {
  readonly dimension: EditionDimension;
  /** Whether every candidate was rated on it. */
  readonly isShared: boolean;
  /** The dimension of each candidate's panel, in the order of the candidates. */
  readonly cells: readonly PooledDimension[];
  /** Which cells have the highest pooled rating; none where all are alike or only one was rated. */
  readonly isBest: readonly boolean[];
}

/**
 * Sets panels of one edition side by side. Scores are compared on the dimensions that all were rated on, and on no
 * others.
 */
export function comparePanels(panels: readonly Panel[], edition: RubricEdition, basis: ErrorBasis): Comparison {
  const isShared = edition.dimensions.map((_dimension, at) => panels.every((panel) => isRatedAt(panel, at)));
  const isAny = edition.dimensions.map((_dimension, at) => panels.some((panel) => isRatedAt(panel, at)));
  const candidates = rankShared(panels, isShared, basis);
  const ordered = candidates.map(({ panel }) => panel);
  const weightWhere = (chosen: readonly boolean[]) =>
    edition.dimensions.reduce((sum, { units }, at) => sum + (chosen[at] ? units : 0), 0);
  return {
    edition,
    basis,
    candidates,
    rows: edition.dimensions.map((dimension, at) => rowOf(dimension, at, ordered)),
    shared: { numerator: weightWhere(isShared), denominator: Math.max(1, weightWhere(isAny)) },
    isPartial: isAny.some((any, at) => any !== isShared[at]),
    sensitivity: ordered.length < 2 || !isShared.includes(true) ? undefined : sensitivityOf(ordered, edition, isShared),
  };
}

function isRatedAt({ dimensions }: Panel, at: number): boolean {
  return dimensions[at]?.state === 'rated';
}

function rankShared(panels: readonly Panel[], isShared: readonly boolean[], basis: ErrorBasis): readonly Compared[] {
  const measured = panels.map((panel) => {
    const dimensions = panel.dimensions.filter((_pooled, at) => isShared[at]);
    const shared = weightedMean(dimensions.map(pooled), dimensions.map(weight));
    return { panel, shared, standardError: standardErrorOf({ dimensions, edition: panel.edition }, basis) };
  });
  const ranges = rankRanges(
    measured.map(({ shared, standardError }) => ({ value: shared ? toNumber(shared) : 0, error: standardError ?? 0 })),
  );
  const ranked: readonly Compared[] = measured.map((candidate, at) => ({
    ...candidate,
    rank: candidate.shared && ranges[at],
  }));
  return withNext(ranked, ({ shared }) => shared && toNumber(shared)).toSorted((a, b) =>
    a.shared && b.shared ? compareRational(b.shared, a.shared) : 0,
  );
}

function pooled(dimension: PooledDimension): Rational {
  return pooledOf(dimension) ?? ZERO;
}

function weight({ dimension }: PooledDimension): Rational {
  return fromWhole(dimension.units);
}

function rowOf(dimension: EditionDimension, at: number, panels: readonly Panel[]): ComparedDimension {
  const cells = panels.flatMap((panel) => panel.dimensions[at] ?? []);
  const ratings = cells.map(pooledOf);
  const rated = ratings.flatMap((rating) => rating ?? []);
  const best = rated.reduce<Rational | undefined>(
    (most, rating) => (most && compareRational(most, rating) >= 0 ? most : rating),
    undefined,
  );
  const isBest = ratings.map(
    (rating) => rating !== undefined && best !== undefined && compareRational(rating, best) === 0,
  );
  // A mark on everybody distinguishes nobody.
  const isMarked = rated.length > 1 && isBest.filter(Boolean).length < rated.length;
  return {
    dimension,
    isShared: rated.length === panels.length,
    cells,
    isBest: isMarked ? isBest : isBest.map(() => false),
  };
}

function sensitivityOf(panels: readonly Panel[], { dimensions }: RubricEdition, isShared: readonly boolean[]) {
  return weightSensitivity({
    ratings: panels.map((panel) => panel.dimensions.filter((_pooled, at) => isShared[at]).map(pooled)),
    weights: dimensions.filter((_dimension, at) => isShared[at]).map(({ units }) => fromWhole(units)),
  });
}

/** Two candidates next to each other in a comparison. */
export interface AdjacentPair {
  readonly ahead: Compared;
  readonly behind: Compared;
  /** How far apart the two are, in points, exact; 0 when they are level. */
  readonly difference: Rational;
  /** The difference from which on they would be distinguishable, in points. */
  readonly needed: number;
  readonly isDistinguishable: boolean;
}

/** For each two candidates next to each other: whether their scores can be told apart. */
export function adjacentPairs(candidates: readonly Compared[]): readonly AdjacentPair[] {
  return candidates.slice(1).flatMap((behind, at) => {
    const ahead = candidates[at];
    if (!ahead?.shared || !behind.shared) return [];
    const difference = subtract(ahead.shared, behind.shared);
    const needed = leastDifference(ahead.standardError ?? 0, behind.standardError ?? 0);
    const isDistinguishable = toNumber(difference) > needed;
    return [{ ahead, behind, difference, needed, isDistinguishable }];
  });
}

/** For each of the candidates, the chance of being truly ahead of each other one; `undefined` for who has no score. */
export function chancesAhead(candidates: readonly Compared[]): readonly (readonly (number | undefined)[])[] {
  return candidates.map((one) =>
    candidates.map((other) => (one !== other && one.shared && other.shared ? chanceOf(one, other) : undefined)),
  );
}

function chanceOf(one: Compared, other: Compared): number {
  const difference = one.shared && other.shared ? toNumber(subtract(one.shared, other.shared)) : 0;
  return chanceAhead(difference, one.standardError ?? 0, other.standardError ?? 0);
}
