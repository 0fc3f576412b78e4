import { addDecimals } from '../numbers/decimal.js';
import type { Rubric } from '../rubric/rubric.js';

/** The bands of a recommendation, from best to worst. */
export const BANDS = ['strong-yes', 'yes', 'no', 'strong-no'] as const;
export type Band = (typeof BANDS)[number];
export type Recommendation = Band | 'incomplete';

/** All recommendations from best to worst, with what has no band last: the order of lists. */
export const RECOMMENDATIONS: readonly Recommendation[] = [...BANDS, 'incomplete'];

export function lowerBand(a: Band, b: Band): Band {
  return BANDS.indexOf(a) > BANDS.indexOf(b) ? a : b;
}

/** Whether it is a yes, however strong; a verdict's word is read alike. */
export function isYes(word: string): boolean {
  return word === 'yes' || word === 'strong-yes';
}

/** The score at which each band begins. */
export type Bands = Rubric['recommendation']['bands'];

/** A band and the score it begins at, on the rubric's own scale; the last one takes every score below. */
export interface BandRule {
  readonly band: Band;
  readonly from: number | undefined;
}

/** What limits a recommendation, whatever the score is. */
export type CapRule =
  | {
      readonly type: 'strong-yes-needs';
      /** Position of the dimension. */
      readonly dimension: number;
      /** A rating below this acts, where the score alone would give more than `atMost`. */
      readonly needs: number;
      readonly atMost: Band;
    }
  | {
      readonly type: 'minimum';
      /** Position of the dimension. */
      readonly dimension: number;
      /** A rating below this acts. */
      readonly minimum: number;
      readonly atMost: Band;
    }
  | {
      readonly type: 'stop';
      /** Position of the red flag; it acts where it was observed. */
      readonly flag: number;
      readonly atMost: Band;
    };

/** How near to the edge of `yes` a score is borderline, on either side. */
export interface BorderlineRule {
  readonly edge: number;
  readonly within: number;
  /** The lowest and the highest score that are borderline. */
  readonly from: number;
  readonly to: number;
}

/**
 * A rubric's way from score to recommendation as data, in the order in which it applies: coverage, band, caps,
 * borderline. Scoring, batch, panels, the linter and the compiler to SQL read it; none of them knows a rule of its own.
 */
export interface RecommendationRules {
  /** Per cent of the applicable weight that must be rated for a band to be given. */
  readonly coverageAtLeast: number;
  /** The bands, best first. */
  readonly bands: readonly BandRule[];
  readonly caps: readonly CapRule[];
  readonly borderline: BorderlineRule | undefined;
}

/** What of a rubric decides on recommendations. In a scorecard, the red flags are those that were observed. */
export interface RuleSource {
  readonly recommendation: Rubric['recommendation'];
  readonly dimensions: readonly { readonly minimum?: number | undefined }[];
  readonly redFlags: readonly { readonly severity: 'stop' | 'concern' }[];
}

export function rulesOf({ recommendation, dimensions, redFlags }: RuleSource): RecommendationRules {
  const { strongYesNeeds } = recommendation;
  const needs = dimensions.flatMap((_dimension, dimension): readonly CapRule[] =>
    strongYesNeeds === undefined ? [] : [{ type: 'strong-yes-needs', dimension, needs: strongYesNeeds, atMost: 'yes' }],
  );
  const minimums = dimensions.flatMap(({ minimum }, dimension): readonly CapRule[] =>
    minimum === undefined ? [] : [{ type: 'minimum', dimension, minimum, atMost: 'no' }],
  );
  const stops = redFlags.flatMap(({ severity }, flag): readonly CapRule[] =>
    severity === 'stop' ? [{ type: 'stop', flag, atMost: 'no' }] : [],
  );
  return {
    coverageAtLeast: recommendation.coverageAtLeast,
    bands: bandRules(recommendation.bands),
    caps: [...needs, ...minimums, ...stops],
    borderline: borderlineRule(recommendation),
  };
}

export function bandRules(bands: Bands): readonly BandRule[] {
  return BANDS.map((band) => ({ band, from: band === 'strong-no' ? undefined : bands[band] }));
}

function borderlineRule({ bands: { yes: edge }, borderline }: Rubric['recommendation']): BorderlineRule | undefined {
  if (borderline === undefined) return undefined;
  return { edge, within: borderline, from: addDecimals(edge, -borderline), to: addDecimals(edge, borderline) };
}

/** What a scorecard keeps of its rubric's rules, and what an edition of a rubric is told by. */
export type RulesCopy = Pick<
  Rubric['recommendation'],
  'coverageAtLeast' | 'bands' | 'strongYesNeeds' | 'borderline' | 'pool'
>;

/** The rules as a scorecard keeps them: without the mean, as before there was another way to pool. */
export function copyOfRules({ coverageAtLeast, bands, strongYesNeeds, borderline, pool }: RulesCopy): RulesCopy {
  return {
    coverageAtLeast,
    bands: { ...bands },
    ...(strongYesNeeds === undefined ? {} : { strongYesNeeds }),
    ...(borderline === undefined ? {} : { borderline }),
    ...(pool === undefined || pool === 'mean' ? {} : { pool }),
  };
}

export function areSameRules(a: RulesCopy, b: RulesCopy): boolean {
  return (
    a.coverageAtLeast === b.coverageAtLeast &&
    a.bands['strong-yes'] === b.bands['strong-yes'] &&
    a.bands.yes === b.bands.yes &&
    a.bands.no === b.bands.no &&
    a.strongYesNeeds === b.strongYesNeeds &&
    a.borderline === b.borderline &&
    (a.pool ?? 'mean') === (b.pool ?? 'mean')
  );
}
