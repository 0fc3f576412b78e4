import { type Fraction, isAtLeast, isAtMost } from '../numbers/fraction.js';
import { type Because, becauseOf } from './because.js';
import { capReasons, lowestCap } from './caps.js';
import { isUnrated, type Judged, type JudgedScore } from './judged.js';
import type { Reason } from './reason.js';
import {
  type Band,
  type BandRule,
  type BorderlineRule,
  isYes,
  lowerBand,
  type Recommendation,
  type RecommendationRules,
  rulesOf,
} from './rules.js';
import { coveragePercent } from './scoring.js';
import { turningStep, turnsByAStep } from './turning-step.js';

export interface Decision {
  readonly recommendation: Recommendation;
  /** Whether the score is near the edge of `yes`, and nothing but its band decides. */
  readonly isBorderline: boolean;
}

export interface Advice extends Decision {
  /** Each rule that acted, in the order in which they apply, and what else they have to tell. */
  readonly reasons: readonly Reason[];
  /** `reasons` as scorecards keep them. */
  readonly because: readonly Because[];
}

/** One session alone recommends nothing: the panel's joined ratings are what the rules judge. */
const NOTHING_YET: Decision = { recommendation: 'incomplete', isBorderline: false };

/**
 * Applies the rubric's rules in their order: coverage, band, what a strong yes needs, minimums, red flags, borderline. A
 * scorecard advises; people decide.
 */
export function recommend(judged: Judged): Advice {
  const { score, redFlags, session } = judged;
  const { rules, capping, decision } = apply(judged);
  const concerns = redFlags.flatMap(({ id, flag, severity }): readonly Reason[] =>
    severity === 'concern' ? [{ type: 'concern', flag: { id, flag } }] : [],
  );
  const borderline = decision.isBorderline ? borderlineReasons(judged, rules) : [];
  const reasons = [firstReason(score, rules, session), ...capping, ...concerns, ...borderline];
  const isIncomplete = decision.recommendation === 'incomplete';
  return { ...decision, reasons, because: reasons.map((reason) => becauseOf(reason, isIncomplete)) };
}

/** What `recommend` decides, where nobody asks why: its reasons take longer than all the rest of a panel. */
export function decisionOn(judged: Judged): Decision {
  return apply(judged).decision;
}

interface Applied {
  readonly rules: RecommendationRules;
  /** What the caps say. */
  readonly capping: readonly Reason[];
  readonly decision: Decision;
}

function apply(judged: Judged): Applied {
  const { score, dimensions, redFlags, rules: recommendation, session } = judged;
  const rules = rulesOf({ recommendation, dimensions, redFlags });
  const capping = capReasons(rules.caps, judged, score.exact && bandOf(score.exact, rules.bands));
  return { rules, capping, decision: session ? NOTHING_YET : decide(score, rules, lowestCap(capping)) };
}

/** The recommendation without its reasons. `atMost` is the lowest cap that holds, if any does. */
export function decide(
  score: Pick<JudgedScore, 'exact' | 'coverage'>,
  rules: RecommendationRules,
  atMost: Band | undefined,
): Decision {
  const band = bandIfCovered(score, rules)?.band;
  if (band === undefined) return { recommendation: 'incomplete', isBorderline: false };
  const recommendation = atMost === undefined ? band : lowerBand(band, atMost);
  const isOfBand = recommendation === band && (atMost === undefined || isYes(atMost));
  return { recommendation, isBorderline: isOfBand && isNearYes(score.exact, rules) };
}

function isNearYes(exact: JudgedScore['exact'], { borderline }: RecommendationRules): boolean {
  return (
    exact !== undefined &&
    borderline !== undefined &&
    isAtLeast(exact, borderline.from) &&
    isAtMost(exact, borderline.to)
  );
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

/** What a recommendation begins with: the sessions that were held, the coverage that is missing, or the band. */
export function firstReason(
  score: Pick<JudgedScore, 'exact' | 'coverage' | 'hundredths'>,
  rules: RecommendationRules,
  session: Judged['session'],
): Reason {
  if (session) return { type: 'session', held: session.held ?? 1, of: session.of };
  const rule = bandIfCovered(score, rules);
  if (!rule || !score.exact) {
    return { type: 'coverage', percent: coveragePercent(score.coverage), atLeast: rules.coverageAtLeast };
  }
  const above = rules.bands[rules.bands.indexOf(rule) - 1];
  const { exact, hundredths = 0 } = score;
  return { type: 'band', band: rule.band, hundredths, exact, from: rule.from, below: above?.from };
}

/** Why it is borderline, with the dimensions of which one step would turn a yes into a no, or a no into a yes. */
function borderlineReasons({ score, dimensions, scale, rules: { pool } }: Judged, rules: RecommendationRules) {
  const { exact, units } = score;
  if (!exact || !rules.borderline) return [];
  const { edge } = rules.borderline;
  const rated = dimensions.reduce((sum, { rating }, at) => sum + (isUnrated(rating) ? 0 : (units[at] ?? 0)), 0);
  const borderline = { exact, weights: { units, rated }, scale, pool, rules, edge };
  const isOfPanel = dimensions.some(({ ratings = [] }) => ratings.length > 1);
  const turning = dimensions.filter((dimension, at) => turnsByAStep(dimension, at, borderline));
  return [borderlineReason(rules.borderline, { step: turningStep(borderline), turning, isOfPanel })];
}

export function borderlineReason(
  { edge, within }: BorderlineRule,
  { turning, ...told }: Pick<Extract<Reason, { type: 'borderline' }>, 'step' | 'turning' | 'isOfPanel'>,
): Reason {
  return { type: 'borderline', edge, within, ...told, turning: turning.map(({ id, name }) => ({ id, name })) };
}
