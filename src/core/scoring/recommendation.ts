import { type Fraction, isAtLeast } from '../numbers/fraction.js';
import type { RedFlag, Rubric } from '../rubric/rubric.js';
import { isRated, type Rating } from '../rubric/scale.js';
import { type ActingFlag, type Because, becauseOf, type Reason } from './reason.js';
import {
  BANDS,
  type Band,
  type BandRule,
  type CapRule,
  type Recommendation,
  type RecommendationRules,
  rulesOf,
} from './rules.js';
import { coveragePercent, type Score } from './scoring.js';

export interface JudgedDimension {
  readonly id: string;
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
  /** The red flags that were observed. */
  readonly redFlags: readonly Pick<RedFlag, 'id' | 'flag' | 'severity'>[];
  readonly rules: Rubric['recommendation'];
}

export interface Advice {
  readonly recommendation: Recommendation;
  /** Each rule that acted, in the order in which they apply. */
  readonly reasons: readonly Reason[];
  /** `reasons` as scorecards keep them. */
  readonly because: readonly Because[];
}

/**
 * Applies the rubric's rules in their order: coverage, band, minimums, red flags. A scorecard advises; people decide.
 */
export function recommend({ score, dimensions, redFlags, rules: recommendation }: Judged): Advice {
  const rules = rulesOf({ recommendation, dimensions, redFlags });
  const acting = rules.caps.flatMap((cap) => capReason(cap, dimensions, redFlags));
  const concerns = redFlags.flatMap(({ id, flag, severity }): readonly Reason[] =>
    severity === 'concern' ? [{ type: 'concern', flag: { id, flag } }] : [],
  );
  const reasons = [bandReason(score, rules), ...acting, ...concerns];
  return {
    recommendation: decide(score, rules, lowestCap(acting.map(({ atMost }) => atMost))),
    reasons,
    because: reasons.map(becauseOf),
  };
}

/** The recommendation without its reasons. `atMost` is the lowest cap that acts, if any does. */
export function decide(
  score: Pick<JudgedScore, 'exact' | 'coverage'>,
  rules: RecommendationRules,
  atMost: Band | undefined,
): Recommendation {
  const band = bandIfCovered(score, rules)?.band;
  if (band === undefined) return 'incomplete';
  return atMost === undefined ? band : lower(band, atMost);
}

/** Whether enough was rated for the score to have a band. */
export function isCovered(
  coverage: Fraction,
  { coverageAtLeast }: Pick<RecommendationRules, 'coverageAtLeast'>,
): boolean {
  const { numerator, denominator } = coverage;
  return isAtLeast({ numerator: 100 * numerator, denominator }, coverageAtLeast);
}

function bandIfCovered(
  { exact, coverage }: Pick<JudgedScore, 'exact' | 'coverage'>,
  rules: RecommendationRules,
): BandRule | undefined {
  return exact && isCovered(coverage, rules) ? bandRuleOf(exact, rules.bands) : undefined;
}

function bandRuleOf(exact: Fraction<number | bigint>, bands: readonly BandRule[]): BandRule | undefined {
  return bands.find(({ from }) => from === undefined || isAtLeast(exact, from));
}

/** The band of a score: the first whose edge it reaches. */
export function bandOf(exact: Fraction<number | bigint>, bands: readonly BandRule[]): Band {
  return bandRuleOf(exact, bands)?.band ?? 'strong-no';
}

function lower(a: Band, b: Band): Band {
  return BANDS.indexOf(a) > BANDS.indexOf(b) ? a : b;
}

/** The lowest of several caps; `undefined` where there is none. */
function lowestCap(caps: readonly Band[]): Band | undefined {
  return caps.reduce<Band | undefined>((lowest, cap) => (lowest === undefined ? cap : lower(lowest, cap)), undefined);
}

function bandReason(score: JudgedScore, rules: RecommendationRules): Reason {
  const rule = bandIfCovered(score, rules);
  if (!rule || !score.exact) {
    return { type: 'coverage', percent: coveragePercent(score.coverage), atLeast: rules.coverageAtLeast };
  }
  const above = rules.bands[rules.bands.indexOf(rule) - 1];
  const { exact, hundredths = 0 } = score;
  return { type: 'band', band: rule.band, hundredths, exact, from: rule.from, below: above?.from };
}

type CapReason = Extract<Reason, { readonly atMost: Band }>;

/** Why the cap acts; empty where it does not. */
function capReason(cap: CapRule, dimensions: Judged['dimensions'], redFlags: Judged['redFlags']): readonly CapReason[] {
  if (cap.type === 'stop') {
    const flag: ActingFlag = redFlags[cap.flag] ?? { id: '', flag: '' };
    return [{ type: 'stop', flag, atMost: cap.atMost }];
  }
  const { id = '', name = '', rating = 'not-assessed' } = dimensions[cap.dimension] ?? {};
  if (!isBelow(rating, cap.minimum)) return [];
  return [{ type: 'minimum', dimension: { id, name }, rating, minimum: cap.minimum, atMost: cap.atMost }];
}

function isBelow(rating: JudgedDimension['rating'], minimum: number): rating is number | Fraction<bigint> {
  if (typeof rating === 'object') return !isAtLeast(rating, minimum);
  return isRated(rating) && rating < minimum;
}
