import type { Interval } from '../stats/ratings/no-value.js';

/** Bands of a coefficient, each with where it begins. */
type Bands = readonly (readonly [from: number, label: string])[];

/** Krippendorff (2004), page 241. */
const ALPHA: Bands = [
  [0.8, 'reliable'],
  [0.667, 'enough for tentative conclusions only'],
  [Number.NEGATIVE_INFINITY, 'too low to conclude from'],
];

/** Koo and Li (2016), who apply them to the interval. */
const ICC: Bands = [
  [0.9, 'excellent'],
  [0.75, 'good'],
  [0.5, 'moderate'],
  [Number.NEGATIVE_INFINITY, 'poor'],
];

/** In a word, where the whole interval lies in one band. */
export function alphaLabel(interval: Interval): string | undefined {
  return labelIn(ALPHA, interval);
}

export function iccLabel(interval: Interval): string | undefined {
  return labelIn(ICC, interval);
}

function labelIn(bands: Bands, [lower, upper]: Interval): string | undefined {
  const bandOf = (value: number) => bands.find(([from]) => value >= from)?.[1];
  return bandOf(lower) === bandOf(upper) ? bandOf(lower) : undefined;
}
