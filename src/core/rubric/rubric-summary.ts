import type { Dimension, Rubric, Variant } from './rubric.js';

/** What lists and menus say of a rubric. */
export interface RubricSummary {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly aliases: readonly string[];
  readonly dimensions: readonly Pick<Dimension, 'id' | 'name' | 'weight' | 'minutes'>[];
  readonly variants: readonly Pick<Variant, 'id' | 'title'>[];
}

export function summariseRubric({ id, title, version, aliases, dimensions, variants }: Rubric): RubricSummary {
  return {
    id,
    title,
    version,
    aliases,
    dimensions: dimensions.map(({ id, name, weight, minutes }) => ({ id, name, weight, minutes })),
    variants: variants.map(({ id, title }) => ({ id, title })),
  };
}
