import { type Fraction, isAtLeast, isAtMost } from '../numbers/fraction.js';
import { type Because, becauseOf } from './because.js';
import { capReasons, lowestCap } from './caps.js';
import type { Judged, JudgedScore } from './judged.js';
import { nextSteps } from './next-steps.js';
import type { Reason } from './reason.js';
import {
  type Band,
  type BandRule,
  isYes,
  lowerBand,
  type Recommendation,
  type RecommendationRules,
  rulesOf,
} from './rules.js';
import { coveragePercent } from './scoring.js';

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
  const borderline = decision.isBorderline ? borderlineReason(judged, rules) : [];
  const first: Reason = session
    ? { type: 'session', held: session.held ?? 1, of: session.of }
    : bandReason(score, rules);
  const reasons = [first, ...capping, ...concerns, ...borderline];
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

function bandReason(score: JudgedScore, rules: RecommendationRules): Reason {
  const rule = bandIfCovered(score, rules);
  if (!rule || !score.exact) {
    return { type: 'coverage', percent: coveragePercent(score.coverage), atLeast: rules.coverageAtLeast };
  }
  const above = rules.bands[rules.bands.indexOf(rule) - 1];
  const { exact, hundredths = 0 } = score;
  return { type: 'band', band: rule.band, hundredths, exact, from: rule.from, below: above?.from };
}

/** Why it is borderline, with the dimensions of which one step would turn a yes into a no, or a no into a yes. */
function borderlineReason(judged: Judged, rules: RecommendationRules): readonly Reason[] {
  const { score, redFlags, dimensions } = judged;
  if (!score.exact || !rules.borderline) return [];
  const { edge, within } = rules.borderline;
  const step = isAtLeast(score.exact, edge) ? 'down' : 'up';
  const turning = nextSteps(judged, step).filter((next) => {
    const capping = capReasons(rules.caps, { dimensions: next.dimensions, redFlags }, bandOf(next.exact, rules.bands));
    const { recommendation } = decide({ ...score, exact: next.exact }, rules, lowestCap(capping));
    return isYes(recommendation) === (step === 'up');
  });
  return [
    {
      type: 'borderline',
      edge,
      within,
      step,
      turning: dimensions
        .filter((dimension) => turning.some((next) => next.dimension === dimension))
        .map(({ id, name }) => ({ id, name })),
      isOfPanel: dimensions.some(({ ratings = [] }) => ratings.length > 1),
    },
  ];
}
