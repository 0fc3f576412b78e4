import type { Dimension, Rubric, Variant } from './rubric.js';

/**
 * The rubric as a variant reshapes it: other weights and minimums, further questions and red flags. For `undefined`,
 * the plain rubric.
 */
export function applyVariant(rubric: Rubric, variant: Variant | undefined): Rubric {
  if (!variant) return rubric;
  return {
    ...rubric,
    dimensions: rubric.dimensions.map((dimension) => overlay(dimension, variant)),
    redFlags: [...rubric.redFlags, ...variant.redFlags],
  };
}

function overlay(dimension: Dimension, { weights, minimums, questions }: Variant): Dimension {
  return {
    ...dimension,
    weight: weights === 'equal' ? undefined : (ownValue(weights, dimension.id) ?? dimension.weight),
    minimum: ownValue(minimums, dimension.id) ?? dimension.minimum,
    questions: [...dimension.questions, ...(ownValue(questions, dimension.id) ?? [])],
  };
}

/** What was written under the key itself: an id such as "constructor" names something in every object. */
function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
