import type { Problem } from '../../problem.js';
import type { DeepPartial } from '../../schema/partial.js';
import type { Rubric } from '../rubric.js';
import { MOST_RATINGS, type ScaleRange, stepCount } from '../scale.js';

/** A rubric with everything malformed taken out, so that one mistake does not hide the others. */
export type PartialRubric = DeepPartial<Rubric>;

/** Finds what is wrong between the parts of a rubric, whatever else is wrong with it. */
export type Rule = (rubric: PartialRubric) => readonly Problem[];

/**
 * A scale that runs upwards and has a number of ratings that can be told apart; only then is anything held against it.
 */
export function isSound(scale: PartialRubric['scale']): scale is ScaleRange & NonNullable<PartialRubric['scale']> {
  const { min, max, step } = scale ?? {};
  if (min === undefined || max === undefined || step === undefined) return false;
  return min < max && stepCount({ min, max, step }) < MOST_RATINGS;
}

/** The weights that a variant writes out: none where it makes all equal. */
export function ownWeights({
  weights,
}: NonNullable<NonNullable<PartialRubric['variants']>[number]>): Readonly<Record<string, number | undefined>> {
  return typeof weights === 'object' ? weights : {};
}
