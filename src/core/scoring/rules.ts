import type { Rubric } from '../rubric/rubric.js';

/** The bands of a recommendation, from best to worst. */
export const BANDS = ['strong-yes', 'yes', 'no', 'strong-no'] as const;
export type Band = (typeof BANDS)[number];
export type Recommendation = Band | 'incomplete';

/** All recommendations from best to worst, with what has no band last: the order of lists. */
export const RECOMMENDATIONS: readonly Recommendation[] = [...BANDS, 'incomplete'];

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

/**
 * A rubric's way from score to recommendation as data, in the order in which it applies: coverage, band, caps. Scoring,
 * batch, panels and the linter read it; none of them knows a rule of its own.
 */
export interface RecommendationRules {
  /** Per cent of the applicable weight that must be rated for a band to be given. */
  readonly coverageAtLeast: number;
  /** The bands, best first. */
  readonly bands: readonly BandRule[];
  readonly caps: readonly CapRule[];
}

/** What of a rubric decides on recommendations. In a scorecard, the red flags are those that were observed. */
export interface RuleSource {
  readonly recommendation: Rubric['recommendation'];
  readonly dimensions: readonly { readonly minimum?: number | undefined }[];
  readonly redFlags: readonly { readonly severity: 'stop' | 'concern' }[];
}

export function rulesOf({ recommendation, dimensions, redFlags }: RuleSource): RecommendationRules {
  const minimums = dimensions.flatMap(({ minimum }, dimension): readonly CapRule[] =>
    minimum === undefined ? [] : [{ type: 'minimum', dimension, minimum, atMost: 'no' }],
  );
  const stops = redFlags.flatMap(({ severity }, flag): readonly CapRule[] =>
    severity === 'stop' ? [{ type: 'stop', flag, atMost: 'no' }] : [],
  );
  return {
    coverageAtLeast: recommendation.coverageAtLeast,
    bands: bandRules(recommendation.bands),
    caps: [...minimums, ...stops],
  };
}

export function bandRules(bands: Bands): readonly BandRule[] {
  return BANDS.map((band) => ({ band, from: band === 'strong-no' ? undefined : bands[band] }));
}
