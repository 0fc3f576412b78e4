import { FEWEST, type GroupResult, type SetResult } from '../../core/impact/analyse.js';
import type { ImpactForm } from '../../core/impact/form.js';
import { compareRational, formatRational, type Rational } from '../../core/numbers/rational.js';
import { FOUR_FIFTHS } from '../../core/stats/impact/selection.js';
import type { Interval } from '../../core/stats/ratings/no-value.js';

/** What was counted, and how it is to be looked at. */
export interface ImpactReport {
  readonly form: ImpactForm;
  readonly isScoring: boolean;
  /** The table, as the user named it. */
  readonly source: string;
  /** The day of the report: `2026-11-20`. */
  readonly day: string;
  readonly sets: readonly SetResult[];
  /** Rows that could not be read, and are in none of it. */
  readonly leftOut: number;
  readonly excludeSmall: string | undefined;
  readonly facts: readonly string[];
  readonly factsAsOf: string;
}

/** `24 of 120 selected (20.0%)`. */
export function countsInWords({ selected, applicants, rate }: GroupResult, isScoring: boolean): string {
  const done = isScoring ? 'scored above the median' : 'selected';
  return `${selected} of ${applicants} ${done}${rate ? ` (${percentInWords(rate)})` : ''}`;
}

/** In one decimal, or in as many as it takes to be told from nobody. */
export function percentInWords(share: Rational): string {
  for (let places = 1; ; places += 1) {
    const text = formatRational({ ...share, numerator: share.numerator * 100n }, places);
    if (share.numerator === 0n || Number(text) > 0) return `${text}%`;
  }
}

/** An interval of shares, as `13.8% to 28.0%`. */
export function shareIntervalInWords(interval: Interval | undefined): string {
  return interval === undefined ? '' : interval.map((end) => `${(end * 100).toFixed(1)}%`).join(' to ');
}

export function ratioIntervalInWords(interval: Interval | undefined): string {
  return interval === undefined ? '' : interval.map((end) => end.toFixed(2)).join(' to ');
}

/** A ratio in two decimals, or in as many more as it takes to stay below four fifths where it is below. */
export function ratioInWords(ratio: Rational): string {
  const isBelow = compareRational(ratio, FOUR_FIFTHS) < 0;
  for (let places = 2; ; places += 1) {
    const text = formatRational(ratio, places);
    if (!isBelow || Number(text) < 0.8) return text;
  }
}

/** With the fraction, where that is one that can be read: `2/3 (0.67)`. */
export function ratioWithFraction(ratio: Rational): string {
  const { numerator, denominator } = ratio;
  const isShort = denominator > 1n && denominator <= 99n;
  return isShort ? `${numerator}/${denominator} (${ratioInWords(ratio)})` : ratioInWords(ratio);
}

export function probabilityInWords(p: number): string {
  return p < 0.001 ? 'below 0.001' : p.toFixed(3);
}

/** What the set is of: `Written test · Sex`. */
export function setTitle({ stage, category, isBottomLine }: SetResult): string {
  const where = isBottomLine ? 'Bottom line, first stage to last' : stage;
  return [where, category].filter((part) => part !== '').join(' · ') || 'Selection rates';
}

/** Why a group has no ratio, in a word or two for a table. */
export function standingInWords({ standing }: GroupResult): string {
  switch (standing) {
    case 'reference':
      return 'highest rate';
    case 'few-applicants':
      return `under ${FEWEST.applicants}`;
    case 'few-selected':
      return `under ${FEWEST.selected} selected`;
    case 'excluded':
      return 'left out';
    case 'compared':
    case 'alone':
      return '';
  }
}
