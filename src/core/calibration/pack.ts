import type { Samples } from '../authoring/material/samples.js';
import type { Dimension, Rubric } from '../rubric/rubric.js';
import { shuffled } from './shuffle.js';

/** An answer to rate, and what those who wrote the rubric agreed on. */
export interface CalibrationItem {
  /** Its dimension and its number there, such as `architecture-2`: the same in every order. */
  readonly key: string;
  readonly dimension: Dimension;
  readonly answer: string;
  readonly agreed: number;
  readonly why: string;
}

/** The rated answers of a rubric, in the order of its file. */
export function calibrationItems({ samples }: Samples, rubric: Rubric): readonly CalibrationItem[] {
  const counts = new Map<string, number>();
  return samples.flatMap(({ dimension: id, answer, rating, why }) => {
    const dimension = rubric.dimensions.find((each) => each.id === id);
    if (!dimension) return [];
    const number = (counts.get(id) ?? 0) + 1;
    counts.set(id, number);
    return [{ key: `${id}-${number}`, dimension, answer, agreed: rating, why }];
  });
}

interface Choice {
  /** Only of these dimensions; all of them where none is named. */
  readonly dimensions: readonly string[];
  /** At most so many. */
  readonly limit: number | undefined;
  readonly seed: number;
}

/** Which answers are rated, and in what order: by a seed, so that the order can be had again. */
export function choosePack(
  items: readonly CalibrationItem[],
  { dimensions, limit, seed }: Choice,
): readonly CalibrationItem[] {
  return shuffled(ofDimensions(items, dimensions), seed).slice(0, limit);
}

/** The answers to some dimensions; to all where none is named. */
export function ofDimensions(
  items: readonly CalibrationItem[],
  dimensions: readonly string[],
): readonly CalibrationItem[] {
  return items.filter(({ dimension }) => dimensions.length === 0 || dimensions.includes(dimension.id));
}
