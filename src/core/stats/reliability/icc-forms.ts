import { fDistribution } from '../distributions/f.js';
import { type Interval, type IntervalEstimate, noValue } from '../ratings/no-value.js';
import { withoutRounding } from '../ratings/rounding.js';
import type { MeanSquares } from './mean-squares.js';

export type IccForm = 'ICC(1,1)' | 'ICC(2,1)' | 'ICC(3,1)' | 'ICC(1,k)' | 'ICC(2,k)' | 'ICC(3,k)';

/** A correlation of one rating and of a mean of k, which follow from each other. */
export interface SingleAndMean {
  readonly single: IntervalEstimate;
  readonly mean: IntervalEstimate;
}

const JUST_ABOVE = 1e-6;

/** The six forms from the mean squares of n candidates × k interviewers. */
export function iccForms(
  squares: MeanSquares,
  n: number,
  k: number,
  level: number,
): Readonly<Record<IccForm, IntervalEstimate>> {
  const oneWay = byVarianceRatio(squares.candidates, squares.within, { k, between: n - 1, within: n * (k - 1) }, level);
  const agreement = absoluteAgreement(squares, n, k, level);
  const degrees = { k, between: n - 1, within: (n - 1) * (k - 1) };
  const consistency = byVarianceRatio(squares.candidates, squares.residual, degrees, level);
  // Without any difference between ratings there is nothing to be consistent in, whatever the form.
  const isFlat = squares.candidates === 0 && squares.within === 0;
  const none = { ...noValue('all-identical'), interval: undefined };
  return {
    'ICC(1,1)': isFlat ? none : oneWay.single,
    'ICC(2,1)': isFlat ? none : agreement.single,
    'ICC(3,1)': isFlat ? none : consistency.single,
    'ICC(1,k)': isFlat ? none : oneWay.mean,
    'ICC(2,k)': isFlat ? none : agreement.mean,
    'ICC(3,k)': isFlat ? none : consistency.mean,
  };
}

/**
 * Forms 1 and 3: from the ratio of the mean square between candidates to the one within them.
 *
 * @see Shrout & Fleiss (1979), page 424
 */
export function byVarianceRatio(
  between: number,
  within: number,
  degrees: { readonly k: number; readonly between: number; readonly within: number },
  level: number,
): SingleAndMean {
  const { k } = degrees;
  if (between === 0 && within === 0) return both(noValue('all-identical'));
  const single = (between - within) / (between + (k - 1) * within);
  if (between === 0) return { single: { value: single, interval: undefined }, mean: unbounded() };
  const mean = (between - within) / between;
  if (within === 0) return { single: { value: 1, interval: undefined }, mean: { value: 1, interval: undefined } };
  const share = (1 + level) / 2;
  const ratio = between / within;
  const low = ratio / fDistribution(degrees.between, degrees.within).quantile(share);
  const high = ratio * fDistribution(degrees.within, degrees.between).quantile(share);
  const ofSingle = (f: number) => (f - 1) / (f + k - 1);
  return {
    single: { value: single, interval: [ofSingle(low), ofSingle(high)] },
    mean: { value: mean, interval: [1 - 1 / low, 1 - 1 / high] },
  };
}

/**
 * Form 2, absolute agreement. The interval of the mean is the one of a single rating by Spearman and Brown, as McGraw and
 * Wong have it after their erratum.
 *
 * @see Shrout & Fleiss (1979), page 424; McGraw & Wong (1996), table 7
 */
function absoluteAgreement(squares: MeanSquares, n: number, k: number, level: number): SingleAndMean {
  const { candidates, interviewers, residual } = squares;
  // What is subtracted here can leave nothing: then what is left is rounding, above or below 0 as it happens.
  const exact = (sum: number) => withoutRounding(sum, candidates + interviewers + residual, 0);
  const whole = exact(candidates + (k - 1) * residual + (k * (interviewers - residual)) / n);
  const ofMeans = exact(candidates + (interviewers - residual) / n);
  const value = (candidates - residual) / whole;
  if (!(whole > 0)) return both(noValue('no-candidate-variance'));
  const interval = candidates === 0 ? undefined : intervalOfAgreement(squares, value, n, k, level);
  const single = { value, interval };
  if (candidates === 0 || !(ofMeans > 0)) return { single, mean: unbounded() };
  // At −1/(k − 1) and below the limit of the mean is minus infinity; just above, digits of rounding in the millions.
  const hasLimits = interval !== undefined && 1 + (k - 1) * interval[0] > JUST_ABOVE;
  const upgrade = (one: number) => (k * one) / (1 + (k - 1) * one);
  const mean = (candidates - residual) / ofMeans;
  return {
    single,
    mean: { value: mean, interval: hasLimits ? [upgrade(interval[0]), upgrade(interval[1])] : undefined },
  };
}

function intervalOfAgreement(
  { candidates, interviewers, residual }: MeanSquares,
  value: number,
  n: number,
  k: number,
  level: number,
): Interval | undefined {
  // Satterthwaite's degrees of freedom of what is set against the candidates.
  const ofInterviewers = k * value * interviewers;
  const ofResidual = (n * (1 + (k - 1) * value) - k * value) * residual;
  const spread = ofInterviewers ** 2 / (k - 1) + ofResidual ** 2 / ((n - 1) * (k - 1));
  if (spread === 0) return undefined;
  const degrees = (ofInterviewers + ofResidual) ** 2 / spread;
  if (!(degrees > 0)) return undefined;
  const share = (1 + level) / 2;
  const below = fDistribution(n - 1, degrees).quantile(share);
  const above = fDistribution(degrees, n - 1).quantile(share);
  const error = k * interviewers + (k * n - k - n) * residual;
  const lower = (n * (candidates - below * residual)) / (below * error + n * candidates);
  const upper = (n * (above * candidates - residual)) / (error + n * above * candidates);
  // Far below 0 the degrees of freedom come near to 0, and what they give may be anywhere.
  return lower <= value && value <= upper ? [lower, upper] : undefined;
}

function both(none: ReturnType<typeof noValue>): SingleAndMean {
  return { single: { ...none, interval: undefined }, mean: { ...none, interval: undefined } };
}

/** Of means that don't differ between candidates the value would be minus infinity. */
function unbounded(): IntervalEstimate {
  return { ...noValue('no-candidate-variance'), interval: undefined };
}
