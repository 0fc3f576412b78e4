import { createAdvice, type Problem } from '../../problem.js';
import type { Rubric } from '../../rubric/rubric.js';

export function signalsAdvice({ dimensions }: Rubric): readonly Problem[] {
  return dimensions.flatMap(({ id, signals }, at) => {
    const missing = [
      ...(signals.strong.length === 0 ? (['strong'] as const) : []),
      ...(signals.weak.length === 0 ? (['weak'] as const) : []),
    ];
    if (missing.length === 0) return [];
    return [createAdvice('no-signal', { dimension: id, missing }, ['dimensions', at])];
  });
}
