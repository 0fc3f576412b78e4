import { chanceAhead } from '../stats/chance-ahead.js';
import { type RankRange, rankRanges } from '../stats/rank-range.js';
import { ENOUGH_DEGREES, effectiveRaters, publishedError } from '../stats/score-error.js';
import { squaredDeviations } from '../stats/standard-deviation.js';
import { membersByHeld } from './member.js';
import type { Panel } from './panel.js';

/** What a standard error rests on. */
export type ErrorBasis =
  | {
      /** How much the interviewers' own scores differ within these panels. */
      readonly type: 'panels';
      readonly degreesOfFreedom: number;
      /** The standard deviation of one interviewer's score, in points. */
      readonly deviation: number;
    }
  | { readonly type: 'published'; readonly degreesOfFreedom: number };

export interface Ranked {
  readonly panel: Panel;
  /** The standard error of the score, in points; `undefined` where nothing was rated. */
  readonly standardError: number | undefined;
  /** `undefined` for a panel that is not ranked: no score, or too little of the weight rated. */
  readonly rank: RankRange | undefined;
  /** The next below by score of those that are ranked; `undefined` for the last, and for who isn't ranked. */
  readonly next?: NextBelow | undefined;
}

export interface NextBelow {
  readonly panel: Panel;
  /** The chance of being truly ahead of it, from 0.5 to 1, by the same standard errors as the rank. */
  readonly chance: number;
}

export interface Ranking {
  readonly basis: ErrorBasis;
  /** The panels in the order in which they were handed in. */
  readonly ranked: readonly Ranked[];
}

/**
 * The places that candidates could have, given how uncertain their scores are.
 *
 * One interviewer's error is taken from the panels' own spread: the pooled standard deviation of the scores that
 * interviewers of the same candidate gave who held the same dimensions and rated enough of the rubric: between scores on
 * different dimensions, the dimensions differ and not the interviewers. With fewer than 10 degrees of
 * freedom in all, it is taken from the published reliability of a single interviewer instead.
 *
 * An estimate of an error needs no exact arithmetic: nothing but the wording of a tie depends on it, and the same files
 * always give the same digits.
 */
export function rankPanels(panels: readonly Panel[]): Ranking {
  const basis = errorBasis(panels);
  const errors = panels.map((panel) => standardErrorOf(panel, basis));
  const isRanked = (panel: Panel, at: number) => errors[at] !== undefined && panel.recommendation !== 'incomplete';
  const ranges = rankRanges(
    panels.flatMap((panel, at) => (isRanked(panel, at) ? { value: panel.value ?? 0, error: errors[at] ?? 0 } : [])),
  );
  let next = 0;
  const ranked = panels.map((panel, at) => {
    const rank = isRanked(panel, at) ? ranges[next++] : undefined;
    return { panel, standardError: errors[at], rank };
  });
  return { basis, ranked: withNext(ranked, ({ panel }) => panel.value) };
}

/** Each with who comes next below by score, and the chance of being truly ahead of them; in the order they came. */
export function withNext<Row extends Ranked>(
  rows: readonly Row[],
  scoreOf: (row: Row) => number | undefined,
): readonly Row[] {
  const measured = rows.flatMap((row) => {
    const [value, error] = [scoreOf(row), row.standardError];
    return row.rank === undefined || value === undefined || error === undefined ? [] : [{ row, value, error }];
  });
  const sorted = measured.sort((a, b) => b.value - a.value);
  const below = new Map<Row, NextBelow>();
  sorted.forEach(({ row, value, error }, at) => {
    const other = sorted[at + 1];
    if (!other) return;
    below.set(row, { panel: other.row.panel, chance: chanceAhead(value - other.value, error, other.error) });
  });
  return rows.map((row) => ({ ...row, next: below.get(row) }));
}

/** The chance that a panel's score is truly at `edge` or above, by the score alone; `undefined` where nothing was rated. */
export function chanceAtLeast(
  edge: number,
  { panel: { value }, standardError }: Pick<Ranked, 'standardError'> & { readonly panel: Pick<Panel, 'value'> },
): number | undefined {
  return value === undefined || standardError === undefined ? undefined : chanceAhead(value - edge, standardError, 0);
}

/** What the standard errors of these panels rest on; see `rankPanels`. */
function errorBasis(panels: readonly Panel[]): ErrorBasis {
  let degreesOfFreedom = 0;
  let squares = 0;
  for (const { members } of panels) {
    if (members.length < 2) continue;
    for (const alike of membersByHeld(members)) {
      const scores = alike.flatMap(({ exact, isFull }) => (exact && isFull ? exact.numerator / exact.denominator : []));
      if (scores.length < 2) continue;
      degreesOfFreedom += scores.length - 1;
      squares += squaredDeviations(scores);
    }
  }
  // No spread at all says that the interviewers agreed beforehand or were copied, not that they never err.
  if (degreesOfFreedom < ENOUGH_DEGREES || squares === 0) return { type: 'published', degreesOfFreedom };
  return { type: 'panels', degreesOfFreedom, deviation: Math.sqrt(squares / degreesOfFreedom) };
}

/** The standard error of a panel's score, in points; `undefined` where nothing was rated. */
export function standardErrorOf(
  { dimensions, edition }: Pick<Panel, 'dimensions' | 'edition'>,
  basis: ErrorBasis,
): number | undefined {
  const raters = effectiveRaters(
    dimensions.map(({ dimension, count }) => ({ weight: dimension.units, raters: count })),
  );
  if (raters === undefined) return undefined;
  return basis.type === 'panels' ? basis.deviation / Math.sqrt(raters) : publishedError(raters, edition.scale);
}
