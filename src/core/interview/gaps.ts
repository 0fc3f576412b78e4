import type { Dimension } from '../rubric/rubric.js';
import { isRated } from '../rubric/scale.js';
import type { DimensionState } from './content.js';
import type { Session } from './session.js';

interface Shown {
  readonly dimension: Dimension;
  readonly state: DimensionState;
}

/** What the review lists: the dimensions that lack something. */
export interface Gaps {
  /** Dimensions that are rated, and nothing says why. */
  readonly withoutEvidence: readonly Shown[];
  /** Dimensions rated at an end of the scale, and nothing says why. */
  readonly unsupportedExtremes: readonly Shown[];
  readonly notAssessed: readonly Shown[];
}

export function gapsOf({ open, content }: Session): Gaps {
  const { min, max } = open.rubric.scale;
  const dimensions = open.rubric.dimensions.flatMap((dimension, at) => {
    const state = content.dimensions[at];
    return state ? [{ dimension, state }] : [];
  });
  const withoutEvidence = dimensions.filter(
    ({ state }) => state.rating !== undefined && isRated(state.rating) && state.notes.length === 0,
  );
  return {
    withoutEvidence,
    unsupportedExtremes: withoutEvidence.filter(({ state }) => state.rating === min || state.rating === max),
    notAssessed: dimensions.filter(({ state }) => state.rating === undefined || state.rating === 'not-assessed'),
  };
}
