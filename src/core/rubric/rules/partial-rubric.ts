import type { Problem } from '../../problem.js';
import type { Rubric } from '../rubric.js';

/** A rubric with everything malformed taken out, so that one mistake does not hide the others. */
export type PartialRubric = DeepPartial<Rubric>;

type DeepPartial<T> = T extends readonly (infer U)[]
  ? readonly (DeepPartial<U> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

/** Finds what is wrong between the parts of a rubric, whatever else is wrong with it. */
export type Rule = (rubric: PartialRubric) => readonly Problem[];

/** The items that are there, each with its position. */
export function itemsOf<T>(items: readonly (T | undefined)[] | undefined): readonly (readonly [T, number])[] {
  return (items ?? []).flatMap((item, at) => (item === undefined ? [] : [[item, at] as const]));
}

/** A scale that runs upwards; only then can ratings be held against it. */
export function isWhole(
  scale: PartialRubric['scale'],
): scale is { min: number; max: number } & NonNullable<PartialRubric['scale']> {
  return scale?.min !== undefined && scale.max !== undefined && scale.min < scale.max;
}
