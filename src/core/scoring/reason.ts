import type { Fraction } from '../numbers/fraction.js';
import type { RedFlag } from '../rubric/rubric.js';
import type { PooledFraction } from './pool.js';
import type { Band } from './rules.js';

/** A rule that acted on a recommendation, and what it acted on; or what else the rules have to tell. */
export type Reason = CappingReason | TellingReason;

/** What holds a recommendation down. */
export type CappingReason =
  | {
      readonly type: 'strong-yes-needs';
      readonly dimension: ReasonDimension;
      readonly rating: PooledRating;
      readonly needs: number;
      readonly atMost: Band;
    }
  | {
      readonly type: 'minimum';
      readonly dimension: ReasonDimension;
      readonly rating: PooledRating;
      readonly minimum: number;
      /** What single interviewers of a panel gave below the minimum. */
      readonly below: readonly number[];
      readonly atMost: Band;
    }
  | { readonly type: 'stop'; readonly flag: ActingFlag; readonly atMost: Band };

type TellingReason =
  | {
      readonly type: 'coverage';
      /** Coverage in whole per cent, rounded down. */
      readonly percent: number;
      readonly atLeast: number;
    }
  /** It is one session of the interview plan, or several of them, of so many where that is known. */
  | { readonly type: 'session'; readonly held: number; readonly of: number | undefined }
  | {
      readonly type: 'band';
      readonly band: Band;
      readonly hundredths: number;
      readonly exact: Fraction<number | bigint>;
      /** Where the band begins, and where the next one begins; `undefined` at the ends. */
      readonly from: number | undefined;
      readonly below: number | undefined;
    }
  | {
      readonly type: 'minimum-not-rated';
      readonly dimension: ReasonDimension;
      readonly minimum: number;
      readonly state: 'not-assessed' | 'not-applicable';
    }
  | {
      /** In a panel: the pooled rating reaches the minimum, and what these interviewers gave does not. */
      readonly type: 'single-below-minimum';
      readonly dimension: ReasonDimension;
      readonly rating: PooledRating;
      readonly minimum: number;
      readonly below: readonly number[];
    }
  | { readonly type: 'concern'; readonly flag: ActingFlag }
  | {
      readonly type: 'borderline';
      /** Where "yes" begins, and how far from it a score is borderline. */
      readonly edge: number;
      readonly within: number;
      /** Down where the score is a yes, up where it is not. */
      readonly step: 'up' | 'down';
      /** The dimensions of which one such step would turn the recommendation. */
      readonly turning: readonly ReasonDimension[];
      /** Whether the step is one interviewer's of several. */
      readonly isOfPanel: boolean;
    };

export interface ReasonDimension {
  readonly id: string;
  readonly name: string;
}

/** One interviewer's rating, or what a panel's come to. */
export type PooledRating = number | PooledFraction;

/** A red flag that was observed: its id, and what the rubric says of it. */
export type ActingFlag = Pick<RedFlag, 'id' | 'flag'>;
