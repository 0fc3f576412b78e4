import { formatHundredths } from '../numbers/decimal.js';
import type { RedFlag, Rubric } from '../rubric/rubric.js';
import { isRated, type Rating } from '../rubric/scale.js';
import { asPhrase } from '../text/wording.js';
import { coveragePercent, type Fraction, isAtLeast, type Score } from './scoring.js';

/** From best to worst. */
export const BANDS = ['strong-yes', 'yes', 'no', 'strong-no'] as const;
export type Band = (typeof BANDS)[number];
export type Recommendation = Band | 'incomplete';

export interface JudgedDimension {
  readonly name: string;
  readonly minimum?: number | undefined;
  /** One interviewer's rating, or the exact mean of a panel's. */
  readonly rating: Rating | Fraction<bigint>;
}

/** A score as the rules see it: of one scorecard, or of a panel with whole numbers of any size. */
export interface JudgedScore extends Pick<Score, 'hundredths' | 'coverage'> {
  readonly exact: Fraction<number | bigint> | undefined;
}

export interface Judged {
  readonly score: JudgedScore;
  readonly dimensions: readonly JudgedDimension[];
  /** Red flags that were observed. */
  readonly redFlags: readonly Pick<RedFlag, 'flag' | 'severity'>[];
  readonly rules: Rubric['recommendation'];
}

export interface Advice {
  readonly recommendation: Recommendation;
  /** Each rule that acted, in words, in the order in which they apply. */
  readonly because: readonly string[];
}

/** Applies the rubric's rules in their order: coverage, band, minimums, red flags. A scorecard advises; people decide. */
export function recommend(judged: Judged): Advice {
  const { score, rules } = judged;
  const band = bandIfCovered(score, rules);
  const first = band
    ? bandReason(score, band, rules.bands)
    : `coverage ${coveragePercent(score.coverage)}% is below the ${rules.coverageAtLeast}% that a recommendation needs`;
  const caps = [...minimumReasons(judged.dimensions), ...stopReasons(judged.redFlags)];
  const recommendation = decide(score, rules, caps.length > 0);
  return { recommendation, because: [first, ...caps, ...concernReasons(judged.redFlags)] };
}

/** The rules without their reasons. `isCapped`: a minimum is missed, or a red flag stops. */
export function decide(
  score: Pick<JudgedScore, 'exact' | 'coverage'>,
  rules: Rubric['recommendation'],
  isCapped: boolean,
): Recommendation {
  const recommendation = bandIfCovered(score, rules) ?? 'incomplete';
  return isCapped ? capAtNo(recommendation) : recommendation;
}

function bandIfCovered({ exact, coverage }: Pick<JudgedScore, 'exact' | 'coverage'>, rules: Rubric['recommendation']) {
  return exact && isAtLeast(percent(coverage), rules.coverageAtLeast) ? bandOf(exact, rules.bands) : undefined;
}

function percent(coverage: Fraction): Fraction {
  return { numerator: 100 * coverage.numerator, denominator: coverage.denominator };
}

/** The band of a score: the first whose edge it reaches. */
export function bandOf(exact: Fraction<number | bigint>, bands: Rubric['recommendation']['bands']): Band {
  if (isAtLeast(exact, bands['strong-yes'])) return 'strong-yes';
  if (isAtLeast(exact, bands.yes)) return 'yes';
  return isAtLeast(exact, bands.no) ? 'no' : 'strong-no';
}

function capAtNo(recommendation: Recommendation): Recommendation {
  return recommendation === 'strong-yes' || recommendation === 'yes' ? 'no' : recommendation;
}

function bandReason(score: JudgedScore, band: Band, bands: Rubric['recommendation']['bands']): string {
  const above = ({ 'strong-yes': undefined, yes: 'strong-yes', no: 'yes', 'strong-no': 'no' } as const)[band];
  const from = band === 'strong-no' ? undefined : bands[band];
  const below = above && bands[above];
  const range = [from === undefined ? '' : `at least ${from}`, below === undefined ? '' : `below ${below}`];
  const shown = formatHundredths(score.hundredths ?? 0);
  // The shown score is rounded: say so where the rounding would seem to reach the next band.
  const misleads = below !== undefined && Number(shown) >= below && score.exact;
  const exactly = misleads ? ` (before rounding ${misleads.numerator}/${misleads.denominator})` : '';
  return `score ${shown}${exactly} is in the band "${band}": ${range.filter(Boolean).join(', ')}`;
}

function minimumReasons(dimensions: readonly JudgedDimension[]): readonly string[] {
  return dimensions.flatMap(({ name, minimum, rating }) => {
    if (minimum === undefined) return [];
    if (typeof rating === 'object') {
      if (isAtLeast(rating, minimum)) return [];
      const mean = `${rating.numerator}/${rating.denominator}`;
      return [`${name} is rated ${mean} on average, below its minimum of ${minimum}: at most "no"`];
    }
    if (!isRated(rating) || rating >= minimum) return [];
    return [`${name} is rated ${rating}, below its minimum of ${minimum}: at most "no"`];
  });
}

function stopReasons(flags: Judged['redFlags']): readonly string[] {
  return flags
    .filter(({ severity }) => severity === 'stop')
    .map(({ flag }) => `red flag (stop): ${asPhrase(flag)}: at most "no"`);
}

function concernReasons(flags: Judged['redFlags']): readonly string[] {
  return flags
    .filter(({ severity }) => severity === 'concern')
    .map(({ flag }) => `red flag (concern), to be discussed: ${asPhrase(flag)}; it changes nothing`);
}
